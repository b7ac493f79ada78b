package sandboxtest_test

import (
	"fmt"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/sandboxtest"
)

// page is an agent's end of a WebSocket.
type page struct {
	*testing.T
	socket *websocket.Conn
}

func connect(t *testing.T, box *sandboxtest.Sandbox, agentID string) page {
	t.Helper()
	c := box.Credentials(agentID)
	socket, _, err := websocket.Dial(t.Context(), box.WebSocketURL+"?AppId="+c.AppID+"&AgentId="+agentID+
		"&Token="+c.Token+"&Timestamp="+c.Timestamp, &websocket.DialOptions{HTTPClient: box.Client()})
	require.NoError(t, err)
	t.Cleanup(func() { _ = socket.CloseNow() })
	return page{t, socket}
}

func (p page) send(text string) {
	p.Helper()
	require.NoError(p, p.socket.Write(p.Context(), websocket.MessageText, []byte(text)))
}

func (p page) receive() string {
	p.Helper()
	_, text, err := p.socket.Read(p.Context())
	require.NoError(p, err)
	return string(text)
}

func TestFramesAreRecordedBothWays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var seen []sandbox.Frame
		box := sandboxtest.Start(t, sandbox.Config{
			InMemory: true,
			Trace:    func(f sandbox.Frame) { seen = append(seen, f) },
		})
		a := connect(t, box, "1001")
		began := time.Now()
		a.send("ping")
		assert.Equal(t, "pong", a.receive())

		// A delayed frame is recorded when it goes out, a lost one never.
		box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDelay, Ms: 2000, Count: 2})
		a.send("ping")
		assert.Equal(t, "pong", a.receive())
		a.send("ping")
		synctest.Wait()
		box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDrop})
		synctest.Wait()

		frame := func(after time.Duration, way sandbox.Direction, text string) sandbox.Frame {
			return sandbox.Frame{AgentID: "1001", Time: began.Add(after), Direction: way, Text: text}
		}
		want := []sandbox.Frame{
			frame(0, sandbox.FromAgent, "ping"),
			frame(0, sandbox.ToAgent, "pong"),
			frame(0, sandbox.FromAgent, "ping"),
			frame(2*time.Second, sandbox.ToAgent, "pong"),
			frame(2*time.Second, sandbox.FromAgent, "ping"),
		}
		assert.Equal(t, want, box.Frames("1001"))
		assert.Equal(t, want, seen, "the test's own Trace sees them too")
		assert.Empty(t, box.Frames("1002"))
	})
}

func TestTheCustomersSide(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		box := sandboxtest.Start(t, sandbox.Config{InMemory: true})
		a := connect(t, box, "1001")
		a.send(`{"Method":"Login","State":"idle"}`)
		synctest.Wait()

		callID := box.CustomerCalls("1001", "13800138000")
		assert.Equal(t, callID, box.Agent("1001").CallID)
		box.CustomerHangsUp(callID)
		assert.Empty(t, box.State().Calls)

		callID, err := box.PhoneDials("1001", "13800130002", "")
		require.NoError(t, err)
		assert.Equal(t, sandbox.CallRinging, box.Call(callID).Status)
		box.CustomerAnswers(callID)
		assert.Equal(t, sandbox.CallEstablished, box.Call(callID).Status)
		box.CustomerHangsUp(callID)

		a.send(`{"Method":"Logout"}`)
		synctest.Wait()
		callID = box.CustomerCallsQueue("2", "13800138000")
		assert.Equal(t, sandbox.CallQueued, box.Call(callID).Status)
	})
}

func TestTheSameSeedGivesTheSameFrames(t *testing.T) {
	frames := func(seed uint64) (frames []sandbox.Frame) {
		sandboxtest.Run(t, sandbox.Config{Seed: seed}, func(t *testing.T, box *sandboxtest.Sandbox) {
			a := connect(t, box, "1001")
			a.send(`{"Method":"Login","State":"idle"}`)
			a.receive()
			a.receive()
			box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDelay, Ms: 2000})
			box.CustomerCalls("1001", "13800138000")
			for range 3 {
				a.receive()
			}
			frames = box.Frames("1001")
		})
		return frames
	}
	first := frames(7)
	require.Len(t, first, 6, "a request, its reply, the change of state, and three events")
	assert.Equal(t, first, frames(7))

	other := frames(8)
	require.Len(t, other, 6)
	for i := range other[1:] {
		assert.NotEqual(t, first[1+i].Text, other[1+i].Text)
		assert.NotEqual(t, first[1+i].Time, other[1+i].Time)
	}
}

func TestClearedFaultsDoNotStrike(t *testing.T) {
	sandboxtest.Run(t, sandbox.Config{}, func(t *testing.T, box *sandboxtest.Sandbox) {
		a := connect(t, box, "1001")
		box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultRefuse, Method: "Login", ErrCode: "000060"})
		box.ClearFaults("1001")
		a.send(`{"Method":"Login","State":"idle"}`)
		assert.Contains(t, a.receive(), `"ErrCode":"000000"`)
	})
}

// strict is a test that only notes why it would have failed.
type strict struct {
	testing.TB
	failure string
}

func (s *strict) Fatal(reason ...any) {
	s.failure = fmt.Sprint(reason...)
	runtime.Goexit()
}

func TestWhatFailsFailsTheTest(t *testing.T) {
	for name, test := range map[string]struct {
		config sandbox.Config
		do     func(*sandboxtest.Sandbox)
		says   string
	}{
		"Start":              {sandbox.Config{Addr: "nowhere"}, nil, "choose another Addr"},
		"Fault":              {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.Fault("1001", sandbox.Fault{}) }, "member Fault"},
		"CustomerCalls":      {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.CustomerCalls("1001", "10086") }, "offline"},
		"CustomerCallsQueue": {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.CustomerCallsQueue("9", "10086") }, "no queue"},
		"CustomerAnswers":    {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.CustomerAnswers("none") }, "no call"},
		"CustomerHangsUp":    {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.CustomerHangsUp("none") }, "no call"},
		"ClearFaults":        {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.ClearFaults("9999") }, "no agent"},
		"Agent":              {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.Agent("9999") }, "no agent"},
		"Call":               {sandbox.Config{}, func(s *sandboxtest.Sandbox) { s.Call("none") }, "no call"},
	} {
		t.Run(name, func(t *testing.T) {
			s := &strict{TB: t}
			done := make(chan struct{})
			go func() {
				defer close(done)
				test.do(sandboxtest.Start(s, test.config))
			}()
			<-done
			assert.Contains(t, s.failure, test.says)
		})
	}
}
