//go:build !js

package sdk_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// A backend that never gets it right is not asked endlessly: after two refusals
// in a row a person has to act.
func TestATokenThatIsAlwaysRefusedEndsTheAttempts(t *testing.T) {
	const day = 24 * time.Hour
	for name, off := range map[string]time.Duration{
		"an expired one":                      -time.Hour,
		"a backend whose clock is a day late": -day,
		"a backend whose clock is a day fast": day,
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				var asked, offBy atomic.Int64
				offBy.Store(int64(off))
				config := w.config("1001")
				config.Token = func(context.Context) (sdk.Credentials, error) {
					asked.Add(1)
					signed := time.Now().Add(time.Duration(offBy.Load()))
					return sdk.Credentials(token.Sign(sandbox.DefaultAppID, sandbox.DefaultSecret, signed)), nil
				}
				client := w.start(config)
				err := client.Connect(ctx)
				requireCode(t, sdk.CodeConnectFailed, err, "the gateway refused the token")
				assert.ErrorContains(t, err, "clock", "who has to set a clock must be told of it")

				time.Sleep(8 * time.Hour)
				assert.EqualValues(t, 2, asked.Load())
				assert.Equal(t, []string{"Connecting", "Disconnected rejected", "Connecting", "Disconnected rejected", "NeedManualConnect rejected"}, w.happened())

				offBy.Store(0)
				require.NoError(t, client.Connect(ctx), "a backend that was repaired is given another chance")
			})
		})
	}
}

// pipes is a listener in memory.
type pipes chan net.Conn

func (p pipes) Addr() net.Addr { return &net.UnixAddr{} }
func (p pipes) Close() error   { close(p); return nil }

func (p pipes) Accept() (net.Conn, error) {
	if conn, ok := <-p; ok {
		return conn, nil
	}
	return nil, http.ErrServerClosed
}

// facing is how a client reaches a hostile gateway instead of the sandbox.
func facing(t *testing.T, gateway http.HandlerFunc) *http.Client {
	listener := make(pipes)
	server := &http.Server{Handler: gateway}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	t.Cleanup(func() {
		_ = server.Close()
		<-served
	})
	return &http.Client{Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			listener <- theirs
			return ours, nil
		},
	}}
}

// speaking upgrades and answers every GetState with an idle agent; after the
// first one it does more.
func speaking(more func(conn *websocket.Conn)) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		conn, err := websocket.Accept(response, request, nil)
		if err != nil {
			return
		}
		defer conn.CloseNow()
		for begun := false; ; begun = true {
			_, frame, err := conn.Read(ctx)
			if err != nil {
				return
			}
			if in, err := wire.Read(string(frame)); err == nil && in.Method == "GetState" {
				reply := `{"Method":"GetState","MsgType":"REP","MsgId":"` + in.MsgID + `","Data":{"CurState":"idle","CurExtState":"idle","CallID":""}}`
				_ = conn.Write(ctx, websocket.MessageText, []byte(reply))
			}
			if !begun {
				go more(conn)
			}
		}
	}
}

func TestAServerThatNeverSpeaks(t *testing.T) {
	for name, tc := range map[string]struct {
		gateway      http.HandlerFunc
		says, reason string
	}{
		"not even HTTP": {
			func(_ http.ResponseWriter, request *http.Request) { <-request.Context().Done() },
			"the WebSocket could not be opened. Check the network, Config.Domain", "dial",
		},
		"after the upgrade": {
			func(response http.ResponseWriter, request *http.Request) {
				if conn, err := websocket.Accept(response, request, nil); err == nil {
					defer conn.CloseNow()
					for err == nil {
						_, _, err = conn.Read(ctx)
					}
				}
			},
			"the gateway did not answer. Check the network", "silent",
		},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				var attempts atomic.Int32
				config := w.config("1001")
				config.Native.HTTPClient = facing(w.T, func(response http.ResponseWriter, request *http.Request) {
					attempts.Add(1)
					tc.gateway(response, request)
				})
				client := w.start(config)
				began := time.Now()
				requireCode(t, sdk.CodeConnectFailed, client.Connect(ctx), tc.says)
				assert.Equal(t, 10*time.Second, time.Since(began))
				assert.Equal(t, []string{"Connecting", "Disconnected " + tc.reason}, w.happened())

				time.Sleep(time.Hour)
				// An attempt takes 10 s, a wait up to 20 s more.
				assert.Greater(t, attempts.Load(), int32(3600/30), "it may speak again")
				assert.Less(t, attempts.Load(), int32(3600/10), "it is not stormed")
				assert.NotEqual(t, sdk.ConnectConnected, client.Snapshot().ConnectState)
			})
		})
	}
}

