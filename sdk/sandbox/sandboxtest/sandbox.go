// Package sandboxtest is for tests of your agent page, and of whatever else
// talks to the platform: a sandbox for the length of a test, the customers'
// side of the calls, faults, and the frames that went to and fro.
//
//	box := sandboxtest.Start(t)
//	page := open(t, box.WebSocketURL, box.BackendURL, box.TokenURL) // yours
//	box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDuplicate})
//	callID := box.CustomerCalls("1001", "13800138000")
//	page.expectsOneCall(callID)
//
// What fails here fails the test, so there are no errors to check.
package sandboxtest

import (
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// Sandbox is a platform that ends with its test. Its methods hide those of the
// Server that return an error; a test that wants the error asks the Server.
// Those that can fail belong on the test's own goroutine.
type Sandbox struct {
	*sandbox.Server
	t testing.TB
}

// Start returns a sandbox that ends with the test and logs to it. It fails the
// test if the sandbox cannot listen. A test that makes the same calls in the
// same order gets the same CallIDs every time, others with another Config.Seed.
// For a clock of the test's own see Run. Where there is no config it is the zero
// Config; more than one have no meaning.
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
// time passes at once when all wait, so that hours of calls take milliseconds.
// Ids and clock follow from Config.Seed. A test that does the same gets the same
// frames every time, to the last digit; another seed is another day and gives
// other ids. What the test starts must reach the sandbox through its Client,
// and must end with the test.
func Run(t *testing.T, config sandbox.Config, test func(t *testing.T, box *Sandbox)) {
	t.Helper()
	config.InMemory = true
	synctest.Test(t, func(t *testing.T) {
		t.Helper()
		time.Sleep(sinceMillennium(config.Seed)) // where a bubble's clock begins
		test(t, Start(t, config))
	})
}

// sinceMillennium is a time of up to 30 years, in whole seconds.
func sinceMillennium(seed uint64) time.Duration {
	const years = 30 * 365 * 24 * time.Hour
	return time.Duration(rand.New(rand.NewPCG(seed, 1)).Int64N(int64(years/time.Second))) * time.Second
}

// Fault places a fault, as Platform.Fault does.
func (s *Sandbox) Fault(agentID string, fault sandbox.Fault) {
	s.t.Helper()
	s.must(s.Server.Fault(agentID, fault))
}

// ClearFaults takes an agent's faults away that have yet to strike, as in
// Platform.ClearFaults.
func (s *Sandbox) ClearFaults(agentID string) {
	s.t.Helper()
	s.must(s.Server.ClearFaults(agentID))
}

// CustomerCalls is a customer who calls the agent, as in
// Platform.CustomerCalls.
func (s *Sandbox) CustomerCalls(agentID, from string) (callID string) {
	s.t.Helper()
	callID, err := s.Server.CustomerCalls(agentID, from)
	s.must(err)
	return callID
}

// CustomerCallsQueue is a customer who calls a queue, as in
// Platform.CustomerCallsQueue.
func (s *Sandbox) CustomerCallsQueue(queueID, from string) (callID string) {
	s.t.Helper()
	callID, err := s.Server.CustomerCallsQueue(queueID, from)
	s.must(err)
	return callID
}

// CustomerAnswers is a customer who answers, as in Platform.CustomerAnswers.
func (s *Sandbox) CustomerAnswers(callID string) {
	s.t.Helper()
	s.must(s.Server.CustomerAnswers(callID))
}

// CustomerHangsUp is a customer who hangs up, as in Platform.CustomerHangsUp.
func (s *Sandbox) CustomerHangsUp(callID string) {
	s.t.Helper()
	s.must(s.Server.CustomerHangsUp(callID))
}

// Agent is what the sandbox says of an agent now.
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

// Call is what the sandbox says of a call now. It fails the test if there is no
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
