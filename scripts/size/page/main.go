//go:build js && wasm

// Page is a minimal program of a page in Go: an agent who makes a call. It fetches its tokens with the browser's fetch or,
// with the tag nethttp, with net/http. With the tag webphone it has the web phone.
package main

import (
	"context"

	"github.com/ccpaas/ccpaas-go/sdk"
)

func main() {
	client, err := sdk.New(sdk.Config{
		AppID:      "00000000-0000-4000-8000-000000000001",
		AgentID:    "1001",
		Domain:     "wss://gateway.example.com/ws",
		HTTPDomain: "https://backend.example.com/backend",
		Token:      askBackend,
		Phone:      phone,
	})
	if err != nil {
		panic(err)
	}
	tellTo(client)
	client.OnDelivered(func(call sdk.CallEvent) { println("rings:", call.CallID) })
	ctx := context.Background()
	if err := client.Connect(ctx); err != nil {
		println(err.Error())
		return
	}
	_ = client.SetAgentState(ctx, sdk.AgentIdle)
	if err := client.MakeCall(ctx, "10086"); err != nil {
		println(err.Error())
	}
	select {}
}
