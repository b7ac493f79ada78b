//go:build !js && !nophone

package sdk

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestARecordingThatBeginsInACallOfTheWebPhoneIsReplayed(t *testing.T) {
	recording := ""
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.let(func() { p.state = inCallState })
		p.hang(1006)
		after(StateInterval)
		for range RecordEntries / 4 {
			end := p.begin("MuteAsync", `[{"CallId":"c1"}]`)
			p.does(p.gets(spec.OrderMute), `{"Muted":true}`)
			_, err := end()
			require.Nil(t, err)
		}
		p.hang(1006)
		after(StateInterval)
		p.begin("UnmuteAsync", `[{"CallId":"c1"}]`)
		p.does(p.gets(spec.OrderMute), `{"Muted":false}`)
		p.let(func() { p.state = webrtcState })
		p.legTells(spec.NewsEnded, leg)
		after(2 * HangupGrace)
		p.dials()
		recording = p.client.ExportLog()
	})
	assert.Contains(t, recording, `"Dropped":true`)
	synctest.Test(t, func(t *testing.T) {
		require.NoError(t, Replay(recording, func(string) {}))
	})
}

func TestARecordingOfTheWebPhoneIsReplayed(t *testing.T) {
	recording := ""
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.begin("MuteAsync", `[{"CallId":"c1"}]`)
		p.does(p.gets(spec.OrderMute), `{"Muted":true}`)
		p.tells(spec.NewsUnregistered, `{"Status":0}`)
		p.tells(spec.NewsRegistered, "{}")
		p.legTells(spec.NewsEnded, leg)
		after(2 * HangupGrace)
		recording = p.client.ExportLog()
	})
	synctest.Test(t, func(t *testing.T) {
		var lines []string
		require.NoError(t, Replay(recording, func(line string) { lines = append(lines, line) }))
		replayed := strings.Join(lines, "\n")
		for _, line := range []string{"settled SetPhoneModeAsync 0000", "settled MakeCallAsync 0000", "settled MuteAsync 0000"} {
			assert.Contains(t, replayed, line)
		}
	})
}
