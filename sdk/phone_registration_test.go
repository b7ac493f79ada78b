//go:build !nophone

package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestLeavingWebRTCUnregisters(t *testing.T) {
	for name, leave := range map[string]func(p *scriptedPhone){
		"asked for": func(p *scriptedPhone) {
			p.begin("SetPhoneModeAsync", `["voip"]`)
			p.answer(p.took(), "000000", "")
		},
		"from elsewhere": func(p *scriptedPhone) {
			p.say(`{"Method":"AgentCallModeChange","MsgType":"NTF","CurContact":"voip","CurNumber":"1","CurExtState":"idle"}`)
		},
		"kicked":    func(p *scriptedPhone) { p.hang(DefaultKickCodes()[0]) },
		"destroyed": func(p *scriptedPhone) { p.client.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			inWebRTC(t, func(p *scriptedPhone) {
				p.quiet()
				leave(p)
				p.gets(spec.OrderClose)
				p.quiet()
			})
		})
	}
}

func TestAReloadedPageRegistersAgain(t *testing.T) {
	p := &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = p }, func(s *script, c *Client) {
		p.script = s
		s.state = inCallState
		s.connect()
		s.answer(s.took(), "000000", account)
		p.does(p.gets(spec.OrderOpen), "{}")
		p.gets(spec.OrderRegister)
		p.tells(spec.NewsRegistered, "{}")
		assert.Equal(t, "c1", c.Snapshot().CallID, "the call is the gateway's to tell")
		assert.Empty(t, s.sent, "no SetCallMode: the gateway knows")
		end := s.begin("HangupAsync", `["c1"]`)
		s.answer(s.took(), "000000", "")
		_, err := end()
		require.Nil(t, err)
	})
}

func TestAReloadedPageTriesAgainWithTheNextState(t *testing.T) {
	p := &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = p }, func(s *script, c *Client) {
		p.script = s
		s.state = webrtcState
		s.connect()
		s.answer(s.took(), "100018", "")
		p.gets(spec.OrderClose)
		s.refused(s.begin("MakeCallAsync", `["10086"]`), spec.MakeCallFailed, spec.NotRegistered)
		after(StateInterval)
		assert.Equal(t, "GetAgentTerminalInfo", s.took().Method)
	})
}

func TestRegistrationIsLostAndRestored(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.tells(spec.NewsUnregistered, `{"Status":0}`)
		p.refused(p.begin("MakeCallAsync", `["10086"]`), spec.MakeCallFailed, spec.NotRegistered)
		p.tells(spec.NewsRegistered, "{}")
		p.dials()
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// An account that is refused is fetched again.
		p.tells(spec.NewsUnregistered, `{"Status":403}`)
		p.gets(spec.OrderClose)
		after(StateInterval)
		assert.Equal(t, "GetAgentTerminalInfo", p.took().Method)
	})
}

func TestARegistrationThatIsTakenBackInACallCostsNotTheCall(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.let(func() { p.state = inCallState })
		p.tells(spec.NewsUnregistered, `{"Status":403}`)
		after(StateInterval)
		p.quiet()
		p.let(func() { p.state = webrtcState })
		p.callEnds()
		p.legTells(spec.NewsEnded, leg)
		p.gets(spec.OrderClose)
		after(StateInterval)
		assert.Equal(t, "GetAgentTerminalInfo", p.took().Method, "the account is fetched again")
	})
}

func TestSignallingAndMediaAreRecoveredOneAfterTheOther(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		p.tells(spec.NewsNetwork, "{}")
		p.gets(spec.OrderRenew)
		p.tells(spec.NewsUnregistered, `{"Status":0}`)
		p.tells(spec.NewsRegistered, "{}")
		p.quiet() // no call, no media

		leg := p.talks()
		p.tells(spec.NewsNetwork, "{}")
		p.gets(spec.OrderRenew)
		p.tells(spec.NewsUnregistered, `{"Status":0}`)
		p.legTells(spec.NewsMediaLost, leg)
		p.quiet()
		p.tells(spec.NewsRegistered, "{}")
		restart := p.gets(spec.OrderRestart)
		p.tells(spec.NewsNetwork, "{}")
		p.gets(spec.OrderRenew)
		p.does(restart, "{}")
		p.quiet()
		p.tells(spec.NewsRegistered, "{}")
		restart = p.gets(spec.OrderRestart)
		p.legTells(spec.NewsMediaLost, leg)
		p.quiet()
		p.does(restart, "{}")
		p.does(p.gets(spec.OrderRestart), "{}")
		p.quiet()

		// What broke the sound may have broken the SIP socket unnoticed.
		p.legTells(spec.NewsMediaLost, leg)
		p.gets(spec.OrderRenew)
		p.quiet()
		p.tells(spec.NewsRegistered, "{}")
		p.client.PhoneTells(p.gets(spec.OrderRestart).id, spec.NewsFailed, `{"Fault":"failed"}`)
		p.quiet()
		assert.Equal(t, phoneReady, p.webPhone().state)
	})
}

// A SetPhoneMode that comes while a reloaded page opens its phone shares the
// failure, too.
func TestAReloadedPageWhoseMicrophoneIsDeniedSaysSo(t *testing.T) {
	p := &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = p }, func(s *script, c *Client) {
		p.script = s
		s.state = webrtcState
		s.connect()
		s.answer(s.took(), "000000", account)
		open := p.gets(spec.OrderOpen)
		end := s.begin("SetPhoneModeAsync", `["webrtc"]`)
		c.PhoneTells(open.id, spec.NewsFailed, `{"Fault":"denied"}`)
		s.refused(end, spec.SetPhoneModeFailed, spec.MicrophoneDenied)
	})
}
