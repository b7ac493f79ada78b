package sandbox_test

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// colleague lets the sandbox play an agent, or no longer, as the console page does.
func (w *world) colleague(method, agentID string) int {
	w.Helper()
	return w.call(method, w.URL+"/sandbox/colleagues/"+agentID, "", nil).status
}

// stateOf is the agent's state now.
func (w *world) stateOf(agentID string) spec.AgentState { return w.agentInfo(agentID).State }

func (w *world) agentInfo(agentID string) sandbox.AgentInfo {
	for _, a := range w.State().Agents {
		if a.AgentID == agentID {
			return a
		}
	}
	return sandbox.AgentInfo{}
}

func TestAColleagueAnswersConsultationAndTakesTheCallOver(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		require.Equal(t, http.StatusNoContent, w.colleague(http.MethodPut, "1002"))
		a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult", "Established Consult")
		assert.Equal(t, spec.AgentTalking, w.stateOf("1002"))
		a.request("ConsultationToTransfer", members{"CallID": callID})
		a.expect(lines([]string{"ConsultationToTransfer 000000"}, left)...)
		require.NoError(t, w.CustomerHangsUp(callID))
		assert.Equal(t, spec.AgentIdle, w.stateOf("1002"))
	})
}

func TestAColleagueRingsForTheRingTime(t *testing.T) {
	play(t, sandbox.Config{RingTime: 3 * time.Second}, func(t *testing.T, w *world) {
		require.NoError(t, w.ColleagueComes("1002"))
		_, err := w.CustomerCalls("1002", customer)
		require.NoError(t, err)
		time.Sleep(3*time.Second - time.Nanosecond)
		synctest.Wait()
		assert.Equal(t, spec.AgentRinging, w.stateOf("1002"))
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		assert.Equal(t, spec.AgentTalking, w.stateOf("1002"))
	})
}

func TestAColleagueWhoLeavesHangsUp(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		require.NoError(t, w.ColleagueComes("1002"))
		_, err := w.CustomerCalls("1002", customer)
		require.NoError(t, err)
		time.Sleep(time.Second)
		require.Equal(t, http.StatusNoContent, w.colleague(http.MethodDelete, "1002"))
		assert.Empty(t, w.State().Calls)
		assert.Equal(t, spec.AgentOffline, w.stateOf("1002"))
	})
}

func TestAColleagueIsNotPlayedPastTheirPage(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		assert.Equal(t, http.StatusConflict, w.colleague(http.MethodPut, "1001"), "logged in already")
		assert.Equal(t, http.StatusConflict, w.colleague(http.MethodDelete, "1001"), "not played")
		assert.Equal(t, http.StatusNotFound, w.colleague(http.MethodPut, "4711"))
		assert.Equal(t, http.StatusNotFound, w.colleague(http.MethodDelete, "4711"))

		// Whose page comes later takes calls there.
		require.NoError(t, w.ColleagueComes("1002"))
		b := w.connect("1002")
		callID, err := w.CustomerCalls("1002", customer)
		require.NoError(t, err)
		b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		time.Sleep(time.Second)
		assert.Equal(t, spec.AgentRinging, w.stateOf("1002"))
		require.NoError(t, w.CustomerHangsUp(callID))
		b.expect(missed...)
		a.silent()
	})
}

func TestAColleagueAnswersWhatRingsAfterTheirPageHasGone(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		require.NoError(t, w.ColleagueComes("1002"))
		assert.True(t, w.agentInfo("1002").Played)
		b := w.connect("1002")
		assert.False(t, w.agentInfo("1002").Played, "the page decides")
		_, err := w.CustomerCalls("1002", customer)
		require.NoError(t, err)
		time.Sleep(time.Second)
		b.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		require.Equal(t, spec.AgentRinging, w.stateOf("1002"), "the page decides")
		require.NoError(t, b.socket.CloseNow())
		synctest.Wait()
		time.Sleep(time.Second)
		assert.Equal(t, spec.AgentTalking, w.stateOf("1002"))
	})
}

func TestAColleagueDoesNotComeWhileTheirPageIsConnected(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		b := w.connect("1002")
		err := w.ColleagueComes("1002")
		require.ErrorContains(t, err, "page")
		assert.Equal(t, spec.AgentOffline, w.stateOf("1002"))
		b.silent()
	})
}

func TestResetEndsThePartOfAColleague(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		require.NoError(t, w.ColleagueComes("1002"))
		w.Reset()
		assert.Equal(t, spec.AgentOffline, w.stateOf("1002"))
		w.idle("1002")
		_, err := w.CustomerCalls("1002", customer)
		require.NoError(t, err)
		time.Sleep(time.Second)
		assert.Equal(t, spec.AgentRinging, w.stateOf("1002"))
		w.pages[0].expect(lines(offHook, []string{"Delivered OtherIn"})...)
	})
}
