package sandbox_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// as calls the HTTP backend with a token.
func (w *world) as(c token.Credentials, method, path string, body string) answer {
	w.Helper()
	return w.call(method, w.BackendURL+path+"?"+signed(c, url.Values{}).Encode(), body, nil)
}

func TestABoundTokenIsItsAgentsAlone(t *testing.T) {
	play(t, sandbox.Config{BindTokens: true}, func(t *testing.T, w *world) {
		alice, bob := w.Credentials("1001"), w.Credentials("1002")
		assert.NotEqual(t, alice.Token, bob.Token, "within one second too")
		assert.Equal(t, alice, w.Credentials("1001"), "the same agent gets the same one")

		_, err := w.dial("1002", alice)
		assert.EqualError(t, err, "HTTP 401")
		_, err = w.dial("1001", alice)
		assert.NoError(t, err)

		elsewhere := token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now().Add(-time.Minute))
		for _, agentID := range []string{"1002", "1003"} {
			_, err = w.dial(agentID, elsewhere)
			assert.NoError(t, err, "a token of the tenant's own backend is nobody's")
		}
	})
}

func TestAnUnboundTokenIsTheTenants(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		_, err := w.dial("1002", w.Credentials("1001"))
		assert.NoError(t, err)
		got := w.as(w.Credentials("1001"), http.MethodPut, "/agents/1002", `{"InWrapUpTime":5}`)
		assert.Equal(t, "000000", got.body["ErrCode"])
	})
}

func TestManyAgentsInOneSecondShareTokensInTheEnd(t *testing.T) {
	play(t, sandbox.Config{BindTokens: true, Agents: 100}, func(t *testing.T, w *world) {
		tokens := map[string]bool{}
		for _, agent := range w.State().Agents {
			c := w.Credentials(agent.AgentID)
			require.NoError(t, token.Verify(c, sandbox.DefaultSecret, time.Now().Add(4*time.Minute)), "as long as the SDK keeps one")
			_, err := w.dial(agent.AgentID, c)
			require.NoError(t, err)
			tokens[c.Token] = true
		}
		assert.Len(t, tokens, 31)
	})
}

func TestHTTPCallsActOnTheAgentsOwn(t *testing.T) {
	play(t, sandbox.Config{BindTokens: true}, func(t *testing.T, w *world) {
		_, callID := w.talking("1001")
		alice, bob := w.Credentials("1001"), w.Credentials("1002")
		transfer := `{"call_id":"` + callID + `","ivr_id":25,"node_id":1}`
		for name, request := range map[string]struct{ method, path, body, code string }{
			"reads wrap-up":      {http.MethodPost, "/agents/1001", ``, "200020"},
			"sets wrap-up":       {http.MethodPut, "/agents/1001", `{"InWrapUpTime":5}`, "200020"},
			"reads numbers":      {http.MethodGet, numbersPath + "/1001", ``, "200020"},
			"chooses a number":   {http.MethodPost, numbersPath, `{"agentId":"1001","type":"sp_number","defaultId":"1"}`, "200020"},
			"reads calls":        {http.MethodPost, "/app-web-api/petitions/agent/recent", `{"agentId":"1001"}`, "200020"},
			"transfers the call": {http.MethodPost, "/transfer_ivr", transfer, "100018"},
		} {
			got := w.as(bob, request.method, request.path, request.body)
			code := got.body["ErrCode"]
			if code == nil {
				code = got.body["bizCode"]
			}
			assert.Equal(t, request.code, code, name)
		}
		assert.Equal(t, sandbox.CallEstablished, w.State().Calls[0].Status)
		assert.Zero(t, w.State().Agents[0].WrapUpTime)

		assert.Equal(t, "000000", w.as(alice, http.MethodPut, "/agents/1001", `{"InWrapUpTime":5}`).body["ErrCode"])
		assert.Equal(t, "000000", w.as(alice, http.MethodPost, "/transfer_ivr", transfer).body["ErrCode"])
		w.pages[0].expect("Transferred OtherIn", "ConnectionCleared OtherIn", "AgentStateChange talking→wrapup")
	})
}
