//go:build !nophone

package sdk

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestTheSipCallEndsAloneAndTheGatewayDecides(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.legTells(spec.NewsEnded, leg)
		p.let(func() { p.state = webrtcState })
		p.happened()
		after(HangupGrace)
		assert.Equal(t, []string{"AdvancedCallStatusChanged+ConnectionCleared", "AgentStateChanged", "GetState"}, p.happened())
		assert.Empty(t, p.client.Snapshot().CallID)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.let(func() { p.state = inCallState })
		p.legTells(spec.NewsEnded, leg)
		polls := p.count().polls
		after(HangupGrace)
		assert.Equal(t, polls+1, p.count().polls)
		assert.Equal(t, "c1", p.client.Snapshot().CallID, "the gateway says that the call goes on")
		after(StateInterval / 2)
		assert.Equal(t, polls+1, p.count().polls, "asked once")
	})
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.legTells(spec.NewsEnded, leg)
		p.callEnds()
		polls := p.count().polls
		after(HangupGrace)
		assert.Equal(t, polls, p.count().polls, "the two agree")
	})
}

func TestADoubtEndsNoCallThatBeganAfterIt(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.legTells(spec.NewsEnded, leg)
		p.callEnds()
		p.let(func() { p.state = webrtcState })
		_, end := p.dials()
		after(HangupGrace)
		p.quiet()
		p.tells(spec.NewsEnded, wire.Raw(`{"Leg":"`+string(p.webPhone().leg.name)+`","Status":403}`))
		_, err := end()
		require.NotNil(t, err)
		assert.JSONEq(t, `{"SipStatus":403}`, string(err.Data))
	})
}

func TestTheGatewaysCallEndsAlone(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.callEnds()
		p.quiet()
		after(HangupGrace)
		assert.Equal(t, leg, p.gets(spec.OrderHangup).detail.Get("Leg").TextOrDigits())
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// The end of a consultation is not the end of the call.
		p.talks()
		p.callIs("ConnectionCleared")
		after(HangupGrace)
		p.quiet()
	})
}

func TestACallOutlivesTheGateway(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.talks()
		p.let(func() { p.state = inCallState })
		p.hang(1006)
		end := p.begin("MuteAsync", `[{"CallId":"c1"}]`)
		p.does(p.gets(spec.OrderMute), `{"Muted":true}`)
		_, err := end()
		require.Nil(t, err)
		after(time.Minute)
		assert.Equal(t, spec.ConnectConnected, p.client.Snapshot().ConnectState)
		p.quiet()
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// It ended in the gap.
		p.talks()
		p.let(func() { p.state = webrtcState })
		p.hang(1006)
		after(StateInterval)
		p.gets(spec.OrderHangup)
	})
}

// The gateway's answer ends a SIP call that is unknown to it; its silence does
// not.
func TestADoubtWithoutTheGatewaysAnswerEndsNoCall(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.let(func() { p.mute = true })
		p.agentIs("idle")
		after(HangupGrace)
		p.hang(closeAbnormal)
		after(time.Second)
		for _, o := range p.orders {
			assert.NotEqual(t, spec.OrderHangup, o.order, "the answer was lost")
		}
		assert.NotNil(t, p.webPhone().leg, leg)
	})
}

// An answer in an outage settles once, by what the phone does.
func TestAnAnswerInAnOutage(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.agentIs("ringing")
		end := p.begin("AnswerAsync", "[]")
		after(0)
		p.let(func() { p.refuse = errors.New("no network") })
		p.hang(closeAbnormal)
		p.tells(spec.NewsIncoming, `{"Leg":"in1"}`)
		p.gets(spec.OrderAnswer)
		p.legTells(spec.NewsAccepted, "in1")
		_, err := end()
		require.Nil(t, err)
		again := p.begin("AnswerAsync", "[]")
		after(time.Minute)
		_, failed := again()
		require.NotNil(t, failed)
		assert.NotEqual(t, spec.Broken, failed.Reason)
	})
}
