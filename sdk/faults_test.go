//go:build !js

package sdk_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// overNetwork runs a test with agent 1001's client on a network that can be
// cut, audited.
func overNetwork(t *testing.T, test func(w *world, n *network, a *audit)) {
	inWorld(t, func(w *world) {
		n := newNetwork(w.box)
		config := w.config("1001")
		config.Native.HTTPClient = n.client()
		client := w.start(config)
		a := newAudit(w.T, w.box, "1001", client)
		test(w, n, a)
		n.cutAfter(-1)
		n.up(true)
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		a.closes()
	})
}

func TestCutAfterEveryByteOfTheHandshake(t *testing.T) {
	bytes := bytesOf(t, nil, func(w *world, a *audit) { a.does("ConnectAsync", "[]") })
	for after := 1; after <= bytes; after++ {
		overNetwork(t, func(w *world, n *network, a *audit) {
			n.cutAfter(after)
			a.does("ConnectAsync", "[]")
			time.Sleep(time.Minute)
			assert.Equal(t, sdk.ConnectConnected, w.client.Snapshot().ConnectState, "cut after %d of %d bytes", after, bytes)
		})
	}
}

func TestCutAfterEveryByteOfADialout(t *testing.T) {
	login := func(w *world, a *audit) {
		require.NoError(t, w.client.Connect(ctx))
		require.NoError(t, w.client.SetAgentState(ctx, sdk.AgentIdle))
		synctest.Wait()
	}
	bytes := bytesOf(t, login, func(w *world, a *audit) { a.dials("4444") })
	outcomes := map[int]int{}
	for after := 1; after <= bytes; after++ {
		overNetwork(t, func(w *world, n *network, a *audit) {
			login(w, a)
			n.cutAfter(after)
			a.dials("4444")
			time.Sleep(time.Minute)
			seen := map[string]bool{}
			a.placed(seen)
			outcomes[len(seen)]++
		})
	}
	assert.Positive(t, outcomes[0], "a cut in the request: no call")
	assert.Positive(t, outcomes[1], "a cut behind the request: one call")
	assert.Len(t, outcomes, 2)
}

// bytesOf counts the bytes of what does puts on the wire, both ways.
func bytesOf(t *testing.T, before, does func(w *world, a *audit)) (bytes int) {
	overNetwork(t, func(w *world, n *network, a *audit) {
		if before != nil {
			before(w, a)
		}
		const plenty = 1 << 20
		n.cutAfter(plenty)
		does(w, a)
		synctest.Wait()
		n.mu.Lock()
		bytes = plenty - n.budget
		n.mu.Unlock()
	})
	require.Positive(t, bytes)
	return bytes
}

var faultSeeds = flag.Uint64("fault-seeds", 2, "how many busy hours TestABusyHourWithAThousandFaults plays, each with its own seed")

func TestABusyHourWithAThousandFaults(t *testing.T) {
	const faults = 1000
	for seed := range *faultSeeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 0))
			overNetwork(t, func(w *world, n *network, a *audit) {
				a.does("ConnectAsync", "[]")
				a.does("SetAgentStateAsync", `["idle"]`)
				seen := map[string]bool{}
				for range faults {
					for range random.IntN(4) {
						w.act(random, a)
						time.Sleep(time.Duration(random.IntN(700)) * time.Millisecond)
						a.placed(seen)
					}
					w.harm(random, n)
					time.Sleep(time.Duration(random.IntN(2500)) * time.Millisecond)
				}
				events, recovers := a.count()
				assert.Greater(t, len(seen), 40, "the hour was busy")
				assert.Greater(t, recovers, 100, "gaps had something to tell")
				t.Logf("%d events, %d of them of gaps, %d calls placed", events, recovers, len(seen))
			})
		})
	}
}

