//go:build !nophone

package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// phases bring a call to where it is then ended in each way.
var phases = map[string]func(p *scriptedPhone) (leg string, end func() (wire.Raw, *Error)){
	"dialling": func(p *scriptedPhone) (string, func() (wire.Raw, *Error)) { return p.dials() },
	"alerting": func(p *scriptedPhone) (string, func() (wire.Raw, *Error)) {
		leg, _ := p.dials()
		p.agentIs("ringing")
		p.callIs("Originated")
		p.legTells(spec.NewsProgress, leg)
		return leg, nil
	},
	"ringing": func(p *scriptedPhone) (string, func() (wire.Raw, *Error)) {
		p.agentIs("ringing")
		p.callIs("Delivered")
		p.legTells(spec.NewsIncoming, "in1")
		return "in1", nil
	},
	"answering": func(p *scriptedPhone) (string, func() (wire.Raw, *Error)) {
		p.agentIs("ringing")
		p.callIs("Delivered")
		p.legTells(spec.NewsIncoming, "in1")
		end := p.begin("AnswerAsync", "[]")
		p.gets(spec.OrderAnswer)
		return "in1", end
	},
	"talking": func(p *scriptedPhone) (string, func() (wire.Raw, *Error)) { return p.talks(), nil },
}

// TestEveryPhaseHasAnEnd: whatever happens in a phase of a call, the promise
// settles, and in the end neither a leg nor a timer is left.
func TestEveryPhaseHasAnEnd(t *testing.T) {
	for phase, reach := range phases {
		for what, happen := range map[string]func(p *scriptedPhone, leg string){
			"BYE": func(p *scriptedPhone, leg string) { p.legTells(spec.NewsEnded, leg) },
			"Hangup": func(p *scriptedPhone, leg string) {
				end := p.begin("HangupAsync", `["c1"]`)
				if phase != "dialling" {
					p.answer(p.took(), "000000", "")
				}
				_, err := end()
				require.Nil(p.script, err)
				after(HangupGrace)
				p.gets(spec.OrderHangup)
				p.legTells(spec.NewsEnded, leg)
			},
			"Destroy": func(p *scriptedPhone, leg string) {
				p.client.Close()
				p.gets(spec.OrderClose)
				p.legTells(spec.NewsEnded, leg)
			},
			"MakeCall": func(p *scriptedPhone, leg string) {
				_, err := p.begin("MakeCallAsync", `["10086"]`)()
				require.NotNil(p.script, err, "there is a call")
				p.quiet()
				require.NotNil(p.script, p.webPhone().leg, "which goes on")
				p.legTells(spec.NewsEnded, leg)
			},
			"a drop": func(p *scriptedPhone, leg string) {
				p.hang(1006)
				p.legTells(spec.NewsEnded, leg)
			},
			"the gateway's end": func(p *scriptedPhone, leg string) {
				p.agentIs("ringing")
				p.callEnds()
				after(HangupGrace)
				p.gets(spec.OrderHangup)
				p.legTells(spec.NewsEnded, leg)
			},
			"another mode": func(p *scriptedPhone, leg string) {
				p.let(func() { p.state = idleState })
				p.say(`{"Method":"AgentCallModeChange","MsgType":"NTF","CurContact":"voip","CurNumber":"1","CurExtState":"idle"}`)
				p.gets(spec.OrderClose)
			},
		} {
			t.Run(phase+", "+what, func(t *testing.T) {
				inWebRTC(t, func(p *scriptedPhone) {
					leg, end := reach(p)
					p.let(func() { p.state = webrtcState })
					happen(p, leg)
					if end != nil {
						_, err := end()
						require.NotNil(t, err, "it cannot have been done")
					}
					after(2 * StateInterval)
					p.quiet()
					phone := p.webPhone()
					assert.Nil(t, phone.leg)
					assert.Nil(t, phone.toAnswer)
					assert.Nil(t, phone.doubt)
					assert.Empty(t, phone.answers)
				})
			})
		}
	}
}
