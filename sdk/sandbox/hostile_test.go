package sandbox_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

const hostileRequests = 10_000

// pieces are what hostile requests are made of.
var pieces = []string{
	"", "/", "..", "%2e%2e", "%00", "1001", "9999", "*", "{}", "[]", "null", `"`, "\\", "<script>", "💥", "-1", "1e999",
	strings.Repeat("9", 400), strings.Repeat("a", 5_000), "AgentId", "Token=", "?", "&", ";", "://",
}

func pick(random *rand.Rand, from []string) string { return from[random.IntN(len(from))] }

// hostileRequest is a request to a face that nobody who means well sends.
func hostileRequest(random *rand.Rand) *http.Request {
	some := func() string { return pick(random, pieces) }
	faces := []string{"/ws", "/token", "/backend/", "/backend/agents", "/backend/agents/", "/backend/transfer_ivr", "/sandbox/", "/sandbox/calls",
		"/sandbox/calls/", "/sandbox/faults", "/sandbox/frames", "/sip", "/"}
	body := `{"` + some() + `":` + some() + `,"From":"` + some() + `","Fault":"` + some() + `"}` + some()
	r := httptest.NewRequest(http.MethodGet, "http://localhost/", strings.NewReader(body[:random.IntN(len(body)+1)]))
	r.Method = pick(random, []string{"GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "CONNECT", "x"})
	r.URL.Path = pick(random, faces) + some()
	r.URL.RawQuery = "AgentId=" + some() + "&Token=" + some() + "&Timestamp=" + some() + "&AppId=" + some() + "&State=" + some()
	for _, name := range []string{"Origin", "Content-Type", "Upgrade", "Connection", "Sec-Websocket-Key", "Sec-Websocket-Version", "Authorization", "Cookie"} {
		if random.IntN(3) == 0 {
			r.Header.Set(name, some())
		}
	}
	if random.IntN(3) == 0 {
		r.Header.Set("Content-Type", "application/json")
	}
	if random.IntN(10) == 0 {
		r.Host = some()
	}
	return r
}

// Nothing is begun by any of them, each gets an answer that says what is wrong,
// and none is answered as a failure of the sandbox's own.
func TestTenThousandHostileRequests(t *testing.T) {
	p := sandbox.New(sandbox.Config{Voice: silence{}})
	defer p.Close()
	before, goroutines := p.State(), runtime.NumGoroutine()
	random := rand.New(rand.NewPCG(1, 2))
	statuses := map[int]int{}
	for range hostileRequests {
		r := hostileRequest(random)
		if r.Method == http.MethodPost && r.URL.Path == "/sandbox/reset" || r.Method == http.MethodDelete {
			r.Method = http.MethodPatch
		}
		w := httptest.NewRecorder()
		p.ServeHTTP(w, r)
		statuses[w.Code]++
		if w.Code >= 500 || w.Code == http.StatusCreated || w.Body.Len() > 100_000 {
			t.Errorf("%s %.200s: %d %.200s", r.Method, r.URL, w.Code, w.Body)
		}
		if w.Code >= 400 && r.Method != http.MethodHead && w.Body.Len() == 0 {
			t.Errorf("%s %.200s: %d without a word", r.Method, r.URL, w.Code)
		}
	}
	assert.Equal(t, before, p.State())
	assert.LessOrEqual(t, runtime.NumGoroutine(), goroutines)
	for _, status := range []int{400, 401, 403, 404, 405, 415} {
		assert.NotZero(t, statuses[status], "%d in %v", status, statuses)
	}
}

// The gateway answers each frame, and goes on.
func TestTenThousandHostileFrames(t *testing.T) {
	play(t, sandbox.Config{Log: func(string) {}}, func(t *testing.T, w *world) {
		p := w.idle("1001")
		random := rand.New(rand.NewPCG(3, 4))
		for i := range hostileRequests {
			frame := fmt.Appendf(nil, `{"Ver":"1.0","MsgType":"REQ","Method":"%s","MsgId":"%d","SeqId":%d,"CallID":"%s","State":"%s"}`,
				pick(random, []string{"Hold", "Transfer", "SetState", "Eavesdrop", "Dialout", "SetDisplayNumber", "Complete", "x"}),
				i, i, pick(random, pieces), pick(random, pieces))
			for range random.IntN(4) {
				at := random.IntN(len(frame))
				switch random.IntN(3) {
				case 0:
					frame[at] = byte(random.IntN(256))
				case 1:
					frame = frame[:at+1]
				case 2:
					frame = bytes.Replace(frame, frame[at:at+1], []byte(pick(random, pieces)), 1)
				}
			}
			kind := websocket.MessageText
			if random.IntN(10) == 0 {
				kind = websocket.MessageBinary
			}
			if len(frame) == 0 {
				continue
			}
			require.NoError(t, p.socket.Write(t.Context(), kind, frame))
			select {
			case got := <-p.frames:
				if got["rcode"] == nil && got["ErrCode"] == "000000" {
					t.Errorf("%.200q was carried out: %v", frame, got)
				}
			case err := <-p.closed:
				t.Fatalf("%.200q ended the connection: %v", frame, err)
			case <-time.After(patience):
				t.Fatalf("%.200q got no answer", frame)
			}
		}
		synctest.Wait()
		assert.Empty(t, w.State().Calls)
		assert.Equal(t, "idle", string(w.State().Agents[0].State))
	})
}
