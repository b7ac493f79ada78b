package wire

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGetTakesTheLastOfSeveral(t *testing.T) {
	raw, err := Parse(` {"a":1, "\u0061" : [2, {"b":null}], "c":"\ud83d\ude00"} `)
	require.NoError(t, err)
	assert.Equal(t, Raw(`[2, {"b":null}]`), raw.Get("a"))
	text, ok := raw.Get("c").Text()
	assert.True(t, ok)
	assert.Equal(t, "😀", text)
	assert.Equal(t, Missing, raw.At("a", "b").Kind())
	assert.False(t, Raw("null").Given())
}

func TestNumbersThatArriveAsEither(t *testing.T) {
	for text, want := range map[Raw]string{`"7"`: "7", `7`: "7", `-1.5e3`: "-1.5e3", `null`: "", `[7]`: "", `""`: ""} {
		assert.Equal(t, want, text.TextOrDigits(), text)
	}
	n, ok := Raw(`"101"`).Int()
	assert.True(t, ok)
	assert.EqualValues(t, 101, n)
	_, ok = Raw(`1.5`).Int()
	assert.False(t, ok)
}

func TestBuilderWritesWhatJSONReads(t *testing.T) {
	var b Builder
	text := "\"\\\x00\n\u2028é\xff</script>"
	object := b.Text("__proto__", text).Int("n", -3).Bool("t", true).Raw("r", `{"x":1}`).Raw("gone", "").Object()
	var got map[string]any
	require.NoError(t, json.Unmarshal([]byte(object), &got))
	assert.Equal(t, map[string]any{"__proto__": strings.ToValidUTF8(text, "\uFFFD"), "n": -3.0, "t": true, "r": map[string]any{"x": 1.0}}, got)
	assert.Equal(t, Raw("{}"), (&Builder{}).Object())
}

func TestDepthIsBounded(t *testing.T) {
	_, err := Parse(strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth))
	require.NoError(t, err)
	_, err = Parse(strings.Repeat("[", maxDepth+1) + strings.Repeat("]", maxDepth+1))
	require.ErrorIs(t, err, ErrJSON)
	_, err = Parse(strings.Repeat(`{"a":`, 1_000_000))
	require.ErrorIs(t, err, ErrJSON)
}

// FuzzScannerAgreesWithEncodingJSON checks the scanner against encoding/json:
// the same texts are valid, objects have the same members, strings the same
// text.
func FuzzScannerAgreesWithEncodingJSON(f *testing.F) {
	for _, seed := range []string{
		`{}`, `[]`, ` {"a":[1,2,{"b":"c"}],"d":null} `, `{"a":1,"a":2}`, `"\ud800"`, `"\ud83d\ude00\u0000"`, `-0.1e+9`, `01`, `1.`, `-`,
		`{"a":1,}`, `[1,]`, `{"a" 1}`, "\"\x01\"", "\"\xff\"", `tru`, `nullx`, `{"a":"\u00zz"}`, `"\`, `{"`, `[[]`, `"\ud800\u0041"`, `"\ud800\ud800\udc00"`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		raw, err := Parse(text)
		if strings.Count(text, "[")+strings.Count(text, "{") <= maxDepth {
			require.Equal(t, json.Valid([]byte(text)), err == nil, "validity of %q", text)
		}
		if err != nil {
			return
		}
		agree(t, raw)
	})
}

func agree(t *testing.T, raw Raw) {
	switch raw.Kind() {
	case Object:
		var want map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(raw), &want))
		names := map[string]bool{}
		for name := range raw.Members {
			names[name] = true
		}
		require.Len(t, names, len(want))
		for name, value := range want {
			require.Equal(t, string(value), string(raw.Get(name)))
			agree(t, raw.Get(name))
		}
	case Array:
		var want []json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(raw), &want))
		at := 0
		for value := range raw.Elements {
			require.Equal(t, string(want[at]), string(value))
			agree(t, value)
			at++
		}
		require.Len(t, want, at)
	case String:
		var want string
		require.NoError(t, json.Unmarshal([]byte(raw), &want))
		got, ok := raw.Text()
		require.True(t, ok)
		require.Equal(t, want, got)
		again, ok := Quote(got).Text()
		require.True(t, ok)
		require.Equal(t, got, again)
	}
}
