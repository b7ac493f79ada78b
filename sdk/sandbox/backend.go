package sandbox

import (
	"encoding/json"
	"io"
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// backend is the platform's HTTP backend. Its calls answer in one of two
// envelopes (documented); the path decides which (observed).
func (p *Platform) backend() http.Handler {
	if p.config.Scenario != nil {
		return http.HandlerFunc(p.replayCall)
	}
	mux := http.NewServeMux()
	for pattern, call := range p.plainCalls() {
		mux.HandleFunc(pattern, p.serveCall(call, writePlain))
	}
	for pattern, call := range p.appCalls() {
		mux.HandleFunc(pattern, p.serveCall(call, writeApp))
	}
	return mux
}

// backendCall carries a call out and returns its result.
type backendCall func(*engine, backendRequest) (any, error)

// backendRequest is a call whose credentials are valid.
type backendRequest struct {
	*http.Request
	body map[string]string // scalar members as text
	// owners are the agents on whose settings and calls the request may act; nil
	// means all.
	owners []string
}

// serveCall checks credentials and body, and performs the call under the
// engine's lock.
func (p *Platform) serveCall(call backendCall, write func(http.ResponseWriter, int, any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := p.verify("", credentialsOf(r)); err != nil {
			write(w, http.StatusUnauthorized, nil, err)
			return
		}
		if p.failCall(w, r, write) {
			return
		}
		body, err := readBody(w, r)
		if err != nil {
			write(w, http.StatusBadRequest, nil, err)
			return
		}
		var result any
		owners := p.owners(credentialsOf(r).Token)
		err = p.engine.do(func() (err error) {
			result, err = call(p.engine, backendRequest{r, body, owners})
			return err
		})
		write(w, http.StatusOK, result, err)
	}
}

// failCall applies the fault that is due for a call. It reports whether the
// call has been answered.
func (p *Platform) failCall(w http.ResponseWriter, r *http.Request, write func(http.ResponseWriter, int, any, error)) bool {
	f := p.callFault(r)
	if f == nil {
		return false
	}
	pause(r.Context(), f.duration())
	if f.Status == http.StatusOK {
		return false
	}
	write(w, f.Status, nil, refuse(spec.ServerInternalError, "a scripted fault"))
	return true
}

// callFault takes the fault that is due for a call, nil without one.
func (p *Platform) callFault(r *http.Request) *Fault {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	return p.faults.takeCall(credentialsOf(r).Token, r.URL.Path)
}

// readBody reads a JSON object. No body at all is an object without members.
func readBody(w http.ResponseWriter, r *http.Request) (map[string]string, error) {
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return nil, refuse(spec.ServerBadRequest, "the body cannot be read; it may have %d bytes", maxBody)
	}
	body := map[string]string{}
	if len(text) == 0 {
		return body, nil
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(text, &members); err != nil {
		return nil, refuse(spec.ServerBadRequest, "the body is not a JSON object")
	}
	for name, raw := range members {
		value, present, err := scalar(raw)
		if err != nil {
			return nil, refuse(spec.ServerBadRequest, "the body is not a JSON object")
		}
		if present {
			body[name] = value
		}
	}
	return body, nil
}

// plainEnvelope is the answer of /agents, /queues and /transfer_ivr.
type plainEnvelope struct {
	ErrCode spec.ServerCode
	ErrDesc string
	Result  any
}

func writePlain(w http.ResponseWriter, status int, result any, err error) {
	envelope := plainEnvelope{spec.ServerOK, "OK", result}
	if err != nil {
		refusal := asRefusal(err)
		envelope = plainEnvelope{refusal.Code, refusal.Reason, nil}
	}
	writeJSON(w, status, envelope)
}

// appEnvelope is the answer of /app-web-api/….
type appEnvelope struct {
	Succeed bool            `json:"succeed"`
	Code    int             `json:"code"`
	BizCode spec.ServerCode `json:"bizCode"`
	Message string          `json:"message"`
	Visible bool            `json:"visible"`
	Data    any             `json:"data"`
}

func writeApp(w http.ResponseWriter, status int, data any, err error) {
	envelope := appEnvelope{true, status, spec.ServerOK, "OK", false, data}
	if err != nil {
		refusal := asRefusal(err)
		envelope = appEnvelope{false, status, refusal.Code, refusal.Reason, true, nil}
	}
	writeJSON(w, status, envelope)
}
