//go:build js && wasm

// Go is a page whose program is written in Go: it uses package sdk in the page,
// without the script.
package main

import (
	"context"
	"errors"
	"strings"
	"syscall/js"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/webphone"
)

const agentID = "1001"

var (
	document = js.Global().Get("document")
	location = js.Global().Get("location")
)

func main() {
	phone := webphone.New(webphone.Script{URL: "/sdk/udesk-phone.js"}, map[string]any{"AudioElement": element("far")})
	client, err := sdk.New(sdk.Config{
		AppID:      "00000000-0000-4000-8000-000000000001",
		AgentID:    agentID,
		Domain:     "ws://" + location.Get("host").String() + "/ws",
		HTTPDomain: location.Get("origin").String() + "/backend",
		Language:   "en-US",
		Token:      askBackend,
		Phone:      phone,
	})
	if err != nil {
		tell(err)
		return
	}
	phone.TellTo(client.PhoneTells)
	ctx := context.Background()
	customer := ""
	client.OnAny(func(e sdk.Event) { show(e.State, customer) })
	client.OnAdvancedCallStatusChanged(func(call sdk.CallEvent) {
		customer = string(call.CustomerInfo.TelNumber)
		show(client.Snapshot(), customer)
	})
	client.OnReady(func(sdk.State) { tell(client.SetAgentState(ctx, "idle")) })

	number := element("number")
	on("dial", "submit", func() { tell(client.MakeCall(ctx, sdk.PhoneNumber(number.Get("value").String()))) })
	on("answer", "click", func() { tell(client.Answer(ctx)) })
	on("webphone", "click", func() { tell(client.SetPhoneMode(ctx, sdk.ModeWebRTC)) })
	on("hangup", "click", func() { tell(client.Hangup(ctx, client.Snapshot().CallID)) })
	tell(client.Connect(ctx))
	select {}
}

// askBackend fetches a token from the page's own backend, with the browser's
// fetch: net/http would make the program three times as large.
func askBackend(context.Context) (sdk.Credentials, error) {
	const inTime = 10_000 // milliseconds
	signal := js.Global().Get("AbortSignal").Call("timeout", inTime)
	response, err := await(js.Global().Call("fetch", "/token?AgentId="+agentID, map[string]any{"signal": signal}))
	if err != nil {
		return sdk.Credentials{}, err
	}
	if !response.Get("ok").Bool() {
		return sdk.Credentials{}, errors.New("the backend gave no token: HTTP " + response.Get("status").String())
	}
	answer, err := await(response.Call("json"))
	if err != nil {
		return sdk.Credentials{}, err
	}
	member := func(name string) string { return answer.Get("data").Get(name).String() }
	return sdk.Credentials{AppID: member("appId"), Timestamp: member("timestamp"), Token: member("token")}, nil
}

// await waits until a promise settles.
func await(promise js.Value) (value js.Value, err error) {
	settled := make(chan struct{})
	resolve := js.FuncOf(func(_ js.Value, args []js.Value) any {
		value = args[0]
		close(settled)
		return nil
	})
	defer resolve.Release()
	reject := js.FuncOf(func(_ js.Value, args []js.Value) any {
		err = js.Error{Value: args[0]}
		close(settled)
		return nil
	})
	defer reject.Release()
	promise.Call("then", resolve, reject)
	<-settled
	return value, err
}

func show(s sdk.Snapshot, customer string) {
	line := []string{string(s.ConnectState), string(s.AgentState)}
	element("webphone").Set("disabled", s.PhoneMode == sdk.ModeWebRTC)
	if s.CallStatus != "" {
		line = append(line, s.CallStatus, customer)
	}
	element("status").Set("textContent", strings.Join(line, ", "))
	element("answer").Set("disabled", s.CallStatus != "Delivered")
	element("hangup").Set("disabled", s.CallStatus == "")
}

// tell shows why a call failed, or that it did not.
func tell(err error) {
	text := ""
	var failure *sdk.Error
	switch {
	case errors.As(err, &failure):
		text = failure.Message
	case err != nil:
		text = err.Error()
	}
	element("alert").Set("textContent", text)
}

// on handles an element's event on a goroutine, as a function that JavaScript
// calls must not block.
func on(id, event string, handle func()) {
	element(id).Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		go handle()
		return nil
	}))
}

func element(id string) js.Value { return document.Call("getElementById", id) }
