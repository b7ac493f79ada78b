package sandboxtest_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/sandboxtest"
)

// t stands for the *testing.T of your test, ctx for its Context.
var (
	t   = &exampleT{}
	ctx = context.Background()
)

type exampleT struct {
	testing.TB
	cleanups []func()
}

func (*exampleT) Helper()             {}
func (*exampleT) Log(...any)          {}
func (*exampleT) Fatal(reason ...any) { panic(fmt.Sprint(reason...)) }
func (e *exampleT) Cleanup(f func())  { e.cleanups = append(e.cleanups, f) }

func TestMain(m *testing.M) {
	code := m.Run()
	for _, cleanup := range t.cleanups {
		cleanup()
	}
	os.Exit(code)
}

// clientOf is an agent who has logged in as idle.
func clientOf(box *sandboxtest.Sandbox, agentID string) *sdk.Client {
	client, err := sdk.New(sdk.Config{
		AppID: sandbox.DefaultAppID, AgentID: agentID, Language: "en-US",
		Domain: box.WebSocketURL, HTTPDomain: box.BackendURL,
		Token: func(context.Context) (sdk.Credentials, error) {
			return sdk.Credentials(box.Credentials(agentID)), nil
		},
	})
	if err == nil {
		err = errors.Join(client.Connect(ctx), client.SetAgentState(ctx, sdk.AgentIdle))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// A customer calls, and the agent's program learns of it. The CallID follows
// from the seed.
func ExampleStart() {
	box := sandboxtest.Start(t, sandbox.Config{Seed: 7})
	client := clientOf(box, "1001")
	delivered := make(chan sdk.CallEvent, 1)
	client.OnDelivered(func(call sdk.CallEvent) { delivered <- call })

	callID := box.CustomerCalls("1001", "13800138000")
	call := <-delivered
	fmt.Println(call.CallID == callID, callID)
	fmt.Println(call.CustomerInfo.TelNumber, box.Agent("1001").State, box.Call(callID).Status)
	// Output:
	// true 44ffd670-3731-40de-8cba-51e2e7b705a0
	// 13800138000 ringing ringing
}

// What goes wrong between page and platform goes wrong when the test wants it.
func ExampleSandbox_Fault() {
	box := sandboxtest.Start(t)
	client := clientOf(box, "1001")

	box.Fault("1001", sandbox.Fault{Kind: sandbox.FaultRefuse, Method: "Dialout", ErrCode: "000060"})
	err := client.MakeCall(ctx, "13800138000")
	var failure *sdk.Error
	fmt.Println(errors.As(err, &failure), failure.Code)

	fmt.Println(client.MakeCall(ctx, "13800138000"))
	// Output:
	// true 0300
	// <nil>
}
