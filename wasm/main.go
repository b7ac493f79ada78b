//go:build js

// Command wasm is the page's module: one Go program per page, which holds the
// clients of all instances of the page's class and exchanges messages with the
// script.
package main

import (
	"github.com/ccpaas/ccpaas-go/wasm/crossing"
)

// build is a hash of the sources, set by the linker. The script contains the
// same, and refuses a module that answers its hello with another.
var build = "unbuilt"

// main waits for the page's hello. The code before the wait runs when the
// module is built (js/build/initialise.mjs): it must not ask anything of the
// page, of a clock or of a random source.
func main() {
	b := newBridge(crossing.ToPage, build)
	crossing.Listen(b.receive)
	select {}
}
