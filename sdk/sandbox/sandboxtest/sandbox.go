// Package sandboxtest is for tests of your agent page, and of other programs that
// use the platform: a sandbox for the duration of a test, the customers' side of
// the calls, faults, and the frames that were sent and received.
//
//	box := sandboxtest.Start(t)
//	page := open(t, box.WebSocketURL, box.BackendURL, box.TokenURL) // yours
//	box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDuplicate})
//	callID := box.CustomerCalls("1001", "13800138000")
//	page.expectsOneCall(callID)
//
// Errors fail the test, so there are none to check.
package sandboxtest

import (
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// Sandbox is a platform that ends with its test. Its methods hide those of Server
// that return an error; a test that expects an error calls the Server's method.
// Call methods that can fail on the test's own goroutine.
type Sandbox struct {
	*sandbox.Server
	t testing.TB
}

// Start returns a sandbox that ends with the test and logs to it. It fails the
// test if the sandbox cannot listen. A test that makes the same calls in the
// same order gets the same CallIDs every time, others with another Config.Seed.
// For a test with its own clock see Run. Without a config, the zero Config is
// used; at most one may be passed.
func Start(t testing.TB, configs ...sandbox.Config) *Sandbox {
	t.Helper()
	var config sandbox.Config
	if len(configs) > 0 {
		config = configs[0]
	}
	if config.Log == nil {
		config.Log = func(message string) { t.Log(message) }
	}
	server, err := sandbox.Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	return &Sandbox{server, t}
}

// Run runs a test in a bubble of testing/synctest, with a sandbox in memory:
// time advances when all goroutines wait, so that hours of calls take
// milliseconds. Ids and clock are derived from Config.Seed: the same test gets
// exactly the same frames every time, and another seed gives another date and
// other ids. Programs that the test starts must use the sandbox's Client, and
// must end with the test.
func Run(t *testing.T, config sandbox.Config, test func(t *testing.T, box *Sandbox)) {
	t.Helper()
	config.InMemory = true
	synctest.Test(t, func(t *testing.T) {
		t.Helper()
		time.Sleep(sinceMillennium(config.Seed)) // where a bubble's clock begins
		test(t, Start(t, config))
	})
}

// sinceMillennium returns a time of up to 30 years, in whole seconds.
func sinceMillennium(seed uint64) time.Duration {
	const years = 30 * 365 * 24 * time.Hour
	return time.Duration(rand.New(rand.NewPCG(seed, 1)).Int64N(int64(years/time.Second))) * time.Second
}

// Fault places a fault, as Platform.Fault does.
func (s *Sandbox) Fault(agentID string, fault sandbox.Fault) {
	s.t.Helper()
	s.must(s.Server.Fault(agentID, fault))
}

// ClearFaults removes an agent's pending faults, as Platform.ClearFaults does.
func (s *Sandbox) ClearFaults(agentID string) {
	s.t.Helper()
	s.must(s.Server.ClearFaults(agentID))
}

// CustomerCalls has a customer call the agent, as Platform.CustomerCalls does.
func (s *Sandbox) CustomerCalls(agentID, from string) (callID string) {
	s.t.Helper()
	callID, err := s.Server.CustomerCalls(agentID, from)
	s.must(err)
	return callID
}

// CustomerCallsQueue has a customer call a queue, as
// Platform.CustomerCallsQueue does.
func (s *Sandbox) CustomerCallsQueue(queueID, from string) (callID string) {
	s.t.Helper()
	callID, err := s.Server.CustomerCallsQueue(queueID, from)
	s.must(err)
	return callID
}

// CustomerAnswers has a customer answer, as Platform.CustomerAnswers does.
func (s *Sandbox) CustomerAnswers(callID string) {
	s.t.Helper()
	s.must(s.Server.CustomerAnswers(callID))
}

// CustomerHangsUp has a customer hang up, as Platform.CustomerHangsUp does.
func (s *Sandbox) CustomerHangsUp(callID string) {
	s.t.Helper()
	s.must(s.Server.CustomerHangsUp(callID))
}

// Agent returns the current state of an agent.
func (s *Sandbox) Agent(agentID string) sandbox.AgentInfo {
	s.t.Helper()
	for _, agent := range s.State().Agents {
		if agent.AgentID == agentID {
			return agent
		}
	}
	s.t.Fatal("there is no agent " + agentID + "; the sandbox has 1001 to 1010")
	return sandbox.AgentInfo{}
}

// Call returns the current state of a call. It fails the test if there is no
// such call, or it has ended.
func (s *Sandbox) Call(callID string) sandbox.CallInfo {
	s.t.Helper()
	for _, call := range s.State().Calls {
		if call.CallID == callID {
			return call
		}
	}
	s.t.Fatal("there is no call " + callID + ", or it has ended")
	return sandbox.CallInfo{}
}

func (s *Sandbox) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}
