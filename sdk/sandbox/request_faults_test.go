package sandbox_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestDelayKeepsTheOrder(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDelay, Ms: 1000, Count: 3})
		began := time.Now()
		a.request("SetState", members{"State": "busy"}) // the first frame and the second
		time.Sleep(500 * time.Millisecond)
		a.request("GetState", nil)           // the third
		a.request("GetCallModeOptions", nil) // on time, but must not overtake

		for _, step := range []struct {
			frame string
			after time.Duration
		}{
			{"SetState 000000", time.Second},
			{"AgentStateChange idle→busy", time.Second},
			{"GetState 000000", 1500 * time.Millisecond},
			{"GetCallModeOptions 000000", 1500 * time.Millisecond},
		} {
			a.expect(step.frame)
			assert.Equal(t, step.after, time.Since(began), step.frame)
		}
	})
}

func TestADelayedFrameDoesNotOutliveItsClient(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDelay, Ms: 60_000})
		a.request("GetState", nil)
		began := time.Now()
		require.NoError(t, a.socket.Close(websocket.StatusNormalClosure, ""))
		w.Platform.Close()
		assert.Zero(t, time.Since(began))
	})
}

func TestDuplicate(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultDuplicate, Count: 2})
		a.request("SetState", members{"State": "busy"})
		event := a.expect("SetState 000000", "AgentStateChange idle→busy")
		assert.Equal(t, event, a.next(), "MsgId and all")
		_, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		a.request("SetState", members{"State": "idle"})
		a.expect(lines([]string{"SetState 000000", "AgentStateChange busy→idle", "AgentStateChange busy→idle"},
			offHook, []string{"Delivered OtherIn"})...)
	})
}

func TestReorder(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultReorder, Count: 2})
		a.state() // causes no event, so there is nothing to reorder
		a.request("SetState", members{"State": "busy"})
		a.expect("AgentStateChange idle→busy", "SetState 000000")
		a.request("Dialout", members{"DestNumber": silent})
		a.expect("AgentStateChange busy→ringing", "ExtensionStateChange busy", "Originated OtherIn", "Dialout 000000")
		a.request("Hangup", members{"CallID": a.state()["CallID"]})
		a.expect("Hangup 000000", "ConnectionCleared OtherIn", "AgentStateChange ringing→busy", "ExtensionStateChange idle")
	})
}

func TestRefuse(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, b := w.idle("1001"), w.idle("1002")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultRefuse, Method: "SetState", ErrCode: "100021", Count: 2})
		a.state() // another request
		b.request("SetState", members{"State": "busy"})
		b.expect("SetState 000000", "AgentStateChange idle→busy")
		for range 2 {
			a.request("SetState", members{"State": "busy"})
			a.expect("SetState 100021")
			assert.Equal(t, "idle", a.state()["CurState"], "it was not carried out")
		}
		a.request("SetState", members{"State": "busy"})
		a.expect("SetState 000000", "AgentStateChange idle→busy")
	})
}

func TestLoseRequest(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultLoseRequest, Method: "SetState", Count: 2})
		for range 2 {
			a.state()
			a.request("SetState", members{"State": "busy"})
			assert.Equal(t, websocket.StatusCode(-1), a.closeCode())
			a = w.connect("1001")
			assert.Equal(t, "idle", a.state()["CurState"], "it was not carried out")
		}
		a.request("SetState", members{"State": "busy"})
		a.expect("SetState 000000", "AgentStateChange idle→busy")
	})
}

func TestLoseReply(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		b := w.idle("1002")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultLoseReply, Method: "Consultation"})
		a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
		assert.Equal(t, websocket.StatusCode(-1), a.closeCode())
		b.expect(lines(offHook, []string{"Delivered Consult"})...)
		synctest.Wait()
		a.silent()

		a = w.connect("1001")
		assert.Equal(t, "Consult", a.state()["Payload"].(members)["CallType"], "it was carried out")
		a.request("EndConsultation", members{"CallID": callID})
		a.expect("EndConsultation 000000", "ConnectionCleared Consult", "Retrieved OtherIn")
		b.expect("ConnectionCleared Consult", "AgentStateChange ringing→idle", "ExtensionStateChange idle")
	})
}
