package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// asProgram makes the test's own program be the sandbox.
const asProgram = "CCPAAS_TEST_AS_SANDBOX"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program is a running sandbox. Its stdin is open until the test closes it.
type program struct {
	*exec.Cmd
	stdin  io.Closer
	stdout *bufio.Scanner
	places map[string]string // what the first line says
}

func start(t *testing.T, args ...string) *program {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	t.Cleanup(cancel)
	p := &program{Cmd: exec.CommandContext(ctx, os.Args[0], args...)}
	p.Env = append(os.Environ(), asProgram+"=1")
	stdin, err := p.StdinPipe()
	require.NoError(t, err)
	stdout, err := p.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.Start())
	p.stdin, p.stdout = stdin, bufio.NewScanner(stdout)
	require.True(t, p.stdout.Scan())
	require.NoError(t, json.Unmarshal(p.stdout.Bytes(), &p.places), p.stdout.Text())
	return p
}

// ends waits for the end, which must be a good one and leave nothing behind.
func (p *program) ends(t *testing.T) {
	t.Helper()
	assert.False(t, p.stdout.Scan(), "nothing more to say")
	assert.NoError(t, p.Wait())
	_, err := net.Dial("tcp", strings.TrimPrefix(p.places["URL"], "http://"))
	assert.Error(t, err, "the port is free again")
}

func TestSaysWhereItListens(t *testing.T) {
	p := start(t, "-origin", "http://localhost:5173,http://localhost:8080")
	host := strings.TrimPrefix(p.places["URL"], "http://")
	assert.Regexp(t, `^127\.0\.0\.1:[1-9][0-9]*$`, host)
	assert.Equal(t, map[string]string{
		"URL": "http://" + host, "WebSocketURL": "ws://" + host + "/ws", "BackendURL": "http://" + host + "/backend",
		"TokenURL": "http://" + host + "/token", "AppId": sandbox.DefaultAppID, "Secret": sandbox.DefaultSecret,
	}, p.places)

	for origin, status := range map[string]int{
		"http://localhost:8080": http.StatusOK, "http://localhost:1": http.StatusForbidden,
	} {
		request, err := http.NewRequest(http.MethodGet, p.places["URL"]+"/sandbox/state", nil)
		require.NoError(t, err)
		request.Header.Set("Origin", origin)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		assert.Equal(t, status, response.StatusCode, origin)
		require.NoError(t, response.Body.Close())
	}
	http.DefaultClient.CloseIdleConnections()

	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	p.ends(t)
}

func TestEndsWithStdinIfToldSo(t *testing.T) {
	p := start(t, "-until-eof")
	require.NoError(t, p.stdin.Close())
	p.ends(t)

	p = start(t)
	require.NoError(t, p.stdin.Close())
	response, err := http.Get(p.places["URL"] + "/sandbox/state")
	require.NoError(t, err, "without the flag it goes on")
	require.NoError(t, response.Body.Close())
	http.DefaultClient.CloseIdleConnections()
	require.NoError(t, p.Process.Signal(os.Interrupt))
	p.ends(t)
}

func TestTheSeedIsThatOfTheIds(t *testing.T) {
	callID := func(seed string) string {
		s, err := flags([]string{"-seed", seed})
		require.NoError(t, err)
		server, err := sandbox.Start(s.config)
		require.NoError(t, err)
		defer server.Close()
		callID, err := server.CustomerCallsQueue("2", "13800138000")
		require.NoError(t, err)
		return callID
	}
	assert.Equal(t, callID("7"), callID("7"))
	assert.NotEqual(t, callID("7"), callID("8"))
}

func TestSaysWhatToDo(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	var stdout strings.Builder
	err = run(context.Background(), sandbox.Config{Addr: taken.Addr().String()}, &stdout)
	assert.ErrorContains(t, err, "choose another Addr")
	assert.Empty(t, stdout.String())

	for flag, tells := range map[string]string{
		"8080":            `no argument "8080"`,
		"-agents=0":       "a whole number from 1 to 50000",
		"-agents=5 000":   "a whole number from 1 to 50000",
		"-origin=a.b:80":  "is not an origin",
		"-agents=1000000": "a whole number from 1 to 50000",
	} {
		_, err = flags([]string{flag})
		assert.ErrorContains(t, err, tells, flag)
	}
}

func TestOutsideLoopbackItIsLocked(t *testing.T) {
	p := start(t, "-addr", "0.0.0.0:0", "-agents", "12")
	secret := p.places["Secret"]
	require.Len(t, secret, 26)
	url := "http://127.0.0.1:" + p.places["URL"][strings.LastIndex(p.places["URL"], ":")+1:]
	status := func(path string) int {
		response, err := http.Get(url + path)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		return response.StatusCode
	}
	assert.Equal(t, http.StatusUnauthorized, status("/token?AgentId=1001"))
	assert.Equal(t, http.StatusUnauthorized, status("/sandbox/state"))
	assert.Equal(t, http.StatusOK, status("/token?AgentId=1012&key="+secret))
	known := token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now())
	query := "?AppId=" + known.AppID + "&Timestamp=" + known.Timestamp + "&Token=" + known.Token
	assert.Equal(t, http.StatusUnauthorized, status("/backend/agents"+query), "the well-known secret signs nothing here")
	http.DefaultClient.CloseIdleConnections()
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	p.ends(t)
}
