// Package sandboxtest starts a sandbox for the length of a test.
package sandboxtest

import (
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// Start returns a sandbox that ends with the test and logs to it. It fails the
// test if the sandbox cannot listen. Set Config.InMemory in tests under
// testing/synctest.
func Start(t testing.TB, config sandbox.Config) *sandbox.Server {
	t.Helper()
	if config.Log == nil {
		config.Log = func(message string) { t.Log(message) }
	}
	server, err := sandbox.Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	return server
}
