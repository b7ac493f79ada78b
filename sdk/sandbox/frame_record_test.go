package sandbox_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestNoMsgIdComesTwice(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		seen := map[any]bool{}
		logInAndOut := func(agentID string) {
			a := w.connect(agentID)
			for _, change := range []struct{ method, event string }{
				{"Login", "AgentStateChange offline→idle"}, {"Logout", "AgentStateChange idle→offline"},
			} {
				a.request(change.method, members{"State": "idle"})
				id := a.expect(change.method+" 000000", change.event)["MsgId"]
				assert.False(t, seen[id], "%v comes twice", id)
				seen[id] = true
			}
		}
		logInAndOut("1001")
		logInAndOut("1002")
		logInAndOut("1001") // on another connection
		w.Reset()
		logInAndOut("1001")
		assert.Len(t, seen, 8)
	})
}

func TestFramesOverTheControlAPI(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		list := func(query string) any {
			got := w.call(http.MethodGet, w.URL+"/sandbox/frames"+query, "", nil)
			require.Equal(t, http.StatusOK, got.status)
			return got.body["Frames"]
		}
		assert.Equal(t, []any{}, list(""))
		a, b := w.connect("1001"), w.connect("1002")
		w.Reset()
		began := time.Now().Format(time.RFC3339Nano)
		exchange := func(p *page) []any {
			p.send("ping")
			require.Equal(t, "pong", p.next()["text"])
			return []any{
				members{"AgentId": p.agentID, "Time": began, "Direction": "from agent", "Text": "ping"},
				members{"AgentId": p.agentID, "Time": began, "Direction": "to agent", "Text": "pong"},
			}
		}
		his := exchange(a)
		hers := exchange(b)
		assert.Equal(t, his, list("?AgentId=1001"))
		assert.Equal(t, append(his, hers...), list(""))
		assert.Equal(t, http.StatusNotFound, w.call(http.MethodGet, w.URL+"/sandbox/frames?AgentId=9999", "", nil).status)
	})
}

func TestOldFramesMakeRoom(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		text := "[" + strings.Repeat(" ", 60<<10) + "]"
		for range 300 {
			a.send(text)
			a.next()
		}
		synctest.Wait()
		frames := w.Frames("1001")
		size := 0
		for _, frame := range frames {
			size += len(frame.Text)
		}
		assert.LessOrEqual(t, size, 16<<20)
		assert.Greater(t, size, 15<<20)
		assert.NotContains(t, frames[0].Text, "GetState", "the first have gone")

		for range 5001 {
			a.send("ping")
			a.next()
		}
		synctest.Wait()
		assert.Len(t, w.Frames(""), 10_000)
	})
}
