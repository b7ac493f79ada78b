package sandbox_test

import (
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/sandboxtest"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

func TestTokens(t *testing.T) {
	for name, test := range map[string]struct {
		agentID string
		sign    func() token.Credentials
		err     string
	}{
		"good": {"1001", func() token.Credentials {
			return token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now().Add(-5*time.Minute))
		}, ""},
		"expired": {"1001", func() token.Credentials {
			return token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now().Add(-5*time.Minute-time.Second))
		}, "HTTP 401"},
		"signed with another secret": {"1001", func() token.Credentials {
			return token.Sign(sandbox.DefaultAppID, "other", time.Now())
		}, "HTTP 401"},
		"of another tenant": {"1001", func() token.Credentials {
			return token.Sign("00000000-0000-4000-8000-000000000002", sandbox.DefaultSecret, time.Now())
		}, "HTTP 401"},
		"missing": {"1001", func() token.Credentials { return token.Credentials{} }, "HTTP 401"},
		"of an unknown agent": {"9999", func() token.Credentials {
			return token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, time.Now())
		}, "HTTP 401"},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				_, err := w.dial(test.agentID, test.sign())
				if test.err == "" {
					require.NoError(t, err)
				} else {
					require.EqualError(t, err, test.err)
				}
			})
		})
	}
}

func TestTheSecondConnectionKicksTheFirst(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		first := w.idle("1001")
		second := w.connect("1001")
		assert.Equal(t, websocket.StatusCode(4409), websocket.CloseStatus(<-first.closed))
		assert.Equal(t, "idle", second.state()["CurState"])

		// The first one's departure leaves the second connected.
		synctest.Wait()
		_, err := w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		second.expect(lines(offHook, []string{"Delivered OtherIn"})...)
	})
}

func TestAnAgentsStateOutlivesHisConnection(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		require.NoError(t, a.socket.Close(websocket.StatusNormalClosure, ""))
		synctest.Wait()
		assert.False(t, w.State().Agents[0].Connected)
		again := w.connect("1001")
		assert.Equal(t, callID, again.state()["CallID"])
		assert.Equal(t, "talking", again.state()["CurState"])
	})
}

func TestCloseSaysGoodBye(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		_, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		w.Platform.Close()
		assert.Equal(t, websocket.StatusGoingAway, websocket.CloseStatus(<-a.closed))
		_, err = w.dial("1001", w.Credentials("1001"))
		require.EqualError(t, err, "HTTP 503", "the server goes on listening, the platform is closed")
		w.Close()
		_, err = w.dial("1001", w.Credentials("1001"))
		require.ErrorIs(t, err, net.ErrClosed)
	})
}

func TestCloseDoesNotWaitForADeafClient(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		began := time.Now()
		_ = deafPage(w, "1001")
		w.Close()
		assert.LessOrEqual(t, time.Since(began), time.Second)
	})
}

// deafPage connects an agent who never reads.
func deafPage(w *world, agentID string) *websocket.Conn {
	c := w.Credentials(agentID)
	socket, _, err := websocket.Dial(w.Context(), w.WebSocketURL+"?AppId="+c.AppID+"&AgentId="+agentID+
		"&Token="+c.Token+"&Timestamp="+c.Timestamp, &websocket.DialOptions{HTTPClient: w.Client()})
	require.NoError(w, err)
	w.Cleanup(func() { _ = socket.CloseNow() })
	return socket
}

func TestASlowReaderIsCutOff(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		began := time.Now()
		socket := deafPage(w, "1001")
		var err error
		for i := 0; i < 1000 && err == nil; i++ {
			err = socket.Write(t.Context(), websocket.MessageText, []byte(`{"Method":"GetState"}`))
		}
		require.Error(t, err, "a thousand unread replies must be too many")
		assert.Zero(t, time.Since(began), "and nobody waited")
		synctest.Wait()
		assert.False(t, w.State().Agents[0].Connected)
	})
}

