package sandbox_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestPlatformUnderAServerOfYourOwn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := sandbox.New(sandbox.Config{AppID: "tenant", Secret: "secret"})
		response := httptest.NewRecorder()
		p.ServeHTTP(response, httptest.NewRequest(http.MethodGet, "http://localhost/token?AgentId=1001", nil))
		var body struct{ Data struct{ AppID, Token string } }
		require.NoError(t, json.Unmarshal(response.Body.Bytes(), &body))
		assert.Equal(t, "tenant", body.Data.AppID)
		assert.Equal(t, p.Credentials("1001").Token, body.Data.Token)

		// What is done to a closed platform starts no timer.
		p.Close()
		callID, err := p.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		require.NoError(t, p.CustomerHangsUp(callID))
	})
}

// TestEveryMethodOfTheTableIsServed keeps the platform in step with the SDK's
// table of methods.
func TestEveryMethodOfTheTableIsServed(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		for _, method := range spec.Methods {
			switch method.Via {
			case spec.Socket:
				a.request(method.Wire, nil)
				assert.NotContains(t, []any{"000036"}, a.next()["ErrCode"], method.Name)
			case spec.HTTP:
				verb, path, _ := strings.Cut(method.Wire, " ")
				path = strings.NewReplacer("{id}", "25", "{AgentId}", "1001").Replace(path)
				answer := w.backend(verb, path, url.Values{"type": {"1"}}, nil)
				assert.Equal(t, http.StatusOK, answer.status, method.Name)
			}
		}
	})
}
