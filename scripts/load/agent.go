package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// agent is everything that this program uses of the SDK.
type agent struct {
	client *sdk.Client
	calls  chan string // CallIDs of calls that have begun
}

// connect opens an agent's connection and logs the agent in. free is called
// whenever the agent has become able to dial.
func connect(ctx context.Context, to target, agentID string, free func(*agent)) (*agent, error) {
	client, err := sdk.New(sdk.Config{
		AppID: to.appID, AgentID: agentID, Domain: to.domain, HTTPDomain: to.httpDomain, Language: "en-US", AllowInsecure: true,
		Token: func(context.Context) (sdk.Credentials, error) { return sdk.Credentials(to.sign()), nil },
		Log:   func(sdk.Level, string) {},
	})
	if err != nil {
		return nil, err
	}
	a := &agent{client: client, calls: make(chan string, 4)}
	client.OnOriginated(func(call sdk.CallEvent) {
		select {
		case a.calls <- call.CallID:
		default: // nobody asks: a call that this program has not begun
		}
	})
	client.OnAny(func(e sdk.Event) {
		dials := e.State.AgentState == sdk.AgentIdle && e.State.PhoneState == "idle"
		if dials && (slices.Contains(e.Names, "AgentStateChanged") || slices.Contains(e.Names, "PhoneStateChanged")) {
			free(a)
		}
	})
	if err := client.Connect(ctx); err != nil {
		return a, fmt.Errorf("agent %s cannot connect: %w", agentID, err)
	}
	if err := client.SetAgentState(ctx, sdk.AgentIdle); err != nil {
		return a, fmt.Errorf("agent %s cannot log in: %w", agentID, err)
	}
	return a, nil
}

// call dials, waits for stay and hangs up. took is how long MakeCall took.
func (a *agent) call(ctx context.Context, number string, stay time.Duration) (took time.Duration, err error) {
	began := time.Now()
	// A call that has begun is completed, even after the end of ctx.
	if err := a.client.MakeCall(context.WithoutCancel(ctx), sdk.PhoneNumber(number)); err != nil {
		return 0, err
	}
	took = time.Since(began)
	var callID string
	select {
	case callID = <-a.calls:
	case <-time.After(sdk.ReplyTimeout):
		return took, fmt.Errorf("no event Originated came")
	}
	select {
	case <-time.After(stay):
	case <-ctx.Done(): // the run is over; hang up at once
	}
	return took, a.client.Hangup(context.WithoutCancel(ctx), callID)
}

// leave logs the agent out and waits until nothing of the client runs.
func (a *agent) leave(ctx context.Context) error { return a.client.Shutdown(ctx) }
