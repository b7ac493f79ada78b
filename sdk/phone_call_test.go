//go:build !nophone

package sdk

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestMakeCallSendsAnInviteAndNoFrame(t *testing.T) {
	for name, heard := range map[string]func(p *scriptedPhone, leg string){
		"Originated":         func(p *scriptedPhone, leg string) { p.callIs("Originated") },
		"a provisional":      func(p *scriptedPhone, leg string) { p.legTells(spec.NewsProgress, leg) },
		"accepted at once":   func(p *scriptedPhone, leg string) { p.legTells(spec.NewsAccepted, leg) },
		"both, in one order": func(p *scriptedPhone, leg string) { p.callIs("Originated"); p.legTells(spec.NewsProgress, leg) },
		"both, in the other": func(p *scriptedPhone, leg string) { p.legTells(spec.NewsProgress, leg); p.callIs("Originated") },
	} {
		t.Run(name, func(t *testing.T) {
			inWebRTC(t, func(p *scriptedPhone) {
				end := p.begin("MakeCallAsync", `["10086",{"BizId":"order\r\nX-Evil: 1"}]`)
				o := p.gets(spec.OrderInvite)
				assert.EqualValues(t, `"10086"`, o.detail.Get("Number"))
				assert.EqualValues(t, `["X-Biz-Id: orderX-Evil: 1"]`, o.detail.Get("Headers"))
				p.refused(p.begin("MakeCallAsync", `["10086"]`), spec.MakeCallFailed, spec.PhoneNotIdle)
				heard(p, o.detail.Get("Leg").TextOrDigits())
				_, err := end()
				require.Nil(t, err)
				assert.Empty(t, p.sent, "no Dialout")
				p.quiet()
			})
		})
	}
}

func TestAMakeCallThatTheSipServerTurnsDown(t *testing.T) {
	for _, c := range []struct {
		detail string
		why    spec.Reason
		data   string
	}{
		{`"Status":486`, spec.FarEndBusy, `{"SipStatus":486}`},
		{`"Status":480`, spec.FarEndAway, `{"SipStatus":480}`},
		{`"Status":503`, spec.FarEndRefused, `{"SipStatus":503}`},
		{`"Status":0`, spec.SipSilent, `null`},
		{`"Status":0,"Fault":"denied"`, spec.MicrophoneDenied, `null`},
	} {
		inWebRTC(t, func(p *scriptedPhone) {
			leg, end := p.dials()
			p.tells(spec.NewsEnded, wire.Raw(`{"Leg":"`+leg+`",`+c.detail+`}`))
			assert.EqualValues(t, c.data, p.refused(end, spec.MakeCallFailed, c.why).Data)
			assert.Contains(t, p.happened(), "GetState")
			p.dials()
		})
	}
	inWebRTC(t, func(p *scriptedPhone) {
		leg, end := p.dials()
		after(ReplyTimeout)
		p.refused(end, spec.MakeCallFailed, spec.TimedOut)
		assert.EqualValues(t, leg, p.gets(spec.OrderHangup).detail.Get("Leg").TextOrDigits())
		p.legTells(spec.NewsAccepted, leg) // the answer crossed the CANCEL
		p.legTells(spec.NewsEnded, leg)
		p.dials()
	})
}

func TestAnswer(t *testing.T) {
	rings := func(p *scriptedPhone) { p.agentIs("ringing"); p.callIs("Delivered") }
	inWebRTC(t, func(p *scriptedPhone) {
		rings(p)
		p.legTells(spec.NewsIncoming, "in1")
		end := p.begin("AnswerAsync", "[]")
		assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderAnswer).detail)
		p.legTells(spec.NewsAccepted, "in1")
		_, err := end()
		require.Nil(t, err)
		assert.Empty(t, p.sent, "no Answer frame")
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// Before the SIP call has come.
		rings(p)
		end := p.begin("AnswerAsync", "[]")
		p.quiet()
		p.legTells(spec.NewsIncoming, "in1")
		p.gets(spec.OrderAnswer)
		p.legTells(spec.NewsAccepted, "in1")
		_, err := end()
		require.Nil(t, err)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		rings(p)
		end := p.begin("AnswerAsync", "[]")
		after(ReplyTimeout)
		p.refused(end, spec.AnswerFailed, spec.NoPhoneCall)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		rings(p)
		p.legTells(spec.NewsIncoming, "in1")
		end := p.begin("AnswerAsync", "[]")
		p.gets(spec.OrderAnswer)
		p.legTells(spec.NewsEnded, "in1")
		p.refused(end, spec.AnswerFailed, spec.HungUp)
	})
	inWebRTC(t, func(p *scriptedPhone) {
		p.refused(p.begin("AnswerAsync", "[]"), spec.AnswerFailed, spec.NoPhoneCall)
	})
}

