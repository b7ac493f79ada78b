package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/sandboxtest"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// converted is the scenario of a HAR, and the notes about it.
func converted(t *testing.T, har string) (text, notes string) {
	t.Helper()
	var out, said strings.Builder
	require.NoError(t, convert(strings.NewReader(har), &out, &said))
	return out.String(), said.String()
}

func read(t *testing.T, text string) *sandbox.Scenario {
	t.Helper()
	s, err := sandbox.ReadScenario(strings.NewReader(text))
	require.NoError(t, err)
	return s
}

// TestGoldenScenario: the scenario of call.har is unchanged.
func TestGoldenScenario(t *testing.T) {
	text, notes := converted(t, recorded(t))
	golden := filepath.Join("testdata", "call.scenario.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(text), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.True(t, string(want) == text, "the scenario is another; go test ./scripts/wirecheck -update writes it")
	assert.Contains(t, notes, "1 connections with 35 frames, 3 backend calls\nreplaced: 1 agents,")
}

func TestNothingSensitiveIsInAScenario(t *testing.T) {
	for _, name := range []string{"call", "doctored"} {
		har, err := os.ReadFile(filepath.Join("testdata", name+".har"))
		require.NoError(t, err)
		text, _ := converted(t, string(har))
		for _, found := range sensitive.FindAllString(string(har), -1) {
			if !strings.Contains(sandbox.DefaultAppID, found) && strings.Contains(text, found) {
				t.Error(name, "still has", found)
			}
		}
		for _, word := range []string{"Alice", "Lunch", "Beijing", "sandbox.invalid", "the number", "127.0.0.1", "go;ccpaas"} {
			assert.False(t, strings.Contains(text, word), word)
		}
		assert.Empty(t, regexp.MustCompile(`20\d\d-\d\d-\d\d`).FindString(text))
	}
}

// TestReplacementIsConsistent: equal texts stay equal, and different texts stay
// different, in frames, calls and paths.
func TestReplacementIsConsistent(t *testing.T) {
	c := newReplacement(recording{began: time.Unix(1_795_562_293, 0)})
	c.agent("88")
	c.sent = c.began
	for _, test := range []struct{ name, text, want string }{
		{"Any", "13912345678", "13800000001"},
		{"Any", "+8613912345678", "+8613800000001"},
		{"Any", "013912345678", "013800000001"},
		{"Any", "139 1234 5678", "13800000001"},
		{"Any", "13912345679", "13800000002"},
		{"TelNumber", "8001", "9003"},
		{"Any", "8001", "8001"},
		{"Any", "010-62345678", "90000000004"},
		{"AgentId", "88", "1001"},
		{"Other", "88", "1001"},
		{"agentId", "zhang.san", "1002"},
		{"Anything", "zhang.san", "1002"},
		{"Name", "张三", "Name 1"},
		{"City", "张三", "Name 1"},
		{"City", "上海", "City 2"},
		{"Name", "idle", "Name 3"},
		{"CurState", "idle", "idle"},
		{"Password", "1", "secret-1"},
		{"SipServer", "wss://sip.real.example:7443/x", "wss://server1.example.invalid"},
		{"Email", "a@b.example", "person2@example.invalid"},
		{"CallID", "0a0b0c0d-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-000000000001"},
		{"StartTime", "2026-11-24 23:18:00", "$time-13"},
		{"ErrCode", "100021", "100021"},
		{"ErrDesc", "Zhang San is busy", "ErrDesc 4"},
		{"13912345678", "x", "text 5"},
		{"Any", "", ""},
	} {
		assert.Equal(t, test.want, c.text(test.name, test.text), "%s %s", test.name, test.text)
	}
	for value, want := range map[string]string{
		"25": "25", "-3.5": "-3.5", "true": "true", "null": "null", "88": "1001", "13912345678": "1000000001", "1795562292000": `"$now-1000"`,
		`[{"13912345678":"上海"}]`: `[{"13800000001":"City 2"}]`,
	} {
		assert.Equal(t, want, string(c.value("Any", wire.Raw(value))))
	}
}

// TestTheSDKMeetsWhatWasRecorded: the scenario's replay leads a client to the
// states and events that the recording's page met.
func TestTheSDKMeetsWhatWasRecorded(t *testing.T) {
	text, _ := converted(t, recorded(t))
	box := sandboxtest.Start(t, sandbox.Config{Scenario: read(t, text), ScenarioSpeed: 5})
	client, err := sdk.New(sdk.Config{
		AppID: sandbox.DefaultAppID, AgentID: "1001", Domain: box.WebSocketURL, HTTPDomain: box.BackendURL,
		Token: func(context.Context) (sdk.Credentials, error) { return sdk.Credentials(box.Credentials("1001")), nil },
	})
	require.NoError(t, err)
	defer client.Close()
	met := make(chan string, 100)
	client.OnAgentStateChanged(func(change sdk.AgentStateChange) { met <- string(change.CurState) })
	client.OnPhoneStateChanged(func(change sdk.PhoneStateChange) { met <- "phone " + string(change.CurState) })
	for event, listen := range map[string]func(func(sdk.CallEvent)){
		"Originated": func(f func(sdk.CallEvent)) { client.OnOriginated(f) }, "Established": func(f func(sdk.CallEvent)) { client.OnEstablished(f) },
		"Held": func(f func(sdk.CallEvent)) { client.OnHeld(f) }, "Retrieved": func(f func(sdk.CallEvent)) { client.OnRetrieved(f) },
		"ConnectionCleared": func(f func(sdk.CallEvent)) { client.OnConnectionCleared(f) },
	} {
		listen(func(call sdk.CallEvent) { met <- event + " " + call.CallID[len(call.CallID)-1:] })
	}
	var all []string
	until := func(what string) {
		t.Helper()
		for {
			select {
			case next := <-met:
				if all = append(all, next); next == what {
					return
				}
			case <-time.After(20 * time.Second):
				t.Fatal("no "+what+" after ", all)
			}
		}
	}
	ctx := t.Context()
	require.NoError(t, errors.Join(client.Connect(ctx), client.SetAgentState(ctx, sdk.AgentIdle)))
	require.NoError(t, client.MakeCall(ctx, "10086"))
	until("Established 4")
	const call = "00000000-0000-4000-8000-000000000004"
	require.NoError(t, client.Hold(ctx, call))
	until("Held 4")
	require.NoError(t, client.Recovery(ctx, call))
	until("Retrieved 4")
	require.NoError(t, client.Hangup(ctx, call))
	until("phone idle")
	var refused *sdk.Error
	require.ErrorAs(t, client.MakeCall(ctx, "10086"), &refused)
	assert.Contains(t, refused.Error(), "100005")
	assert.Equal(t, []string{"idle", "ringing", "phone busy", "Originated 4", "talking", "Established 4", "Held 4", "Retrieved 4", "ConnectionCleared 4", "idle", "phone idle"}, all)
	agents, err := client.GetOtherAgents(ctx, sdk.With("State", "idle"))
	require.NoError(t, err)
	require.Len(t, agents, 1)
	assert.Equal(t, []string{"1001", "Name 7"}, []string{agents[0].AgentID, agents[0].Name})
}

// TestConnectionsOfAScenario: a lost connection, a refused one, an invalid
// frame, a request without an answer.
func TestConnectionsOfAScenario(t *testing.T) {
	har := withFrames(t, func(frames []message) []message {
		return append(slices.Clip(frames[:3]), message{"receive", frames[2].Time, 1, "garbage 13912345678"}, message{"receive", frames[2].Time, 2, "binary"},
			message{"receive", frames[2].Time, 1, `{"rcode":"000060","rdesc":"Hold error: Zhang"}`}, message{"send", frames[2].Time, 1, "ping"})
	})
	one := har[strings.Index(har, `"entries":[`)+len(`"entries":[`) : strings.LastIndex(har, "]}}")]
	refused := strings.Replace(one, `"status":101`, `"status":503`, 1)
	text, notes := converted(t, strings.Replace(har, one, one+","+refused+","+one, 1))
	s := read(t, text)
	require.Len(t, s.Connections, 3)
	assert.Positive(t, s.Connections[0].LostAt)
	assert.Equal(t, 503, s.Connections[1].Status)
	assert.Zero(t, s.Connections[2].LostAt)
	frames := s.Connections[0].Frames
	assert.Equal(t, "not a frame (19 characters)", frames[len(frames)-2].Text)
	assert.JSONEq(t, `{"rcode":"000060","rdesc":"Hold error:rdesc 1"}`, string(frames[len(frames)-1].Event))
	assert.Contains(t, notes, "left out: 3 frames")
}

func TestWhatMakesNoScenario(t *testing.T) {
	whole := recorded(t)
	for har, tells := range map[string]string{
		``: "not a HAR",
		`{"log":{"entries":[{"request":{"url":"https://b.example/agents?Token=x"},"response":{"status":200}}]}}`: "no frames of a gateway",
		`{"log":{"entries":[{"request":{"url":"wss://g.example/?AgentId=1"},"response":{"status":101}}]}}`:       "no frames of a gateway",
		whole[:len(whole)/2]: "ends in the middle",
		whole[:len(whole)-3]: "ends in the middle",
		strings.Replace(whole, `"entries"`, `"Entries"`, 1): "no log.entries",
	} {
		err := convert(strings.NewReader(har), io.Discard, io.Discard)
		assert.ErrorContains(t, err, tells, "%.80s", har)
	}
}

// filler is a HAR with so many bytes of a page's images before the frames.
type filler struct {
	bytes int64
	entry []byte
}

func (f *filler) Read(p []byte) (int, error) {
	if f.bytes <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n+len(f.entry) <= len(p) {
		n += copy(p[n:], f.entry)
	}
	if n == 0 {
		return 0, io.ErrShortBuffer
	}
	f.bytes -= int64(n)
	return n, nil
}

// TestAHugeHARNeedsLittleMemory: reading takes a fraction of the file's size.
func TestAHugeHARNeedsLittleMemory(t *testing.T) {
	image := []byte(`{"startedDateTime":"2026-11-24T23:18:13Z","request":{"method":"GET","url":"https://page.example/x.png"},"response":{"status":200,"content":{"text":"` +
		strings.Repeat("A", 300) + `"}}},`)
	whole := recorded(t)
	begins := strings.Index(whole, `"entries": [`) + len(`"entries": [`)
	huge := io.MultiReader(strings.NewReader(whole[:begins]), io.LimitReader(&filler{80 << 20, image}, int64(len(image))*150_000), strings.NewReader(whole[begins:]))
	var out bytes.Buffer
	peak := make(chan uint64)
	done := make(chan struct{})
	go func() {
		var most uint64
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-done:
				tick.Stop()
				peak <- most
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse)
			}
		}
	}()
	err := convert(huge, &out, io.Discard)
	close(done)
	require.NoError(t, err)
	assert.Less(t, <-peak, uint64(32<<20))
	assert.Len(t, read(t, out.String()).Connections[0].Frames, 35)
}
