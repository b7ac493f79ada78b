//go:build js && wasm

// Globals tells a test page what a Go program sees of the page's global object.
package main

import (
	"fmt"
	"syscall/js"
)

func main() {
	global := js.Global()
	fmt.Println("standard output works")
	global.Call("found", map[string]any{
		"itsOwnGlobalObject": !global.Equal(global.Get("window")),
		"standInForFS":       global.Get("fs").Get("constants").Truthy(),
	})
	select {}
}
