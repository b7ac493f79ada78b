//go:build !nophone

package sdk

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestTheWayIntoWebRTC(t *testing.T) {
	withPhone(t, func(p *scriptedPhone) {
		end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
		in := p.took()
		assert.Equal(t, "GetAgentTerminalInfo", in.Method)
		assert.EqualValues(t, `"webrtc"`, in.Frame.Get("TerminalType").Raw())
		p.answer(in, "000000", account)
		p.does(p.gets(spec.OrderOpen), "{}")
		in = p.took()
		assert.Equal(t, "SetCallMode", in.Method)
		assert.EqualValues(t, `"webrtc"`, in.Frame.Get("Contact").Raw())
		assert.EqualValues(t, `null`, in.Frame.Get("Number").Raw())
		p.answer(in, "000000", "")
		assert.JSONEq(t, `{"Url":"wss://sip.example.com","Uri":"sip:9001@sip.example.com","User":"9001","Password":"secret-password"}`,
			string(p.gets(spec.OrderRegister).detail))
		p.let(func() { p.state = webrtcState })
		p.tells(spec.NewsRegistered, "{}")
		data, err := end()
		require.Nil(t, err)
		assert.EqualValues(t, "null", data)
		assert.Equal(t, spec.ModeWebRTC, p.client.Snapshot().PhoneMode, "the gateway was asked")
		p.quiet()
	})
}

func TestTheWayIntoWebRTCEndsWithTheGatewaysWord(t *testing.T) {
	withPhone(t, func(p *scriptedPhone) {
		var settled atomic.Bool
		p.client.InvokeFunc("SetPhoneModeAsync", `["webrtc"]`, func(wire.Raw, *Error) { settled.Store(true) })
		p.answer(p.took(), "000000", account)
		p.does(p.gets(spec.OrderOpen), "{}")
		p.answer(p.took(), "000000", "")
		p.gets(spec.OrderRegister)
		p.let(func() { p.mute = true })
		p.tells(spec.NewsRegistered, "{}")
		synctest.Wait()
		assert.False(t, settled.Load(), "a call made next would be judged by the old state")
		after(ReplyTimeout)
		assert.True(t, settled.Load())
	})
}

