package sandbox

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"reflect"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// replayCall answers a call of the HTTP backend from the scenario.
func (p *Platform) replayCall(w http.ResponseWriter, r *http.Request) {
	write := writePlain
	if strings.HasPrefix(r.URL.Path, "/app-web-api/") {
		write = writeApp
	}
	if err := p.verify("", credentialsOf(r)); err != nil {
		write(w, http.StatusUnauthorized, nil, err)
		return
	}
	if p.failCall(w, r, write) {
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		write(w, http.StatusBadRequest, nil, refuse(spec.ServerBadRequest, "the body cannot be read; it may have %d bytes", maxBody))
		return
	}
	found := p.recordedCall(r, body)
	if found == nil {
		err := refuse(spec.ServerNoRecord, "the scenario has no call %s %.80s", r.Method, r.URL.Path)
		p.config.Log(err.Reason)
		write(w, http.StatusNotFound, nil, err)
		return
	}
	pause(r.Context(), p.config.pace(found.Ms))
	if found.Answer != nil {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
	}
	w.WriteHeader(found.Status)
	if _, err := w.Write(filled(found.Answer, request{}, 0)); err != nil {
		p.config.Log(fmt.Sprintf("an answer of the scenario was not taken: %v", err))
	}
}

// recordedCall returns the recorded call that a page's call matches: one with
// the same method and path, if possible with an equal query and body, and if
// possible one that has not been answered yet. The last answer is given again.
func (p *Platform) recordedCall(r *http.Request, body []byte) *ScenarioCall {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	best, bestScore := -1, 0
	for i := range p.config.Scenario.Calls {
		recorded := &p.config.Scenario.Calls[i]
		if recorded.Method != r.Method || recorded.Path != r.URL.Path {
			continue
		}
		score := 1
		if recorded.sameParameters(r, body) {
			score += 4
		}
		if !p.engine.called[i] {
			score += 2
		}
		// Of those that have been answered, the last.
		if score > bestScore || score == bestScore && p.engine.called[i] {
			best, bestScore = i, score
		}
	}
	if best < 0 {
		return nil
	}
	p.engine.called[best] = true
	return &p.config.Scenario.Calls[best]
}

func (c *ScenarioCall) sameParameters(r *http.Request, body []byte) bool {
	query := map[string]string{}
	for name, values := range r.URL.Query() {
		switch name {
		case "Token", "Timestamp", "AppId":
		default:
			query[name] = values[0]
		}
	}
	var asked, recorded any
	_ = json.Unmarshal(body, &asked) // what is not JSON is equal to nothing recorded
	_ = json.Unmarshal(c.Body, &recorded)
	return maps.Equal(query, c.Query) && reflect.DeepEqual(asked, recorded)
}