func TestAFrameOfTenMegabytes(t *testing.T) {
	inWorld(t, func(w *world) {
		config := w.config("1001")
		config.Native.HTTPClient = facing(w.T, speaking(func(conn *websocket.Conn) {
			for _, frame := range []string{
				`{"Method":"Held","MsgType":"NTF","CallID":"` + strings.Repeat("x", 10<<20) + `","Payload":{}}`,
				`{"Method":"Held","MsgType":"NTF","CallID":"c","Payload":{}}`,
			} {
				_ = conn.Write(ctx, websocket.MessageText, []byte(frame))
			}
		}))
		client := w.start(config)
		require.NoError(t, client.Connect(ctx))
		assert.Equal(t, []string{"Connecting", "Connected", "Ready+GetState", "Held"}, w.happened(), "it costs itself alone")
		assert.Equal(t, 1, client.Stats().Oversized)
		assert.Contains(t, w.log, "warn a frame larger than 1 MiB was dropped; the gateway should not send such")
	})
}

func TestAFloodIsSurvivedInBoundedMemory(t *testing.T) {
	const flood = 20_000
	padding := strings.Repeat("x", 1000)
	inWorld(t, func(w *world) {
		var sent, connections atomic.Int32
		config := w.config("1001")
		config.Native.HTTPClient = facing(w.T, speaking(func(conn *websocket.Conn) {
			connections.Add(1)
			for id := sent.Add(1); id <= flood; id = sent.Add(1) {
				frame := fmt.Sprintf(`{"Method":"Held","MsgType":"NTF","MsgId":"%d","CallID":"%d","Payload":{"Pad":%q}}`, id, id, padding)
				if conn.Write(ctx, websocket.MessageText, []byte(frame)) != nil {
					return
				}
			}
		}))
		client, err := sdk.New(config)
		require.NoError(t, err)
		w.client = client
		last, doubled := 0, 0
		var before, now runtime.MemStats
		var most uint64
		client.On("Held", func(e sdk.Event) {
			time.Sleep(time.Millisecond)
			id, _ := strconv.Atoi(e.Data.Get("CallID").TextOrDigits())
			if id <= last {
				doubled++
			}
			if last = id; id%1000 == 0 {
				runtime.GC()
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapAlloc)
			}
		})
		runtime.GC()
		runtime.ReadMemStats(&before)
		require.NoError(t, client.Connect(ctx))
		time.Sleep(10 * time.Minute)
		synctest.Wait()

		assert.Greater(t, sent.Load(), int32(flood), "all of it was sent")
		assert.Zero(t, doubled, "doubled or out of order")
		assert.Greater(t, connections.Load(), int32(1), "the flood cost connections")
		assert.Equal(t, sdk.ConnectConnected, client.Snapshot().ConnectState)
		assert.Equal(t, sdk.AgentIdle, client.Snapshot().AgentState)
		assert.Contains(t, w.log, "error event handlers are too slow: events were dropped; the SDK connects again when they have caught up")
		// MaxEvents events of three kilobytes take half of it.
		assert.Less(t, most-before.HeapAlloc, uint64(24<<20), "of a flood whose events take 60 MB")
		t.Logf("%d connections, last of the flood %d, %d MB", connections.Load(), last, (most-before.HeapAlloc)>>20)
	})
}
