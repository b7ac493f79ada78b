package sandbox_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestFaultsOverTheControlAPI(t *testing.T) {
	for name, body := range map[string]string{
		"drop":         `{"AgentId":"1001","Fault":"drop"}`,
		"close":        `{"AgentId":"1001","Fault":"close","Code":1013,"Reason":"try again later"}`,
		"stall":        `{"AgentId":"1001","Fault":"stall","Ms":1}`,
		"garbage":      `{"AgentId":"1001","Fault":"garbage","Size":3,"Count":0}`,
		"rcode":        `{"AgentId":"1001","Fault":"rcode","Code":"000036","Method":"Hold"}`,
		"expire-token": `{"AgentId":"1001","Fault":"expire-token"}`,
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				needsConnection := name != "expire-token"
				if needsConnection {
					got := w.post("/faults", body)
					assert.Equal(t, http.StatusConflict, got.status)
					assert.Contains(t, got.body["Error"], "not connected")
				}
				a := w.connect("1001")
				assert.Equal(t, http.StatusNoContent, w.post("/faults", body).status)
				assert.Empty(t, w.Faults(), "it has struck")
				switch name {
				case "garbage":
					a.expect(`{"V`)
				case "rcode":
					a.expect("rcode 000036")
				}
			})
		})
	}
}

func TestEveryFaultCanBePlacedFromItsForm(t *testing.T) {
	for _, form := range sandbox.FaultForms() {
		for _, allMembers := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s %t", form.Fault, allMembers), func(t *testing.T) {
				play(t, sandbox.Config{Voice: &recorder{}}, func(t *testing.T, w *world) {
					fault := members{"AgentId": "1001", "Fault": form.Fault}
					for _, m := range form.Members {
						switch {
						case !m.Needed && !allMembers:
						case m.Number:
							fault[m.Name] = json.Number(m.Example)
						default:
							fault[m.Name] = m.Example
						}
						if m.Choices != nil {
							assert.Contains(t, m.Choices, m.Example)
						}
					}
					body, err := json.Marshal(fault)
					require.NoError(t, err)
					w.connect("1001")
					assert.Equal(t, http.StatusNoContent, w.post("/faults", string(body)).status, string(body))
					w.pages = nil // what it did is not the question
				})
			})
		}
	}
}

func TestTheFormsOfFaultsAreThere(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		got := w.call(http.MethodGet, w.URL+"/sandbox/faults/forms", "", nil)
		require.Equal(t, http.StatusOK, got.status)
		assert.Len(t, got.body["Faults"], len(sandbox.FaultForms()))
		assert.Contains(t, got.body["Faults"], members{
			"Fault": "stall", "Title": "Stall the connection", "Counts": true, "Members": []any{members{
				"Name": "Ms", "Needed": true, "Number": true, "Want": "from 1 to 86400000 milliseconds", "Example": "3000",
			}},
		})
	})
}

func TestFaultsAreListedAndCleared(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		list := func() any {
			got := w.call(http.MethodGet, w.URL+"/sandbox/faults", "", nil)
			require.Equal(t, http.StatusOK, got.status)
			return got.body["Faults"]
		}
		clear := func(query string) int {
			return w.call(http.MethodDelete, w.URL+"/sandbox/faults"+query, "", nil).status
		}
		place := func() {
			for _, body := range []string{
				`{"AgentId":"1002","Fault":"lose-reply","Method":"Hold"}`,
				`{"AgentId":"1001","Fault":"delay","Ms":100,"Count":3}`,
				`{"AgentId":"1001","Fault":"refuse","Method":"Dialout","ErrCode":"100005"}`,
				`{"AgentId":"1001","Fault":"http","Path":"/queues","Status":502}`,
			} {
				require.Equal(t, http.StatusNoContent, w.post("/faults", body).status)
			}
		}
		hers := members{"AgentId": "1002", "Fault": "lose-reply", "Method": "Hold", "Count": 1.0}

		assert.Equal(t, []any{}, list())
		place()
		w.connect("1001") // takes one delay
		assert.Equal(t, []any{
			members{"AgentId": "1001", "Fault": "delay", "Ms": 100.0, "Count": 2.0},
			members{"AgentId": "1001", "Fault": "refuse", "Method": "Dialout", "ErrCode": "100005", "Count": 1.0},
			members{"AgentId": "1001", "Fault": "http", "Path": "/queues", "Status": 502.0, "Count": 1.0},
			hers,
		}, list())

		assert.Equal(t, http.StatusNoContent, clear("?AgentId=1001"))
		assert.Equal(t, []any{hers}, list())
		assert.Equal(t, http.StatusNotFound, clear("?AgentId=9999"))
		place()
		assert.Equal(t, http.StatusNoContent, clear(""))
		assert.Equal(t, []any{}, list())
		place()
		assert.Equal(t, http.StatusNoContent, w.post("/reset", "").status)
		assert.Equal(t, []any{}, list())
	})
}

