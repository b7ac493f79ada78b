package sandbox_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// faces are the requests that open each face of the platform, and what it says
// to a program, which sends no Origin.
var faces = map[string]struct {
	method, path string
	status       int
}{
	"token":   {http.MethodGet, "/token?AgentId=1001", http.StatusOK},
	"gateway": {http.MethodGet, "/ws?AgentId=1001", http.StatusUnauthorized},
	"backend": {http.MethodGet, "/backend/agents", http.StatusUnauthorized},
	"control": {http.MethodGet, "/sandbox/state", http.StatusOK},
	"phone":   {http.MethodGet, "/sip", http.StatusUpgradeRequired},
}

// silence is a Voice that takes no socket.
type silence struct{ sandbox.Voice }

func (silence) Open(*sandbox.Platform) {}
func (silence) Close()                 {}
func (silence) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusUpgradeRequired)
}

// ask sends each face a request of a page. An origin of "" is a program.
func ask(t *testing.T, config sandbox.Config, host, origin string, each func(t *testing.T, allowed int, got *httptest.ResponseRecorder)) {
	config.Voice = silence{}
	p := sandbox.New(config)
	defer p.Close()
	for name, face := range faces {
		t.Run(name, func(t *testing.T) {
			request := httptest.NewRequest(face.method, face.path, nil)
			request.Host = host
			if origin != "" {
				request.Header.Set("Origin", origin)
			}
			response := httptest.NewRecorder()
			p.ServeHTTP(response, request)
			each(t, face.status, response)
		})
	}
}

// A page at evil.example whose owner lets that name point here sends its own
// name as Host, and, of the origin that it seems to share, no foreign Origin.
func TestThePlatformIsCalledUnderItsOwnNamesOnly(t *testing.T) {
	config := sandbox.Config{Addr: "box.example:8080", Origins: []string{"https://crm.example"}}
	for host, own := range map[string]bool{
		"localhost":              true,
		"localhost:8080":         true,
		"LocalHost.:8080":        true,
		"crm.localhost:8080":     true,
		"127.0.0.1:8080":         true,
		"127.1.2.3":              true,
		"[::1]:8080":             true,
		"[::1]":                  true,
		"192.0.2.7:8080":         true,
		"box.example:8080":       true,
		"crm.example":            true,
		"evil.example":           false,
		"evil.example:8080":      false,
		"localhost.evil.example": false,
		"notlocalhost":           false,
		"127.0.0.1.evil.example": false,
		"ccpaas.invalid":         false, // is a name in memory only
		"":                       false,
	} {
		t.Run(host, func(t *testing.T) {
			ask(t, config, host, "", func(t *testing.T, allowed int, got *httptest.ResponseRecorder) {
				if own {
					assert.Equal(t, allowed, got.Code)
					return
				}
				assert.Equal(t, http.StatusForbidden, got.Code)
				assert.Contains(t, got.Body.String(), "Config.Origins (-origin)")
				assert.NotContains(t, got.Body.String(), "Agents")
			})
		})
	}
}

func TestPagesOfAdmittedOriginsAlone(t *testing.T) {
	config := sandbox.Config{Origins: []string{"https://crm.example", "http://dev.example:*", "http://[::1]:*"}}
	for _, test := range []struct {
		host, origin string
		admitted     bool
	}{
		{"127.0.0.1:8080", "", true},
		{"127.0.0.1:8080", "http://127.0.0.1:8080", true},
		{"127.0.0.1:8080", "http://localhost:8080", true},
		{"localhost:8080", "http://127.0.0.1:8080", true},
		{"192.0.2.7:8080", "http://192.0.2.7:8080", true},
		{"127.0.0.1:8080", "https://crm.example", true},
		{"127.0.0.1:8080", "http://dev.example:5173", true},
		{"127.0.0.1:8080", "http://[::1]:5173", true},
		{"127.0.0.1:8080", "http://localhost:5173", false},
		{"127.0.0.1:8080", "http://127.0.0.1:5173", false},
		{"127.0.0.1:8080", "https://127.0.0.1:8080", false},
		{"192.0.2.7:8080", "http://localhost:8080", false},
		{"127.0.0.1:8080", "https://evil.example", false},
		{"127.0.0.1:8080", "http://crm.example", false},
		{"127.0.0.1:8080", "https://crm.example:444", false},
		{"127.0.0.1:8080", "https://crm.example.evil.example", false},
		{"127.0.0.1:8080", "https://evil.example#https://crm.example", false},
		{"127.0.0.1:8080", "http://localhost:8080@evil.example", false},
		{"127.0.0.1:8080", "chrome-extension://aaaaaaaaaaaaaaaa", false},
		{"127.0.0.1:8080", "null", false},
		{"127.0.0.1:8080", "%", false},
	} {
		t.Run(test.origin+" to "+test.host, func(t *testing.T) {
			ask(t, config, test.host, test.origin, func(t *testing.T, allowed int, got *httptest.ResponseRecorder) {
				if test.admitted {
					assert.Equal(t, allowed, got.Code)
					assert.Equal(t, test.origin, got.Header().Get("Access-Control-Allow-Origin"))
					return
				}
				assert.Equal(t, http.StatusForbidden, got.Code)
				assert.Contains(t, got.Body.String(), "Config.Origins (-origin)")
				assert.Empty(t, got.Header().Get("Access-Control-Allow-Origin"), "the page may not even read why")
			})
		})
	}
}

