//go:build js && wasm

// Floor is the smallest useful Go program in a page: it accesses JavaScript and waits. Every Go module has at
// least its size, so the size budget is a multiple of it.
package main

import "syscall/js"

func main() {
	js.Global().Set("floor", true)
	select {}
}
