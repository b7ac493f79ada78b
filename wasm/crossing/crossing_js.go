package crossing

import (
	"unsafe"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

var page receiver

// Listen sets the receiver of the page's messages.
func Listen(receive func(Message)) { page.receive = receive }

// ToPage passes a message to the page, which is done with it when it returns.
func ToPage(kind spec.MessageKind, instance, id int32, name, json string) {
	toPage(int32(kind), instance, id, name, json)
}

//go:wasmimport ccpaas toPage
func toPage(kind, instance, id int32, name, json string)

// room returns where the page may write up to size bytes, 0 if it may not. The
// place stays until more is requested.
//
//go:wasmexport room
func room(size int32) int32 {
	room := page.grow(size)
	if room == nil {
		return 0
	}
	return int32(uintptr(unsafe.Pointer(unsafe.SliceData(room))))
}

// fromPage receives a message. It returns 1 if the page has to call resume,
// which lets Go's scheduler run what the message began.
//
//go:wasmexport fromPage
func fromPage(kind, instance, id, size int32) int32 {
	page.take(kind, instance, id, size)
	if !stirred {
		return 0
	}
	stirred = false
	return 1
}

var stirred bool

// Stirred notes that something runs as soon as the module is idle: a goroutine
// or a timer. An exported function returns without Go's scheduler.
func Stirred() { stirred = true }
