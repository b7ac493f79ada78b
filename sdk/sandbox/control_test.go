package sandbox_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

var asJSON = http.Header{"Content-Type": {"application/json"}}

// post calls the control API as a program would.
func (w *world) post(path, body string) answer {
	w.Helper()
	header := asJSON
	if body == "" {
		header = nil
	}
	return w.call(http.MethodPost, w.URL+"/sandbox"+path, body, header)
}

func TestControlPlaysTheCustomer(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		created := w.post("/calls", `{"AgentId":"1001","From":"13800138000"}`)
		require.Equal(t, http.StatusCreated, created.status)
		callID := created.body["CallID"].(string)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)

		assert.Equal(t, http.StatusConflict, w.post("/calls/"+callID+"/answer", "").status, "the customer called")
		assert.Equal(t, http.StatusNoContent, w.post("/calls/"+callID+"/hangup", "").status)
		a.expect(missed...)
		assert.Equal(t, http.StatusNotFound, w.post("/calls/"+callID+"/hangup", "").status)
		assert.Equal(t, http.StatusNotFound, w.post("/calls/"+callID+"/answer", "").status)

		a.request("Dialout", members{"DestNumber": silent})
		originated := a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
		callID = originated["CallID"].(string)
		assert.Equal(t, http.StatusNoContent, w.post("/calls/"+callID+"/answer", "").status)
		a.expect("AgentStateChange ringing→talking", "Established OtherIn")
		assert.Equal(t, http.StatusConflict, w.post("/calls/"+callID+"/answer", "").status, "the customer talks already")

		waiting := w.post("/calls", `{"QueueId":"2","From":"13800138000"}`)
		assert.Equal(t, http.StatusCreated, waiting.status)
		assert.Len(t, w.State().Calls, 2)
	})
}

func TestControlShowsTheState(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		_, callID := w.talking("1001")
		got := w.call(http.MethodGet, w.URL+"/sandbox/state", "", nil)
		require.Equal(t, http.StatusOK, got.status)
		require.Len(t, got.body["Agents"], 10)
		assert.Equal(t, members{
			"AgentId": "1001", "Name": "Alice", "Role": "agent", "State": "talking", "SubState": "",
			"PhoneMode": "voip", "PhoneState": "busy", "WrapUpTime": 0.0, "OutWrapUpTime": 0.0,
			"Connected": true, "Played": false, "CallID": callID,
		}, got.body["Agents"].([]any)[0])
		require.Len(t, got.body["Calls"], 1)
		call := got.body["Calls"].([]any)[0].(members)
		leg := call["Legs"].([]any)[0].(members)
		assert.Regexp(t, uuid, leg["ChannelUUID"])
		delete(leg, "ChannelUUID")
		assert.Equal(t, members{
			"CallID": callID, "Status": "established", "WorkFlow": "in", "Number": customer,
			"DisplayNumber": "051480114036", "QueueId": "",
			"Legs": []any{members{"AgentId": "1001", "State": "established", "CallType": "OtherIn"}},
		}, call)
	})
}

func TestControlRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		status int
		tells  string
	}{
		"no JSON":          {`x`, http.StatusBadRequest, "JSON"},
		"no From":          {`{"AgentId":"1001"}`, http.StatusBadRequest, "From"},
		"no number":        {`{"AgentId":"1001","From":"x"}`, http.StatusBadRequest, "From"},
		"no number either": {`{"QueueId":"2","From":"x"}`, http.StatusBadRequest, "From"},
		"letters":          {`{"AgentId":"1001","From":"1380\u200b013x000"}`, http.StatusBadRequest, "position 9 (U+0078)"},
		"nobody to call":   {`{"From":"13800138000"}`, http.StatusBadRequest, "AgentId"},
		"two to call":      {`{"AgentId":"1001","QueueId":"2","From":"13800138000"}`, http.StatusBadRequest, "QueueId"},
		"unknown agent":    {`{"AgentId":"9999","From":"13800138000"}`, http.StatusNotFound, "9999"},
		"unknown queue":    {`{"QueueId":"9","From":"13800138000"}`, http.StatusNotFound, "9"},
		"offline agent":    {`{"AgentId":"1001","From":"13800138000"}`, http.StatusConflict, "offline"},
		"too long":         {`{"From":"` + strings.Repeat("1", 70<<10) + `"}`, http.StatusRequestEntityTooLarge, "long"},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				got := w.post("/calls", test.body)
				assert.Equal(t, test.status, got.status)
				assert.Contains(t, got.body["Error"], test.tells)
				assert.Empty(t, w.State().Calls)
			})
		})
	}
}

