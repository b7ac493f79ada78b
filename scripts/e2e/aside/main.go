//go:build js

// Command aside is a program that js/build/initialise.mjs starts in advance: it
// waits for its page, and then uses the tables that package runtime keeps.
package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"time"
)

var began = make(map[string]int)

func main() {
	for i := range 1000 {
		began[fmt.Sprint("entry ", i)] = i
	}
	select {}
}

// random returns a number that no other page has.
//
//go:wasmexport random
func random() int32 { return int32(rand.Uint32()) }

// works returns 1 when stacks grow, garbage is collected, panics are recovered,
// and goroutines and timers run, as in a program that was started in the page.
//
//go:wasmexport works
func works() int32 {
	for i := range 1000 {
		if began[fmt.Sprint("entry ", i)] != i {
			return -1
		}
	}
	if deep(1000) != 0 {
		return -2
	}
	for range 20 {
		runtime.GC()
		if kept := strings.Repeat("x", 1<<20); len(kept) != 1<<20 {
			return -3
		}
	}
	if recovered() != "assigned: runtime error: index out of range [3] with length 3" {
		return -4
	}
	go count()
	return 1
}

// deep uses a stack that must grow, with pointers in its frames.
func deep(n int) int {
	if n == 0 {
		return 0
	}
	held := &n
	return deep(*held-1) + *held - n
}

func recovered() (text string) {
	defer func() { text = fmt.Sprint("assigned: ", recover()) }()
	list := []int{1, 2, 3}
	return fmt.Sprint(list[len(began)-997])
}

var counted int32

func count() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range 10 {
		wg.Go(func() {
			time.Sleep(time.Millisecond)
			mu.Lock()
			defer mu.Unlock()
			counted++
		})
	}
	wg.Wait()
}

// slept returns how many goroutines have woken up, of 10.
//
//go:wasmexport slept
func slept() int32 { return counted }

// fails ends the program.
//
//go:wasmexport fails
func fails() { panic("on purpose") }
