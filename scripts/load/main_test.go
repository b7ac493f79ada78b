package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestASmallLoad(t *testing.T) {
	var out strings.Builder
	s, err := flags([]string{"-agents", "20", "-rate", "20", "-for", "2s", "-stay", "300ms"})
	require.NoError(t, err)
	require.NoError(t, run(t.Context(), s, &out), out.String())
	assert.Regexp(t, `20 agents connected in .* kB and .* goroutines each, its side of the sandbox among it`, out.String())
	assert.Regexp(t, `   1 s +\d+ calls ended`, out.String())
	assert.Regexp(t, `\n(39|40) calls in 2s by 20 agents: MakeCall p50 .* 0 errors\n`, out.String())
	assert.Contains(t, out.String(), "0 goroutines left")
}

func TestTooFewAgentsAreAnError(t *testing.T) {
	var out strings.Builder
	s, err := flags([]string{"-agents", "1", "-rate", "20", "-for", "1s", "-stay", "1s"})
	require.NoError(t, err)
	assert.ErrorContains(t, run(t.Context(), s, &out), "calls failed")
	assert.Contains(t, out.String(), "no agent was free")
}

func TestOnlyWhatMayBeLoaded(t *testing.T) {
	t.Setenv("CCPAAS_SECRET", "secret")
	abroad := []string{"-domain", "wss://gateway.example.com/ws", "-http-domain", "https://backend.example.com", "-app-id", "a", "-number", "10086"}
	for tells, args := range map[string][]string{
		"is not on loopback: give -yes": abroad,
		"-number is missing":            {"-domain", "ws://127.0.0.1:1/ws", "-http-domain", "http://127.0.0.1:1", "-app-id", "a"},
		"CCPAAS_SECRET are needed":      {"-domain", "ws://127.0.0.1:1/ws", "-http-domain", "http://127.0.0.1:1", "-number", "10086"},
		"is not a URL":                  {"-domain", "gateway", "-http-domain", "http://127.0.0.1:1"},
		"-agents must be 1 to 20000":    {"-agents", "20001"},
		"-rate must be 1 to 5000":       {"-rate", "0"},
		"-for must be up to 15m0s":      {"-for", "1h"},
	} {
		_, err := flags(args)
		assert.ErrorContains(t, err, tells)
	}
	s, err := flags(append(abroad, "-yes"))
	assert.NoError(t, err)
	assert.Equal(t, "wss://gateway.example.com/ws", s.target.domain)
}

func TestPercentiles(t *testing.T) {
	var sorted []time.Duration
	for i := range 100 {
		sorted = append(sorted, time.Duration(i)*time.Millisecond)
	}
	assert.Equal(t, 50*time.Millisecond, percentile(sorted, 50))
	assert.Equal(t, 99*time.Millisecond, percentile(sorted, 100))
	assert.Zero(t, percentile(nil, 50))
}
