//go:build !js

package sdk_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// world is a sandbox in memory and, once login was called, agent 1001's client
// to it. All of it lives in a synctest bubble: time passes when all wait.
type world struct {
	*testing.T
	box    *sandbox.Server
	client *sdk.Client

	mu     sync.Mutex
	events []sdk.Event
	log    []string
}

// inWorld runs a test in a world of its own.
func inWorld(t *testing.T, test func(w *world)) {
	synctest.Test(t, func(t *testing.T) {
		box, err := sandbox.Start(sandbox.Config{InMemory: true})
		require.NoError(t, err)
		w := &world{T: t, box: box}
		defer box.Close()
		test(w)
		if w.client != nil {
			w.client.Close()
		}
		synctest.Wait()
	})
}

// config is agent's way to the sandbox.
func (w *world) config(agent string) sdk.Config {
	return sdk.Config{
		AppID: sandbox.DefaultAppID, AgentID: agent, Domain: w.box.WebSocketURL, HTTPDomain: w.box.BackendURL,
		Language: "en-US",
		Token: func(context.Context) (sdk.Credentials, error) {
			return sdk.Credentials(w.box.Credentials(agent)), nil
		},
		Log:    w.record,
		Native: sdk.Native{HTTPClient: w.box.Client()},
	}
}

func (w *world) record(level sdk.Level, message string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.log = append(w.log, string(level)+" "+message)
}

// start makes the client and gathers its events.
func (w *world) start(config sdk.Config) *sdk.Client {
	client, err := sdk.New(config)
	require.NoError(w, err)
	w.client = client
	client.OnAny(func(e sdk.Event) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.events = append(w.events, e)
	})
	return client
}

// login connects agent 1001 and makes it idle.
func (w *world) login() *sdk.Client {
	client := w.start(w.config("1001"))
	require.NoError(w, client.Connect(context.Background()))
	require.NoError(w, client.SetAgentState(context.Background(), sdk.AgentIdle))
	w.happened()
	return client
}

// happened returns the events since the last call, once nothing moves any more,
// each as "name" or "name detail", with what makes it that event.
func (w *world) happened() []string {
	synctest.Wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	var names []string
	for _, e := range w.events {
		name := strings.Join(e.Names, "+")
		switch old, now := e.Data.Get("OldState").TextOrDigits(), e.Data.Get("CurState").TextOrDigits(); {
		case old != "":
			name += " " + old + ">" + now
		case e.Names[0] == "PhoneStateChanged":
			name += " " + now
		case e.Names[0] == "PhoneModeChanged":
			name += " " + e.Data.Get("CurContact").TextOrDigits()
		case e.Data.Get("Reason") != "":
			name += " " + e.Data.Get("Reason").TextOrDigits()
		}
		names = append(names, strings.Replace(name, "AdvancedCallStatusChanged+", "", 1))
	}
	w.events = nil
	return names
}

// requireCode asserts that a call failed with a code and that its message says
// something.
func requireCode(t require.TestingT, want sdk.Code, err error, says string) *sdk.Error {
	var e *sdk.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, want, e.Code, e.Message)
	require.Contains(t, e.Message, says)
	require.True(t, e.Visible)
	return e
}
