//go:build js && wasm

// Loader checks from Go that the page's loader behaves like wasm_exec.js.
package main

import (
	"math"
	"runtime"
	"strings"
	"syscall/js"
	"time"
)

func main() {
	global := js.Global()
	println("standard", "output works")
	println("standard error too")
	global.Call("found", map[string]any{
		"itsOwnGlobalObject": !global.Equal(global.Get("window")),
		"wrong":              strings.Join(wrong(global), ", "),
	})
	<-make(chan struct{})
}

// wrong lists what does not work.
func wrong(global js.Value) (all []string) {
	expect := func(what string, ok bool) {
		if !ok {
			all = append(all, what)
		}
	}
	same := global.Get("same")
	for _, number := range []float64{0, math.Copysign(0, -1), 1, -1.5, 1 << 53, math.Inf(-1), math.MaxFloat64, 5e-324} {
		expect("a number", same.Invoke(number).Float() == number)
	}
	expect("NaN", math.IsNaN(same.Invoke(math.NaN()).Float()))
	for _, text := range []string{"", "a", "\x00", "坐席", "𝄞", strings.Repeat("long ", 100_000)} {
		expect("a string", same.Invoke(text).String() == text)
	}
	expect("undefined", same.Invoke(js.Undefined()).IsUndefined())
	expect("null", same.Invoke(js.Null()).IsNull())
	expect("booleans", same.Invoke(true).Bool() && !same.Invoke(false).Bool())
	expect("types", same.Type() == js.TypeFunction && global.Get("symbol").Type() == js.TypeSymbol && global.Type() == js.TypeObject)

	object := global.Get("Object").New()
	object.Set("member", 7)
	expect("an object", same.Invoke(object).Equal(object) && object.Get("member").Int() == 7)
	list := global.Get("Array").New(3)
	list.SetIndex(1, "one")
	expect("a list", list.Length() == 3 && list.Index(1).String() == "one" && list.Index(0).IsUndefined())

	expect("what a call throws", thrown(func() { global.Call("throws") }) == "thrown")
	expect("what a constructor throws", thrown(func() { global.Get("throws").New() }) == "thrown")
	expect("what a function throws", thrown(func() { global.Get("throws").Invoke() }) == "thrown")

	// A call that runs Go again, which moves the stack and grows the memory.
	deep := js.FuncOf(func(_ js.Value, args []js.Value) any { return descend(args[0].Int()) })
	expect("a call back", global.Call("back", deep, 10_000).Int() == 10_000)
	grown := js.FuncOf(func(js.Value, []js.Value) any { return len(make([]byte, 32<<20)) })
	expect("memory that grows", global.Call("back", grown).Int() == 32<<20)
	deep.Release()

	// Ids are reused, and values that are held keep theirs.
	for i := range 10_000 {
		if v := same.Invoke(object); !v.Equal(object) || same.Invoke(global.Get("Object").New()).Equal(object) {
			expect("an object among many", false)
		}
		if i%1000 == 0 {
			runtime.GC()
			time.Sleep(time.Millisecond)
		}
	}
	expect("an object after all", object.Get("member").Int() == 7)

	began := time.Now()
	time.Sleep(20 * time.Millisecond)
	took := time.Since(began)
	expect("the clock", took >= 20*time.Millisecond && took < 5*time.Second)
	expect("the time of day", math.Abs(global.Get("Date").New().Call("getTime").Float()-float64(time.Now().UnixMilli())) < 1000)
	stopped := time.AfterFunc(time.Hour, func() {})
	expect("a timer that is stopped", stopped.Stop())
	return all
}

func thrown(call func()) (message string) {
	defer func() {
		if err, ok := recover().(js.Error); ok {
			message = err.Get("message").String()
		}
	}()
	call()
	return ""
}

// descend uses more stack than the program has at first.
func descend(n int) int {
	var room [64]int
	if n == 0 {
		return room[0]
	}
	room[n%64] = descend(n - 1)
	return room[n%64] + 1
}
