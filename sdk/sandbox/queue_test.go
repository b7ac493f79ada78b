package sandbox_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// missed is what an agent sees of a queue's call that they did not answer.
var missed = []string{"ConnectionCleared OtherIn", "AgentStateChange ringing→idle", "ExtensionStateChange idle"}

func TestQueueRingsTheLongestIdle(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		b, a := w.idle("1002"), w.idle("1001")
		callID, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		assert.Equal(t, sandbox.CallRinging, w.State().Calls[0].Status)
		b.request("Answer", nil)
		b.expect("Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")

		// They are the last to be asked again.
		require.NoError(t, w.CustomerHangsUp(callID))
		b.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		_, err = w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
	})
}

func TestQueueRingsTheNext(t *testing.T) {
	for name, refuse := range map[string]bool{"after twenty seconds": false, "when the agent refuses": true} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a, b := w.idle("1001"), w.idle("1002")
				began := time.Now()
				callID, err := w.CustomerCallsQueue("2", customer)
				require.NoError(t, err)
				a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
				if refuse {
					a.request("Hangup", members{"CallID": callID})
					a.expect("Hangup 000000")
				}
				a.expect(missed...)
				b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
				if !refuse {
					assert.Equal(t, 20*time.Second, time.Since(began))
				}
				b.expect(missed...)
				time.Sleep(10 * time.Second)
				a.silent() // nobody is asked twice
				assert.Equal(t, sandbox.CallQueued, w.State().Calls[0].Status)
			})
		})
	}
}

func TestQueueWaitsForAnAgent(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		first, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		_, err = w.CustomerCallsQueue("2", "02155550000")
		require.NoError(t, err)
		time.Sleep(30 * time.Second)
		a := w.idle("1001")
		delivered := a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		assert.Equal(t, first, delivered["CallID"], "first come, first served")
		a.request("Answer", nil)
		a.expect("Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")
		a.request("Hangup", members{"CallID": first})
		a.expect(lines([]string{"Hangup 000000", "ConnectionCleared OtherIn"}, onHook, offHook, []string{"Delivered OtherIn"})...)
	})
}

func TestQueueGivesUp(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		began := time.Now()
		_, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		time.Sleep(50 * time.Second)
		a := w.idle("1001")
		a.expect(lines(offHook, []string{"Delivered OtherIn"}, missed)...)
		assert.Equal(t, time.Minute, time.Since(began))
		assert.Empty(t, w.State().Calls)
	})
}

func TestQueueLeavesTheSupervisorAlone(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		w.idle("1010")
		callID, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		assert.Equal(t, sandbox.CallQueued, w.State().Calls[0].Status)
		require.NoError(t, w.CustomerHangsUp(callID))
		assert.Empty(t, w.State().Calls)
	})
}
