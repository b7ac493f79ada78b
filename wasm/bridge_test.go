//go:build js

package main

import (
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// What the script lets through and the client refuses: the instance's promises
// reject with the reason, and none stays pending.
func TestAnInstanceWhoseOptionsAreRefused(t *testing.T) {
	settled := map[string]wire.Raw{}
	page, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		var m [5]string
		for i := range m {
			m[i], _ = args[i].String()
		}
		if spec.MessageKind(m[1]) == spec.KindSettle {
			settled[m[2]] = wire.Raw(m[4])
		}
		return nil
	})
	require.NoError(t, err)
	defer page.Release()
	b := &bridge{toPage: page.Value(), instances: map[string]*instance{}}
	b.receive("1", spec.KindCreate, "", "", `{"AppId":" ","AgentId":"1001","Domain":"wss://x","HttpDomain":"https://x"}`)
	b.receive("1", spec.KindInvoke, "7", "ConnectAsync", "[]")
	b.receive("1", spec.KindInvoke, "", "Disconnect", "[]")
	b.receive("1", spec.KindExport, "8", "", "")
	for _, id := range []string{"7", "8"} {
		assert.EqualValues(t, `"9000"`, settled[id].Get("Code"))
		message, _ := settled[id].Get("Message").Text()
		assert.Contains(t, message, "Config.AppID")
	}
	b.receive("1", spec.KindDestroy, "", "", "")
	assert.Empty(t, b.instances)
}
