//go:build !js

package sdk_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// A call to a sandbox in memory and back; what the sandbox does counts too.
func BenchmarkCallThroughSandbox(b *testing.B) {
	box, err := sandbox.Start(sandbox.Config{InMemory: true})
	if err != nil {
		b.Fatal(err)
	}
	defer box.Close()
	client, err := sdk.New(sdk.Config{
		AppID: sandbox.DefaultAppID, AgentID: "1001", Domain: box.WebSocketURL, HTTPDomain: box.BackendURL,
		Token: func(context.Context) (sdk.Credentials, error) {
			return sdk.Credentials(box.Credentials("1001")), nil
		},
		Native: sdk.Native{HTTPClient: box.Client()},
	})
	if err != nil {
		b.Fatal(err)
	}
	defer client.Close()
	if err := client.Connect(b.Context()); err != nil {
		b.Fatal(err)
	}
	took := make([]time.Duration, 0, 1<<20)
	b.ReportAllocs()
	for b.Loop() {
		began := time.Now()
		if _, err := client.Invoke(b.Context(), "GetPhoneModesAsync", "[]"); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2]), "p50-ns/op")
	b.ReportMetric(float64(took[len(took)*99/100]), "p99-ns/op")
}
