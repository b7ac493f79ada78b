// Package sandboxtest is for tests of your agent page, and of whatever else
// talks to the platform: a sandbox for the length of a test, the customers'
// side of the calls, faults, and the frames that went to and fro.
//
//	box := sandboxtest.Start(t, sandbox.Config{})
//	page := open(t, box.WebSocketURL, box.BackendURL, box.TokenURL) // yours
//	box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDuplicate})
//	callID := box.CustomerCalls("1001", "13800138000")
//	page.expectsOneCall(callID)
//
// What fails here fails the test, so there are no errors to check.
package sandboxtest

import (
	"slices"
	"sync"
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// Sandbox is a platform that ends with its test. Its methods hide those of the
// Server that return an error; a test that wants the error asks the Server.
// Those that can fail belong on the test's own goroutine.
type Sandbox struct {
	*sandbox.Server
	t testing.TB

	mu     sync.Mutex
	frames map[string][]sandbox.Frame
}

// Start returns a sandbox that ends with the test and logs to it. It fails the
// test if the sandbox cannot listen. Set Config.InMemory in tests under
// testing/synctest. A test that makes the same calls in the same order gets the
// same CallIDs every time, others with another Config.Seed.
func Start(t testing.TB, config sandbox.Config) *Sandbox {
	t.Helper()
	s := &Sandbox{t: t, frames: map[string][]sandbox.Frame{}}
	if config.Log == nil {
		config.Log = func(message string) { t.Log(message) }
	}
	look := config.Trace
	config.Trace = func(frame sandbox.Frame) {
		s.record(frame)
		if look != nil {
			look(frame)
		}
	}
	server, err := sandbox.Start(config)
	if err != nil {
		t.Fatal(err)
	}
	s.Server = server
	t.Cleanup(server.Close)
	return s
}

func (s *Sandbox) record(frame sandbox.Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frames[frame.AgentID] = append(s.frames[frame.AgentID], frame)
}

// Frames is what an agent's page and the gateway have sent each other so far,
// over all his connections, in the gateway's order.
func (s *Sandbox) Frames(agentID string) []sandbox.Frame {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.frames[agentID])
}

// Fault places a fault, as Platform.Fault does.
func (s *Sandbox) Fault(agentID string, fault sandbox.Fault) {
	s.t.Helper()
	s.must(s.Server.Fault(agentID, fault))
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

func (s *Sandbox) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}