func TestAWayIntoWebRTCThatFails(t *testing.T) {
	type way struct {
		name string
		goes func(p *scriptedPhone) // to the failure
		code spec.Code
		why  spec.Reason
		back bool // the gateway has to be told the old mode
	}
	toAccount := func(p *scriptedPhone) { p.answer(p.took(), "000000", account) }
	toOpen := func(p *scriptedPhone) { toAccount(p); p.does(p.gets(spec.OrderOpen), "{}") }
	toRegister := func(p *scriptedPhone) { toOpen(p); p.answer(p.took(), "000000", ""); p.gets(spec.OrderRegister) }
	fault := func(p *scriptedPhone, fault spec.PhoneFault) {
		toAccount(p)
		p.client.PhoneTells(p.gets(spec.OrderOpen).id, spec.NewsFailed, wire.Raw(`{"Fault":"`+string(fault)+`"}`))
	}
	for _, w := range []way{
		{"no account", func(p *scriptedPhone) { p.answer(p.took(), "100018", "") }, spec.SetPhoneModeFailed, spec.RefusedNoRecord, false},
		{"a malformed account", func(p *scriptedPhone) { p.answer(p.took(), "000000", `,"Data":{}`) }, spec.SetPhoneModeFailed, spec.Malformed, false},
		{"microphone denied", func(p *scriptedPhone) { fault(p, spec.FaultDenied) }, spec.SetPhoneModeFailed, spec.MicrophoneDenied, false},
		{"no microphone", func(p *scriptedPhone) { fault(p, spec.FaultNoMicrophone) }, spec.SetPhoneModeFailed, spec.MicrophoneMissing, false},
		{"another program has the microphone", func(p *scriptedPhone) { fault(p, spec.FaultBusy) }, spec.SetPhoneModeFailed, spec.MicrophoneBusy, false},
		{"an iframe's policy", func(p *scriptedPhone) { fault(p, spec.FaultFrame) }, spec.SetPhoneModeFailed, spec.MicrophoneFrame, false},
		{"the system's settings", func(p *scriptedPhone) { fault(p, spec.FaultSystem) }, spec.SetPhoneModeFailed, spec.MicrophoneSystem, false},
		{"a page on http", func(p *scriptedPhone) { fault(p, spec.FaultInsecure) }, spec.SetPhoneModeFailed, spec.PageInsecure, false},
		{"no RTCPeerConnection", func(p *scriptedPhone) { fault(p, spec.FaultUnsupported) }, spec.SetPhoneModeFailed, spec.NoWebPhone, false},
		{"no script", func(p *scriptedPhone) { fault(p, spec.FaultMissing) }, spec.SetPhoneModeFailed, spec.PhoneMissing, false},
		{"nobody looks at the prompt", func(p *scriptedPhone) { toAccount(p); p.gets(spec.OrderOpen); after(OpenTimeout) }, spec.SetPhoneModeFailed, spec.MicrophoneAsked, false},
		{"the gateway refuses", func(p *scriptedPhone) { toOpen(p); p.answer(p.took(), "100021", "") }, spec.SetPhoneModeFailed, spec.RefusedAgentState, false},
		{"the gateway is silent", func(p *scriptedPhone) { toOpen(p); p.took(); after(ReplyTimeout) }, spec.SetPhoneModeFailed, spec.TimedOut, false},
		{"a wrong password", func(p *scriptedPhone) { toRegister(p); p.tells(spec.NewsUnregistered, `{"Status":403}`) }, spec.SetPhoneModeFailed, spec.SipRefused, true},
		{"no SIP server", func(p *scriptedPhone) { toRegister(p); after(ReplyTimeout) }, spec.SetPhoneModeFailed, spec.SipSilent, true},
	} {
		t.Run(w.name, func(t *testing.T) {
			withPhone(t, func(p *scriptedPhone) {
				end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
				w.goes(p)
				p.refused(end, w.code, w.why)
				p.gets(spec.OrderClose)
				if w.back {
					in := p.took()
					assert.Equal(t, "SetCallMode", in.Method)
					assert.EqualValues(t, `"voip"`, in.Frame.Get("Contact").Raw())
				}
				assert.Contains(t, p.happened(), "GetState", "the true mode is asked for")
				assert.Equal(t, spec.ModeVoIP, p.client.Snapshot().PhoneMode)
				assert.Empty(t, p.sent)
				p.quiet()

				// The next attempt is not hindered.
				p.begin("SetPhoneModeAsync", `["webrtc"]`)
				assert.Equal(t, "GetAgentTerminalInfo", p.took().Method)
			})
		})
	}
}

func TestADropOnTheWayIntoWebRTC(t *testing.T) {
	for step, until := range []func(p *scriptedPhone){
		func(p *scriptedPhone) { p.took() },
		func(p *scriptedPhone) {
			p.answer(p.took(), "000000", account)
			p.does(p.gets(spec.OrderOpen), "{}")
			p.took()
		},
	} {
		withPhone(t, func(p *scriptedPhone) {
			end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
			until(p)
			p.hang(1006)
			p.refused(end, spec.SocketClosed, spec.ClosedBefore)
			p.gets(spec.OrderClose)
			after(time.Minute)
			assert.Equal(t, phoneOff, p.webPhone().state, "step %d", step)
		})
	}
}

func TestDestroyOnTheWayIntoWebRTC(t *testing.T) {
	toOpen := func(p *scriptedPhone) { p.answer(p.took(), "000000", account); p.does(p.gets(spec.OrderOpen), "{}") }
	for step, until := range []func(p *scriptedPhone){
		func(p *scriptedPhone) { p.took() },
		func(p *scriptedPhone) { p.answer(p.took(), "000000", account); p.gets(spec.OrderOpen) },
		func(p *scriptedPhone) { toOpen(p); p.took() },
		func(p *scriptedPhone) { toOpen(p); p.answer(p.took(), "000000", ""); p.gets(spec.OrderRegister) },
		func(p *scriptedPhone) {
			toOpen(p)
			p.answer(p.took(), "000000", "")
			p.gets(spec.OrderRegister)
			p.let(func() { p.mute = true })
			p.tells(spec.NewsRegistered, "{}")
		},
	} {
		withPhone(t, func(p *scriptedPhone) {
			end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
			waits := p.begin("SetPhoneModeAsync", `["voip"]`)
			until(p)
			p.client.Close()
			p.refused(end, spec.NoSocket, spec.Destroyed)
			p.refused(waits, spec.NoSocket, spec.Destroyed)
			p.gets(spec.OrderClose)
			p.quiet()
			assert.Equal(t, phoneOff, p.webPhone().state, "step %d", step)
		})
	}
}

