//go:build !js

package sdk_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// started is a client of agent 1001 at a contact centre in this program, and
// what ends both.
func started() (client *sdk.Client, box *sandbox.Server, end func()) {
	box, err := sandbox.Start(sandbox.Config{})
	if err != nil {
		panic(err)
	}
	client, err = sdk.New(sdk.Config{
		AppID: sandbox.DefaultAppID, AgentID: "1001", Domain: box.WebSocketURL, HTTPDomain: box.BackendURL, Language: "en-US",
		Token: func(context.Context) (sdk.Credentials, error) { return sdk.Credentials(box.Credentials("1001")), nil },
	})
	if err != nil {
		panic(err)
	}
	return client, box, func() {
		_ = client.Shutdown(context.Background())
		box.Close()
	}
}

func Example() {
	client, _, end := started()
	defer end()
	ctx := context.Background()
	established := make(chan sdk.CallEvent, 1)
	client.OnEstablished(func(call sdk.CallEvent) { established <- call })

	err := errors.Join(
		client.Connect(ctx),
		client.SetAgentState(ctx, sdk.AgentIdle),
		client.MakeCall(ctx, "13800138000", sdk.With("BizId", "order-42")),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	call := <-established
	fmt.Println("talking to", call.CustomerInfo.TelNumber, client.Hangup(ctx, call.CallID) == nil)
	// Output: talking to 13800138000 true
}

// The id of a call that one made comes with its first event.
func ExampleClient_MakeCall() {
	client, _, end := started()
	defer end()
	ctx := context.Background()
	if err := errors.Join(client.Connect(ctx), client.SetAgentState(ctx, sdk.AgentIdle)); err != nil {
		fmt.Println(err)
		return
	}
	ids := make(chan string, 1)
	off := client.OnOriginated(func(call sdk.CallEvent) { ids <- call.CallID })
	defer off()
	if err := client.MakeCall(ctx, "13800138000"); err != nil {
		fmt.Println(err)
		return
	}
	callID := <-ids
	fmt.Println(client.Hangup(ctx, callID))
	// Output: <nil>
}

func ExampleClient_Answer() {
	client, box, end := started()
	defer end()
	ctx := context.Background()
	answered := make(chan error, 1)
	// A handler may call a method and wait for it.
	client.OnDelivered(func(sdk.CallEvent) { answered <- client.Answer(ctx) })
	if err := errors.Join(client.Connect(ctx), client.SetAgentState(ctx, sdk.AgentIdle)); err != nil {
		fmt.Println(err)
		return
	}
	if _, err := box.CustomerCalls("1001", "13800138000"); err != nil {
		fmt.Println(err)
	}
	fmt.Println(<-answered)
	// Output: <nil>
}

func ExampleError() {
	client, _, end := started()
	defer end()
	ctx := context.Background()
	_ = client.Connect(ctx)
	err := client.Hold(ctx, "no-such-call")
	var failure *sdk.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		fmt.Println("it took too long")
	case errors.Is(err, sdk.CodeSocketClosed):
		fmt.Println("the connection is down")
	case errors.As(err, &failure):
		fmt.Println(failure.Code, failure.Method)
	}
	// Output: 0908 HoldAsync
}

// A program that only watches the connection.
func ExampleClient_OnDisconnected() {
	client, box, end := started()
	defer end()
	connected := make(chan struct{}, 2)
	client.OnConnected(func() { connected <- struct{}{} })
	client.OnDisconnected(func(d sdk.Disconnection) { fmt.Println(d.Reason, d.Retrying) })
	_ = client.Connect(context.Background())
	<-connected
	_ = box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDrop})
	<-connected // it came back by itself
	// Output: closed true
}

// A token is fetched for each attempt to connect. The secret stays on the
// backend; here the provider stands for the request to it.
func ExampleTokenProvider() {
	backend := func(context.Context) (token.Credentials, error) {
		return token.Sign("app", "secret", time.Unix(1700000000, 0)), nil
	}
	var provider sdk.TokenProvider = func(ctx context.Context) (sdk.Credentials, error) {
		signed, err := backend(ctx)
		return sdk.Credentials(signed), err
	}
	credentials, err := provider(context.Background())
	fmt.Println(credentials.Timestamp, len(credentials.Token), err)
	// Output: 1700000000 40 <nil>
}
