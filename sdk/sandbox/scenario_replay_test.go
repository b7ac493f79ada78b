package sandbox_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// replayed is a scenario with one call, and a second connection that is refused.
const replayed = `{"Format": "ccpaas-scenario/1", "Connections": [
 {"AgentId": "1001", "LostAt": 60000, "Frames": [
  {"At": 10, "Request": {"Method": "GetState"}},
  {"At": 30, "Reply": {"MsgType": "REP", "MsgId": "$msgid", "SeqId": "$seqid", "Method": "GetState", "ErrCode": "000000", "Data": {"CurState": "idle"}}, "To": 1},
  {"At": 5000, "Event": {"MsgType": "NTF", "MsgId": "$event1", "Method": "AgentStateChange", "OldState": "idle", "CurState": "ringing", "StartTime": "$time-3600", "Timestamp": "$now-5"}},
  {"At": 6000, "Text": "not a frame"},
  {"At": 20000, "Request": {"Method": "Hold", "CallID": "1"}},
  {"At": 20500, "Reply": {"MsgType": "REP", "MsgId": "$msgid", "SeqId": "$seqid", "Method": "Hold", "ErrCode": "000000"}, "To": 2},
  {"At": 21000, "Request": {"Method": "Hold", "CallID": "2"}},
  {"At": 21010, "Event": {"MsgType": "NTF", "MsgId": "$event2", "Method": "AgentStateChange", "OldState": "ringing", "CurState": "talking"}},
  {"At": 22000, "Reply": {"MsgType": "REP", "MsgId": "$msgid", "SeqId": "$seqid", "Method": "Hold", "ErrCode": "100021"}, "To": 3},
  {"At": 23000, "Event": {"MsgType": "NTF", "MsgId": "$event3", "Method": "AgentStateChange", "OldState": "talking", "CurState": "idle"}}
 ]},
 {"AgentId": "1001", "Status": 401, "Frames": []}
], "Calls": [
 {"Method": "GET", "Path": "/agents", "Query": {"State": "idle"}, "Ms": 2000, "Status": 200, "Answer": {"ErrCode": "000000", "Result": 1}},
 {"Method": "GET", "Path": "/agents", "Status": 500},
 {"Method": "PUT", "Path": "/agents/1001", "Body": {"InWrapUpTime": 5}, "Status": 200, "Answer": {"Result": 2}}
]}`

func scenario(t *testing.T, text string) *sandbox.Scenario {
	t.Helper()
	s, err := sandbox.ReadScenario(strings.NewReader(text))
	require.NoError(t, err)
	return s
}

func TestAScenarioIsReplayed(t *testing.T) {
	play(t, sandbox.Config{Scenario: scenario(t, replayed)}, func(t *testing.T, w *world) {
		began := time.Now()
		p, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err)
		at := func(want time.Duration) { t.Helper(); assert.Equal(t, want, time.Since(began).Round(time.Millisecond)) }

		p.request("GetState", members{"AppId": "x"})
		reply := p.expect("GetState 000000")
		assert.Equal(t, []any{"GetState-1", 1.0}, []any{reply["MsgId"], reply["SeqId"]})
		at(20 * time.Millisecond)
		ringing := p.expect("AgentStateChange idle→ringing/<nil>")
		at(5 * time.Second)
		assert.Equal(t, time.Now().Add(-time.Hour).UTC().Format(time.DateTime), ringing["StartTime"])
		assert.InDelta(t, float64(time.Now().UnixMilli()-5), ringing["Timestamp"], 1)
		assert.Equal(t, "event1-0", ringing["MsgId"])
		p.expect("not a frame")

		// What reads may be asked again, another request may not.
		p.request("GetState", nil)
		p.expect("GetState 000000")
		p.request("Unhold", nil)
		assert.Contains(t, p.expect("Unhold 100018")["ErrDesc"], "no further request Unhold; it waits for Hold")

		// Events wait for the requests before them, each request gets its own answer.
		time.Sleep(time.Hour)
		p.silent()
		began = time.Now()
		p.request("Hold", members{"CallID": "2"})
		p.expect("Hold 100021")
		at(time.Second)
		p.silent()
		p.request("Hold", members{"CallID": "7"})
		p.expect("Hold 000000", "AgentStateChange ringing→talking/<nil>", "AgentStateChange talking→idle/<nil>")
		assert.EqualValues(t, -1, p.closeCode())

		_, err = w.dial("1001", w.Credentials("1001"))
		require.EqualError(t, err, "HTTP 401")
		_, err = w.dial("1002", w.Credentials("1002"))
		require.EqualError(t, err, "HTTP 503")
		again, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err)
		assert.Equal(t, "event1-1", again.expect("AgentStateChange idle→ringing/<nil>")["MsgId"])
		again.expect("not a frame")
	})
}

