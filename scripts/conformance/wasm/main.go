//go:build js

// Command wasm is the executor as a page's Go program: the client compiled for
// js, without the bridge and the shim.
package main

import (
	"context"
	"os"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
)

// main takes the control channel's URL from its arguments.
func main() {
	if len(os.Args) != 2 {
		println("usage: wasm control-url")
		os.Exit(2)
	}
	if err := executor.Serve(context.Background(), os.Args[1]); err != nil {
		println(err.Error())
	}
}
