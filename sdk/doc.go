// Package sdk is a client of the CCPaaS agent gateway: it logs an agent in,
// makes and takes calls, and tells what happens to them. The same source runs
// natively and, built with GOOS=js, in a browser.
//
//	client, err := sdk.New(sdk.Config{AppID: …, AgentID: "1001", Domain: "wss://…/ws",
//		HTTPDomain: "https://…/backend", Token: askMyBackend})
//	client.OnDelivered(func(call sdk.CallEvent) { … })
//	err = client.Connect(ctx)
//	err = client.MakeCall(ctx, "10086", sdk.With("BizId", "order-42"))
//
// Failures are of type *Error. Events come one after the other, in the order
// in which the gateway sent them, on a goroutine of the client's own; a handler
// may call any method.
package sdk
