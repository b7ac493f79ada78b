//go:build !js

package sdk

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The README's numbers are those of the constants.
func TestTheReadmesNumbers(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	for _, row := range []string{
		fmt.Sprintf("| a request waits for its reply | %d s,", ReplyTimeout/time.Second),
		fmt.Sprintf("| GetToken may take | %d s,", TokenTimeout/time.Second),
		fmt.Sprintf("| opening the socket may take | %d s |", DialTimeout/time.Second),
		fmt.Sprintf("| keep-alive `ping` | every %d s |", PingInterval/time.Second),
		fmt.Sprintf("| `GetState` | every %d s; unanswered for %d s,", StateInterval/time.Second, ReplyTimeout/time.Second),
		fmt.Sprintf("in an outage, wait | %d s, %d calls at most,", WaitLimit/time.Second, MaxWaiting),
		fmt.Sprintf("no answer within | %.1f s,", WakeTimeout.Seconds()),
		fmt.Sprintf("waits for the state | %d s,", WaitLimit/time.Second),
		fmt.Sprintf("| HTTP calls use a token for | %d minutes |", tokenReuse/time.Minute),
		fmt.Sprintf("allow the microphone | %d s,", OpenTimeout/time.Second),
		fmt.Sprintf("for at most | %d s,", HangupGrace/time.Second),
		fmt.Sprintf("a round trip over %d ms, jitter over %d ms, or a loss over %.0f %%", PoorRoundTrip, PoorJitter, PoorLoss),
		fmt.Sprintf("A frame larger than %d MiB is dropped", MaxFrame>>20),
		fmt.Sprintf("an HTTP answer larger than %d MiB is a failure", MaxAnswer>>20),
		fmt.Sprintf("arguments of more than %d kB are refused", MaxParams>>10),
		fmt.Sprintf("Where %d,%03d events", MaxEvents/1000, MaxEvents%1000),
		fmt.Sprintf("or %d MiB of them", MaxEventBytes>>20),
		fmt.Sprintf("%d requests wait", MaxPending),
	} {
		assert.Contains(t, string(readme), row)
	}
}
