package main

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

var update = flag.Bool("update", false, "write the golden files")

// asProgram makes the test's own program be wirecheck.
const asProgram = "CCPAAS_TEST_AS_WIRECHECK"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestExitCodes(t *testing.T) {
	for _, test := range []struct {
		code int
		args []string
	}{
		{0, []string{"testdata/call.har"}}, {1, []string{"testdata/doctored.har"}}, {2, []string{"testdata/none.har"}},
		{2, []string{"testdata/call.golden"}}, {2, nil},
	} {
		program := exec.Command(os.Args[0], test.args...)
		program.Env = append(os.Environ(), asProgram+"=1")
		_ = program.Run()
		assert.Equal(t, test.code, program.ProcessState.ExitCode(), "%v", test.args)
	}
}

// recorded is what Chromium recorded of a page and a sandbox.
func recorded(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "call.har"))
	require.NoError(t, err)
	return string(text)
}

// check runs wirecheck on a HAR.
func check(t *testing.T, har string) (printed string, contradictions int) {
	t.Helper()
	var out strings.Builder
	contradictions, err := run([]byte(har), &out)
	require.NoError(t, err)
	return out.String(), contradictions
}

// TestGolden: call.har is as Chromium recorded it, doctored.har the same with
// what must not be.
func TestGolden(t *testing.T) {
	for name, contradictions := range map[string]int{"call": 0, "doctored": 9} {
		t.Run(name, func(t *testing.T) {
			har, err := os.ReadFile(filepath.Join("testdata", name+".har"))
			require.NoError(t, err)
			printed, found := check(t, string(har))
			assert.Equal(t, contradictions, found)
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(printed), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), printed)
		})
	}
}

// sensitive finds the tokens, passwords, numbers and ids in a HAR.
var sensitive = regexp.MustCompile(`[0-9a-f]{40}|(?:voip|webrtc)-\d+|\d{7,}|[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]+-\d+\b`)

func TestNothingSensitiveIsPrinted(t *testing.T) {
	for _, name := range []string{"call", "doctored"} {
		har, err := os.ReadFile(filepath.Join("testdata", name+".har"))
		require.NoError(t, err)
		found := sensitive.FindAllString(string(har), -1)
		require.Greater(t, len(found), 50)
		printed, _ := check(t, string(har))
		for _, text := range found {
			assert.NotContains(t, printed, text)
		}
		assert.NotContains(t, printed, "Alice")
	}
}

func TestTheTablesTypesAreAllThere(t *testing.T) {
	for _, m := range spec.Methods {
		if m.Result.Type != "" {
			name := strings.TrimPrefix(m.Result.Type, "[]")
			assert.True(t, types[name] != nil || m.Via == spec.Local, "the type %s of %s", name, m.Name)
		}
	}
	for _, e := range spec.Events {
		if e.Type != "" && e.Wire != "" {
			assert.Contains(t, types, e.Type)
		}
	}
	for _, of := range types {
		for _, m := range fieldTypes(of) {
			assert.NotContains(t, []reflect.Kind{reflect.Map, reflect.Pointer, reflect.Interface}, m.Kind(), "%s: compare does not know it", of)
		}
	}
}

func fieldTypes(typ reflect.Type) (all []reflect.Type) {
	if typ.Kind() == reflect.Struct {
		for _, m := range members(typ) {
			all = append(all, m.typ)
		}
	}
	return all
}

func TestTimesInBothUnits(t *testing.T) {
	want := time.UnixMilli(1_795_562_293_668)
	assert.Equal(t, want.UnixMilli(), unix(1_795_562_293.668).UnixMilli(), "as Chrome writes them")
	assert.Equal(t, want.UnixMilli(), unix(1_795_562_293_668).UnixMilli(), "as Playwright does")
}

func TestWhatIsNothingToCheck(t *testing.T) {
	for har, tells := range map[string]string{
		`x`:                     "Export HAR",
		`{"log":{}}`:            "no entries",
		`{"log":{"entries":1}}`: "Export HAR",
		`{"log":{"entries":[{"request":{"url":"https://page.example/"}}]}}`:                                                                    "no connection to a gateway",
		`{"log":{"entries":[{"request":{"url":"https://b.example/agents?Token=x"},"response":{"content":{"text":"!","encoding":"base64"}}}]}}`: "base64",
	} {
		_, err := run([]byte(har), &strings.Builder{})
		assert.ErrorContains(t, err, tells, har)
	}
}

// message is a frame in a HAR.
type message struct {
	Type   string  `json:"type"`
	Time   float64 `json:"time"`
	Opcode int     `json:"opcode"`
	Data   string  `json:"data"`
}

