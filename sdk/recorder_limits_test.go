package sdk

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestOneLargeEntryLeavesTheRecordingWhole(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.let(func() { s.body = `{"ErrCode":"000000","Result":{"Queues":["` + strings.Repeat("x", 2<<20) + `"]}}` })
		_, err := s.begin("GetQueuesAgentsAsync", "[]")()
		assert.Nil(t, err)
		recording := c.ExportLog()
		assert.Contains(t, recording, `"Dropped":false`)
		assert.Contains(t, recording, `"Ready GetState"`, "what came before is there")
		assert.Contains(t, recording, `"Kind":"answer","Cut":`, "of the answer the size")
		assert.Less(t, len(recording), 64<<10)
	})
}

func TestTheNewestEntriesStay(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		for range 100 {
			s.say(held("", strings.Repeat("x", RecordEntry)))
		}
		s.say(`{"Method":"AgentStateChange","MsgType":"NTF","OldState":"idle","CurState":"busy"}`)
		synctest.Wait()
		lines := strings.Split(strings.TrimSpace(c.ExportLog()), "\n")
		assert.Contains(t, lines[0], `"Dropped":true`)
		assert.Contains(t, lines[len(lines)-1], "AgentStateChanged")
		assert.Greater(t, len(lines), 15)
	})
}

func TestMalformedArgumentsAreNoNameOfAMethod(t *testing.T) {
	for _, args := range []Raw{`13800138000`, `["13800138000"`, `"13800138000"`, `{"Number":"13800138000"}`, `[`, `]`, Raw("[\"13800138000\",\xff"), "13800138000["} {
		inScript(t, nil, func(s *script, c *Client) {
			s.connect()
			s.refused(s.begin("MakeCallAsync", string(args)), spec.MakeCallFailed, spec.ArgsNotJSON)
			recording := c.ExportLog()
			assert.NotContains(t, recording, "138", "a number must not be in the recording")
			for line := range strings.Lines(recording) {
				_, err := wire.Parse(strings.TrimSpace(line))
				assert.NoError(t, err, line)
			}
			assert.Contains(t, recording, `"Method":"MakeCallAsync"`)
		})
	}
	inScript(t, nil, func(s *script, c *Client) {
		_, err := s.begin("13800138000[", `[]`)()
		assert.Equal(t, spec.UnknownMethod, err.Reason)
		_ = c.ExportLog()
	})
}

// Work must grow with the size, not with its square.
func TestAStateOfAHundredThousandBytesIsReadInLinearTime(t *testing.T) {
	state := func(members int) wire.Value {
		var b, payload wire.Builder
		payload.Text("CallEvent", "Established")
		for i := range members {
			b.Int("m"+number(i), int64(i))
			payload.Int("p"+number(i), int64(i))
		}
		return b.Raw("Payload", payload.Object()).Object().Index()
	}
	cost := func(members int) time.Duration {
		least := time.Hour
		for range 5 {
			data := state(members)
			began := time.Now()
			wire.StateData(data, isCallEvent)
			least = min(least, time.Since(began))
		}
		return least
	}
	small, large := cost(1000), cost(8000)
	assert.Less(t, large, 30*small, "8 times the members")
}
