package sandbox_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// left is what an agent sees of a transfer that takes them out of the call.
var left = lines([]string{"Transferred OtherIn", "ConnectionCleared OtherIn"}, onHook)

func TestTransferToAnAgent(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		b := w.idle("1002")
		a.request("Transfer", members{"CallID": callID, "AgentID": "1002"})
		a.expect("Transfer 000000")
		delivered := b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		assert.Equal(t, customer, delivered["Payload"].(members)["CallerInfo"].(members)["TelNumber"])
		b.request("Answer", nil)
		b.expect("Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")
		a.expect(left...)
		require.NoError(t, w.CustomerHangsUp(callID))
		b.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
	})
}

func TestTransferThatFailsLeavesTheCall(t *testing.T) {
	back := []string{"ConnectionCleared OtherIn", "AgentStateChange ringing→idle", "ExtensionStateChange idle"}
	for name, test := range map[string]struct {
		end   func(a, b *page, callID string)
		reply []string // to the agent who was asked
		takes time.Duration
	}{
		"the agent refuses": {func(_, b *page, callID string) {
			b.request("Hangup", members{"CallID": callID})
		}, []string{"Hangup 000000"}, 0},
		"the agent does not answer": {func(*page, *page, string) {}, nil, 20 * time.Second},
		"another operation calls it off": {func(a, _ *page, callID string) {
			a.request("Hold", members{"CallID": callID})
			a.expect("Hold 000000", "Held OtherIn")
			a.request("Unhold", members{"CallID": callID})
			a.expect("Unhold 000000", "Retrieved OtherIn")
		}, nil, 0},
		"another plan calls it off": {func(a, _ *page, callID string) {
			a.w.backend(http.MethodPost, "/transfer_ivr", nil,
				members{"call_id": callID, "ivr_id": 25, "node_id": 1, "transfer_mode": "agent_hangup"})
		}, nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a, callID := w.talking("1001")
				b := w.idle("1002")
				a.request("Transfer", members{"CallID": callID, "AgentID": "1002"})
				a.expect("Transfer 000000")
				b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
				began := time.Now()
				test.end(a, b, callID)
				b.expect(lines(test.reply, back)...)
				assert.Equal(t, test.takes, time.Since(began))
				a.request("Hold", members{"CallID": callID})
				a.expect("Hold 000000", "Held OtherIn")
				time.Sleep(time.Minute)
			})
		})
	}
}

func TestTransferToAnOutsideLine(t *testing.T) {
	t.Run("that answers", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			a.request("Transfer", members{"CallID": callID, "AgentPhone": shortTalk})
			a.expect(lines([]string{"Transfer 000000"}, left)...)
			call := w.State().Calls[0]
			assert.Equal(t, sandbox.CallEstablished, call.Status)
			assert.Equal(t, shortTalk, call.ExternalNumber)
			assert.Empty(t, call.Legs)
			time.Sleep(3 * time.Second)
			assert.Empty(t, w.State().Calls, "the line has hung up")
		})
	})
	t.Run("that is busy", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			a.request("Transfer", members{"CallID": callID, "AgentPhone": busy})
			a.expect("Transfer 000000")
			time.Sleep(time.Second)
			a.request("Transfer", members{"CallID": callID, "AgentPhone": "15700000009"})
			a.expect(lines([]string{"Transfer 000000"}, left)...)
		})
	})
}

func TestTransferToAQueue(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		a.request("TransferQueue", members{"CallID": callID, "QueueID": "7"})
		a.expect("TransferQueue 100018")
		a.request("TransferQueue", members{"CallID": callID, "QueueID": "2"})
		a.expect(lines([]string{"TransferQueue 000000"}, left)...)
		assert.Equal(t, sandbox.CallQueued, w.State().Calls[0].Status, "the agent who gave the call away is not asked again")

		b := w.idle("1002")
		delivered := b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		assert.Equal(t, "2", delivered["Payload"].(members)["FromQueue"])
		assert.Equal(t, callID, delivered["CallID"])
		b.request("Answer", nil)
		b.expect("Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")
		time.Sleep(2 * time.Minute) // the queue's time-out no longer counts
	})
}

func TestTransferToIvr(t *testing.T) {
	transfer := func(w *world, callID, mode string) {
		answer := w.backend(http.MethodPost, "/transfer_ivr", nil,
			members{"call_id": callID, "ivr_id": 25, "node_id": "2", "transfer_mode": mode})
		require.Equal(w, "000000", answer.body["ErrCode"])
	}
	t.Run("at once", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			transfer(w, callID, "")
			a.expect(left...)
			call := w.State().Calls[0]
			assert.Equal(t, sandbox.CallInIvr, call.Status)
			assert.Equal(t, 25, call.IvrID)
			assert.Equal(t, 2, call.IvrNodeID)
			require.NoError(t, w.CustomerHangsUp(callID))
			assert.Empty(t, w.State().Calls)
		})
	})
	t.Run("when the agent hangs up", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			transfer(w, callID, "agent_hangup")
			time.Sleep(time.Minute)
			a.silent()
			a.request("Hangup", members{"CallID": callID})
			a.expect(lines([]string{"Hangup 000000"}, left)...)
			assert.Equal(t, sandbox.CallInIvr, w.State().Calls[0].Status)
		})
	})
	t.Run("not when the customer hangs up first", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			transfer(w, callID, "agent_hangup")
			require.NoError(t, w.CustomerHangsUp(callID))
			a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
			assert.Empty(t, w.State().Calls)
		})
	})
}
