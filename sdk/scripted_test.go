package sdk

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// script is a gateway that does what a test says, in place of the transport,
// with a client to it. It lives in a synctest bubble.
type script struct {
	*testing.T
	client *Client

	mu     sync.Mutex
	refuse error // what dial answers while set
	mute   bool  // whether GetState is left unanswered
	state  string
	sent   []string // frames from the client, GetStates and pings left out
	counts counts
	on     socketEvents
	closed []int // codes with which the client closed
	status int   // of HTTP answers
	body   string
	calls  []string // HTTP requests
	events []string
	data   []wire.Raw // of all events
	log    []string
}

// counts is how often the client did what leaves no frame behind.
type counts struct{ dials, pings, polls int }

// inScript runs a test against a scripted gateway; change may alter the
// client's config.
func inScript(t *testing.T, change func(*Config), test func(s *script, c *Client)) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{T: t, status: 200, state: idleState}
		config := Config{AppID: "app", AgentID: "1001", Domain: "ws://gateway/ws", HTTPDomain: "http://backend/backend/", AllowInsecure: true,
			Language: "en-US", PageNames: true,
			Token: func(context.Context) (Credentials, error) {
				return Credentials{Timestamp: "1700000000", Token: "secret-token"}, nil
			},
			Log: func(level Level, message string) {
				s.mu.Lock()
				defer s.mu.Unlock()
				s.log = append(s.log, string(level)+" "+message)
			},
		}
		if change != nil {
			change(&config)
		}
		client, err := New(config)
		require.NoError(t, err)
		client.core.transport = s
		client.OnAny(func(e Event) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.events = append(s.events, strings.Join(e.Names, "+"))
			s.data = append(s.data, e.Data)
		})
		s.client = client
		test(s, client)
		client.Close()
		synctest.Wait()
		for _, line := range s.log {
			assert.NotContains(t, line, "secret-token", "a token must never reach the log")
		}
	})
}

func (s *script) dial(ctx context.Context, url string, on socketEvents) (socket, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counts.dials++
	if s.refuse != nil {
		return nil, s.refuse
	}
	s.on = on
	return s, nil
}

func (s *script) fetch(ctx context.Context, verb, url, body string) (int, string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, strings.TrimSpace(verb+" "+url+" "+body))
	if s.status == 0 {
		return 0, "", errors.New("unreachable")
	}
	return s.status, s.body, nil
}

// idleState is a GetState reply's Data without a call.
const idleState = `{"CurState":"idle","CurSubStateId":"","CurMode":"voip","CurContact":"9001","CurExtState":"idle","CallID":"","CallDirection":"","DestNumber":"","DestNumberLoc":"","SpNumber":"","StartTime":"","UserData":"","Payload":null}`

func (s *script) send(frame string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	in, err := wire.Read(frame)
	switch {
	case frame == wire.Ping:
		s.counts.pings++
	case err != nil:
		s.Errorf("the client sent %q: %v", frame, err)
	case in.Method == "GetState":
		s.counts.polls++
		if !s.mute {
			go s.say(`{"Method":"GetState","MsgType":"REP","MsgId":"` + in.MsgID + `","ErrCode":"000000","Data":` + s.state + `}`)
		}
	default:
		s.sent = append(s.sent, frame)
	}
}

func (s *script) close(code int, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = append(s.closed, code)
}

// say sends a frame to the client.
func (s *script) say(frame string) { s.on.message(frame) }

// hang ends the socket from the gateway's side.
func (s *script) hang(code int) { s.on.closed(code) }

// took is the next frame the client sent, with its MsgId.
func (s *script) took() (in wire.Incoming) {
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	require.NotEmpty(s, s.sent, "the client sent nothing")
	in, err := wire.Read(s.sent[0])
	require.NoError(s, err)
	s.sent = s.sent[1:]
	return in
}

// answer replies to a frame with an ErrCode and members.
func (s *script) answer(in wire.Incoming, errCode, members string) {
	s.say(`{"Ver":"1.0","Method":"` + in.Method + `","MsgType":"REP","MsgId":"` + in.MsgID + `","ErrCode":"` + errCode + `","ErrDesc":"words"` + members + `}`)
}

// happened returns the events since the last call.
func (s *script) happened() []string {
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	events := s.events
	s.events = nil
	return events
}

// begin starts a call and returns a function that waits for its end.
func (s *script) begin(method, args string) (end func() (wire.Raw, *Error)) {
	var data wire.Raw
	var failure *Error
	settled := 0
	s.client.InvokeFunc(method, wire.Raw(args), func(d wire.Raw, err *Error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		data, failure = d, err
		settled++
	})
	return func() (wire.Raw, *Error) {
		synctest.Wait()
		s.mu.Lock()
		defer s.mu.Unlock()
		require.Equal(s, 1, settled, "%s must settle exactly once by now", method)
		return data, failure
	}
}

// connect brings the client online.
func (s *script) connect() {
	require.NoError(s, s.client.Connect(context.Background()))
	s.happened()
}

// refused asserts that a call failed with a code and a reason.
func (s *script) refused(end func() (wire.Raw, *Error), code spec.Code, why spec.Reason) *Error {
	_, err := end()
	require.NotNil(s, err)
	assert.Equal(s, code, err.Code, err.Message)
	assert.Equal(s, why, err.Reason, err.Message)
	assert.Contains(s, err.Message, string(code))
	return err
}

// after lets time pass.
func after(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// let changes what the script does.
func (s *script) let(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

func (s *script) count() counts {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.counts
}

// ctxOver is a context that has ended: who waits with it does not wait.
var ctxOver = func() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}()
