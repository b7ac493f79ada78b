package sdk_test

import (
	"context"
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// The benchmarks measure the client and its transport alone: the gateway of
// bench_gateway_native_test.go or _js_test.go allocates nothing that Go counts.

const (
	benchCallID = "0a6b1c5e-8f8d-4b1e-9d57-3f1f6f5f7a11"
	benchState  = `{"CurState":"idle","CurSubStateId":"","CurMode":"voip","CurContact":"9001","CurExtState":"idle","Payload":null}`
	// benchEventHead and benchEventTail are an event up to the last digits of its
	// MsgId, and from there.
	benchEventHead = `{"Ver":"1.0","SeqId":1,"MsgId":"5f0e8c3a-0000-4000-8000-`
	benchEventTail = `","MsgType":"NTF","Timestamp":1700000000000,"Method":"Held","CallID":"` + benchCallID + `",` +
		`"Payload":{"CallEvent":"Held","CallDirection":"Inbound","CallType":"OtherIn","WorkFlow":"in",` +
		`"ChannelUUID":"7e2f7f3a-2c44-4c6e-8a52-1d2f7c1b9e04","CallerInfo":{"TelNumber":"13800138000","City":"北京"},` +
		`"CalledInfo":{"TelNumber":"9001"},"DisplayInfo":{"TelNumber":"01012345678","City":"北京"},"FromQueue":"2",` +
		`"CallAuthority":{"OnBarButtonSwitch":false,"AllowHold":false,"AllowHangup":true,"AllowUnHold":true}}}`
	// benchEventID stands between the two; the event's number takes its last digits.
	benchEventID = `000000000000`
)

// benchClient is a connected client and its gateway.
type benchClient struct {
	*sdk.Client
	gateway *benchGateway
	left    int // events until all of a burst have come
	all     chan struct{}
}

func newBenchClient(tb testing.TB) *benchClient {
	gateway := newBenchGateway(tb)
	client, err := sdk.New(sdk.Config{
		AppID: "app", AgentID: "1001", Domain: "ws://gateway/ws", HTTPDomain: "http://backend", AllowInsecure: true,
		Token: func(context.Context) (sdk.Credentials, error) {
			return sdk.Credentials{Timestamp: "1700000000", Token: "token"}, nil
		},
		Native: gateway.native(),
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(client.Close)
	if err := client.Connect(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	c := &benchClient{Client: client, gateway: gateway, all: make(chan struct{}, 1)}
	client.On("Held", func(sdk.Event) {
		if c.left--; c.left == 0 {
			c.all <- struct{}{}
		}
	})
	return c
}

// invoke makes a call and waits for its reply.
func (c *benchClient) invoke(tb testing.TB) {
	if _, err := c.Invoke(context.Background(), "HoldAsync", wire.Raw(`[{"CallId":"`+benchCallID+`"}]`)); err != nil {
		tb.Fatal(err)
	}
}

// burst lets the gateway send events and waits until the handler had all.
func (c *benchClient) burst(count int) {
	for count > 0 {
		// Half of what may wait for handlers, so that none is dropped.
		part := min(count, sdk.MaxEvents/2)
		c.left = part
		c.gateway.send(part)
		<-c.all
		count -= part
	}
}

func BenchmarkInvoke(b *testing.B) {
	client := newBenchClient(b)
	b.ReportAllocs()
	for b.Loop() {
		client.invoke(b)
	}
}

func BenchmarkEvent(b *testing.B) {
	client := newBenchClient(b)
	client.burst(1)
	b.ReportAllocs()
	b.ResetTimer()
	client.burst(b.N)
}
