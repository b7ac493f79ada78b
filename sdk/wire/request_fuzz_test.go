package wire

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzEscapeAgreesWithNetURL checks escape and its URLs against net/url.
func FuzzEscapeAgreesWithNetURL(f *testing.F) {
	for _, seed := range []string{"", "1001", "a b+c", "&=#?/%", "00000000-0000-4000-8000-000000000001", "北京", "\xff\x00", "~._-", "../.."} {
		f.Add(seed, "de30")
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		escaped := escape(text)
		assert.Equal(t, strings.ReplaceAll(url.QueryEscape(text), "+", "%20"), escaped)
		segment, err := url.PathUnescape(PathSegment(text))
		require.NoError(t, err)
		assert.Equal(t, text, segment)

		socket, err := url.Parse(SocketURL("wss://gateway.example.com:443/ws", text, other, text, other))
		require.NoError(t, err)
		assert.Equal(t, "/ws", socket.Path)
		assert.Equal(t, url.Values{"AppId": {text}, "AgentId": {other}, "Token": {text}, "Timestamp": {other}}, socket.Query())

		backend, err := url.Parse(BackendURL("https://backend.example.com/backend//", "/agents/"+PathSegment(text), other, text, other, "State", text))
		require.NoError(t, err)
		assert.Equal(t, "/backend/agents/"+text, backend.Path)
		assert.Equal(t, url.Values{"Token": {other}, "Timestamp": {text}, "AppId": {other}, "State": {text}}, backend.Query())
	})
}

// FuzzFrame: a request's header is its own, whatever the parameters are called,
// and every other parameter travels as it is.
func FuzzFrame(f *testing.F) {
	for _, seed := range []string{`{"CallID":"c","AgentID":"1002"}`, `{"Method":"Logout","MsgId":"0","ErrCode":"1","x":null}`, `{}`, `[]`, `{"a":1,"a":2}`} {
		f.Add("Hold", "7", seed)
	}
	f.Add("\"", "\xff", `{"\u004dethod":"x"}`)
	f.Fuzz(func(t *testing.T, method, id, text string) {
		params, err := Parse(text)
		if err != nil {
			return
		}
		frame := Raw(Request{Method: method, MsgID: id, SeqID: 3, UnixMs: 1_700_000_000_000}.Frame(params))
		members := membersOf(t, frame)
		assert.Equal(t, Quote(method), frame.Get("Method"))
		assert.Equal(t, Quote(id), frame.Get("MsgId"))
		assert.Equal(t, `"1700000000000"`, string(members["Timestamp"]))
		assert.Equal(t, `"REQ"`, string(members["MsgType"]))
		assert.NotContains(t, members, "ErrCode")
		assert.NotContains(t, members, "ErrDesc")
		for name := range params.Members {
			if !header(name) {
				assert.Equal(t, params.Get(name), frame.Get(name), name)
			}
		}
	})
}
