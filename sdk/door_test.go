package sdk

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// A panic costs the call that it served and a log line, and nothing else.
func TestAPanicInAStepLosesNothingOfOthers(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		first := s.begin("HoldAsync", `[{"CallId":"a"}]`)
		broken := s.begin("GetPhoneModesAsync", `[]`)
		last := s.begin("RecoveryAsync", `[{"CallId":"c"}]`)
		hold, modes, recovery := s.took(), s.took(), s.took()
		c.core.enter("a test", func() {
			c.core.conn.session.pending[1].answer = func(*wire.Incoming, spec.Reason) { panic("a defect") }
		})
		s.answer(modes, "000000", "")
		s.refused(broken, spec.GetPhoneModesFailed, spec.Broken)
		s.answer(hold, "000000", "")
		s.answer(recovery, "000000", "")
		for _, end := range []func() (Raw, *Error){first, last} {
			_, err := end()
			assert.Nil(t, err)
		}
		assert.Contains(t, s.log, "error the SDK failed on a frame; send this log to its developers")
		assert.Equal(t, online, c.core.conn.state)
	})
}

func TestAPanicInUserCodeIsNoEnd(t *testing.T) {
	inScript(t, func(c *Config) {
		token := c.Token
		asked := 0
		c.Token = func(ctx context.Context) (Credentials, error) {
			if asked++; asked == 1 {
				panic("the provider's")
			}
			return token(ctx)
		}
	}, func(s *script, c *Client) {
		c.OnAny(func(Event) { panic("the handler's") })
		c.InvokeFunc("GetStateAsync", "[]", func(Raw, *Error) { panic("the callback's") })
		s.refused(s.begin("ConnectAsync", "[]"), spec.ConnectFailed, spec.TokenFailed)
		after(2 * time.Second)
		assert.Equal(t, online, c.core.conn.state)
		assert.Contains(t, s.happened(), "Ready+GetState")
	})
}

// What follows from a transition comes after it: a step that settles a call,
// whose callback closes the client, is over by then.
func TestCallbacksRunOutsideTheStateMachine(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		states := make(chan connState, 3)
		for range 3 {
			c.InvokeFunc("HoldAsync", `[{"CallId":"a"}]`, func(Raw, *Error) {
				states <- c.core.conn.state
				c.Disconnect()
				c.Close()
			})
		}
		s.hang(closeAbnormal)
		synctest.Wait()
		assert.Equal(t, waiting, <-states)
		assert.Equal(t, destroyed, <-states)
		assert.Equal(t, destroyed, <-states)
	})
}

// early is a gateway that sends before dial has returned.
type early struct {
	*script
	frames []string
	code   int
}

func (e early) dial(ctx context.Context, url string, on socketEvents) (socket, error) {
	s, err := e.script.dial(ctx, url, on)
	for _, frame := range e.frames {
		on.message(frame)
	}
	if e.code != 0 {
		on.closed(e.code)
	}
	time.Sleep(time.Millisecond)
	return s, err
}

func TestWhatComesWithTheUpgradeIsTakenAfterIt(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		c.core.transport = early{script: s, frames: []string{`{"Method":"AgentStateChange","MsgType":"NTF","OldState":"offline","CurState":"idle"}`, "garbage"}}
		require.NoError(t, c.Connect(context.Background()))
		assert.Equal(t, []string{"Connecting", "AgentStateChanged", "Connected", "Ready+GetState"}, s.happened())
		assert.Equal(t, 1, c.Stats().BadFrames)
	})
	inScript(t, nil, func(s *script, c *Client) {
		s.mute = true
		c.core.transport = early{script: s, code: 4409}
		end := s.begin("ConnectAsync", "[]")
		after(time.Second)
		s.refused(end, spec.ConnectFailed, spec.Kicked)
		assert.Equal(t, stopped, c.core.conn.state, "a kick is one, however early")
	})
}

// The counts that the design rests on: one lock, one place that recovers.
func TestThereIsOneDoor(t *testing.T) {
	if runtime.GOOS == "js" {
		return // no sources there
	}
	count := map[string]map[string]int{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for what, pattern := range map[string]string{"recover": `\brecover\(\)`, "timer": `time\.(AfterFunc|NewTimer|After|Tick)\(`,
			"method name": `row\.(Go|Name) [!=]=`, "lock": `\bd\.mu\.Lock\(\)`} {
			if n := len(regexp.MustCompile(pattern).FindAll(source, -1)); n > 0 {
				if count[what] == nil {
					count[what] = map[string]int{}
				}
				count[what][file] = n
			}
		}
	}
	assert.Equal(t, map[string]map[string]int{
		"recover": {"door.go": 1},
		"timer":   {"timers.go": 1},
		"lock":    {"door.go": 2}, // enter, and perform on its way back
	}, count)
}

// lateTimer stands for a program that stood still: its timers are due long ago.
func TestATimerWaitsForWhatArrivedWhileTheProgramStoodStill(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ts timers
		fired := 0
		ts.start(&timer{}, time.Now(), time.Second, func() {}, func() { fired++ })
		time.Sleep(time.Second)
		synctest.Wait()
		time.Sleep(11 * time.Second) // the event loop was blocked
		assert.Empty(t, ts.due(func() { fired++ }), "first what waits in the event queue")
		time.Sleep(catchUp)
		synctest.Wait()
		assert.Equal(t, 2, fired)
		assert.Len(t, ts.due(func() {}), 1)
	})
}

func TestStoppedTimersNeverFire(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		fired := []string{}
		c.core.enter("a test", func() {
			var second *timer
			c.core.later(time.Second, func() { fired = append(fired, "first"); second.stop() })
			second = c.core.later(time.Second, func() { fired = append(fired, "second") })
			c.core.later(time.Second, func() { panic("a defect") })
			c.core.later(time.Second, func() { fired = append(fired, "last") })
		})
		after(2 * time.Second)
		assert.Equal(t, []string{"first", "last"}, fired)
		assert.Contains(t, fmt.Sprint(s.log), "the SDK failed on a timer")
	})
}
