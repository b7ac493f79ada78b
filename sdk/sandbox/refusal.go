package sandbox

import (
	"fmt"
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Refusal is the error of every operation that the platform refuses. A refused
// operation has changed nothing.
type Refusal struct {
	// Code is sent as ErrCode or bizCode.
	Code spec.ServerCode
	// Reason says what is wrong and what to do. It can hold ids and states,
	// and goes to the caller, never to the log.
	Reason string
}

// Error returns the reason and the code.
func (r *Refusal) Error() string { return fmt.Sprintf("%s (%s)", r.Reason, r.Code) }

func refuse(code spec.ServerCode, format string, args ...any) *Refusal {
	return &Refusal{Code: code, Reason: fmt.Sprintf(format, args...)}
}

// httpStatus returns the status with which the control API reports the refusal.
func (r *Refusal) httpStatus() int {
	switch r.Code {
	case spec.ServerNoRecord:
		return http.StatusNotFound
	case spec.ServerBadAgentState:
		return http.StatusConflict
	case spec.ServerAuthFailed:
		return http.StatusUnauthorized
	case spec.ServerInternalError:
		return http.StatusServiceUnavailable
	}
	return http.StatusBadRequest
}
