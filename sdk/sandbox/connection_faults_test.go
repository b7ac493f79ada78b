package sandbox_test

import (
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// fault places a fault that must be accepted.
func (w *world) fault(agentID string, f sandbox.Fault) {
	w.Helper()
	require.NoError(w, w.Fault(agentID, f))
}

// connected reports whether the first agent's page is connected.
func (w *world) connected() bool {
	synctest.Wait()
	return w.State().Agents[0].Connected
}

func TestDropStrikesNowAndOnTheNextConnections(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, b := w.idle("1001"), w.idle("1002")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDrop, Count: 2})
		assert.Equal(t, websocket.StatusCode(-1), a.closeCode())
		assert.False(t, w.connected())

		again, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err, "the upgrade succeeds")
		assert.Equal(t, websocket.StatusCode(-1), again.closeCode())
		assert.Equal(t, "idle", w.connect("1001").state()["CurState"], "the third time all is well")
		assert.Equal(t, "idle", b.state()["CurState"], "and others never noticed")
	})
}

func TestDropLosesWhatWaits(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDelay, Ms: 1000})
		a.request("GetState", nil)
		synctest.Wait()
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDrop})
		assert.Equal(t, websocket.StatusCode(-1), a.closeCode())
	})
}

// TestDropIsATCPReset needs real sockets, which no fake clock can wait for.
func TestDropIsATCPReset(t *testing.T) {
	p := sandbox.New(sandbox.Config{})
	defer p.Close()
	for name, start := range map[string]func() *httptest.Server{
		"plain": func() *httptest.Server { return httptest.NewServer(p) },
		"TLS":   func() *httptest.Server { return httptest.NewTLSServer(p) },
	} {
		t.Run(name, func(t *testing.T) {
			server := start()
			defer server.Close()
			w := &world{T: t, Server: &sandbox.Server{Platform: p}}
			c := w.Credentials("1001")
			socket, _, err := websocket.Dial(t.Context(), server.URL+"/ws?AgentId=1001&AppId="+c.AppID+
				"&Timestamp="+c.Timestamp+"&Token="+c.Token, &websocket.DialOptions{HTTPClient: server.Client()})
			require.NoError(t, err)
			defer func() { _ = socket.CloseNow() }()
			require.NoError(t, socket.Write(t.Context(), websocket.MessageText, []byte("ping")))
			_, pong, err := socket.Read(t.Context())
			require.NoError(t, err)
			require.Equal(t, "pong", string(pong))

			w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDrop})
			_, _, err = socket.Read(t.Context())
			require.ErrorIs(t, err, syscall.ECONNRESET)
		})
	}
}

func TestCloseSendsTheFrame(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		a.request("SetState", members{"State": "busy"})
		synctest.Wait()
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultClose, Code: "4001", Reason: "maintenance", Count: 2})
		a.expect("SetState 000000", "AgentStateChange idle→busy")
		var said websocket.CloseError
		require.ErrorAs(t, <-a.closed, &said)
		assert.Equal(t, websocket.CloseError{Code: 4001, Reason: "maintenance"}, said)
		assert.False(t, w.connected())

		again, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err)
		assert.Equal(t, websocket.StatusCode(4001), again.closeCode())
		w.connect("1001")
	})
}

func TestStallHoldsBothDirections(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		began := time.Now()
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 30_000})
		_, err := w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		a.request("Answer", nil)
		time.Sleep(29 * time.Second)
		a.silent()
		assert.Equal(t, "ringing", string(w.State().Agents[0].State), "Answer has not been read")

		a.expect(lines(offHook, []string{"Delivered OtherIn", "Answer 000000",
			"AgentStateChange ringing→talking", "Established OtherIn"})...)
		assert.Equal(t, 30*time.Second, time.Since(began))
	})
}

func TestAStalledConnectionAnswersNoPingAndNoClose(t *testing.T) {
	for name, disturb := range map[string]func(*page) error{
		"ping":  func(a *page) error { return a.socket.Ping(a.w.Context()) },
		"close": func(a *page) error { return a.socket.Close(websocket.StatusNormalClosure, "") },
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a := w.connect("1001")
				w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 2000})
				began := time.Now()
				require.NoError(t, disturb(a))
				assert.Equal(t, 2*time.Second, time.Since(began))
			})
		})
	}
}

func TestStallStrikesTheNextConnectionsToo(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		first := w.connect("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 60_000, Count: 2})
		require.NoError(t, first.socket.CloseNow())
		assert.False(t, w.connected(), "a client that is gone is not waited for")

		second, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err)
		second.request("GetState", nil)
		time.Sleep(59 * time.Second)
		second.silent()
		second.expect("GetState 000000")
	})
}

func TestANewStallReplacesTheOldAndClearingEndsIt(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		began := time.Now()
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 60_000})
		a.request("GetState", nil)
		time.Sleep(time.Second)
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 2000})
		a.expect("GetState 000000")
		assert.Equal(t, 3*time.Second, time.Since(began))

		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 60_000})
		a.request("GetState", nil)
		time.Sleep(time.Second)
		require.NoError(t, w.ClearFaults("1001"))
		a.expect("GetState 000000")
		assert.Equal(t, 4*time.Second, time.Since(began))
	})
}

func TestACloseFrameWaitsForTheStallADropDoesNot(t *testing.T) {
	for end, after := range map[sandbox.Fault]time.Duration{
		{Kind: sandbox.FaultClose, Code: "4001"}: time.Minute,
		{Kind: sandbox.FaultDrop}:                0,
	} {
		t.Run(string(end.Kind), func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a := w.connect("1001")
				w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 60_000})
				began := time.Now()
				a.request("GetState", nil)
				synctest.Wait()
				w.fault("1001", end)
				<-a.closed
				assert.Equal(t, after, time.Since(began))
				w.Platform.Close() // waits for what is left of the connection
				assert.Equal(t, after, time.Since(began))
			})
		})
	}
}

func TestCloseDoesNotWaitForAStall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultStall, Ms: 60_000})
		a.request("GetState", nil)
		began := time.Now()
		w.Close()
		assert.LessOrEqual(t, time.Since(began), time.Second)
	})
}

func TestGarbage(t *testing.T) {
	const broken = `{"Ver":"1.0","MsgType":"NTF","Method":"`
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultGarbage, Count: 2})
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultGarbage, Size: 1})
		a.expect(broken, broken, "{")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultGarbage, Size: 16 << 20})
		assert.Equal(t, members{"text": broken + strings.Repeat("x", 16<<20-len(broken))}, a.next())
		a.state()
	})
}

func TestErrorFrame(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultRCode})
		assert.Equal(t, members{"rcode": "000036", "rdesc": "GetState error:a scripted fault"}, a.next())
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultRCode, Code: "200020", Method: "Hold", Count: 2})
		for range 2 {
			assert.Equal(t, members{"rcode": "200020", "rdesc": "Hold error:a scripted fault"}, a.next())
		}
	})
}
