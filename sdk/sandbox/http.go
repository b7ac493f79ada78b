package sandbox

import (
	"encoding/json"
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// maxBody is the longest body of a request, in bytes.
const maxBody = 64 << 10

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	// The status has been sent already; a client that is gone needs no answer.
	_ = json.NewEncoder(w).Encode(body)
}

// serveToken plays the customer's own backend, which in production is the only
// one that knows the tenant's secret. Every admitted page may ask, because the
// tenant is not a real one.
func (p *Platform) serveToken(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	agentID := r.URL.Query().Get("AgentId")
	if agentID == "" {
		writeRefusal(w, refuse(spec.ServerParameterError, "query member AgentId is missing"))
		return
	}
	if _, err := p.engine.agent(agentID); err != nil {
		writeRefusal(w, err)
		return
	}
	writeJSON(w, http.StatusOK, struct {
		Data token.Credentials `json:"data"`
	}{p.Credentials(agentID)})
}

// writeRefusal answers a failed call of the token backend or the control API.
func writeRefusal(w http.ResponseWriter, err error) {
	refusal := asRefusal(err)
	writeJSON(w, refusal.httpStatus(), controlError{refusal.Code, refusal.Reason})
}

// controlError is the body of a failed control call.
type controlError struct {
	Code  spec.ServerCode
	Error string
}
