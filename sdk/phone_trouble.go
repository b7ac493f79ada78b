//go:build !nophone

package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// trouble reports what no promise can: to the page by PhoneTrouble, to the
// developer in the log. device is "" if it concerns none.
func (p *webPhone) trouble(kind spec.PhoneTroubleKind, device string, why spec.Reason, detail string) {
	message := p.host.why(why, detail)
	p.host.log(LevelWarn, message)
	p.raiseTrouble(kind, device, false, message)
}

// troubleOver reports that a trouble is over.
func (p *webPhone) troubleOver(kind spec.PhoneTroubleKind) {
	p.host.log(LevelInfo, "a trouble of the web phone is over: "+string(kind))
	p.raiseTrouble(kind, "", true, "")
}

func (p *webPhone) raiseTrouble(kind spec.PhoneTroubleKind, device string, over bool, message string) {
	var b wire.Builder
	b.Text("Trouble", string(kind)).Text("CallID", p.host.snapshot().CallID)
	if device != "" {
		b.Text("Device", device)
	}
	p.host.raiseMessage("PhoneTrouble", b.Bool("Over", over).Object(), message)
}

// deviceReplaced handles the news that a device disappeared or failed.
func (p *webPhone) deviceReplaced(detail wire.Raw) {
	kind := detail.Get("Kind").TextOrDigits()
	if !knownWord(kind) {
		kind = ""
	}
	if detail.Get("Fault").Given() {
		p.trouble(spec.TroubleDeviceFailed, kind, spec.DeviceFailed, kind)
	} else {
		p.trouble(spec.TroubleDeviceReplaced, kind, spec.DeviceReplaced, kind)
	}
}
