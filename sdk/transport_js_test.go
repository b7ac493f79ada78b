//go:build js

package sdk

import (
	"context"
	"encoding/json"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// The tests of this file connect to a real sandbox over the browser's own
// WebSocket and fetch; scripts/browserexec starts it.

// sandboxed returns a config of agent for that sandbox.
func sandboxed(t *testing.T, agent string) Config {
	base := os.Getenv("CCPAAS_SANDBOX")
	require.NotEmpty(t, base, "run these tests with: make test-wasm")
	transport := browserTransport{}
	return Config{
		AppID: "00000000-0000-4000-8000-000000000001", AgentID: agent,
		Domain: "ws" + base[len("http"):] + "/ws", HTTPDomain: base + "/backend", Language: "en-US",
		Token: func(ctx context.Context) (Credentials, error) {
			status, text, err := transport.get(ctx, base+"/token?AgentId="+agent)
			if err != nil || status != 200 {
				return Credentials{}, MalformedToken("an error")
			}
			var answer struct {
				Data struct{ Timestamp, Token string }
			}
			err = json.Unmarshal([]byte(text), &answer)
			return Credentials{Timestamp: answer.Data.Timestamp, Token: answer.Data.Token}, err
		},
	}
}

// get is fetch without credentials, as a customer's own backend is asked.
func (browserTransport) get(ctx context.Context, url string) (int, string, error) {
	return fetchWith(ctx, "GET", url, "", "omit")
}

func connected(t *testing.T, agent string) *Client {
	client, err := New(sandboxed(t, agent))
	require.NoError(t, err)
	t.Cleanup(client.Close)
	require.NoError(t, client.Connect(context.Background()))
	return client
}

func TestACallOverTheBrowsersWebSocket(t *testing.T) {
	client := connected(t, "1001")
	established, cleared := make(chan CallEvent, 1), make(chan CallEvent, 1)
	client.OnEstablished(func(call CallEvent) { established <- call })
	client.OnConnectionCleared(func(call CallEvent) { cleared <- call })
	require.NoError(t, client.SetAgentState(context.Background(), AgentIdle))
	require.NoError(t, client.MakeCall(context.Background(), "13800138000"))
	call := <-established
	assert.EqualValues(t, "13800138000", call.CustomerInfo.TelNumber)
	require.NoError(t, client.Hangup(context.Background(), call.CallID))
	<-cleared
}

func TestTheBackendOverTheBrowsersFetch(t *testing.T) {
	client := connected(t, "1002")
	queues, err := client.GetQueuesAgents(context.Background())
	require.NoError(t, err)
	assert.Equal(t, "2", queues[0].QueueID)
	config := sandboxed(t, "1002")
	config.HTTPDomain = "http://127.0.0.1:1/backend"
	unreachable, err := New(config)
	require.NoError(t, err)
	defer unreachable.Close()
	require.NoError(t, unreachable.Connect(context.Background()))
	_, err = unreachable.GetQueuesAgents(context.Background())
	assert.ErrorContains(t, err, "Config.HTTPDomain")
}

func TestTheServersCloseCodeIsSeen(t *testing.T) {
	first := connected(t, "1003")
	ended := make(chan string, 1)
	first.OnNeedManualConnect(func(d Disconnection) { ended <- d.Reason })
	connected(t, "1003")
	assert.Equal(t, "kicked", <-ended)
}

func TestADeadPortIsAFailedDial(t *testing.T) {
	config := sandboxed(t, "1004")
	config.Domain = "ws://127.0.0.1:1/ws"
	client, err := New(config)
	require.NoError(t, err)
	defer client.Close()
	assert.ErrorContains(t, client.Connect(context.Background()), "WebSocket could not be opened")
}

func TestADialEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := browserTransport{}.dial(ctx, sandboxed(t, "1004").Domain, socketEvents{})
	assert.ErrorIs(t, err, context.Canceled)
	_, err = browserTransport{}.dial(context.Background(), "http://[", socketEvents{})
	assert.ErrorContains(t, err, "malformed")
}