// withFrames is the recorded HAR with its connection's frames changed.
func withFrames(t *testing.T, change func([]message) []message) string {
	t.Helper()
	var har map[string]map[string][]map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(recorded(t)), &har))
	entry := har["log"]["entries"][0]
	var frames []message
	require.NoError(t, json.Unmarshal(entry["_webSocketMessages"], &frames))
	text, err := json.Marshal(change(frames))
	require.NoError(t, err)
	entry["_webSocketMessages"] = text
	all, err := json.Marshal(har)
	require.NoError(t, err)
	return string(all)
}

// of tells whether a frame is of the kind and Method, such as "NTF Originated".
func (m message) of(what string) bool {
	kind, method, _ := strings.Cut(what, " ")
	return strings.Contains(m.Data, `"MsgType":"`+kind+`"`) && strings.Contains(m.Data, `"Method":"`+method+`"`)
}

// without drops the first frame of the kind.
func without(what string) func([]message) []message {
	return func(frames []message) []message {
		i := slices.IndexFunc(frames, func(m message) bool { return m.of(what) })
		return slices.Delete(frames, i, i+1)
	}
}

// twice repeats it.
func twice(what string) func([]message) []message {
	return func(frames []message) []message {
		i := slices.IndexFunc(frames, func(m message) bool { return m.of(what) })
		return slices.Insert(frames, i, frames[i])
	}
}

// earlier moves it before another.
func earlier(what, than string) func([]message) []message {
	return func(frames []message) []message {
		i := slices.IndexFunc(frames, func(m message) bool { return m.of(what) })
		moved := frames[i]
		frames = slices.Delete(frames, i, i+1)
		i = slices.IndexFunc(frames, func(m message) bool { return m.of(than) })
		return slices.Insert(frames, i, moved)
	}
}

// delayed makes it and all that follow that much later.
func delayed(what string, seconds float64) func([]message) []message {
	return func(frames []message) []message {
		i := slices.IndexFunc(frames, func(m message) bool { return m.of(what) })
		for ; i < len(frames); i++ {
			frames[i].Time += seconds
		}
		return frames
	}
}

func TestOrderOfFrames(t *testing.T) {
	for name, test := range map[string]struct {
		change func([]message) []message
		says   []string
	}{
		"as recorded":                      {func(frames []message) []message { return frames }, nil},
		"no GetState first":                {earlier("REQ Login", "REQ GetState"), []string{"the first request of a connection is GetState (observed)"}},
		"a reply to nobody":                {without("REQ Hold"), []string{"it answers no request of this connection (documented)"}},
		"a reply twice":                    {twice("REP Hold"), []string{"its request was answered already (documented)"}},
		"a request twice":                  {twice("REQ Hold"), []string{"its MsgId was another request's (documented)"}},
		"an event twice":                   {twice("NTF Held"), []string{"its MsgId was another notification's (documented)"}},
		"an event before its reply":        {earlier("NTF Held", "REP Hold"), nil},
		"no reply":                         {func(f []message) []message { return delayed("NTF ConnectionCleared", 10)(without("REP Unhold")(f)) }, []string{"no reply came within 10 s (observed)"}},
		"no reply, but the recording ends": {without("REP Unhold"), nil},
		"a late reply":                     {delayed("REP Hold", 11), []string{"it came after more than 10 s (observed)"}},
		"no change of state":               {without("NTF AgentStateChange"), []string{"OldState is idle, before it was offline (inferred)"}},
		"a gap in the states": {func(f []message) []message {
			return without("NTF AgentStateChange")(without("NTF AgentStateChange")(f))
		},
			[]string{"the phone becomes busy while the agent is offline (inferred)", "it comes while the agent is offline (inferred)", "OldState is ringing, before it was offline (inferred)"}},
		"established, but not originated": {without("NTF Originated"), []string{
			"the call had no Delivered or Originated or ServiceInitiated before (inferred)", "the call had no Delivered or Originated or ServiceInitiated before (inferred)"}},
		"retrieved, but not held": {without("NTF Held"), []string{"the call had no Held before (inferred)"}},
		"originated too early":    {earlier("NTF Originated", "REP Dialout"), []string{"it comes while the agent is idle (inferred)"}},
		"held after its end": {earlier("NTF ConnectionCleared", "NTF Held"), []string{
			"it comes after the call's ConnectionCleared (inferred)", "it comes after the call's ConnectionCleared (inferred)"}},
		"a binary frame": {func(frames []message) []message { frames[1].Opcode = 2; return frames }, []string{"the frame is binary, all are text (observed)"}},
		"keep-alive": {func(frames []message) []message {
			return slices.Insert(frames, 2, message{"send", frames[1].Time, 1, "ping"}, message{"receive", frames[1].Time, 1, "pong"}, message{"error", frames[1].Time, -1, "gone"})
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			printed, found := check(t, withFrames(t, test.change))
			var said []string
			for line := range strings.Lines(printed) {
				if _, text, ok := strings.Cut(line, "CONTRADICTS: "); ok {
					said = append(said, strings.TrimSpace(text))
				}
			}
			assert.Equal(t, test.says, said)
			assert.Equal(t, len(test.says), found)
		})
	}
}
