package sandbox

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func (p *Platform) postFault(w http.ResponseWriter, r *http.Request) {
	placed, err := readFault(w, r)
	if err == nil {
		err = p.Fault(placed.AgentID, placed.Fault)
	}
	writeDone(w, err)
}

func (p *Platform) getFaults(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, struct{ Faults []PlacedFault }{p.Faults()})
}

func getFaultForms(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, struct{ Faults []FaultForm }{FaultForms()})
}

func (p *Platform) deleteFaults(w http.ResponseWriter, r *http.Request) {
	writeDone(w, p.ClearFaults(r.URL.Query().Get("AgentId")))
}

// readFault reads a fault strictly: a member that is misspelt would make a test
// pass for the wrong reason. Code may be a number, as close codes are.
func readFault(w http.ResponseWriter, r *http.Request) (PlacedFault, error) {
	var body struct {
		PlacedFault
		Code any
	}
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	decoder.DisallowUnknownFields()
	decoder.UseNumber()
	if err := decoder.Decode(&body); err != nil {
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) {
			name := wrong.Field[strings.LastIndex(wrong.Field, ".")+1:]
			return PlacedFault{}, refuse(spec.ServerParameterError, "member %s must be of type %s", name, wrong.Type)
		}
		return PlacedFault{}, refuse(spec.ServerParameterError, "the body is no fault: %v", err)
	}
	switch code := body.Code.(type) {
	case nil:
	case string:
		body.Fault.Code = code
	case json.Number:
		body.Fault.Code = code.String()
	default:
		return PlacedFault{}, refuse(spec.ServerParameterError, "member Code must be a number or a string")
	}
	if body.AgentID == "" {
		return PlacedFault{}, refuse(spec.ServerParameterError, "member AgentId is missing")
	}
	return body.PlacedFault, nil
}