func TestAnOversizedFrameIsNotCopied(t *testing.T) {
	sizes, texts := []int{}, []string{}
	s := &browserSocket{on: socketEvents{
		released:  func() {},
		oversized: func(size int) { sizes = append(sizes, size) },
		message:   func(text string) { texts = append(texts, text) },
	}}
	s.message(evaluate(t, "'x'.repeat("+strconv.Itoa(10<<20)+")"))
	s.message(evaluate(t, "'{}'"))
	s.message(evaluate(t, "new ArrayBuffer(8)"))
	assert.Equal(t, []int{10 << 20}, sizes)
	assert.Equal(t, []string{"{}", ""}, texts, "what is no text is no JSON either")
	_, err := wire.Read("")
	assert.Error(t, err)
}

func TestAThousandClientsLeaveNothing(t *testing.T) {
	config := sandboxed(t, "1005")
	credentials, err := config.Token(context.Background())
	require.NoError(t, err)
	config.Token = func(context.Context) (Credentials, error) { return credentials, nil }
	live := func(clients int) (goroutines int, objects int64) {
		for range clients {
			client, err := New(config)
			require.NoError(t, err)
			require.NoError(t, client.Connect(context.Background()))
			client.Close()
		}
		// A closed client's goroutines end when they next get to run.
		for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > 10 && time.Now().Before(end); {
			time.Sleep(time.Millisecond)
		}
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), int64(m.HeapObjects)
	}
	before, objects := live(50)
	after, more := live(1000)
	t.Logf("goroutines %d then %d, objects %d then %d", before, after, objects, more)
	assert.LessOrEqual(t, after, before)
	assert.Less(t, more-objects, int64(500), "one js.Func, timer or socket left per client would be 1,000 objects at least")
}

// evaluate is the value of a JavaScript expression.
func evaluate(t *testing.T, expression string) safejs.Value {
	value, err := safejs.Global().Call("eval", expression)
	require.NoError(t, err)
	return value
}

// A redirect would hand the token to another host, a cache would keep it.
func TestAFetchKeepsTheTokenToItsHost(t *testing.T) {
	seen := evaluate(t, `(() => {
		const real = fetch, seen = {};
		globalThis.fetch = (url, options) => {
			if (url.includes("/backend/")) {
				Object.assign(seen, options);
				globalThis.fetch = real;
			}
			return real(url, options);
		};
		return seen;
	})()`)
	_, err := connected(t, "1006").GetQueuesAgents(context.Background())
	require.NoError(t, err)
	for name, want := range map[string]string{"redirect": "error", "referrerPolicy": "no-referrer", "cache": "no-store", "credentials": "include"} {
		got, _ := property(seen, name).String()
		assert.Equal(t, want, got, name)
	}
}

// Chromium before 66 has no AbortController: a call that gets no answer still ends with its context.
func TestAFetchEndsWithItsContext(t *testing.T) {
	for _, world := range []string{"with", "without"} {
		t.Run(world+" AbortController", func(t *testing.T) {
			restore := evaluate(t, `(() => {
				const real = { fetch, AbortController };
				globalThis.fetch = (url, { signal }) => new Promise((_, reject) => signal && signal.addEventListener("abort", reject));
				return { now: () => Object.assign(globalThis, real) };
			})()`)
			defer func() {
				_, err := restore.Call("now")
				require.NoError(t, err)
			}()
			if world == "without" {
				evaluate(t, "delete globalThis.AbortController")
			}
			ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
			defer cancel()
			_, _, err := browserTransport{}.fetch(ctx, "GET", "http://127.0.0.1:1/", "")
			assert.Error(t, err)
			assert.ErrorIs(t, ctx.Err(), context.DeadlineExceeded)
		})
	}
}
