//go:build !nophone

package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// newPhonePart is the web phone that drives the user's Phone, or a page's. With the build
// tag nophone the package is built without it.
func newPhonePart(c *core, phone Phone) phonePart {
	if phone == nil {
		return noPhone{c}
	}
	return &webPhone{host: c}
}

func (p *webPhone) recordBeginning(b *wire.Builder) {
	b.Int("Phone", int64(p.state)).Int("Orders", p.orders)
	if l := p.leg; l != nil {
		b.Raw("LegTold", p.legTold).Text("Leg", l.name).Text("LegDirection", string(l.direction)).Int("LegState", int64(l.state))
	}
}

func (p *webPhone) restore(from wire.Raw) {
	number := func(name string) int64 { n, _ := from.Get(name).Int(); return n }
	p.state, p.orders = webPhoneState(number("Phone")), number("Orders")
	if name := from.Get("Leg").TextOrDigits(); name != "" {
		p.legTold = from.Get("LegTold")
		p.leg = &leg{name: name, state: legState(number("LegState")), known: true, confirmed: true, microphone: true,
			direction: spec.CallDirection(from.Get("LegDirection").TextOrDigits()), calls: []string{p.host.snapshot().CallID}}
	}
}

var _ phoneHost = (*core)(nil)
