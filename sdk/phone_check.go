//go:build !nophone

package sdk

import (
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// phoneCheck is a CheckPhone under way: one trial after the other, each with a
// limit of its own, whatever the results of those before.
type phoneCheck struct {
	calls  []*call // the calls that wait for the report
	found  map[spec.PhoneCheckName]finding
	trials []func(k *phoneCheck) // those that are left
	echo   echoCall
}

// finding is the result of a check.
type finding struct {
	outcome spec.CheckOutcome
	says    string // why, then what to do
}

// The order of the checks in a report, and of outcomes, from good to bad.
var (
	checkOrder = [...]spec.PhoneCheckName{spec.CheckSecureContext, spec.CheckBrowser, spec.CheckPermission, spec.CheckMicrophone,
		spec.CheckDevices, spec.CheckRegistration, spec.CheckICE, spec.CheckEcho}
	outcomeOrder = [...]spec.CheckOutcome{spec.CheckPasses, spec.CheckWarns, spec.CheckFails}
)

// checkPhone begins a CheckPhone. Several at once share one report, whose echo
// call is that of the first.
func (p *webPhone) checkPhone(call *call) bool {
	if k := p.checking; k != nil {
		if len(k.calls) >= MaxWaiting {
			p.host.fail(call, call.row.Code, spec.TooManyWaiting, "")
		} else {
			k.calls = append(k.calls, call)
		}
		return true
	}
	k := &phoneCheck{found: map[spec.PhoneCheckName]finding{}}
	k.calls = append(k.calls, call)
	k.echo.number = call.args.text("EchoNumber")
	p.checking = k
	k.trials = []func(*phoneCheck){p.tryPage, p.tryMicrophone, p.tryICE, p.tryRegistration}
	if k.echo.number != "" {
		k.trials = append(k.trials, p.callEcho)
	}
	p.nextTrial(k)
	return true
}

// nextTrial continues after a trial, whatever its result.
func (p *webPhone) nextTrial(k *phoneCheck) {
	if len(k.trials) == 0 {
		p.checkIsOver(k)
		return
	}
	next := k.trials[0]
	k.trials = k.trials[1:]
	next(k)
}

func (p *webPhone) tryPage(k *phoneCheck) {
	p.try(k, spec.TryPage, new(wire.Builder), ReplyTimeout, p.pageIs)
}

func (p *webPhone) tryMicrophone(k *phoneCheck) {
	p.try(k, spec.TryMicrophone, new(wire.Builder).Bool("InUse", p.leg != nil), OpenTimeout, p.microphoneIs)
}

func (p *webPhone) tryICE(k *phoneCheck) {
	p.try(k, spec.TryICE, new(wire.Builder), ReplyTimeout, p.iceIs)
}

// try orders a trial; take evaluates what it found.
func (p *webPhone) try(k *phoneCheck, what spec.PhoneTrial, detail *wire.Builder, limit time.Duration, take func(fault spec.PhoneFault, detail wire.Raw)) {
	p.ask(spec.OrderCheck, detail.Text("What", string(what)).Object(), limit, func(fault spec.PhoneFault, detail wire.Raw) {
		if p.checking == k {
			take(fault, detail)
			p.nextTrial(k)
		}
	})
}

// finds records a check's outcome.
func (p *webPhone) finds(name spec.PhoneCheckName, outcome spec.CheckOutcome, why spec.Reason, detail string) {
	says := ""
	if why != spec.NoReason {
		says = p.host.why(why, detail)
	}
	p.checking.found[name] = finding{outcome, says}
}

func (p *webPhone) passes(name spec.PhoneCheckName) {
	p.finds(name, spec.CheckPasses, spec.NoReason, "")
}

// failsBy records a check that failed by a fault of the phone.
func (p *webPhone) failsBy(name spec.PhoneCheckName, fault spec.PhoneFault, detail wire.Raw) {
	why := spec.ReasonForFault(fault)
	if fault == spec.FaultNoDevice {
		why = spec.MicrophoneMissing
	}
	p.finds(name, spec.CheckFails, why, detail.Get("Detail").TextOrDigits())
}

func (p *webPhone) pageIs(fault spec.PhoneFault, detail wire.Raw) {
	switch {
	case fault != "":
		p.failsBy(spec.CheckBrowser, fault, detail)
		return
	case detail.Get("Secure").Kind() != wire.True:
		// The browser does not show here what it can do.
		p.finds(spec.CheckSecureContext, spec.CheckFails, spec.PageInsecure, "")
		return
	}
	p.passes(spec.CheckSecureContext)
	if detail.Get("Supported").Kind() == wire.True {
		p.passes(spec.CheckBrowser)
	} else {
		p.finds(spec.CheckBrowser, spec.CheckFails, spec.NoWebPhone, "")
	}
}

func (p *webPhone) microphoneIs(fault spec.PhoneFault, detail wire.Raw) {
	told := fault == ""
	if told {
		fault = spec.PhoneFault(detail.Get("Fault").TextOrDigits())
	}
	switch permission := detail.Get("Permission").TextOrDigits(); {
	case permission == "denied" || fault == spec.FaultDenied:
		p.finds(spec.CheckPermission, spec.CheckFails, spec.MicrophoneDenied, "")
	case permission == "prompt":
		p.finds(spec.CheckPermission, spec.CheckWarns, spec.PermissionAsked, "")
	case permission == "granted" || told && fault == "":
		p.passes(spec.CheckPermission)
	}
	switch {
	case fault != "":
		p.failsBy(spec.CheckMicrophone, fault, detail)
	case detail.Get("Silent").Kind() == wire.True:
		p.finds(spec.CheckMicrophone, spec.CheckWarns, spec.MicrophoneSilent, "")
	default:
		p.passes(spec.CheckMicrophone)
	}
	inputs, counted := detail.Get("Inputs").Int()
	outputs, _ := detail.Get("Outputs").Int()
	switch {
	case !counted:
	case inputs == 0:
		p.finds(spec.CheckDevices, spec.CheckFails, spec.MicrophoneMissing, "")
	case outputs == 0:
		p.finds(spec.CheckDevices, spec.CheckWarns, spec.SpeakerMissing, "")
	default:
		p.passes(spec.CheckDevices)
	}
}

func (p *webPhone) iceIs(fault spec.PhoneFault, detail wire.Raw) {
	servers, _ := detail.Get("Servers").Int()
	var lost []string
	for url := range detail.Get("Lost").Elements {
		lost = append(lost, url.TextOrDigits())
	}
	switch {
	case fault != "":
		p.failsBy(spec.CheckICE, fault, detail)
	case len(lost) > 0 && int64(len(lost)) >= servers:
		p.finds(spec.CheckICE, spec.CheckFails, spec.IceServersSilent, strings.Join(lost, ", "))
	case len(lost) > 0:
		p.finds(spec.CheckICE, spec.CheckWarns, spec.IceServersSilent, strings.Join(lost, ", "))
	case detail.Get("Own").Kind() != wire.True:
		p.finds(spec.CheckICE, spec.CheckFails, spec.NoAddress, "")
	default:
		p.passes(spec.CheckICE)
	}
}

// checkIsOver settles the calls that waited for the report.
func (p *webPhone) checkIsOver(k *phoneCheck) {
	p.checking = nil
	worst, list := 0, []string{}
	for _, name := range checkOrder {
		f, found := k.found[name]
		if !found {
			continue
		}
		for i, outcome := range outcomeOrder {
			if outcome == f.outcome {
				worst = max(worst, i)
			}
		}
		reason, advice := sentences(f.says)
		var b wire.Builder
		list = append(list, string(b.Text("Name", string(name)).Text("Outcome", string(f.outcome)).
			Text("Reason", reason).Text("Advice", advice).Object()))
	}
	var b wire.Builder
	report := b.Text("Outcome", string(outcomeOrder[worst])).Raw("Checks", wire.Raw("["+strings.Join(list, ",")+"]")).Object()
	for _, call := range k.calls {
		p.host.settle(call, report, nil)
	}
}

// sentences separates why from what to do: the first sentence from the others.
func sentences(text string) (first, others string) {
	for _, end := range []string{"。", ". "} {
		if at := strings.Index(text, end); at >= 0 {
			at += len(end)
			return strings.TrimSpace(text[:at]), text[at:]
		}
	}
	return text, ""
}

// checkEnds fails the calls that wait for a report when the phone is closed for
// good, or the agent works elsewhere.
func (p *webPhone) checkEnds(why spec.Reason) {
	k := p.checking
	if k == nil {
		return
	}
	p.checking = nil
	k.echo.timer.stop()
	for _, call := range k.calls {
		code := call.row.Code
		if why == spec.Destroyed {
			code = spec.NoSocket
		}
		p.host.fail(call, code, why, "")
	}
}
