package sandbox_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// answer is an HTTP response with its JSON body.
type answer struct {
	status int
	header http.Header
	body   members
}

// call sends an HTTP request. body is JSON text, or empty for none.
func (w *world) call(method, address, body string, header http.Header) answer {
	w.Helper()
	request, err := http.NewRequestWithContext(w.Context(), method, address, bytes.NewBufferString(body))
	require.NoError(w, err)
	for name, values := range header {
		request.Header[name] = values
	}
	response, err := w.Client().Do(request)
	require.NoError(w, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(w, err)
	got := answer{status: response.StatusCode, header: response.Header, body: members{}}
	if len(text) > 0 && json.Valid(text) {
		require.NoError(w, json.Unmarshal(text, &got.body))
	}
	return got
}

// backend calls the HTTP backend with good credentials.
func (w *world) backend(method, path string, query url.Values, body members) answer {
	w.Helper()
	text := ""
	if body != nil {
		encoded, err := json.Marshal(body)
		require.NoError(w, err)
		text = string(encoded)
	}
	return w.call(method, w.BackendURL+path+"?"+signed(w.Credentials("1001"), query).Encode(), text, nil)
}

func signed(c token.Credentials, query url.Values) url.Values {
	all := url.Values{"Token": {c.Token}, "Timestamp": {c.Timestamp}, "AppId": {c.AppID}}
	for name, values := range query {
		all[name] = values
	}
	return all
}

const numbersPath = "/app-web-api/call-out/numbers/default/agent"

func TestAgentsList(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		w.idle("1001")
		all := w.backend(http.MethodGet, "/agents", nil, nil)
		require.Equal(t, "000000", all.body["ErrCode"])
		assert.Equal(t, "OK", all.body["ErrDesc"])
		list := all.body["Result"].(members)["AgentList"].([]any)
		require.Len(t, list, 10)
		assert.Equal(t, members{
			"AgentId": "1001", "AppId": sandbox.DefaultAppID, "Email": "1001@sandbox.invalid", "Enable": true,
			"ExtState": 0.0, "ExtenInfos": nil, "Extensions": []any{"903104681001", "903105681001"}, "Mobile": "13900001001", "Name": "Alice",
			"Queues": nil, "QueuesNames": nil, "Role": "agent", "State": 2.0, "WorkId": "", "WrapUpTime": 0.0,
		}, list[0])
		assert.Equal(t, "supervisor", list[9].(members)["Role"])
		assert.Equal(t, 5.0, list[9].(members)["State"])

		idle := w.backend(http.MethodGet, "/agents", url.Values{"State": {"idle"}}, nil)
		assert.Len(t, idle.body["Result"].(members)["AgentList"], 1)
		unknown := w.backend(http.MethodGet, "/agents", url.Values{"State": {"asleep"}}, nil)
		assert.Equal(t, "000001", unknown.body["ErrCode"])
		assert.Nil(t, unknown.body["Result"])
	})
}

func TestQueuesList(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		got := w.backend(http.MethodGet, "/queues", nil, nil)
		assert.Equal(t, []any{members{"Name": "Support", "QueueId": "2", "Strategy": 2.0, "Timeout": 60.0}},
			got.body["Result"].(members)["Queues"])
	})
}

func TestIvrLists(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		flows := w.backend(http.MethodGet, "/app-web-api/routers/ivrs", url.Values{"pageSize": {"1000"}}, nil)
		assert.Equal(t, members{"id": 25.0, "name": "ivrtest"}, flows.body["data"].([]any)[0])
		nodes := w.backend(http.MethodGet, "/app-web-api/ivr-flows/25/versions/pub/keynamepairs", nil, nil)
		assert.Equal(t, members{
			"succeed": true, "code": 200.0, "bizCode": "000000", "message": "OK", "visible": false,
			"data": []any{
				members{"id": 1.0, "name": "Welcome"}, members{"id": 2.0, "name": "Main menu"},
				members{"id": 3.0, "name": "Satisfaction survey"},
			},
		}, nodes.body)
		unknown := w.backend(http.MethodGet, "/app-web-api/ivr-flows/1/versions/pub/keynamepairs", nil, nil)
		assert.Equal(t, http.StatusOK, unknown.status)
		assert.Equal(t, false, unknown.body["succeed"])
		assert.Equal(t, "100018", unknown.body["bizCode"])
		assert.Nil(t, unknown.body["data"])
	})
}

