//go:build !js && !nophone

package sdk

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
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

// chaos is a gateway, a backend, a token provider and a web phone that behave
// at random, against one client that four goroutines use.
type chaos struct {
	*testing.T
	client *Client

	mu      sync.Mutex
	random  *rand.Rand
	on      socketEvents // of the newest socket
	sent    int          // notifications, which are numbered
	numbers map[string]int
	told    []string // the events of the connection
	calls   int
	open    int // calls that have not settled
}

// dice is a number below n, from the seed.
func (x *chaos) dice(n int) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.random.IntN(n)
}

func (x *chaos) pause(most time.Duration) {
	time.Sleep(time.Duration(x.dice(int(most/time.Microsecond))) * time.Microsecond)
}

func (x *chaos) token(ctx context.Context) (Credentials, error) {
	switch x.dice(20) {
	case 0:
		return Credentials{}, errors.New("the backend is down")
	case 1:
		<-ctx.Done()
		return Credentials{}, ctx.Err()
	case 2:
		return Credentials{Token: " "}, nil
	case 3:
		panic("the provider's")
	}
	x.pause(time.Second)
	return Credentials{Timestamp: "1", Token: "t"}, nil
}

func (x *chaos) dial(ctx context.Context, _ string, on socketEvents) (socket, error) {
	switch x.dice(12) {
	case 0:
		return nil, errors.New("refused")
	case 1:
		return nil, refusedUpgrade{errors.New("401")}
	case 2:
		<-ctx.Done()
		return nil, ctx.Err()
	}
	x.mu.Lock()
	x.on = on
	x.mu.Unlock()
	s := &chaosSocket{chaos: x, on: on}
	if x.dice(3) == 0 {
		s.notify()
	}
	return s, nil
}

func (x *chaos) fetch(ctx context.Context, _, _, _ string) (int, string, error) {
	x.pause(2 * time.Second)
	switch x.dice(5) {
	case 0:
		return 0, "", errors.New("unreachable")
	case 1:
		return 401, "", nil
	case 2:
		<-ctx.Done()
		return 0, "", ctx.Err()
	case 3:
		return 200, "<html>", nil
	}
	return 200, `{"ErrCode":"000000","Result":{"Queues":[],"AgentList":[]}}`, nil
}

// Order is the phone's: it lies, repeats itself and says nothing.
func (x *chaos) Order(id string, order spec.PhoneOrder, detail wire.Raw) {
	leg := detail.Get("Leg").TextOrDigits()
	go func() {
		x.pause(3 * time.Second)
		for range x.dice(3) {
			news := []spec.PhoneNews{spec.NewsDone, spec.NewsDone, spec.NewsFailed}[x.dice(3)]
			x.client.PhoneTells(id, news, `{"Fault":"denied","Muted":true,"Devices":[]}`)
		}
		switch order {
		case spec.OrderRegister, spec.OrderRenew:
			x.client.PhoneTells("", []spec.PhoneNews{spec.NewsRegistered, spec.NewsUnregistered}[x.dice(2)], `{"Status":403}`)
		default:
			x.phoneNews(leg)
		}
	}()
}

func (x *chaos) phoneNews(leg string) {
	all := []spec.PhoneNews{spec.NewsRegistered, spec.NewsUnregistered, spec.NewsIncoming, spec.NewsProgress, spec.NewsAccepted,
		spec.NewsEnded, spec.NewsQuality, spec.NewsMediaLost, spec.NewsNetwork, spec.NewsBlocked, spec.NewsReplaced, "nonsense"}
	x.client.PhoneTells("", all[x.dice(len(all))], wire.Raw(`{"Leg":"`+leg+`","Status":0,"Rtt":10,"Answer":true}`))
}

type chaosSocket struct {
	*chaos
	on socketEvents

	ended sync.Once
}

func (s *chaosSocket) send(frame string) {
	if in, err := wire.Read(frame); err == nil {
		go s.reply(in)
	}
}

func (s *chaosSocket) close(int, string) { s.ended.Do(s.on.released) }

// reply answers a request, or does something else.
func (s *chaosSocket) reply(in wire.Incoming) {
	s.pause(2 * time.Second)
	code := "000000"
	switch s.dice(16) {
	case 0:
		return
	case 1:
		s.on.closed([]int{1000, 1006, 1011, 4001, 4409}[s.dice(5)])
		s.ended.Do(s.on.released)
		return
	case 2:
		code = []string{"100021", "200020", "000060"}[s.dice(3)]
	case 3:
		s.on.message(`{"rcode":"000036","rdesc":"` + in.Method + ` error"}`)
		return
	case 4:
		s.on.message(strings.Repeat("[", 300))
	}
	data := idleState
	if in.Method == "GetState" {
		data = s.state()
	}
	for range 1 + s.dice(2) {
		s.on.message(`{"Method":"` + in.Method + `","MsgType":"REP","MsgId":"` + in.MsgID + `","ErrCode":"` + code + `","Data":` + data + `}`)
	}
	for range s.dice(4) {
		s.notify()
	}
}

// state is a GetState's Data of an agent who may be in any state.
func (x *chaos) state() string {
	state := []string{"idle", "busy", "ringing", "talking", "offline", "wrapup"}[x.dice(6)]
	mode := []string{"voip", "webrtc"}[x.dice(2)]
	call := []string{"", "a", "b"}[x.dice(3)]
	return strings.NewReplacer(`"CurState":"idle"`, `"CurState":"`+state+`"`, `"CurMode":"voip"`, `"CurMode":"`+mode+`"`,
		`"CallID":""`, `"CallID":"`+call+`"`).Replace(idleState)
}