func TestPhoneModesAreChangedOneAfterTheOther(t *testing.T) {
	withPhone(t, func(p *scriptedPhone) {
		first := p.begin("SetPhoneModeAsync", `["webrtc"]`)
		second := p.begin("SetPhoneModeAsync", `["cellphone"]`)
		p.answer(p.took(), "000000", account)
		p.does(p.gets(spec.OrderOpen), "{}")
		p.answer(p.took(), "000000", "")
		p.gets(spec.OrderRegister)
		p.tells(spec.NewsRegistered, "{}")
		_, err := first()
		require.Nil(t, err)
		in := p.took()
		assert.EqualValues(t, `"cellphone"`, in.Frame.Get("Contact").Raw())
		p.answer(in, "000000", "")
		_, err = second()
		require.Nil(t, err)
		p.gets(spec.OrderClose)
	})
}

func TestChoosingWebRTCAgainRegistersAtOnce(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.client.core.cfg.Reconnect.Off = true
		p.tells(spec.NewsUnregistered, `{"Status":0}`)
		after(time.Minute)
		p.quiet()
		end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
		p.gets(spec.OrderRenew)
		p.answer(p.took(), "000000", "")
		_, err := end()
		require.Nil(t, err)
		p.tells(spec.NewsRegistered, "{}")
		p.dials()
	})
}

func TestARegisterThatIsNotAnsweredIsSentAgain(t *testing.T) {
	for _, status := range []string{"0", "408", "503"} {
		inWebRTC(t, func(p *scriptedPhone) {
			lost := func() { p.tells(spec.NewsUnregistered, wire.Raw(`{"Status":`+status+`}`)) }
			lost()
			p.quiet()
			after(time.Second)
			p.gets(spec.OrderAgain)
			for range 3 {
				lost()
				after(20 * time.Second)
				p.gets(spec.OrderRenew)
			}
			p.tells(spec.NewsRegistered, "{}")
			after(time.Minute)
			p.quiet()
			p.dials()
		})
	}
	inWebRTC(t, func(p *scriptedPhone) {
		p.tells(spec.NewsUnregistered, `{"Status":0}`)
		p.tells(spec.NewsRegistered, "{}")
		after(time.Minute)
		p.quiet()
	})
}

func TestAGatewayThatWasFoundDeadCastsDoubtOnTheSipSocket(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.let(func() { p.mute = true })
		after(10 * StateInterval)
		p.gets(spec.OrderRenew)
	})
}

func TestAStateThatComesOnTheWayIntoWebRTC(t *testing.T) {
	withPhone(t, func(p *scriptedPhone) {
		end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
		p.answer(p.took(), "000000", account)
		open := p.gets(spec.OrderOpen)
		p.begin("GetStateAsync", "[]") // says voip still
		p.quiet()
		p.does(open, "{}")
		p.answer(p.took(), "000000", "")
		p.gets(spec.OrderRegister)
		p.begin("GetStateAsync", "[]")
		p.quiet()
		p.let(func() { p.state = webrtcState })
		p.tells(spec.NewsRegistered, "{}")
		_, err := end()
		require.Nil(t, err)
	})
}

// Several pages of one application ask for the web phone at once: the person is
// asked once.
func TestManySetPhoneModesShareOnePrompt(t *testing.T) {
	for name, granted := range map[string]bool{"allowed": true, "denied": false} {
		t.Run(name, func(t *testing.T) {
			withPhone(t, func(p *scriptedPhone) {
				var ends []func() (Raw, *Error)
				for range 10 {
					ends = append(ends, p.begin("SetPhoneModeAsync", `["webrtc"]`))
				}
				p.answer(p.took(), "000000", account)
				open := p.gets(spec.OrderOpen)
				if granted {
					p.does(open, "{}")
					p.answer(p.took(), "000000", "")
					p.gets(spec.OrderRegister)
					p.tells(spec.NewsRegistered, "{}")
				} else {
					p.client.PhoneTells(open.id, spec.NewsFailed, `{"Fault":"denied"}`)
					p.gets(spec.OrderClose)
				}
				for _, end := range ends {
					_, err := end()
					if granted {
						require.Nil(t, err)
					} else {
						require.NotNil(t, err)
						assert.Equal(t, spec.MicrophoneDenied, err.Reason)
					}
				}
				p.quiet()
			})
		})
	}
}
