//go:build !race

// The race detector allocates by itself.

package sdk_test

import (
	_ "embed"
	"encoding/json"
	"flag"
	"math"
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

var updateAllocations = flag.Bool("update-allocations", false, "write what is measured to testdata/allocations.json")

const allocationsFile = "testdata/allocations.json"

// allocationsJSON is embedded, since there are no files in a browser.
//
//go:embed testdata/allocations.json
var allocationsJSON []byte

// cost is what one operation allocates.
type cost struct {
	Allocations float64 `json:"allocations"`
	Bytes       float64 `json:"bytes"`
}

// allocations are the budgets by platform and operation.
type allocations map[string]map[string]cost

// byteSlack is the part by which bytes may be over their budget: buffers that
// grow do so at other times in another run. Allocations may not be over.
const byteSlack = 0.05

// What a scan, a frame, a call and an event allocate is within budget. Unlike
// times these figures are the same on every machine.
func TestAllocationsAreWithinBudget(t *testing.T) {
	const text = benchEventHead + benchEventID + benchEventTail
	in, err := wire.Read(text)
	require.NoError(t, err)
	client := newBenchClient(t)
	var reader wire.Reader
	request := wire.Request{Method: "Hold", MsgID: "5f0e8c3a-0000-4000-8000-000000000001", SeqID: 1, UnixMs: 1700000000000}
	// Beyond what the recorder and the memory of past events keep.
	const operations = 2000
	repeat := func(act func()) func() {
		return func() {
			for range operations {
				act()
			}
		}
	}
	measured := map[string]cost{
		"scan":      costOf(operations, repeat(func() { _, _ = reader.Read(text) })),
		"call data": costOf(operations, repeat(func() { wire.CallData(in.Method, in.Frame) })),
		"frame":     costOf(operations, repeat(func() { request.Frame(`{"CallID":"` + benchCallID + `"}`) })),
		"invoke":    costOf(operations, repeat(func() { client.invoke(t) })),
		"event":     costOf(operations, func() { client.burst(operations) }),
	}

	var budgets allocations
	require.NoError(t, json.Unmarshal(allocationsJSON, &budgets))
	platform := "native"
	if runtime.GOOS == "js" {
		platform = "js"
	}
	if *updateAllocations {
		budgets[platform] = measured
		writeAllocations(t, budgets)
		return
	}
	require.Len(t, budgets[platform], len(measured), "%s: run make allocations", allocationsFile)
	for name, is := range measured {
		budget := budgets[platform][name]
		t.Logf("%-10s %6.0f allocations of %.0f, %8.0f bytes of %.0f", name, is.Allocations, budget.Allocations, is.Bytes, budget.Bytes)
		assert.LessOrEqual(t, is.Allocations, budget.Allocations,
			"%s allocates more often: find out why, or raise its budget with make allocations and say why", name)
		assert.LessOrEqual(t, is.Bytes, budget.Bytes*(1+byteSlack),
			"%s allocates more bytes: find out why, or raise its budget with make allocations and say why", name)
	}
}

// costOf is what one of the operations allocates that act makes, rounded. The
// least of a few runs counts, since other goroutines allocate too.
func costOf(operations int, act func()) cost {
	act()
	least := cost{math.Inf(1), math.Inf(1)}
	for range 5 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		act()
		runtime.ReadMemStats(&after)
		least.Allocations = min(least.Allocations, math.Round(float64(after.Mallocs-before.Mallocs)/float64(operations)))
		least.Bytes = min(least.Bytes, math.Round(float64(after.TotalAlloc-before.TotalAlloc)/float64(operations)))
	}
	return least
}

func writeAllocations(t *testing.T, all allocations) {
	text, err := json.MarshalIndent(all, "", "  ")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(allocationsFile, append(text, '\n'), 0o644))
	t.Logf("%s is written", allocationsFile)
}
