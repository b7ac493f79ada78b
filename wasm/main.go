//go:build js

// Command wasm is the page's module: one Go program per page, which keeps the
// clients of all instances of the page's class and speaks to the script in
// envelopes.
package main

import (
	"os"

	"github.com/hack-pad/safejs"
)

// build is a hash of the sources, set by the linker. The script carries the
// same; the two refuse each other where they differ.
var build = "unbuilt"

// main takes from its arguments the name of the global under which the script
// left the way to the page, and the script's build.
func main() {
	if len(os.Args) != 3 {
		println("udesk-ccpaas.wasm runs in a page that loaded its script, not by itself")
		os.Exit(2)
	}
	toPage, err := safejs.Global().Get(os.Args[1])
	if err != nil {
		panic(err)
	}
	b := &bridge{toPage: toPage, instances: map[string]*instance{}}
	if os.Args[2] != build {
		b.hello(build)
		return
	}
	if err := b.listen(); err != nil {
		panic(err)
	}
	b.hello(build)
	select {}
}
