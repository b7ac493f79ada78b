package main

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// asServer makes the test's own program run as the dev server.
const asServer = "CCPAAS_TEST_AS_SERVER"

func TestMain(m *testing.M) {
	if os.Getenv(asServer) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestAnnouncesItselfAndEndsOnSignals(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			defer cancel()
			server := exec.CommandContext(ctx, os.Args[0], "-addr", "127.0.0.1:0", "-dist", t.TempDir())
			server.Env = append(os.Environ(), asServer+"=1")
			stdout, err := server.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, server.Start())

			lines := bufio.NewScanner(stdout)
			require.True(t, lines.Scan())
			announced := regexp.MustCompile(`^listening on (http://(127\.0\.0\.1:[1-9][0-9]*))$`).FindStringSubmatch(lines.Text())
			require.NotNil(t, announced, lines.Text())
			origin, host := announced[1], announced[2]
			require.True(t, lines.Scan())
			assert.Equal(t, "console:  "+origin+"/", lines.Text())
			require.True(t, lines.Scan())
			assert.Equal(t, "docs:     "+origin+"/docs/ and "+origin+"/docs/zh/", lines.Text())
			require.True(t, lines.Scan())
			assert.Contains(t, lines.Text(), origin+"/?agent=1002")
			require.True(t, lines.Scan())
			assert.Equal(t, "calls:    SIP on ws://"+host+"/sip, sound on 127.0.0.1", lines.Text())

			for _, path := range []string{"/", "/token?AgentId=1001", "/sandbox/state"} {
				response, err := http.Get(origin + path)
				require.NoError(t, err)
				assert.Equal(t, http.StatusOK, response.StatusCode, path)
				require.NoError(t, response.Body.Close())
			}

			require.NoError(t, server.Process.Signal(signal))
			assert.False(t, lines.Scan(), "nothing more to say")
			assert.NoError(t, server.Wait())
			_, err = net.Dial("tcp", host)
			assert.Error(t, err, "the port is free again")
		})
	}
}

func TestSaysWhatToDoWhenThePortIsTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()

	var stdout strings.Builder
	err = run(context.Background(), settings{sandbox: sandbox.Config{Addr: taken.Addr().String()}, media: "127.0.0.1"}, &stdout)
	assert.ErrorContains(t, err, "choose another -addr")
	assert.Empty(t, stdout.String())
}

func TestSaysWhatToDoWhenTheMediaAddressIsNone(t *testing.T) {
	var stdout strings.Builder
	err := run(context.Background(), settings{sandbox: sandbox.Config{Addr: "127.0.0.1:0"}, media: "eth0"}, &stdout)
	assert.ErrorContains(t, err, "-media eth0 is not an IP address")
	assert.Empty(t, stdout.String())
}
