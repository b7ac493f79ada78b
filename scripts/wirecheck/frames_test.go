package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

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

// of reports whether a frame has the kind and Method, such as "NTF Originated".
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

// edited replaces a text in the last frame of the kind.
func edited(what, old, replacement string) func([]message) []message {
	return func(frames []message) []message {
		for i := len(frames) - 1; i >= 0; i-- {
			if frames[i].of(what) && strings.Contains(frames[i].Data, old) {
				frames[i].Data = strings.Replace(frames[i].Data, old, replacement, 1)
				return frames
			}
		}
		panic("no frame " + what + " has " + old)
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

// delayed delays it and all that follow by that much.
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
		"a binary frame":               {func(frames []message) []message { frames[1].Opcode = 2; return frames }, []string{"the frame is binary, all are text (observed)"}},
		"a request that is not JSON":   {edited("REQ Hold", "{", "["), []string{"the page's frame is not a JSON object (documented)", "it answers no request of this connection (documented)"}},
		"a reply's SeqId":              {edited("REP Hold", `"SeqId":`, `"SeqId":9`), []string{"its SeqId is not the request's (documented)"}},
		"a reply without ErrCode":      {edited("REP Hold", `"ErrCode":"000000",`, ""), nil},
		"a state that no event led to": {edited("REP GetState", `"CurState":"idle"`, `"CurState":"busy"`), []string{"the agent's state is busy, the events before led to idle (inferred)"}},
		"a payload that is none":       {edited("REP GetState", `"Payload":null`, `"Payload":[]`), []string{"Data.Payload is an array, in the table an object or null (observed)"}},
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

// TestACallThatWasThereBefore: a page that was reloaded during a call learns of
// it from GetState, and continues from there.
func TestACallThatWasThereBefore(t *testing.T) {
	inCall := func(flow string) func([]message) []message {
		return func(frames []message) []message {
			at := func(what string) int { return slices.IndexFunc(frames, func(m message) bool { return m.of(what) }) }
			event := wire.Raw(frames[at("NTF Established")].Data)
			frames = edited("REP GetState", `"Payload":null`, `"Payload":`+string(event.Get("Payload")))(frames[:2:2])
			frames = edited("REP GetState", `"CallID":""`, `"CallID":`+string(event.Get("CallID")))(frames)
			frames = edited("REP GetState", `"CallDirection":""`, `"CallDirection":"`+flow+`"`)(frames)
			return edited("REP GetState", `"CurState":"offline"`, `"CurState":"talking"`)(frames)
		}
	}
	printed, found := check(t, withFrames(t, func(frames []message) []message {
		from := slices.IndexFunc(frames, func(m message) bool { return m.of("REQ Hold") })
		to := slices.IndexFunc(frames, func(m message) bool { return m.of("NTF ExtensionStateChange") && strings.Contains(m.Data, "idle") })
		later := slices.Clone(frames[from : to+1])
		return append(inCall("out_callback")(frames), later...)
	}))
	assert.Zero(t, found, printed)
	assert.Contains(t, printed, "GetState, reply 000000: talking\n")
	assert.Contains(t, printed, "Retrieved OtherIn: event Retrieved\n")

	printed, _ = check(t, withFrames(t, inCall("sideways")))
	assert.Contains(t, printed, "Data.CallDirection has a value that the table does not have for WorkFlow (observed)\n")
}

func TestAnUpgradeThatWasRefused(t *testing.T) {
	refused := strings.Replace(withFrames(t, func([]message) []message { return nil }), `"status":101`, `"status":401`, 1)
	printed, found := check(t, refused)
	assert.Contains(t, printed, "opens, HTTP 401\n")
	assert.Zero(t, found)

	printed, _ = check(t, strings.Replace(recorded(t), `"status": 101`, `"status": 401`, 1))
	assert.Contains(t, printed, "frames follow an upgrade that was refused (documented)\n")
}