// notify sends a numbered notification, now and then twice.
func (s *chaosSocket) notify() {
	s.mu.Lock()
	s.sent++
	n := s.sent
	s.mu.Unlock()
	frame := fmt.Sprintf(`"MsgType":"NTF","MsgId":"n%d","Number":"%d"`, n, n)
	switch s.dice(3) {
	case 0:
		states := []string{"idle", "ringing", "talking", "wrapup"}
		frame = `{"Method":"AgentStateChange",` + frame + `,"OldState":"x","CurState":"` + states[s.dice(4)] + `"}`
	case 1:
		frame = `{"Method":"AgentCallModeChange",` + frame + `,"CurContact":"` + []string{"voip", "webrtc"}[s.dice(2)] + `","CurExtState":"idle"}`
	default:
		event := []string{"Delivered", "Originated", "Established", "Held", "ConnectionCleared", "CallFailed"}[s.dice(6)]
		frame = `{"Method":"` + event + `",` + frame + fmt.Sprintf(`,"CallID":"%s","Payload":{"Number":"%d"}}`, []string{"a", "b"}[s.dice(2)], n)
	}
	for range 1 + s.dice(2) {
		s.on.message(frame)
	}
}

// use is one goroutine of the application.
func (x *chaos) use(steps int) {
	methods := [][2]string{{"MakeCallAsync", `["10086"]`}, {"AnswerAsync", "[]"}, {"HangupAsync", `["a"]`}, {"HoldAsync", `[{"CallId":"a"}]`},
		{"SetPhoneModeAsync", `["webrtc"]`}, {"SetPhoneModeAsync", `["voip"]`}, {"SetAgentStateAsync", `["idle"]`}, {"GetStateAsync", "[]"},
		{"MuteAsync", `[{"CallId":"a"}]`}, {"SendDtmfAsync", `[{"CallId":"a","Digits":"1"}]`}, {"GetAudioDevicesAsync", "[]"},
		{"GetQueuesAgentsAsync", "[]"}, {"SetWrapUpTimeAsync", `[{"InWrapUpTime":1,"OutWrapUpTime":1}]`}, {"ConnectAsync", "[]"}, {"ConnectAsync", "[]"},
		{"Disconnect", "[]"}, {"Nonsense", "{"}}
	for range steps {
		m := methods[x.dice(len(methods))]
		x.mu.Lock()
		x.calls++
		x.open++
		x.mu.Unlock()
		settled := false
		x.client.InvokeFunc(m[0], Raw(m[1]), func(_ Raw, err *Error) {
			x.mu.Lock()
			defer x.mu.Unlock()
			assert.False(x, settled, "%s settled twice", m[0])
			settled = true
			x.open--
			if err != nil {
				assert.NotEqual(x, spec.Broken, err.Reason, m[0])
			}
		})
		switch x.dice(12) {
		case 0:
			x.client.Wake()
		case 1:
			ctx, cancel := context.WithTimeout(context.Background(), time.Duration(1+x.dice(3000))*time.Millisecond)
			_, _ = x.client.Invoke(ctx, m[0], Raw(m[1]))
			cancel()
		case 2:
			x.phoneNews("in1")
		}
		x.pause(4 * time.Second)
	}
}

func (x *chaos) event(e Event) {
	x.mu.Lock()
	defer x.mu.Unlock()
	switch name := e.Names[0]; name {
	case "Connecting", "Connected", "Disconnected", "NeedManualConnect":
		x.told = append(x.told, name)
	}
	if n := e.Data.Get("Number").TextOrDigits(); n != "" && e.Data.Get("Recovered") == "" && e.Names[0] != "GetState" {
		x.numbers[n]++
		assert.Equal(x, 1, x.numbers[n], "notification %s was raised twice: %s", n, e.Names)
	}
	if x.random.IntN(40) == 0 {
		panic("the handler's")
	}
}

func TestChaos(t *testing.T) {
	events, online, calls := 0, 0, 0
	for seed := range uint64(chaosSeeds) {
		synctest.Test(t, func(t *testing.T) {
			x := &chaos{T: t, random: rand.New(rand.NewPCG(seed, 0)), numbers: map[string]int{}}
			client, err := New(Config{AppID: "app", AgentID: "1001", Domain: "ws://x", HTTPDomain: "http://x", AllowInsecure: true, Language: "en-US", Token: x.token,
				Phone: x, Log: func(level Level, line string) { assert.NotContains(t, line, "the SDK failed") }})
			require.NoError(t, err)
			client.core.transport = x
			client.OnAny(x.event)
			x.client = client
			var users sync.WaitGroup
			for range 4 {
				users.Go(func() { x.use(10) })
			}
			users.Wait()
			time.Sleep(2 * time.Minute)
			synctest.Wait()
			x.mu.Lock()
			assert.Zero(t, x.open, "calls that have not settled")
			x.mu.Unlock()
			client.Close()
			time.Sleep(time.Minute)
			synctest.Wait()
			assert.Empty(t, misorder(x.told, client.core.conn.state), "%v", x.told)
			require.NoError(t, client.Shutdown(context.Background()), "and nothing runs any more")
			events += len(x.numbers)
			calls += x.calls
			for _, name := range x.told {
				if name == "Connected" {
					online++
				}
			}
		})
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("%d calls, %d notifications, %d connections", calls, events, online)
	assert.Greater(t, min(calls/20, events, online), chaosSeeds, "the runs were busy")
}