func TestClearedFaultsDoNotStrike(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		for _, f := range []sandbox.Fault{
			{Kind: sandbox.FaultDelay, Ms: 1000, Count: 1000},
			{Kind: sandbox.FaultDuplicate},
			{Kind: sandbox.FaultReorder},
			{Kind: sandbox.FaultRefuse, Method: "SetState", ErrCode: "000060"},
			{Kind: sandbox.FaultLoseRequest, Method: "SetState"},
			{Kind: sandbox.FaultLoseReply, Method: "SetState"},
			{Kind: sandbox.FaultHTTP, Path: "/agents", Status: 500},
			{Kind: sandbox.FaultExpireToken, Count: 2},
		} {
			w.fault("1001", f)
		}
		require.Len(t, w.Faults(), 8)
		require.NoError(t, w.ClearFaults(""))
		a.request("SetState", members{"State": "busy"})
		a.expect("SetState 000000", "AgentStateChange idle→busy")
		assert.Equal(t, http.StatusOK, w.agents(w.Credentials("1001")))
	})
}

func TestStrikesAreLogged(t *testing.T) {
	var log []string
	play(t, sandbox.Config{Log: func(line string) { log = append(log, line) }}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultExpireToken})
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultRefuse, Method: "Hold", ErrCode: "100021"})
		a.request("Hold", nil)
		a.expect("Hold 100021")
		w.fault("1001", sandbox.Fault{Kind: sandbox.FaultClose, Code: "1012"})
		assert.Equal(t, websocket.StatusServiceRestart, a.closeCode())
		synctest.Wait()
		assert.Equal(t, []string{
			"agent 1001 connected",
			"agent 1001: the fault expire-token strikes",
			"agent 1001: the fault refuse strikes",
			"agent 1001 was refused a request: 100021",
			"agent 1001: the fault close strikes",
		}, log[:5], "what follows is how the connection ended")
	})
}

func TestBadFaultsAreRefused(t *testing.T) {
	for body, tells := range map[string]string{
		`x`:                                  "no fault",
		`{"Fault":"drop"}`:                   "member AgentId",
		`{"AgentId":"1001"}`:                 "member Fault",
		`{"AgentId":"1001","Fault":"flood"}`: "member Fault must be one of [answer-after close delay drop",
		`{"AgentId":"1001","Fault":"drop","Colour":1}`:                                               `"Colour"`,
		`{"AgentId":"1001","Fault":"drop","Count":"2"}`:                                              "member Count must be of type int",
		`{"AgentId":"1001","Fault":"drop","Count":-1}`:                                               "member Count",
		`{"AgentId":"1001","Fault":"drop","Count":1001}`:                                             "member Count",
		`{"AgentId":"1001","Fault":"drop","Ms":1}`:                                                   "member Ms does not belong to the fault drop",
		`{"AgentId":"1001","Fault":"close"}`:                                                         "member Code is missing",
		`{"AgentId":"1001","Fault":"close","Code":{}}`:                                               "member Code",
		`{"AgentId":"1001","Fault":"close","Code":"soon"}`:                                           "member Code",
		`{"AgentId":"1001","Fault":"close","Code":999}`:                                              "member Code",
		`{"AgentId":"1001","Fault":"close","Code":1006}`:                                             "member Code",
		`{"AgentId":"1001","Fault":"close","Code":2000}`:                                             "member Code",
		`{"AgentId":"1001","Fault":"close","Code":1000,"Reason":"` + strings.Repeat("r", 124) + `"}`: "member Reason",
		`{"AgentId":"1001","Fault":"rcode","Code":36}`:                                               "member Code",
		`{"AgentId":"1001","Fault":"rcode","Method":"MakeCall"}`:                                     "member Method",
		`{"AgentId":"1001","Fault":"stall"}`:                                                         "member Ms is missing",
		`{"AgentId":"1001","Fault":"delay","Ms":-1}`:                                                 "member Ms",
		`{"AgentId":"1001","Fault":"delay","Ms":86400001}`:                                           "member Ms",
		`{"AgentId":"1001","Fault":"garbage","Size":-1}`:                                             "member Size",
		`{"AgentId":"1001","Fault":"garbage","Size":16777217}`:                                       "member Size",
		`{"AgentId":"1001","Fault":"refuse","Method":"Hold"}`:                                        "member ErrCode is missing",
		`{"AgentId":"1001","Fault":"refuse","Method":"Hold","ErrCode":"000000"}`:                     "member ErrCode",
		`{"AgentId":"1001","Fault":"refuse","Method":"Hold","ErrCode":"+00001"}`:                     "member ErrCode",
		`{"AgentId":"1001","Fault":"refuse","ErrCode":"000001"}`:                                     "member Method is missing",
		`{"AgentId":"1001","Fault":"lose-request","Method":"Wait"}`:                                  "member Method",
		`{"AgentId":"1001","Fault":"lose-reply"}`:                                                    "member Method",
		`{"AgentId":"1001","Fault":"http","Path":"agents","Status":500}`:                             "member Path",
		`{"AgentId":"1001","Fault":"http","Path":"/[","Status":500}`:                                 "member Path",
		`{"AgentId":"1001","Fault":"http","Path":"/agents"}`:                                         "member Status is missing",
		`{"AgentId":"1001","Fault":"http","Path":"/agents","Status":302}`:                            "member Status",
	} {
		t.Run(body[:min(len(body), 70)], func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				w.connect("1001")
				got := w.post("/faults", body)
				assert.Equal(t, http.StatusBadRequest, got.status)
				assert.Contains(t, got.body["Error"], tells)
				assert.Empty(t, w.Faults())
			})
		})
	}
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		assert.Equal(t, http.StatusNotFound, w.post("/faults", `{"AgentId":"9999","Fault":"drop"}`).status)
	})
}