// act is something that an agent or a customer does.
func (w *world) act(random *rand.Rand, a *audit) {
	call := w.client.Snapshot().CallID
	options := fmt.Sprintf(`[{"CallId":%q}]`, call)
	switch random.IntN(10) {
	case 0, 1, 2:
		a.dials([]string{"0001", "0003", "0004", "4444", "5555"}[random.IntN(5)])
	case 3:
		a.does("HangupAsync", options)
	case 4:
		a.does("HoldAsync", options)
	case 5:
		a.does("RecoveryAsync", options)
	case 6:
		a.does("AnswerAsync", "[]")
	case 7:
		_, _ = w.box.CustomerCalls("1001", "13800138000")
	case 8:
		_ = w.box.CustomerHangsUp(call)
	case 9:
		a.does([]string{"GetPhoneModesAsync", "GetQueuesAgentsAsync", "GetStateAsync"}[random.IntN(3)], "[]")
	}
}

// harm is something that happens to the network, or that the sandbox does.
func (w *world) harm(random *rand.Rand, n *network) {
	if random.IntN(2) == 0 {
		fault := scripted[random.IntN(len(scripted))]
		if fault.Kind == sandbox.FaultStall {
			fault.Ms = 1 + random.IntN(15_000)
		}
		// One that needs a connected agent finds none now and then.
		_ = w.box.Fault("1001", fault)
		return
	}
	switch random.IntN(5) {
	case 0, 1:
		n.cut()
	case 2:
		n.cutAfter(1 + random.IntN(2000))
	case 3:
		n.up(false)
		n.cut()
		time.Sleep(time.Duration(random.IntN(5000)) * time.Millisecond)
		n.up(true)
	case 4:
		n.cut()
		w.client.Wake()
	}
}

// scripted are the sandbox's own faults.
var scripted = []sandbox.Fault{
	{Kind: sandbox.FaultDrop},
	{Kind: sandbox.FaultClose, Code: "1011", Reason: "going away"},
	{Kind: sandbox.FaultStall},
	{Kind: sandbox.FaultDelay, Ms: 300, Count: 5},
	{Kind: sandbox.FaultDuplicate, Count: 3},
	{Kind: sandbox.FaultReorder},
	{Kind: sandbox.FaultGarbage},
	{Kind: sandbox.FaultGarbage, Size: 2 << 20},
	{Kind: sandbox.FaultRCode},
	{Kind: sandbox.FaultRCode, Method: "Hold"},
	{Kind: sandbox.FaultRefuse, Method: "Hold", ErrCode: "000060"},
	{Kind: sandbox.FaultRefuse, Method: "GetState", ErrCode: "000035"},
	{Kind: sandbox.FaultLoseRequest, Method: "Dialout"},
	{Kind: sandbox.FaultLoseReply, Method: "Dialout"},
	{Kind: sandbox.FaultLoseReply, Method: "Hangup"},
	{Kind: sandbox.FaultHTTP, Path: "/queues", Status: 500, Ms: 100},
}

func TestAnEightHourShift(t *testing.T) {
	overNetwork(t, func(w *world, n *network, a *audit) {
		a.does("ConnectAsync", "[]")
		a.does("SetAgentStateAsync", `["idle"]`)
		time.Sleep(time.Minute)
		seen := map[string]bool{}
		began := time.Now()
		for call := range 200 {
			a.dials("4444")
			time.Sleep(time.Minute)
			a.placed(seen)
			a.does("HangupAsync", fmt.Sprintf(`[{"CallId":%q}]`, w.client.Snapshot().CallID))
			time.Sleep(time.Second)
			switch {
			case call%70 == 35:
				// A sleep: nothing passes for twenty minutes, then the computer wakes.
				n.up(false)
				n.cut()
				time.Sleep(20 * time.Minute)
				n.up(true)
				w.client.Wake()
			case call%10 == 5:
				n.cut()
			}
			time.Sleep(time.Minute)
		}
		assert.Greater(t, time.Since(began), 7*time.Hour)
		assert.Len(t, seen, 200)
	})
}