func TestTransferIvrIsRefused(t *testing.T) {
	for name, test := range map[string]struct {
		change  members
		errCode string
	}{
		"without a call":  {members{"call_id": ""}, "000001"},
		"unknown call":    {members{"call_id": "none"}, "100018"},
		"unknown flow":    {members{"ivr_id": 1}, "100018"},
		"unknown node":    {members{"node_id": 9}, "100018"},
		"without a node":  {members{"node_id": nil}, "000001"},
		"node is a table": {members{"node_id": []int{1}}, "000001"},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				_, callID := w.talking("1001")
				body := members{"call_id": callID, "ivr_id": 25, "node_id": 1, "transfer_mode": "agent_hangup"}
				for member, value := range test.change {
					body[member] = value
				}
				got := w.backend(http.MethodPost, "/transfer_ivr", nil, body)
				assert.Equal(t, test.errCode, got.body["ErrCode"])
			})
		})
	}
}

func TestNumberPools(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		options := func(kind string) members {
			got := w.backend(http.MethodGet, numbersPath+"/1001", url.Values{"type": {kind}}, nil)
			require.Equal(t, "000000", got.body["bizCode"])
			return got.body["data"].(members)
		}
		choose := func(kind, id any) any {
			got := w.backend(http.MethodPost, numbersPath, nil, members{"type": kind, "defaultId": id, "agentId": "1001"})
			return got.body["bizCode"]
		}
		shows := func() any {
			a.request("Dialout", members{"DestNumber": busy})
			originated := a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
			a.expect("CallFailed OtherIn: The number is busy", "AgentStateChange ringing→idle", "ExtensionStateChange idle")
			return originated["Payload"].(members)["DisplayInfo"].(members)["TelNumber"]
		}

		assert.Equal(t, members{
			"list": []any{
				members{"id": "1", "number": "0216010011", "city": "Shanghai"},
				members{"id": "2", "number": "0216010012", "city": "Shanghai"},
			}, "defaultId": nil,
		}, options("1"))
		assert.Equal(t, "051480114036", shows())

		assert.Equal(t, "000000", choose("1", "2"))
		assert.Equal(t, "2", options("1")["defaultId"])
		assert.Nil(t, options("2")["defaultId"])
		assert.Equal(t, "0216010012", shows())

		assert.Equal(t, "000000", choose(2, 11))
		assert.Nil(t, options("1")["defaultId"])
		assert.Equal(t, "11", options("2")["defaultId"])
		assert.Equal(t, "051480114036", shows())
		assert.Equal(t, "051480114037", shows(), "a pool's numbers are used in turn")
		assert.Equal(t, "051480114036", shows())

		assert.Equal(t, "100005", choose("1", "9"))
		assert.Equal(t, "100005", choose("2", "1"))
		assert.Equal(t, "000001", choose("3", "1"))
		got := w.backend(http.MethodPost, numbersPath, nil, members{"type": "1", "defaultId": "1", "agentId": "9999"})
		assert.Equal(t, "100018", got.body["bizCode"])
		got = w.backend(http.MethodGet, numbersPath+"/9999", url.Values{"type": {"1"}}, nil)
		assert.Equal(t, "100018", got.body["bizCode"])
	})
}

func TestWrapUpTimes(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		put := func(body members) members {
			return w.backend(http.MethodPut, "/agents/1001", nil, body).body
		}
		assert.Equal(t, members{"AgentId": "1001", "WrapUpTime": 5.0, "OutWrapUpTime": 7.0},
			put(members{"AgentId": "1001", "InWrapUpTime": 5, "OutWrapUpTime": 7})["Result"])
		assert.Equal(t, "000001", put(members{"InWrapUpTime": 1, "OutWrapUpTime": "long"})["ErrCode"])
		assert.Equal(t, "000001", put(members{"InWrapUpTime": -1})["ErrCode"])
		got := w.backend(http.MethodPost, "/agents/1001", nil, members{"AgentId": "1001"})
		assert.Equal(t, members{"AgentId": "1001", "WrapUpTime": 5.0, "OutWrapUpTime": 7.0}, got.body["Result"])
		for _, method := range []string{http.MethodPut, http.MethodPost} {
			assert.Equal(t, "100018", w.backend(method, "/agents/9999", nil, members{}).body["ErrCode"])
		}

		a := w.idle("1001")
		a.request("GetWrapUpTime", nil)
		assert.Equal(t, members{"WrapUpTime": 5.0}, a.expect("GetWrapUpTime 000000")["Data"])
		a.request("Dialout", members{"DestNumber": shortTalk})
		a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn", "AgentStateChange ringing→talking",
			"Established OtherIn", "ConnectionCleared OtherIn", "AgentStateChange talking→wrapup"})...)
		began := time.Now()
		a.expect("AgentStateChange wrapup→idle", "ExtensionStateChange idle")
		assert.Equal(t, 7*time.Second, time.Since(began))
	})
}

