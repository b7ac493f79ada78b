package sdk

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestEveryStateHasAWayOut(t *testing.T) {
	for state := idle; state < destroyed; state++ {
		ways := map[connState]bool{}
		for on := connect; on <= destroy; on++ {
			if to, ok := state.next(on); ok {
				ways[to] = true
			}
		}
		assert.True(t, ways[destroyed], "state %d can be destroyed", state)
		if state != idle {
			assert.True(t, ways[idle], "state %d can be disconnected", state)
		}
		assert.Greater(t, len(ways), 1)
	}
	for on := connect; on <= destroy; on++ {
		_, ok := destroyed.next(on)
		assert.False(t, ok, "destroyed is the end")
	}
}

func TestTransitionsAreUnambiguous(t *testing.T) {
	type key struct {
		from connState
		on   input
	}
	seen := map[key]bool{}
	for _, tr := range transitions {
		assert.False(t, seen[key{tr.from, tr.on}], "%v", tr)
		seen[key{tr.from, tr.on}] = true
	}
}

func TestKeepAlive(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		assert.Equal(t, 1, s.count().polls)
		after(PingInterval)
		assert.Equal(t, 1, s.count().pings)
		after(10 * time.Second)
		assert.Equal(t, 2, s.count().polls)
		assert.Equal(t, []string{"GetState"}, s.happened())
		after(time.Hour)
		assert.Equal(t, 1+72, s.count().pings)
		assert.Equal(t, 2+60, s.count().polls)
		s.say("pong")
		assert.Zero(t, c.Stats().BadFrames)
	})
}

func TestAGetStateUnansweredIsTheEndOfTheConnection(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.let(func() { s.mute = true })
		after(StateInterval + ReplyTimeout - time.Millisecond)
		assert.Equal(t, spec.ConnectConnected, c.Snapshot().ConnectState)
		s.let(func() { s.mute = false })
		after(time.Millisecond)
		assert.Equal(t, []string{"Disconnected"}, s.happened())
		assert.Equal(t, []int{1000}, s.closed)
		after(time.Second)
		assert.Equal(t, []string{"Connecting", "Connected", "GetState"}, s.happened(), "Ready comes once in a client's life")
	})
}

func TestTokenFailuresSayWhich(t *testing.T) {
	for _, tc := range []struct {
		name     string
		provider TokenProvider
		why      spec.Reason
		says     string
	}{
		{"rejects", func(context.Context) (Credentials, error) { return Credentials{}, errors.New("no") }, spec.TokenFailed, "GetToken failed"},
		{"never settles", func(ctx context.Context) (Credentials, error) { <-ctx.Done(); return Credentials{}, ctx.Err() }, spec.TokenSilent, "within 10 s"},
		{"without a token", func(context.Context) (Credentials, error) { return Credentials{Timestamp: "1"}, nil }, spec.TokenMalformed, "token"},
		{"without a timestamp", func(context.Context) (Credentials, error) { return Credentials{Token: "t"}, nil }, spec.TokenMalformed, "timestamp"},
		{"something else", func(context.Context) (Credentials, error) { return Credentials{}, MalformedToken("number") }, spec.TokenMalformed, "number"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inScript(t, func(c *Config) { c.Token = tc.provider }, func(s *script, c *Client) {
				end := s.begin("ConnectAsync", "[]")
				after(TokenTimeout)
				err := s.refused(end, CodeConnectFailed, tc.why)
				assert.Contains(t, err.Message, tc.says)
				assert.Zero(t, s.count().dials)
			})
		})
	}
}

func TestConnectFailsAndGoesOnTrying(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.let(func() { s.refuse = errors.New("nobody there") })
		s.refused(s.begin("ConnectAsync", "[]"), CodeConnectFailed, spec.DialFailed)
		assert.Equal(t, []string{"Connecting", "Disconnected"}, s.happened())
		after(10 * time.Minute)
		assert.Greater(t, s.count().dials, 30, "no end by default, a ceiling of 20 s")
		s.let(func() { s.refuse = nil })
		after(20 * time.Second)
		assert.Equal(t, spec.ConnectConnected, c.Snapshot().ConnectState)
	})
}

func TestReconnectPolicy(t *testing.T) {
	for failed := 1; failed <= 10; failed++ {
		ceiling := min(time.Second<<(failed-1), 20*time.Second)
		for range 100 {
			delay, again := ReconnectPolicy{}.next(failed)
			assert.True(t, again)
			assert.LessOrEqual(t, delay, ceiling)
			assert.Positive(t, delay)
		}
	}
	_, again := ReconnectPolicy{Off: true}.next(1)
	assert.False(t, again)
	_, again = ReconnectPolicy{Attempts: 2}.next(2)
	assert.True(t, again)
	_, again = ReconnectPolicy{Attempts: 2}.next(3)
	assert.False(t, again)
}