func TestAScenarioAtAnotherSpeed(t *testing.T) {
	play(t, sandbox.Config{Scenario: scenario(t, replayed), ScenarioSpeed: 10}, func(t *testing.T, w *world) {
		began := time.Now()
		p, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err)
		p.expect("AgentStateChange idle→ringing/<nil>")
		assert.Equal(t, 500*time.Millisecond, time.Since(began).Round(time.Millisecond))
		p.expect("not a frame")
	})
}

func TestFaultsInAScenario(t *testing.T) {
	play(t, sandbox.Config{Scenario: scenario(t, replayed)}, func(t *testing.T, w *world) {
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultRefuse, Method: "Hold", ErrCode: spec.ServerTimeout}))
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultDuplicate}))
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultLoseReply, Method: "GetState"}))
		p, err := w.dial("1001", w.Credentials("1001"))
		require.NoError(t, err)
		p.expect("AgentStateChange idle→ringing/<nil>", "AgentStateChange idle→ringing/<nil>", "not a frame")
		p.request("Hold", nil)
		p.expect("Hold 000035")
		p.request("GetState", nil)
		assert.EqualValues(t, -1, p.closeCode())
	})
}

func TestBackendCallsOfAScenario(t *testing.T) {
	play(t, sandbox.Config{Scenario: scenario(t, replayed)}, func(t *testing.T, w *world) {
		ask := func(method, path, body string) (status int, answer string, took time.Duration) {
			began := time.Now()
			c := w.Credentials("1001")
			request, err := http.NewRequestWithContext(t.Context(), method, w.BackendURL+path+"Token="+c.Token+"&Timestamp="+c.Timestamp+"&AppId="+c.AppID, strings.NewReader(body))
			require.NoError(t, err)
			response, err := w.Client().Do(request)
			require.NoError(t, err)
			defer func() { _ = response.Body.Close() }()
			text, err := io.ReadAll(response.Body)
			require.NoError(t, err)
			return response.StatusCode, string(text), time.Since(began).Round(time.Millisecond)
		}
		for range 2 {
			status, answer, took := ask("GET", "/agents?State=idle&", "")
			assert.Equal(t, []any{200, `{"ErrCode":"000000","Result":1}`, 2 * time.Second}, []any{status, answer, took})
		}
		status, answer, _ := ask("GET", "/agents?", "")
		assert.Equal(t, []any{500, ""}, []any{status, answer})
		status, answer, _ = ask("PUT", "/agents/1001?", `{"InWrapUpTime":9}`)
		assert.Equal(t, []any{200, `{"Result":2}`}, []any{status, answer})
		status, answer, _ = ask("GET", "/queues?", "")
		assert.Equal(t, 404, status)
		assert.Contains(t, answer, `"ErrCode":"100018"`)
	})
}

func TestAScenarioIsNotDriven(t *testing.T) {
	play(t, sandbox.Config{Scenario: scenario(t, replayed)}, func(t *testing.T, w *world) {
		_, err := w.CustomerCalls("1001", customer)
		require.ErrorContains(t, err, "replays a scenario")
		_, err = w.CustomerCallsQueue("2", customer)
		require.Error(t, err)
		require.Error(t, w.CustomerAnswers("x"))
		require.Error(t, w.CustomerHangsUp("x"))
		require.Error(t, w.ColleagueComes("1002"))
		require.Error(t, w.PhoneRegisters("1001", true))
	})
}

