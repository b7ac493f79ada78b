//go:build !nophone

package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// atOnce is an INVITE that asks to be answered at once.
func (p *scriptedPhone) atOnce(leg string) {
	p.tells(spec.NewsIncoming, wire.Raw(`{"Leg":"`+leg+`","Answer":true}`))
}

// legs returns what PhoneLeg has reported since the last call: state, and
// whether confirmed and with the microphone.
func (p *scriptedPhone) legs() (told []string) {
	happened := p.happened()
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, event := range happened {
		if event == "PhoneLeg" {
			data := p.data[len(p.data)-len(happened)+i]
			line := data.Get("Leg").TextOrDigits() + " " + data.Get("State").TextOrDigits()
			for _, flag := range []string{"Confirmed", "Microphone"} {
				if string(data.Get(flag)) == "true" {
					line += " " + flag
				}
			}
			told = append(told, line)
		}
	}
	return told
}

func TestASipCallThatNobodyConfirmsIsNotAnswered(t *testing.T) {
	for _, ring := range []func(p *scriptedPhone, leg string){
		(*scriptedPhone).atOnce,
		func(p *scriptedPhone, leg string) { p.legTells(spec.NewsIncoming, leg) },
	} {
		inWebRTC(t, func(p *scriptedPhone) {
			ring(p, "in1")
			after(HangupGrace - 1)
			p.quiet()
			assert.Equal(t, []string{"in1 ringing"}, p.legs())
			assert.False(t, p.client.Snapshot().MicrophoneOn)
			after(2)
			assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderHangup).detail)
			p.legTells(spec.NewsEnded, "in1")
			assert.Equal(t, []string{"in1 ending", "in1 ended"}, p.legs())
			p.quiet()
		})
	}
}

func TestASipCallOfThePlatformIsAnsweredAtOnce(t *testing.T) {
	for name, confirm := range map[string]func(p *scriptedPhone){
		"the agent rings": func(p *scriptedPhone) { p.agentIs("ringing") },
		"the agent talks": func(p *scriptedPhone) { p.agentIs("talking") },
		"a supervisor's request": func(p *scriptedPhone) {
			end := p.begin("EavesdropAsync", `[{"CallId":"c9","AgentId":"1002"}]`)
			p.answer(p.took(), "000000", "")
			_, err := end()
			require.Nil(p.script, err)
		},
	} {
		t.Run(name+", then the INVITE", func(t *testing.T) {
			inWebRTC(t, func(p *scriptedPhone) {
				confirm(p)
				p.atOnce("in1")
				assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderAnswer).detail)
				p.legTells(spec.NewsAccepted, "in1")
				assert.Equal(t, "in1 talking Confirmed Microphone", last(p.legs()))
				assert.True(t, p.client.Snapshot().MicrophoneOn)
			})
		})
		t.Run("the INVITE, then "+name, func(t *testing.T) {
			inWebRTC(t, func(p *scriptedPhone) {
				p.atOnce("in1")
				after(HangupGrace / 2)
				p.quiet()
				confirm(p)
				p.gets(spec.OrderAnswer)
			})
		})
	}
}

func TestASupervisorsRequestConfirmsForTenSeconds(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.begin("EavesdropAsync", `[{"CallId":"c9","AgentId":"1002"}]`)
		p.answer(p.took(), "000000", "")
		after(JoinLimit)
		p.atOnce("in1")
		p.quiet()
	})
	inWebRTC(t, func(p *scriptedPhone) {
		p.begin("EavesdropAsync", `[{"CallId":"c9","AgentId":"1002"}]`)
		p.answer(p.took(), "100021", "")
		p.atOnce("in1")
		p.quiet()
	})
}

func TestAnUnconfirmedSipCallIsInNobodysWay(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.atOnce("in1")
		p.legTells(spec.NewsIncoming, "in2")
		assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderHangup).detail)
		p.legTells(spec.NewsEnded, "in1")
		p.agentIs("ringing")
		p.callIs("Delivered")
		p.begin("AnswerAsync", "[]")
		assert.EqualValues(t, `{"Leg":"in2"}`, p.gets(spec.OrderAnswer).detail)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		p.atOnce("in1")
		p.begin("MakeCallAsync", `["10086"]`)
		assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderHangup).detail)
		p.gets(spec.OrderInvite)
	})
}

func TestASipCallInACallIsTurnedDown(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.talks()
		p.atOnce("in1")
		assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderHangup).detail)
	})
	// The leg has ended, the gateway still shows the call: it confirms no other leg.
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.legTells(spec.NewsEnded, leg)
		p.atOnce("in1")
		p.quiet()
	})
}

func TestWithManualAnswerTheAgentAnswers(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.client.core.cfg.ManualAnswer = true
		p.agentIs("ringing")
		p.atOnce("in1")
		p.quiet()
		p.begin("AnswerAsync", "[]")
		p.gets(spec.OrderAnswer)
	})
}

func TestWithoutTheGatewaysWordItRingsOn(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.let(func() { p.mute = true })
		p.legTells(spec.NewsIncoming, "in1")
		after(HangupGrace + ReplyTimeout)
		// The SIP socket may be as dead as the gateway's; the call rings on.
		p.gets(spec.OrderRenew)
		p.quiet()
		p.agentIs("ringing")
		p.begin("AnswerAsync", "[]")
		p.gets(spec.OrderAnswer)
	})
}

func last(list []string) string { return list[len(list)-1] }
