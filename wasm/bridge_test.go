//go:build js

package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
	"github.com/ccpaas/ccpaas-go/wasm/crossing"
)

// What the script lets through and the client refuses: the instance's promises
// reject with the reason, and none stays pending.
func TestAnInstanceWhoseOptionsAreRefused(t *testing.T) {
	settled := map[int32]wire.Raw{}
	b := newBridge(func(kind spec.MessageKind, _, id int32, _, json string) {
		if kind == spec.KindSettle {
			settled[id] = wire.Raw(json)
		}
	}, "build")
	say := func(kind spec.MessageKind, id int32, name, json string) {
		b.receive(crossing.Message{Kind: kind, Instance: 1, ID: id, Name: name, JSON: json})
	}
	say(spec.KindCreate, 0, "", `{"AppId":" ","AgentId":"1001","Domain":"wss://x","HttpDomain":"https://x"}`)
	say(spec.KindInvoke, 7, "ConnectAsync", "[]")
	say(spec.KindInvoke, 0, "Disconnect", "[]")
	say(spec.KindExport, 8, "", "")
	for _, id := range []int32{7, 8} {
		assert.EqualValues(t, `"9000"`, settled[id].Get("Code"))
		message, _ := settled[id].Get("Message").Text()
		assert.Contains(t, message, "缺少 AppId")
	}
	say(spec.KindDestroy, 0, "", "")
	assert.Empty(t, b.instances)
}