// TestReadsAreThoseOfTheTable: events wait for what acts, which the name tells.
func TestReadsAreThoseOfTheTable(t *testing.T) {
	for _, m := range spec.Methods {
		if m.Via == spec.Socket {
			assert.Equal(t, !m.Acts, strings.HasPrefix(m.Wire, "Get"), m.Name)
		}
	}
}

func TestWhatIsNoScenario(t *testing.T) {
	in := func(frame string) string {
		return `{"Format":"ccpaas-scenario/1","Connections":[{"AgentId":"1001","Frames":[` + frame + `]}]}`
	}
	for text, says := range map[string]string{
		``:                                    "ends in the middle",
		`{"Format":"ccpaas-scenario/1","Conn`: "ends in the middle",
		`[]`:                                  "is not a scenario",
		`{"log":{"entries":[]}}`:              "-scenario FILE.har",
		`{"Format":"ccpaas-scenario/2"}`:      "this version reads",
		`{"Format":"ccpaas-scenario/1"}`:      "no connection",
		`{"Format":"ccpaas-scenario/1","Connections":[{}]}`:                           "Connections[0] has no AgentId",
		`{"Format":"ccpaas-scenario/1","Connections":[{"AgentId":"1","Status":302}]}`: "Status is 302",
		`{"Format":"ccpaas-scenario/1","Connections":[{"AgentId":"1","LostAt":-1}]}`:  "LostAt is -1",
		in(`{}`):                                      "Connections[0].Frames[0] needs exactly one",
		in(`{"Text":"a","Event":{}}`):                 "exactly one",
		in(`{"At":-1,"Text":"a"}`):                    "At is -1",
		in(`{"At":5,"Text":"a"},{"At":4,"Text":"a"}`): "Frames[1]: At is 4",
		in(`{"Reply":{},"To":1}`):                     "To is 1",
		in(`{"Request":{}}`):                          "no Method",
		in(`{"Request":7}`):                           "not a JSON object",
		in(strings.Repeat(`{"Text":"a"},`, 100_000) + `{"Text":"a"}`): "more than 100000 frames",
		`"` + strings.Repeat("x", 64<<20) + `"`:                       "longer than 64 MiB",
		strings.Replace(replayed, `"Status": 500`, `"Status": 5`, 1):  "Calls[1]: Status is 5",
		strings.Replace(replayed, `"Ms": 2000`, `"Ms": -2000`, 1):     "Calls[0]: Ms is -2000",
		strings.Replace(replayed, `"/agents/1001"`, `"agents"`, 1):    "Calls[2] needs",
	} {
		_, err := sandbox.ReadScenario(strings.NewReader(text))
		assert.ErrorContains(t, err, says, "%.100s", text)
	}
	_, err := sandbox.LoadScenario("testdata/none.json")
	require.ErrorContains(t, err, "none.json")

	other := scenario(t, strings.ReplaceAll(replayed, `"1001"`, `"1011"`))
	_, err = sandbox.Start(sandbox.Config{Scenario: other, InMemory: true})
	require.ErrorContains(t, err, `the agent "1011"`)
	_, err = sandbox.Start(sandbox.Config{Scenario: scenario(t, replayed), ScenarioSpeed: -1, InMemory: true})
	require.ErrorContains(t, err, "ScenarioSpeed")
	server, err := sandbox.Start(sandbox.Config{Scenario: other, Agents: 20, InMemory: true})
	require.NoError(t, err)
	server.Close()

	var said strings.Builder
	sandbox.New(sandbox.Config{Scenario: other, Log: func(message string) { said.WriteString(message) }}).Close()
	assert.Contains(t, said.String(), "1011")
}