func TestForeignPagesCannotDriveTheSandbox(t *testing.T) {
	const body = `{"QueueId":"2","From":"13800138000"}`
	for name, test := range map[string]struct {
		header http.Header
		status int
	}{
		"no page":           {http.Header{"Content-Type": {"application/json"}}, http.StatusCreated},
		"its own page":      {http.Header{"Content-Type": {"application/json; charset=utf-8"}, "Origin": {"http://sandbox.localhost"}}, http.StatusCreated},
		"a page it knows":   {http.Header{"Content-Type": {"application/json"}, "Origin": {"http://localhost:8080"}}, http.StatusCreated},
		"a foreign page":    {http.Header{"Content-Type": {"application/json"}, "Origin": {"http://evil.example"}}, http.StatusForbidden},
		"another scheme":    {http.Header{"Content-Type": {"application/json"}, "Origin": {"https://sandbox.localhost"}}, http.StatusForbidden},
		"a sandboxed frame": {http.Header{"Content-Type": {"application/json"}, "Origin": {"null"}}, http.StatusForbidden},
		"a form":            {http.Header{"Content-Type": {"text/plain"}}, http.StatusUnsupportedMediaType},
		"no type":           {nil, http.StatusUnsupportedMediaType},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{Origins: []string{"http://localhost:8080"}}, func(t *testing.T, w *world) {
				got := w.call(http.MethodPost, w.URL+"/sandbox/calls", body, test.header)
				assert.Equal(t, test.status, got.status)
				if readable := got.header.Get("Access-Control-Allow-Origin"); test.status == http.StatusForbidden {
					assert.Empty(t, readable)
				} else {
					assert.Equal(t, test.header.Get("Origin"), readable)
				}
			})
		})
	}
}

func TestReset(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		fresh := w.State()
		a, _ := w.talking("1001")
		a.request("SetWrapUpTime", members{"WrapUpTime": 30})
		a.expect("SetWrapUpTime 000000")
		for _, owner := range []string{"app", "agent"} {
			a.request("SetDisplayNumber", members{"OwnerType": owner, "DisplayNumber": map[string]string{
				"app": "051480114037", "agent": "0216010012"}[owner]})
			a.expect("SetDisplayNumber 000000")
		}
		b := w.idle("1002")
		b.request("SetCallMode", members{"Contact": "webrtc"})
		b.expect("SetCallMode 000000", "AgentCallModeChange webrtc")
		_, err := w.CustomerCallsQueue("2", customer)
		require.NoError(t, err)
		b.expect(lines(offHook, []string{"Delivered OtherIn"})...)

		assert.Equal(t, http.StatusNoContent, w.post("/reset", "").status)
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook, []string{"AgentStateChange idle→offline"})...)
		b.expect(lines(missed, []string{"AgentStateChange idle→offline", "AgentCallModeChange voip"})...)
		for _, owner := range []string{"app", "agent"} {
			a.request("GetDisplayNumber", members{"OwnerType": owner})
			assert.Empty(t, a.expect("GetDisplayNumber 000000")["Data"].(members)["DefSpNumber"])
		}
		synctest.Wait()
		after := w.State()
		for i := range after.Agents {
			after.Agents[i].Connected = false
		}
		assert.Equal(t, fresh, after)
	})
}

func TestTokenBackend(t *testing.T) {
	play(t, sandbox.Config{Origins: []string{"https://crm.example"}}, func(t *testing.T, w *world) {
		got := w.call(http.MethodGet, w.TokenURL+"?AgentId=1001", "", http.Header{"Origin": {"https://crm.example"}})
		require.Equal(t, http.StatusOK, got.status)
		assert.Equal(t, "https://crm.example", got.header.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, "no-store", got.header.Get("Cache-Control"))
		c := w.Credentials("1001")
		assert.Equal(t, members{"appId": c.AppID, "timestamp": c.Timestamp, "token": c.Token}, got.body["data"])
		assert.Equal(t, http.StatusBadRequest, w.call(http.MethodGet, w.TokenURL, "", nil).status)
		unknown := w.call(http.MethodGet, w.TokenURL+"?"+url.Values{"AgentId": {"9999"}}.Encode(), "", nil)
		assert.Equal(t, http.StatusNotFound, unknown.status)
	})
}
