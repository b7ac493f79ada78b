//go:build js && wasm

// Floor is the smallest useful Go program in a page: it reaches JavaScript and waits. What it weighs, any
// Go module weighs, so the size budget is a multiple of it.
package main

import "syscall/js"

func main() {
	js.Global().Set("floor", true)
	select {}
}
