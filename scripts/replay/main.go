// Command replay feeds a recording, the result of instance.ExportLog(), to the
// core and prints the resulting states, events and settlements. It exits with 1
// if these differ from the recording's own.
//
//	go run ./scripts/replay FILE
package main

import (
	"fmt"
	"os"
	"testing"
	"testing/synctest"

	"github.com/ccpaas/ccpaas-go/sdk"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: replay FILE")
		os.Exit(2)
	}
	recording, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "replay:", err)
		os.Exit(2)
	}
	os.Args = os.Args[:1]
	// Package testing has the fake clock, with which hours pass at once.
	testing.Main(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{
		Name: "replay",
		F: func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				if err := sdk.Replay(string(recording), func(line string) { fmt.Println(line) }); err != nil {
					t.Error(err)
				}
			})
		},
	}}, nil, nil)
}
