package sandbox_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

var expireToken = sandbox.Fault{Kind: sandbox.FaultExpireToken}

// agents calls GET /agents with a token and returns the HTTP status.
func (w *world) agents(c token.Credentials) int {
	w.Helper()
	return w.call(http.MethodGet, w.BackendURL+"/agents?"+signed(c, nil).Encode(), "", nil).status
}

func TestAnExpiredTokenIsRefusedUntilANewerOneIsFetched(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		old := w.Credentials("1001")
		w.fault("1001", expireToken)
		for range 2 {
			assert.Equal(t, http.StatusUnauthorized, w.agents(old))
			_, err := w.dial("1001", old)
			require.EqualError(t, err, "HTTP 401")
		}
		_, err := w.dial("1002", old)
		require.NoError(t, err, "another agent may connect with it: tokens are the tenant's")

		fetched := w.Credentials("1001")
		assert.Equal(t, old, fetched, "the same second gives the same token, and it counts as newer")
		assert.Equal(t, http.StatusOK, w.agents(fetched))
		w.connect("1001")
		require.NoError(t, w.ClearFaults("1001"))
		assert.Equal(t, http.StatusOK, w.agents(fetched), "clearing makes no token worse")
	})
}

func TestExpireTokenRefusesSoManyTokensInTurn(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		old := w.Credentials("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultExpireToken, Count: 2})
		time.Sleep(time.Second)
		newer := w.Credentials("1001")
		require.NotEqual(t, old, newer)
		for range 2 {
			assert.Equal(t, http.StatusUnauthorized, w.agents(newer), "the second token")
			assert.Equal(t, http.StatusUnauthorized, w.agents(old), "the first")
		}
		assert.Equal(t, http.StatusOK, w.agents(w.Credentials("1001")), "the third")
		assert.Equal(t, http.StatusUnauthorized, w.agents(old), "an expired token stays so")
		require.NoError(t, w.ClearFaults("1001"))
		assert.Equal(t, http.StatusOK, w.agents(old), "until faults are cleared")
	})
}

func TestTokensSignedElsewhereExpireByTheirTimestamp(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		sign := func() token.Credentials {
			return token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now())
		}
		old := sign()
		w.fault("1001", expireToken)
		assert.Equal(t, http.StatusUnauthorized, w.agents(old))
		_, err := w.dial("1001", sign())
		require.EqualError(t, err, "HTTP 401", "the same second")
		time.Sleep(time.Second)
		_, err = w.dial("1001", sign())
		require.NoError(t, err)
		assert.Equal(t, http.StatusOK, w.agents(sign()))
	})
}

func TestTokensOfOtherAgentsStayGood(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		first := w.Credentials("1001")
		time.Sleep(time.Second)
		second := w.Credentials("1002")
		w.fault("1001", expireToken)
		assert.Equal(t, http.StatusUnauthorized, w.agents(first))
		assert.Equal(t, http.StatusOK, w.agents(second))
		w.connect("1002")

		// Once nobody accepts it any more a token is forgotten, not revived.
		time.Sleep(11 * time.Minute)
		w.Credentials("1001")
		assert.Equal(t, http.StatusUnauthorized, w.agents(first))
	})
}

func TestHTTPFault(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultHTTP, Path: "/agents", Status: 503, Ms: 1500, Count: 2})
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultHTTP, Path: "/app-web-api/*/ivrs", Status: 500})
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultHTTP, Path: "/agents/1001", Status: 200, Ms: 4000})
		assert.Equal(t, http.StatusOK, w.backend(http.MethodGet, "/queues", nil, nil).status)

		began := time.Now()
		for range 2 {
			got := w.backend(http.MethodGet, "/agents", nil, nil)
			assert.Equal(t, http.StatusServiceUnavailable, got.status)
			assert.Equal(t, members{"ErrCode": "000060", "ErrDesc": "a scripted fault", "Result": nil}, got.body)
		}
		assert.Equal(t, http.StatusOK, w.backend(http.MethodGet, "/agents", nil, nil).status)
		assert.Equal(t, 3*time.Second, time.Since(began))

		got := w.backend(http.MethodGet, "/app-web-api/routers/ivrs", nil, nil)
		assert.Equal(t, http.StatusInternalServerError, got.status)
		assert.Equal(t, members{"succeed": false, "code": 500.0, "bizCode": "000060",
			"message": "a scripted fault", "visible": true, "data": nil}, got.body)

		began = time.Now()
		got = w.backend(http.MethodPut, "/agents/1001", nil, members{"InWrapUpTime": 30})
		assert.Equal(t, http.StatusOK, got.status)
		assert.Equal(t, 4*time.Second, time.Since(began))
		assert.Equal(t, 30, w.State().Agents[0].WrapUpTime, "it was carried out, only late")
	})
}

func TestAnHTTPFaultMeetsItsAgentsCalls(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		first := w.Credentials("1001")
		time.Sleep(time.Second)
		second := w.Credentials("1002")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultHTTP, Path: "/agents", Status: 500})
		assert.Equal(t, http.StatusOK, w.agents(second))
		time.Sleep(time.Second)
		third := token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now())
		_, err := w.dial("1002", third)
		require.NoError(t, err)
		assert.Equal(t, http.StatusOK, w.agents(third), "it is 1002's, who has connected with it")
		assert.Equal(t, http.StatusInternalServerError, w.agents(first))
	})
}

func TestAnHTTPFaultDoesNotOutliveItsClient(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultHTTP, Path: "/agents", Status: 500, Ms: 60_000})
		ctx, hangUp := context.WithCancel(t.Context())
		call := httptest.NewRequestWithContext(ctx, http.MethodGet,
			"http://localhost/backend/agents?"+signed(w.Credentials("1001"), nil).Encode(), nil)
		began := time.Now()
		go func() {
			time.Sleep(time.Second)
			hangUp()
		}()
		w.ServeHTTP(httptest.NewRecorder(), call)
		assert.Equal(t, time.Second, time.Since(began))
	})
}