// A page of any website that a developer visits while a sandbox runs. It knows
// all that is documented: the port, the tenant, the agents.
func TestADriveByPage(t *testing.T) {
	log := make(chan string, 100)
	box, err := sandbox.Start(sandbox.Config{Log: func(line string) { log <- line }})
	require.NoError(t, err)
	defer box.Close()
	evil := http.Header{"Origin": {"https://evil.example"}}
	send := func(t *testing.T, method, address string) *http.Response {
		request, err := http.NewRequestWithContext(t.Context(), method, address, nil)
		require.NoError(t, err)
		request.Header = evil.Clone()
		request.Header.Set("Content-Type", "text/plain")
		response, err := box.Client().Do(request)
		require.NoError(t, err)
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		assert.NotContains(t, string(body), `"token"`)
		return response
	}
	connect := func(ctx context.Context, agentID string, header http.Header) (*websocket.Conn, error) {
		c := box.Credentials(agentID)
		query := url.Values{"AppId": {c.AppID}, "AgentId": {agentID}, "Token": {c.Token}, "Timestamp": {c.Timestamp}}
		socket, _, err := websocket.Dial(ctx, box.WebSocketURL+"?"+query.Encode(), &websocket.DialOptions{HTTPHeader: header})
		return socket, err
	}

	t.Run("takes no token", func(t *testing.T) {
		assert.Equal(t, http.StatusForbidden, send(t, http.MethodGet, box.TokenURL+"?AgentId=1010").StatusCode)
	})
	t.Run("opens no socket, whatever token it has", func(t *testing.T) {
		_, err := connect(t.Context(), "1001", evil)
		assert.ErrorContains(t, err, "403")
		assert.False(t, box.State().Agents[0].Connected)
	})
	t.Run("does not eavesdrop as the supervisor", func(t *testing.T) {
		page, err := connect(t.Context(), "1001", nil)
		require.NoError(t, err)
		defer page.CloseNow()
		require.NoError(t, page.Write(t.Context(), websocket.MessageText,
			[]byte(`{"Ver":"1.0","MsgType":"REQ","Method":"Login","MsgId":"1","SeqId":1,"State":"idle"}`)))
		_, _, err = page.Read(t.Context())
		require.NoError(t, err)
		_, err = box.CustomerCalls("1001", customer)
		require.NoError(t, err)

		_, err = connect(t.Context(), "1010", evil)
		assert.ErrorContains(t, err, "403")
		assert.False(t, box.State().Agents[9].Connected)
		assert.Len(t, box.State().Calls[0].Legs, 1)
	})
	t.Run("does nothing to the customers", func(t *testing.T) {
		for _, path := range []string{"/sandbox/reset", "/sandbox/calls", "/backend/transfer_ivr"} {
			assert.Equal(t, http.StatusForbidden, send(t, http.MethodPost, box.URL+path).StatusCode)
		}
		assert.Len(t, box.State().Calls, 1)
	})
	box.Close()
	close(log)
	var lines []string
	for line := range log {
		lines = append(lines, line)
	}
	assert.Contains(t, strings.Join(lines, "\n"), `a request of origin "https://evil.example"`, "the developer finds out")
}

func TestAnOriginThatIsNoneIsToldAtOnce(t *testing.T) {
	for _, origin := range []string{"localhost:5173", "http://localhost:5173/", "http://", "*", "null", "ftp://a", "http://a:b", "http://*:80/x"} {
		_, err := sandbox.Start(sandbox.Config{Origins: []string{origin}})
		assert.ErrorContains(t, err, "is not an origin; write", origin)
	}
}

func TestALockedPlatformWantsItsSecret(t *testing.T) {
	p := sandbox.New(sandbox.Config{Secret: "s3cret", Locked: true})
	defer p.Close()
	for _, path := range []string{"/token?AgentId=1001&", "/sandbox/state?"} {
		for name, test := range map[string]struct {
			query  string
			header http.Header
			opens  bool
		}{
			"nothing":       {},
			"a wrong key":   {query: "key=test-secret"},
			"the key":       {query: "key=s3cret", opens: true},
			"a header":      {header: http.Header{"Authorization": {"Bearer s3cret"}}, opens: true},
			"a wrong one":   {header: http.Header{"Authorization": {"Bearer s3cre"}}},
			"an empty one":  {header: http.Header{"Authorization": {"Bearer "}}},
			"a cookie":      {header: http.Header{"Cookie": {sandbox.KeyCookie + "=s3cret"}}, opens: true},
			"a wrong other": {header: http.Header{"Cookie": {sandbox.KeyCookie + "="}}},
		} {
			t.Run(path+name, func(t *testing.T) {
				request := httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path+test.query, nil)
				for name, values := range test.header {
					request.Header[name] = values
				}
				response := httptest.NewRecorder()
				p.ServeHTTP(response, request)
				if test.opens {
					assert.Equal(t, http.StatusOK, response.Code)
				} else {
					assert.Equal(t, http.StatusUnauthorized, response.Code)
					assert.NotContains(t, response.Body.String(), "s3cret")
				}
			})
		}
	}
}
