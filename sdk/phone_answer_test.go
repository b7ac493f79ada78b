//go:build !nophone

package sdk

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// isCalled has a customer's call ring at the agent, who answers it.
func (p *scriptedPhone) isCalled() (end func() (wire.Raw, *Error)) {
	p.let(func() { p.state = strings.Replace(inCallState, "talking", "ringing", 1) })
	p.agentIs("ringing")
	p.callIs("Delivered")
	p.legTells(spec.NewsIncoming, "in1")
	end = p.begin("AnswerAsync", "[]")
	p.gets(spec.OrderAnswer)
	return end
}

// troubles returns what PhoneTrouble has reported since the last call.
func (p *scriptedPhone) troubles() (told []string) {
	happened := p.happened()
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, event := range happened {
		if event == "PhoneTrouble" {
			data := p.data[len(p.data)-len(happened)+i]
			line := data.Get("Trouble").TextOrDigits()
			if device := data.Get("Device").TextOrDigits(); device != "" {
				line += " " + device
			}
			if string(data.Get("Over")) == "true" {
				line += " over"
			}
			told = append(told, line)
		}
	}
	return told
}

func TestABusyMicrophoneHangsUpOnNobody(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		end := p.isCalled()
		p.tells(spec.NewsUnanswered, `{"Leg":"in1","Fault":"busy"}`)
		err := p.refused(end, spec.AnswerFailed, spec.MicrophoneBusy)
		assert.Contains(t, err.Message, "another program uses the microphone")
		assert.Equal(t, "in1 ringing Confirmed", last(p.legs()))
		after(HangupGrace)
		p.quiet()
		end = p.begin("AnswerAsync", "[]")
		p.gets(spec.OrderAnswer)
		p.legTells(spec.NewsAccepted, "in1")
		_, err = end()
		require.Nil(t, err)
	})
}

func TestACallThatCouldNotBeAnsweredByItselfRingsOn(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.let(func() { p.state = strings.Replace(inCallState, "talking", "ringing", 1) })
		p.agentIs("ringing")
		p.atOnce("in1")
		p.gets(spec.OrderAnswer)
		p.happened()
		p.tells(spec.NewsUnanswered, `{"Leg":"in1","Fault":"busy"}`)
		assert.Equal(t, []string{"NotAnswered"}, p.troubles())
		p.agentIs("ringing")
		after(HangupGrace)
		p.quiet()
		end := p.begin("AnswerAsync", "[]")
		p.gets(spec.OrderAnswer)
		p.legTells(spec.NewsAccepted, "in1")
		_, err := end()
		require.Nil(t, err)
	})
}

func TestAPersonHasAMinuteToAllowTheMicrophone(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		end := p.isCalled()
		after(time.Second)
		p.legTells(spec.NewsAsking, "in1")
		after(30 * time.Second)
		p.legTells(spec.NewsAccepted, "in1")
		_, err := end()
		require.Nil(t, err)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// The customer gives up meanwhile.
		end := p.isCalled()
		p.legTells(spec.NewsAsking, "in1")
		after(30 * time.Second)
		p.legTells(spec.NewsEnded, "in1")
		p.refused(end, spec.AnswerFailed, spec.HungUp)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// Nobody answers the browser; the customer is not hung up on.
		end := p.isCalled()
		p.legTells(spec.NewsAsking, "in1")
		after(OpenTimeout)
		err := p.refused(end, spec.AnswerFailed, spec.MicrophoneAsked)
		assert.Contains(t, err.Message, "60 s")
		p.quiet()
		end = p.begin("AnswerAsync", "[]")
		p.quiet() // the answer is under way
		p.legTells(spec.NewsAccepted, "in1")
		_, err = end()
		require.Nil(t, err)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		leg, end := p.dials()
		p.legTells(spec.NewsAsking, leg)
		after(OpenTimeout - time.Second)
		p.legTells(spec.NewsProgress, leg)
		_, err := end()
		require.Nil(t, err)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		leg, end := p.dials()
		p.legTells(spec.NewsAsking, leg)
		after(OpenTimeout)
		p.refused(end, spec.MakeCallFailed, spec.MicrophoneAsked)
		p.gets(spec.OrderHangup)
	})
}

func TestADeviceThatIsReplacedIsTold(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.tells(spec.NewsReplaced, `{"Kind":"speaker"}`)
		assert.Equal(t, []string{"DeviceReplaced speaker"}, p.troubles())
		p.tells(spec.NewsReplaced, `{"Kind":"microphone","Fault":"no microphone"}`)
		assert.Equal(t, []string{"DeviceFailed microphone"}, p.troubles())
		p.tells(spec.NewsReplaced, `{"Kind":"13800138000"}`)
		assert.Equal(t, []string{"DeviceReplaced"}, p.troubles())
		p.tells(spec.NewsBlocked, `{}`)
		assert.Equal(t, []string{"SoundBlocked"}, p.troubles())
	})
}
