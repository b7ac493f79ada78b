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

// main takes the script's build from its argument. The global object is one that
// the script made for it; toPage there is the way to the page.
func main() {
	if len(os.Args) != 2 {
		println("udesk-ccpaas.wasm runs in a page that loaded its script, not by itself")
		os.Exit(2)
	}
	toPage, err := safejs.Global().Get("toPage")
	if err != nil {
		panic(err)
	}
	b := &bridge{toPage: toPage, instances: map[string]*instance{}}
	if os.Args[1] != build {
		b.hello(build)
		return
	}
	if err := b.listen(); err != nil {
		panic(err)
	}
	b.hello(build)
	select {}
}
