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

// The numbers of the site's page are those of the constants.
func TestTheNumbersOfTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../web/docs/timings.md")
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
		fmt.Sprintf("| a frame | %d MiB;", MaxFrame>>20),
		fmt.Sprintf("| an HTTP answer | %d MiB;", MaxAnswer>>20),
		fmt.Sprintf("| the arguments of a method | %d kB;", MaxParams>>10),
		fmt.Sprintf("| events that wait for slow handlers | %d,%03d,", MaxEvents/1000, MaxEvents%1000),
		fmt.Sprintf("or %d MiB; one more drops the connection", MaxEventBytes>>20),
		fmt.Sprintf("| requests that wait for their replies | %d;", MaxPending),
	} {
		assert.Contains(t, string(page), row)
	}
}