func TestAClientThatTakesNothingIsCutOff(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		socket := deafPage(w, "1001")
		require.NoError(t, socket.Write(t.Context(), websocket.MessageText, []byte("ping")))
		time.Sleep(11 * time.Second)
		assert.False(t, w.State().Agents[0].Connected)
	})
}

func TestPingAndGarbage(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.send("ping")
		assert.Equal(t, members{"text": "pong"}, a.next())
		for _, garbage := range []string{
			``, `x`, `null`, `[]`, `"ping"`, `{}`, `{"Method":""}`, `{"Method":7.5e`, `{"Method":"GetState","MsgType":"REP"}`,
			`{"Method":"GetState","SeqId":"one"}`, `{"Method":"GetState","Timestamp":"now"}`, `{"Method":{}}`,
		} {
			a.send(garbage)
			frame := a.expect("rcode 000036")
			assert.Contains(t, frame["rdesc"], "bad request: ", garbage)
			assert.Len(t, frame, 2)
		}
		require.NoError(t, a.socket.Write(t.Context(), websocket.MessageBinary, []byte(`{"Method":"GetState"}`)))
		a.expect("rcode 000036")

		a.request("Unheard", nil)
		a.expect("Unheard 000036")
		a.request("GetState", members{"AgentId": "1002"})
		a.expect("GetState 000001")
		a.request("GetState", members{"AppId": "other"})
		a.expect("GetState 000001")
	})
}

func TestAFrameThatIsTooLongEndsTheConnection(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.send(strings.Repeat(" ", 65<<10))
		assert.Equal(t, websocket.StatusMessageTooBig, websocket.CloseStatus(<-a.closed))
	})
}

func TestAnUpgradeThatIsNone(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		c := w.Credentials("1001")
		response, err := w.Client().Get(w.URL + "/ws?AppId=" + c.AppID + "&AgentId=1001&Token=" + c.Token + "&Timestamp=" + c.Timestamp)
		require.NoError(t, err)
		defer response.Body.Close()
		assert.Equal(t, http.StatusUpgradeRequired, response.StatusCode)
	})
}

func TestTheLogHasNoSecrets(t *testing.T) {
	var log []string
	play(t, sandbox.Config{Log: func(message string) { log = append(log, message) }}, func(t *testing.T, w *world) {
		_, err := w.dial("1001", token.Sign(sandbox.DefaultAppID, "other", time.Now()))
		require.Error(t, err)
		a := w.idle("1001")
		a.request("Dialout", members{"DestNumber": refused})
		a.expect("Dialout 100005")
		a.send("garbage")
		a.expect("rcode 000036")
		require.NoError(t, a.socket.Close(websocket.StatusNormalClosure, ""))
		synctest.Wait()
		assert.Equal(t, []string{
			"a connection was refused: 200020",
			"agent 1001 connected",
			"agent 1001 was refused a request: 100005",
			"agent 1001 sent a frame that is not a request",
			"agent 1001 disconnected with close code 1000",
		}, log)
	})
}

// TestOnARealSocket is the one test on a real clock: it only waits for frames.
func TestOnARealSocket(t *testing.T) {
	server := sandboxtest.Start(t, sandbox.Config{RingTime: time.Millisecond}).Server
	w := &world{T: t, Server: server}
	a := w.idle("1001")
	a.request("Dialout", members{"DestNumber": shortTalk[:10] + "5"})
	a.expect(lines([]string{"Dialout 000000"}, offHook,
		[]string{"Originated OtherIn", "AgentStateChange ringing→talking", "Established OtherIn"})...)
	server.Close()
	err := <-a.closed
	assert.True(t, websocket.CloseStatus(err) == websocket.StatusGoingAway || errors.Is(err, io.EOF), "%v", err)

	taken := sandboxtest.Start(t, sandbox.Config{})
	_, err = sandbox.Start(sandbox.Config{Addr: strings.TrimPrefix(taken.URL, "http://")})
	require.ErrorContains(t, err, "choose another Addr")
}
