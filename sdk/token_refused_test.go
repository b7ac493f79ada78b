package sdk

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// syncs brings a client as far as the first GetState, which stays unanswered.
func (s *script) syncs() (end func() (Raw, *Error)) {
	s.let(func() { s.mute = true })
	end = s.begin("ConnectAsync", "[]")
	after(0)
	return end
}

func TestWhatEndsAnAttemptBeforeTheFirstState(t *testing.T) {
	rcode := func(code string) func(s *script) {
		return func(s *script) { s.say(`{"rcode":"` + code + `","rdesc":"GetState error: words"}`) }
	}
	closes := func(code int) func(s *script) { return func(s *script) { s.hang(code) } }
	for name, tc := range map[string]struct {
		ends    func(s *script)
		refuses bool
	}{
		"an upstream time-out":                {rcode("000036"), false},
		"an error frame about the token":      {rcode("200020"), true},
		"close 1000":                          {closes(1000), false},
		"close 1001, the gateway goes away":   {closes(1001), false},
		"close 1006, the connection broke":    {closes(1006), false},
		"close 1008, a policy":                {closes(1008), true},
		"close 1011, the gateway failed":      {closes(1011), false},
		"close 3000, a registered code":       {closes(3000), true},
		"close 4001, the application's own":   {closes(4001), true},
		"close 5000, which no protocol knows": {closes(5000), false},
	} {
		t.Run(name, func(t *testing.T) {
			inScript(t, func(c *Config) { c.Reconnect = ReconnectPolicy{Base: time.Millisecond, Max: time.Millisecond} }, func(s *script, c *Client) {
				end := s.syncs()
				tc.ends(s)
				why := spec.NoReason
				_, err := end()
				why = err.Reason
				assert.Equal(t, tc.refuses, why == spec.Rejected, why.Error())
				for range 20 {
					after(time.Second)
					if c.core.conn.state == syncing {
						tc.ends(s)
					}
				}
				assert.Equal(t, tc.refuses, c.core.conn.state == stopped, "after the second one")
			})
		})
	}
}

func TestTwoRefusedTokensCountInARowOnly(t *testing.T) {
	inScript(t, func(c *Config) { c.Reconnect = ReconnectPolicy{Base: time.Millisecond, Max: time.Millisecond} }, func(s *script, c *Client) {
		s.syncs()
		for range 5 {
			s.hang(4001)
			after(time.Second)
			s.hang(1011)
			after(time.Second)
			assert.Equal(t, syncing, c.core.conn.state)
		}
		s.hang(4001)
		after(time.Second)
		s.let(func() { s.mute = false })
		s.hang(1006)
		after(time.Second)
		assert.Equal(t, online, c.core.conn.state)
		s.let(func() { s.mute = true })
		s.hang(1006)
		after(time.Second)
		s.hang(4001)
		after(time.Second)
		assert.Equal(t, syncing, c.core.conn.state, "a connection between them ends the row")
	})
}

// A browser shows a refused upgrade as it shows a dead server. After three
// attempts without a socket the backend is asked with the attempt's token.
func TestARefusedUpgradeThatLooksLikeADeadServer(t *testing.T) {
	for name, tc := range map[string]struct {
		status  int
		body    string
		refused bool
	}{
		"the backend refuses the token too":  {401, "", true},
		"with a code":                        {200, `{"ErrCode":"200020","ErrDesc":"authentication failed"}`, true},
		"with a code of 401":                 {200, `{"succeed":false,"code":401}`, true},
		"the backend takes it":               {200, `{"ErrCode":"000000","Result":{}}`, false},
		"the backend fails":                  {500, "", false},
		"the backend cannot be reached":      {0, "", false},
		"the backend answers something else": {200, "<html>", false},
	} {
		t.Run(name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.let(func() { s.refuse, s.status, s.body = errors.New("1006"), tc.status, tc.body })
				s.begin("ConnectAsync", "[]")
				after(10 * time.Minute)
				if tc.refused {
					assert.Equal(t, 2, s.count().dials, "two refusals in a row; who never had a connection asks at once")
					assert.Contains(t, s.happened(), "NeedManualConnect")
					assert.Equal(t, stopped, c.core.conn.state)
				} else {
					assert.Greater(t, s.count().dials, 20)
					assert.NotEqual(t, stopped, c.core.conn.state)
				}
				for _, call := range s.calls {
					assert.True(t, strings.HasPrefix(call, "GET http://backend/backend/agents?Token=secret-token&"), call)
				}
			})
		})
	}
}