func TestASecondSipCallIsTurnedDown(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.talks()
		p.legTells(spec.NewsIncoming, "in1")
		assert.EqualValues(t, `{"Leg":"in1"}`, p.gets(spec.OrderHangup).detail)
		p.legTells(spec.NewsEnded, "in1")
		assert.NotNil(t, p.webPhone().leg)
	})
}

func TestHangup(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		end := p.begin("HangupAsync", `["c1"]`)
		in := p.took()
		assert.Equal(t, "Hangup", in.Method)
		p.answer(in, "000000", "")
		_, err := end()
		require.Nil(t, err)
		p.callEnds()
		after(HangupGrace - time.Millisecond)
		p.quiet()
		after(time.Millisecond)
		p.gets(spec.OrderHangup) // the gateway did not end it
		p.legTells(spec.NewsEnded, leg)
		p.quiet()
	})
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.begin("HangupAsync", `["c1"]`)
		p.answer(p.took(), "000000", "")
		p.callEnds()
		p.legTells(spec.NewsEnded, leg) // the gateway ended it
		after(time.Minute)
		p.quiet()
	})
	inWebRTC(t, func(p *scriptedPhone) {
		p.talks()
		end := p.begin("HangupAsync", `["c1"]`)
		p.let(func() { p.state = inCallState })
		p.answer(p.took(), "100021", "")
		p.refused(end, spec.HangupFailed, spec.RefusedAgentState)
		after(time.Minute)
		p.quiet() // the call goes on
	})
	inWebRTC(t, func(p *scriptedPhone) {
		p.talks()
		p.let(func() { p.refuse = assert.AnError })
		p.hang(1006)
		end := p.begin("HangupAsync", `["c1"]`)
		p.gets(spec.OrderHangup) // without the gateway
		_, err := end()
		require.Nil(t, err)
	})
}

func TestMuteIsWhatTheTrackSays(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.refused(p.begin("MuteAsync", `[{"CallId":"c1"}]`), spec.Failed, spec.NoPhoneCall)
		leg := p.talks()
		p.refused(p.begin("MuteAsync", `[{"CallId":"c2"}]`), spec.Failed, spec.NoPhoneCall)
		end := p.begin("UnmuteAsync", `[{"callId":"c1"}]`)
		o := p.gets(spec.OrderMute)
		assert.EqualValues(t, `{"Leg":"`+leg+`","Muted":false}`, o.detail)
		p.does(o, `{"Muted":true}`)
		p.refused(end, spec.Failed, spec.PhoneFailed)
		end = p.begin("MuteAsync", `[{"CallId":"c1"}]`)
		p.does(p.gets(spec.OrderMute), `{"Muted":true}`)
		data, err := end()
		require.Nil(t, err)
		assert.EqualValues(t, "{}", data)
		end = p.begin("MuteAsync", `[{"CallId":"c1"}]`)
		p.gets(spec.OrderMute)
		after(ReplyTimeout)
		p.refused(end, spec.Failed, spec.PhoneFailed)
	})
}

func TestWhatIsAskedOfAPhoneThatIsLetGo(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.talks()
		end := p.begin("MuteAsync", `[{"CallId":"c1"}]`)
		p.gets(spec.OrderMute)
		p.let(func() { p.state = idleState })
		p.say(`{"Method":"AgentCallModeChange","MsgType":"NTF","CurContact":"voip","CurNumber":"1","CurExtState":"idle"}`)
		p.refused(end, spec.Failed, spec.NoPhoneCall)
	})
}

func TestTouchTonesAndDevices(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		end := p.begin("SendDtmfAsync", `[{"CallId":"c1","Digits":"0123456789*#"}]`)
		o := p.gets(spec.OrderDtmf)
		assert.EqualValues(t, `{"Leg":"`+leg+`","Digits":"0123456789*#"}`, o.detail)
		p.does(o, "{}")
		_, err := end()
		require.Nil(t, err)

		end = p.begin("GetAudioDevicesAsync", "[]")
		p.does(p.gets(spec.OrderDevices), `{"Devices":[{"Kind":"speaker","DeviceId":"d1","Label":"Headset","Selected":true}]}`)
		data, err := end()
		require.Nil(t, err)
		assert.EqualValues(t, `[{"Kind":"speaker","DeviceId":"d1","Label":"Headset","Selected":true}]`, data)

		end = p.begin("SetAudioDeviceAsync", `[{"Kind":"ringer","DeviceId":"d2"}]`)
		o = p.gets(spec.OrderDevice)
		assert.EqualValues(t, `{"Kind":"ringer","DeviceId":"d2"}`, o.detail)
		p.client.PhoneTells(o.id, spec.NewsFailed, `{"Fault":"no device"}`)
		p.refused(end, spec.Failed, spec.DeviceMissing)
	})
}
