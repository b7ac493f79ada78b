//go:build !js

package sdk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// recordedRun is the recording of a few busy minutes under fault.
func recordedRun(t *testing.T, seed uint64, faults int) (recording string) {
	random := rand.New(rand.NewPCG(seed, 1))
	overNetwork(t, func(w *world, n *network, a *audit) {
		a.does("ConnectAsync", "[]")
		a.does("SetAgentStateAsync", `["idle"]`)
		for range faults {
			for range random.IntN(4) {
				w.act(random, a)
				time.Sleep(time.Duration(random.IntN(700)) * time.Millisecond)
			}
			w.harm(random, n)
			time.Sleep(time.Duration(random.IntN(2500)) * time.Millisecond)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		recording = w.client.ExportLog()
	})
	return recording
}

func TestAReplayLeadsToTheSameStatesAndEvents(t *testing.T) {
	for seed := range uint64(5) {
		for _, faults := range []int{5, 80} {
			t.Run(fmt.Sprint(seed, " ", faults), func(t *testing.T) {
				recording := recordedRun(t, seed, faults)
				assert.Equal(t, faults == 80, strings.Contains(recording, `"Dropped":true`), "the ring is bounded")
				assert.LessOrEqual(t, strings.Count(recording, "\n"), sdk.RecordEntries+1)
				synctest.Test(t, func(t *testing.T) {
					var lines []string
					err := sdk.Replay(recording, func(line string) { lines = append(lines, line) })
					require.NoError(t, err)
					assert.Greater(t, len(lines), 20)
				})
			})
		}
	}
}

func TestADoctoredRecordingIsNoticed(t *testing.T) {
	recording := recordedRun(t, 1, 3)
	doctored := strings.Replace(recording, `"Text":"Ready GetState"`, `"Text":"GetState"`, 1)
	require.NotEqual(t, recording, doctored)
	synctest.Test(t, func(t *testing.T) {
		err := sdk.Replay(doctored, func(string) {})
		assert.ErrorContains(t, err, `the replay has "event Ready GetState" where the recording has "event GetState"`)
		assert.ErrorContains(t, sdk.Replay("nonsense", nil), "line 1")
		assert.ErrorContains(t, sdk.Replay(`{}`, nil), "no recording")
	})
}

func TestARecordingHoldsNoSecretsAndNoNumbers(t *testing.T) {
	for _, numbers := range []bool{false, true} {
		inWorld(t, func(w *world) {
			config := w.config("1001")
			config.RecordNumbers = numbers
			client := w.start(config)
			require.NoError(t, client.Connect(ctx))
			require.NoError(t, client.SetAgentState(ctx, sdk.AgentIdle))
			account, err := client.GetWebPhoneInfo(ctx)
			require.NoError(t, err)
			_, err = client.GetSpNumbers(ctx, sdk.OwnerApp)
			require.NoError(t, err)
			require.NoError(t, client.MakeCall(ctx, "13800138000"))
			time.Sleep(time.Second)
			recording := client.ExportLog()
			assert.NotContains(t, recording, string(account.Password))
			assert.NotContains(t, recording, w.box.Credentials("1001").Token)
			assert.Equal(t, numbers, strings.Contains(recording, "13800138000"))
			assert.Contains(t, recording, "Dialout")
			if !numbers {
				assert.NotRegexp(t, `[^0-9a-f-][0-9]{11}[^0-9a-f-]`, strings.ReplaceAll(recording, `"Timestamp"`, ""))
			}
		})
	}
}
