package sdk

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// held is a notification with a MsgId and padding.
func held(id, padding string) string {
	return `{"Method":"Held","MsgType":"NTF","MsgId":"` + id + `","CallID":"c","Payload":{"Pad":"` + padding + `"}}`
}

// A handler that is stuck costs one connection, not one a second: none follows
// until it is through, and no token is asked for.
func TestAStuckHandlerCostsOneConnection(t *testing.T) {
	var asked atomic.Int64
	inScript(t, func(c *Config) {
		token := c.Token
		c.Token = func(ctx context.Context) (Credentials, error) {
			asked.Add(1)
			return token(ctx)
		}
	}, func(s *script, c *Client) {
		s.connect()
		stuck := make(chan struct{})
		off, err := c.On("Held", func(Event) { <-stuck })
		assert.NoError(t, err)
		for i := range MaxEvents + 2 {
			s.say(held(fmt.Sprint(i), ""))
		}
		after(10 * time.Minute)
		assert.EqualValues(t, 1, asked.Load())
		assert.Equal(t, waiting, c.core.conn.state)
		off()
		close(stuck)
		after(time.Minute)
		assert.EqualValues(t, 2, asked.Load())
		assert.Equal(t, online, c.core.conn.state)
		events := s.happened()
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "AdvancedCallStatusChanged+ConnectionCleared", "GetState"}, events[len(events)-5:])
	})
}

// The queue runs over while the first state releases the calls that waited for
// it: they settle all the same.
func TestAnOverflowInATransitionLosesNoCall(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.let(func() { s.mute = true })
		stuck := make(chan struct{})
		c.OnAny(func(Event) { <-stuck })
		connected := s.begin("ConnectAsync", "[]")
		parked := s.begin("GetPhoneModesAsync", "[]")
		hold := s.begin("HoldAsync", `[{"CallId":"c"}]`)
		after(0)
		for i := range MaxEvents {
			s.say(held(fmt.Sprint(i), ""))
		}
		synctest.Wait()
		s.let(func() { s.mute = false })
		after(ReplyTimeout + WaitLimit + time.Second)
		close(stuck)
		after(time.Minute)
		for _, end := range []func() (Raw, *Error){connected, parked, hold} {
			end()
		}
		assert.Equal(t, online, c.core.conn.state)
	})
}

// What waits is bounded in bytes: a hundred frames of a megabyte, each with an
// id of a megabyte, cost a few.
func TestWaitingEventsAndRememberedIdsAreBoundedInBytes(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		stuck := make(chan struct{})
		_, _ = c.On("Held", func(Event) { <-stuck })
		heap := func() uint64 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			return m.HeapAlloc
		}
		before := heap()
		for i := range 100 {
			s.say(held(strings.Repeat(string(rune('a'+i%26)), MaxFrame/2)+fmt.Sprint(i), strings.Repeat("x", MaxFrame/2-200)))
		}
		s.say(held("short", strings.Repeat("x", MaxFrame-200)))
		synctest.Wait()
		assert.Less(t, heap()-before, uint64(MaxEventBytes+8*MaxFrame))
		close(stuck)
		after(time.Minute)
	})
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		for range 2 {
			s.say(held(strings.Repeat("a", MaxFrame/2)+"1", ""))
			s.say(held(strings.Repeat("a", MaxFrame/2)+"2", ""))
		}
		synctest.Wait()
		assert.Equal(t, 2, c.Stats().Duplicates, "long ids are told apart")
		assert.Equal(t, spec.ConnectConnected, c.Snapshot().ConnectState)
	})
}