func TestCallLog(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		recent := func(agentID string) answer {
			return w.backend(http.MethodPost, "/app-web-api/petitions/agent/recent", nil, members{"agentId": agentID})
		}
		assert.Empty(t, recent("1001").body["data"])
		a, callID := w.talking("1001")
		time.Sleep(90 * time.Second)
		require.NoError(t, w.CustomerHangsUp(callID))
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		a.request("Dialout", members{"DestNumber": busy})
		a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn",
			"CallFailed OtherIn: The number is busy", "AgentStateChange ringing→idle", "ExtensionStateChange idle"})...)
		log := recent("1001").body["data"].([]any)
		require.Len(t, log, 2)
		assert.Equal(t, busy, log[0].(members)["number"], "the latest comes first")
		assert.Equal(t, false, log[0].(members)["answered"])
		assert.Equal(t, members{
			"callId": callID, "number": customer, "city": "Beijing", "direction": "Inbound", "callType": "OtherIn",
			"startTime": "2000-01-01 00:00:00", "answered": true, "duration": 90.0,
		}, log[1])
		assert.Equal(t, "100018", recent("9999").body["bizCode"])
	})
}

func TestBackendDemandsCredentials(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		bad := signed(token.Sign(sandbox.DefaultAppID, "other", time.Now()), nil).Encode()
		plain := w.call(http.MethodGet, w.BackendURL+"/agents?"+bad, "", nil)
		assert.Equal(t, http.StatusUnauthorized, plain.status)
		assert.Equal(t, "200020", plain.body["ErrCode"])
		app := w.call(http.MethodGet, w.BackendURL+"/app-web-api/routers/ivrs", "", nil)
		assert.Equal(t, http.StatusUnauthorized, app.status)
		assert.Equal(t, 401.0, app.body["code"])
		assert.Equal(t, "200020", app.body["bizCode"])
	})
}

func TestBackendBodies(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		address := w.BackendURL + "/transfer_ivr?" + signed(w.Credentials("1001"), nil).Encode()
		for _, body := range []string{"x", "[]", `{"call_id":"` + string(bytes.Repeat([]byte("a"), 70<<10)) + `"}`} {
			got := w.call(http.MethodPost, address, body, nil)
			assert.Equal(t, http.StatusBadRequest, got.status)
			assert.Equal(t, "000036", got.body["ErrCode"])
		}
	})
}

func TestBackendCORS(t *testing.T) {
	play(t, sandbox.Config{Origins: []string{"https://crm.example"}}, func(t *testing.T, w *world) {
		page := http.Header{
			"Origin": {"https://crm.example"}, "Access-Control-Request-Method": {"PUT"},
			"Access-Control-Request-Headers": {"content-type"},
		}
		preflight := w.call(http.MethodOptions, w.BackendURL+"/agents/1001", "", page)
		assert.Equal(t, http.StatusNoContent, preflight.status)
		assert.Equal(t, "https://crm.example", preflight.header.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, "true", preflight.header.Get("Access-Control-Allow-Credentials"))
		assert.Equal(t, "GET, POST, PUT, DELETE", preflight.header.Get("Access-Control-Allow-Methods"))
		assert.Equal(t, "content-type", preflight.header.Get("Access-Control-Allow-Headers"))

		// The page must be able to read a refusal too.
		refusal := w.call(http.MethodGet, w.BackendURL+"/queues", "", http.Header{"Origin": {"https://crm.example"}})
		assert.Equal(t, http.StatusUnauthorized, refusal.status)
		assert.Equal(t, "https://crm.example", refusal.header.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, "Origin", refusal.header.Get("Vary"))
		native := w.call(http.MethodGet, w.BackendURL+"/queues", "", nil)
		assert.Empty(t, native.header.Get("Access-Control-Allow-Origin"))
	})
}