func TestPolicyThatGivesUpSaysSo(t *testing.T) {
	inScript(t, func(c *Config) { c.Reconnect.Attempts = 2 }, func(s *script, c *Client) {
		s.connect()
		s.let(func() { s.refuse = errors.New("gone") })
		s.hang(closeAbnormal)
		after(time.Minute)
		assert.Equal(t, 1+2, s.count().dials)
		events := s.happened()
		assert.Equal(t, "NeedManualConnect", events[len(events)-1])
		s.refused(s.begin("GetPhoneModesAsync", "[]"), CodeSocketClosed, spec.NotConnected)
		s.let(func() { s.refuse = nil })
		s.connect()
	})
}

func TestASilentGatewayFailsTheAttempt(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.let(func() { s.mute = true })
		end := s.begin("ConnectAsync", "[]")
		after(ReplyTimeout)
		s.refused(end, CodeConnectFailed, spec.StateSilent)
	})
}

func TestARefusedTokenStopsTheSecondTime(t *testing.T) {
	for name, refuse := range map[string]func(s *script){
		"a close before the first reply":   func(s *script) { s.hang(1008) },
		"an error frame before it":         func(s *script) { s.say(`{"rcode":"200020","rdesc":"auth"}`) },
		"a first GetState that is refused": nil,
	} {
		t.Run(name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.let(func() { s.mute = true })
				end := s.begin("ConnectAsync", "[]")
				after(0)
				if refuse == nil {
					refuse = func(s *script) {
						id := c.core.msgID(c.core.calls.seq)
						s.say(`{"Method":"GetState","MsgType":"REP","MsgId":"` + id + `","ErrCode":"200020"}`)
					}
				}
				refuse(s)
				s.refused(end, CodeConnectFailed, spec.Rejected)
				after(2 * time.Second)
				assert.Equal(t, 2, s.count().dials)
				refuse(s)
				after(time.Hour)
				assert.Equal(t, 2, s.count().dials, "each attempt had a fresh token; a third would say the same")
				assert.Contains(t, s.happened(), "NeedManualConnect")
			})
		})
	}
}

func TestARefusedUpgradeIsARefusedToken(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.let(func() { s.refuse = refusedUpgrade{errors.New("401")} })
		s.refused(s.begin("ConnectAsync", "[]"), CodeConnectFailed, spec.Rejected)
		after(time.Hour)
		assert.Equal(t, 2, s.count().dials)
	})
}

func TestKickedOutStaysOut(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.hang(4409)
		after(time.Hour)
		assert.Equal(t, []string{"Disconnected", "NeedManualConnect"}, s.happened())
		assert.Equal(t, 1, s.count().dials)
		s.connect()
	})
}

func TestDisconnectStaysDisconnected(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		pending := s.begin("HoldAsync", `[{"CallId":"c"}]`)
		c.Disconnect()
		s.refused(pending, CodeSocketClosed, spec.ClosedBefore)
		assert.Equal(t, []int{1000}, s.closed)
		assert.Equal(t, []string{"Disconnected"}, s.happened())
		s.refused(s.begin("GetPhoneModesAsync", "[]"), CodeSocketClosed, spec.NotConnected)
		after(time.Hour)
		assert.Equal(t, 1, s.count().dials)
		for _, frame := range s.sent {
			assert.NotContains(t, frame, "Logout")
		}
		s.connect()
		assert.Equal(t, 2, s.count().dials)
	})
}

func TestDisconnectDuringEachStepOfConnecting(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"asking": func(c *Config) {
			c.Token = func(ctx context.Context) (Credentials, error) { <-ctx.Done(); return Credentials{}, ctx.Err() }
		},
		"syncing": nil,
	} {
		t.Run(name, func(t *testing.T) {
			inScript(t, change, func(s *script, c *Client) {
				s.let(func() { s.mute = true })
				end := s.begin("ConnectAsync", "[]")
				waiting := s.begin("GetPhoneModesAsync", "[]")
				after(0)
				c.Disconnect()
				s.refused(end, CodeConnectFailed, spec.NotConnected)
				s.refused(waiting, CodeSocketClosed, spec.NotConnected)
				after(time.Minute)
				assert.Equal(t, []string{"Connecting", "Disconnected"}, s.happened())
			})
		})
	}
}

func TestCloseLogsOutAndEnds(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		pending := s.begin("HoldAsync", `[{"CallId":"c"}]`)
		s.took()
		c.Close()
		c.Close()
		assert.Equal(t, "Logout", s.took().Method)
		assert.Equal(t, []int{1000}, s.closed)
		s.refused(pending, CodeNoSocket, spec.Destroyed)
		s.refused(s.begin("HoldAsync", `[{"CallId":"c"}]`), CodeNoSocket, spec.Destroyed)
		s.refused(s.begin("ConnectAsync", "[]"), CodeNoSocket, spec.Destroyed)
		assert.Empty(t, s.happened(), "no event follows")
		require.Error(t, c.Connect(context.Background()))
	})
}
