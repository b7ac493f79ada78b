package sandbox_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestWhatWouldGoOverALimitIsRefused(t *testing.T) {
	limits := sandbox.Limits{Calls: 3, Waiting: 2, Sockets: 2, Faults: 2}
	play(t, sandbox.Config{Limits: limits}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		w.connect("1002")
		_, err := w.dial("1003", w.Credentials("1003"))
		assert.EqualError(t, err, "HTTP 503", "sockets")
		_, err = w.PhoneConnects()
		assert.ErrorContains(t, err, "2 sockets are open, as many as Limits.Sockets allows")

		for range 2 {
			_, err = w.CustomerCallsQueue("2", customer)
			require.NoError(t, err)
		}
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		full := w.post("/calls", `{"QueueId":"2","From":"13800138000"}`)
		assert.Equal(t, http.StatusServiceUnavailable, full.status)
		assert.Contains(t, full.body["Error"], "2 customers wait, as many as Limits.Waiting allows")

		a.request("Answer", nil)
		a.expect("Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")
		_, err = w.CustomerCallsQueue("2", customer)
		require.NoError(t, err, "one has left the queue")
		b := w.pages[1]
		b.request("Login", members{"State": "busy"})
		b.expect("Login 000000", "AgentStateChange offline→busy")
		b.request("Dialout", members{"DestNumber": customer})
		assert.Contains(t, b.expect("Dialout 000060")["ErrDesc"], "there are 3 calls, as many as Limits.Calls allows")

		for range 2 {
			require.NoError(t, w.Server.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDuplicate}))
		}
		assert.ErrorContains(t, w.Server.Fault("1002", sandbox.Fault{Kind: sandbox.FaultDuplicate}), "2 faults wait, as many as Limits.Faults allows")
	})
}

func TestSocketsThatHaveEndedDoNotCount(t *testing.T) {
	play(t, sandbox.Config{Limits: sandbox.Limits{Sockets: 1}}, func(t *testing.T, w *world) {
		for range 5 {
			p := w.connect("1001")
			require.NoError(t, p.socket.CloseNow())
			time.Sleep(time.Second)
		}
	})
}

func TestACallHasALongestLength(t *testing.T) {
	play(t, sandbox.Config{Limits: sandbox.Limits{CallLength: 5 * time.Minute}}, func(t *testing.T, w *world) {
		a, _ := w.talking("1001")
		began := time.Now()
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		assert.Equal(t, 5*time.Minute, time.Since(began).Round(time.Second))
		assert.Empty(t, w.State().Calls)
	})
}

func TestAsManyAgentsAsAreWanted(t *testing.T) {
	for n, supervisors := range map[int][]string{
		0:  {"1010"},
		1:  nil,
		3:  {"1003"},
		10: {"1010"},
		25: {"1010", "1020"},
	} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			p := sandbox.New(sandbox.Config{Agents: n})
			defer p.Close()
			agents := p.State().Agents
			want := n
			if n == 0 {
				want = 10
			}
			require.Len(t, agents, want)
			assert.Equal(t, fmt.Sprint(1000+want), agents[want-1].AgentID)
			var found []string
			names := map[string]bool{}
			for _, agent := range agents {
				names[agent.Name] = true
				if agent.Role == sandbox.RoleSupervisor {
					found = append(found, agent.AgentID)
				}
			}
			assert.Equal(t, supervisors, found)
			assert.Len(t, names, want, "each has a name of their own")
			_, err := p.CustomerCalls("9999", customer)
			assert.ErrorContains(t, err, fmt.Sprint("1001 to ", 1000+want))
		})
	}
	_, err := sandbox.Start(sandbox.Config{Agents: sandbox.MaxAgents + 1})
	assert.ErrorContains(t, err, "50000 is the most")
}
