package sandbox

import (
	"mime"
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// control is the control API: it acts for the customers, and shows the state of
// the platform.
//
//	GET    /sandbox/state                  200 State
//	POST   /sandbox/calls                  201 {"CallID"}; {"AgentId","From"} or {"QueueId","From"}
//	POST   /sandbox/calls/{CallID}/answer  204
//	POST   /sandbox/calls/{CallID}/hangup  204
//	PUT    /sandbox/colleagues/{AgentId}   204; the sandbox plays that agent, who answers every call
//	DELETE /sandbox/colleagues/{AgentId}   204; the agent hangs up and is offline
//	POST   /sandbox/reset                  204
//	GET    /sandbox/frames                 200 {"Frames":[Frame…]}; with ?AgentId= only that agent's
//	POST   /sandbox/faults                 204; {"AgentId","Fault",…}, one of FaultKind's
//	GET    /sandbox/faults                 200 {"Faults":[…]}, those that are pending
//	GET    /sandbox/faults/forms           200 {"Faults":[…]}, the faults that exist, each a FaultForm
//	DELETE /sandbox/faults                 204; with ?AgentId= only that agent's
//
// A fault is a Fault as JSON, with the AgentId beside its members.
//
// A failure is {"Code","Error"} with status 400, 401, 403, 404, 409, 413, 415 or
// 503, which is for requests that exceed one of Config.Limits.
func (p *Platform) control() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /state", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		writeJSON(w, http.StatusOK, p.State())
	})
	mux.HandleFunc("POST /calls", p.postCall)
	mux.HandleFunc("POST /calls/{call}/answer", func(w http.ResponseWriter, r *http.Request) {
		writeDone(w, p.CustomerAnswers(r.PathValue("call")))
	})
	mux.HandleFunc("POST /calls/{call}/hangup", func(w http.ResponseWriter, r *http.Request) {
		writeDone(w, p.CustomerHangsUp(r.PathValue("call")))
	})
	mux.HandleFunc("PUT /colleagues/{agent}", p.putColleague)
	mux.HandleFunc("DELETE /colleagues/{agent}", p.deleteColleague)
	mux.HandleFunc("GET /frames", p.getFrames)
	mux.HandleFunc("POST /faults", p.postFault)
	mux.HandleFunc("GET /faults", p.getFaults)
	mux.HandleFunc("GET /faults/forms", getFaultForms)
	mux.HandleFunc("DELETE /faults", p.deleteFaults)
	mux.HandleFunc("POST /reset", func(w http.ResponseWriter, _ *http.Request) {
		p.Reset()
		writeDone(w, nil)
	})
	return p.locked(jsonOnly(mux))
}

func writeDone(w http.ResponseWriter, err error) {
	if err != nil {
		writeRefusal(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (p *Platform) postCall(w http.ResponseWriter, r *http.Request) {
	body, err := readBody(w, r)
	if err != nil {
		writeRefusal(w, err)
		return
	}
	agentID, queueID, from := body["AgentId"], body["QueueId"], body["From"]
	var callID string
	switch {
	case from == "":
		err = refuse(spec.ServerParameterError, "member From is missing: the customer's number")
	case (agentID == "") == (queueID == ""):
		err = refuse(spec.ServerParameterError, "exactly one of the members AgentId and QueueId must be given")
	case queueID != "":
		callID, err = p.CustomerCallsQueue(queueID, from)
	default:
		callID, err = p.CustomerCalls(agentID, from)
	}
	if err != nil {
		writeRefusal(w, err)
		return
	}
	writeJSON(w, http.StatusCreated, struct{ CallID string }{callID})
}

// jsonOnly requires the content type of JSON, which a page of another origin
// cannot send without a preflight, and limits the body's length.
func jsonOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength != 0 {
			kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
			if err != nil || kind != "application/json" {
				writeJSON(w, http.StatusUnsupportedMediaType, controlError{
					spec.ServerBadRequest, "Content-Type must be application/json",
				})
				return
			}
		}
		if r.ContentLength > maxBody {
			writeJSON(w, http.StatusRequestEntityTooLarge, controlError{
				spec.ServerBadRequest, "the body is too long",
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}
