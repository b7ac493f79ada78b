package sandbox_test

import (
	"math/rand/v2"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// The length of the random walks.
const (
	walks = 12
	steps = 300
)

// TestRandomWalks lets agents and customers act at random, whether allowed or
// not. After every step the platform must agree with itself, and
// every page must have seen every change, in order.
func TestRandomWalks(t *testing.T) {
	accepted := map[string]int{}
	for seed := range uint64(walks) {
		play(t, sandbox.Config{Seed: seed, Log: func(string) {}}, func(t *testing.T, w *world) {
			walk := walker{w, rand.New(rand.NewPCG(seed, 1)), nil}
			for _, id := range []string{"1001", "1002", "1003", "1010"} {
				walk.stories = append(walk.stories, &story{page: w.idle(id), agent: "idle", phone: "idle"})
			}
			for range steps {
				walk.step()
				synctest.Wait()
				state := w.State()
				for _, s := range walk.stories {
					s.follow(accepted)
					s.compare(state)
				}
				checkCalls(t, state)
			}
			w.Reset()
			synctest.Wait()
			assert.Empty(t, w.State().Calls)
			for _, s := range walk.stories {
				s.follow(accepted)
				assert.Equal(t, "offline idle", s.agent+" "+s.phone)
			}
		})
	}
	for _, op := range operations {
		assert.NotZero(t, accepted[op.method], "no walk has come to %s", op.method)
	}
	for _, verb := range []string{"Eavesdrop", "Whisper", "BargeIn", "Substitute", "Dialout", "Complete", "SetState"} {
		assert.NotZero(t, accepted[verb], "no walk has come to %s", verb)
	}
}

// walker takes the steps.
type walker struct {
	*world
	chance  *rand.Rand
	stories []*story
}

func choose[T any](w walker, from ...T) T { return from[w.chance.IntN(len(from))] }

// step lets somebody do something, or time pass.
func (w walker) step() {
	calls := w.State().Calls
	callID := "none"
	if len(calls) > 0 {
		callID = choose(w, calls...).CallID
	}
	agentID := choose(w, "1001", "1002", "1003")
	number := choose(w, customer, customer, busy, silent, shortTalk)
	s := choose(w, w.stories...)
	p := s.page
	switch w.chance.IntN(30) {
	case 0:
		_, _ = w.CustomerCalls(agentID, customer)
	case 1:
		_, _ = w.CustomerCallsQueue("2", customer)
	case 2:
		_ = w.CustomerAnswers(callID)
	case 3:
		_ = choose(w, w.CustomerHangsUp, w.CustomerAnswers)(callID)
	case 4:
		w.backend(http.MethodPost, "/transfer_ivr", nil, members{
			"call_id": callID, "ivr_id": 25, "node_id": 1, "transfer_mode": choose(w, "", "agent_hangup")})
	case 5:
		// Not the supervisor, who would have no time to supervise.
		choose(w, w.stories[:3]...).request("Dialout", members{"DestNumber": number})
	case 6:
		p.request(choose(w, "SetState", "Login"), members{"State": choose(w, "idle", "idle", "idle", "busy", "onBreak")})
	case 7:
		p.request(choose(w, "Complete", "SetWrapUpTime"), members{"WrapUpTime": choose(w, 0, 5)})
	case 8, 9:
		watched, supervisor := s, w.stories[len(w.stories)-1]
		supervisor.request(choose(w, "Eavesdrop", "Whisper", "BargeIn", "Substitute"),
			members{"CallID": watched.callID, "AgentID": watched.agentID})
	case 10, 11, 12, 13, 14, 15:
		time.Sleep(choose(w, 100*time.Millisecond, 300*time.Millisecond, time.Second, 8*time.Second))
	default:
		// Usually somebody presses a button that their page offers.
		op := choose(w, operations...)
		for range 60 {
			if slices.Contains(s.offers, op.flag) {
				break
			}
			s, op = choose(w, w.stories...), choose(w, operations...)
		}
		params := members{"CallID": s.callID, "QueueID": "2"}
		if w.chance.IntN(2) == 0 {
			params["AgentID"] = agentID
		} else {
			params["AgentPhone"] = number
		}
		s.request(op.method, params)
	}
}

// story is what a page has been told so far.
type story struct {
	*page
	agent, phone, callID string
	offers               []string // the flags of the last CallAuthority
}

// follow reads the frames that have come. Each must go on where the last ended.
func (s *story) follow(accepted map[string]int) {
	for len(s.frames) > 0 {
		frame := <-s.frames
		method := frame["Method"].(string)
		switch {
		case frame["MsgType"] == "REP":
			if frame["ErrCode"] == "000000" {
				accepted[method]++
			}
		case method == "AgentStateChange":
			require.Equal(s.w, s.agent, frame["OldState"], "agent %s", s.agentID)
			s.agent = frame["CurState"].(string)
		case method == "ExtensionStateChange":
			require.NotEqual(s.w, s.phone, frame["CurState"], "agent %s", s.agentID)
			s.phone = frame["CurState"].(string)
		case method == "Originated" || method == "Delivered":
			s.callID = frame["CallID"].(string)
		default:
			require.Equal(s.w, s.callID, frame["CallID"], "agent %s: %s", s.agentID, describe(frame))
		}
	}
}

// compare checks the story, and the authority that it has come to, against the
// platform's own state.
func (s *story) compare(state sandbox.State) {
	i := slices.IndexFunc(state.Agents, func(a sandbox.AgentInfo) bool { return a.AgentID == s.agentID })
	agent := state.Agents[i]
	require.Equal(s.w, s.agent, string(agent.State), "agent %s", s.agentID)
	require.Equal(s.w, s.phone, string(agent.PhoneState), "agent %s", s.agentID)
	s.offers = nil
	inCall := s.agent == "ringing" || s.agent == "talking"
	require.Equal(s.w, inCall, agent.CallID != "", "agent %s is %s", s.agentID, s.agent)
	require.Equal(s.w, inCall || s.agent == "wrapup", s.phone == "busy", "agent %s is %s", s.agentID, s.agent)
	if inCall {
		require.Equal(s.w, s.callID, agent.CallID)
		leg := legOf(s.w, s.agentID)
		s.offers = allowed(authority(s.page))
		require.Equal(s.w, legStates[leg].flags, s.offers, "agent %s: %s", s.agentID, leg)
	}
}

// checkCalls checks that nobody is left alone in a call.
func checkCalls(t *testing.T, state sandbox.State) {
	t.Helper()
	for _, call := range state.Calls {
		serving, guests := 0, 0
		for _, leg := range call.Legs {
			switch leg.State {
			case sandbox.LegRinging, sandbox.LegDialling:
			case sandbox.LegInvited, sandbox.LegJoined:
				guests++
			default:
				serving++
			}
		}
		require.LessOrEqual(t, serving, 1, "%+v", call)
		require.True(t, guests == 0 || serving == 1, "guests without a host: %+v", call)
		switch call.Status {
		case sandbox.CallEstablished:
			require.True(t, serving == 1 || call.ExternalNumber != "", "nobody serves: %+v", call)
		case sandbox.CallRinging:
			require.Len(t, call.Legs, 1, "%+v", call)
		default:
			require.Empty(t, call.Legs, "%+v", call)
		}
	}
}
