package wire

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// membersOf decodes an object as a page would.
func membersOf(t *testing.T, object Raw) map[string]json.RawMessage {
	t.Helper()
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(object), &members), "%s", object)
	require.NotNil(t, members, "an object, not null")
	return members
}

// FuzzRead: what is taken for a frame is an object with a Method or an rcode,
// and without its header it keeps everything else as it was sent.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"Ver":"1.0","SeqId":1,"MsgId":"7","MsgType":"REP","Timestamp":1700000000000,"Method":"Hold","ErrCode":"000000","ErrDesc":"OK","Data":{}}`,
		`{"MsgType":"NTF","Method":"Delivered","CallID":"x","Payload":{"CallEvent":"Delivered"}}`,
		`{"rcode":"000036","rdesc":"GetState error:time-out"}`, `{"rcode":36,"rdesc":null}`,
		`{"Method":"A","Method":null}`, `{"Method":1}`, `{"MsgType":{},"Method":"A"}`, `{"Method":"","MsgId":7}`,
		`[]`, `null`, `pong`, `{"Method":"A","ErrCode":{}}`, `{"Method":"A","ErrCode":"00003600003600003600"}`, `{"\u004dethod":"A","Method ":"B"}`, ``,
	} {
		f.Add(seed)
	}
	var reader Reader // has read the inputs before
	f.Fuzz(func(t *testing.T, text string) {
		in, err := Read(text)
		same, sameErr := reader.Read(text)
		assert.Equal(t, err, sameErr)
		assert.Equal(t, in.Frame.Raw(), same.Frame.Raw())
		assert.Equal(t, in.Stripped(), same.Stripped())
		if err != nil {
			assert.Contains(t, []error{ErrJSON, ErrNotObject, ErrNoMethod, ErrBadMember}, err)
			return
		}
		assert.NotEmpty(t, in.Method+in.Rcode)
		frame, stripped := membersOf(t, in.Frame.Raw()), membersOf(t, in.Stripped())
		for name, value := range frame {
			if headerOfReply(name) || !in.Reply && (name == "ErrCode" || name == "ErrDesc") {
				assert.NotContains(t, stripped, name)
			} else {
				assert.Equal(t, string(value), string(stripped[name]), name)
			}
		}
		for name := range stripped {
			assert.Contains(t, frame, name)
		}
		var kind string
		if json.Unmarshal(frame["MsgType"], &kind) == nil {
			assert.Equal(t, kind == "REP", in.Reply)
		}
		assert.Regexp(t, `^[0-9A-Za-z]{0,16}$`, Printable(in.ErrCode))
		assert.Regexp(t, `^[A-Za-z]*$`, in.About)
	})
}

// FuzzReadAnswer: success needs every sign of it, the body is an object or
// nothing, and a failure keeps what the server said.
func FuzzReadAnswer(f *testing.F) {
	for _, seed := range []struct {
		status int
		body   string
	}{
		{200, `{"ErrCode":"000000","ErrDesc":"OK","Result":{"AgentList":[]}}`},
		{200, `{"succeed":true,"code":200,"bizCode":"000000","message":"OK","visible":false,"data":[]}`},
		{200, `{"succeed":false,"code":200,"bizCode":"000000"}`}, {200, `{"code":401,"message":"token"}`}, {401, `{}`}, {500, `<html>`},
		{200, `{"bizCode":"100018","message":"no record"}`}, {200, `{"ErrCode":1,"bizCode":"000000"}`}, {200, `[]`}, {200, ``}, {204, `null`},
	} {
		f.Add(seed.status, seed.body)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		a := ReadAnswer(status, body)
		assert.Equal(t, status == 401 || a.Body.Get("code").TextOrDigits() == "401", a.Unauthorized)
		if a.Body == "" {
			assert.False(t, a.OK, "nothing was said")
			assert.Empty(t, a.Failure())
			return
		}
		members, failure := membersOf(t, a.Body), membersOf(t, a.Failure())
		for name, value := range members {
			assert.Equal(t, string(value), string(failure[name]), name)
		}
		if code, ok := members["bizCode"]; ok {
			assert.Contains(t, failure, "ErrCode")
			if _, own := members["ErrCode"]; !own {
				assert.Equal(t, string(code), string(failure["ErrCode"]))
			}
		}
		good := status < 400 && string(members["succeed"]) != "false"
		for name, success := range map[string]string{"code": "200", "ErrCode": "000000", "bizCode": "000000"} {
			said := a.Body.Get(name).TextOrDigits()
			good = good && (said == "" || said == success)
		}
		assert.Equal(t, good, a.OK)
	})
}
