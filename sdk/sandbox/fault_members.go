package sandbox

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const (
	maxFaultCount  = 1000
	maxFaultMs     = 24 * 60 * 60 * 1000
	maxFaultSize   = 16 << 20
	maxCloseReason = 123 // bytes, by RFC 6455
)

// faultMembers are the members that each fault takes beside Count. Those that
// are true must be given.
var faultMembers = map[FaultKind]map[string]bool{
	FaultDrop:        {},
	FaultClose:       {"Code": true, "Reason": false},
	FaultStall:       {"Ms": true},
	FaultGarbage:     {"Size": false},
	FaultRCode:       {"Code": false, "Method": false},
	FaultExpireToken: {},
	FaultDelay:       {"Ms": true},
	FaultDuplicate:   {},
	FaultReorder:     {},
	FaultRefuse:      {"Method": true, "ErrCode": true},
	FaultLoseRequest: {"Method": true},
	FaultLoseReply:   {"Method": true},
	FaultHTTP:        {"Path": true, "Status": true, "Ms": false},
	FaultSIPDrop:     {"Ms": false},
}

// check is a *Refusal that names the first member that is not right, or nil.
func (f Fault) check() error {
	members, known := faultMembers[f.Kind]
	if !known {
		return refuse(spec.ServerParameterError, "member Fault must be one of %v", slices.Sorted(maps.Keys(faultMembers)))
	}
	if f.Count < 0 || f.Count > maxFaultCount {
		return refuse(spec.ServerParameterError, "member Count must be from 0 to %d", maxFaultCount)
	}
	if f.Kind == FaultSIPDrop && f.Count > 1 {
		return refuse(spec.ServerParameterError, "member Count does not belong to the fault %s", f.Kind)
	}
	for _, m := range []struct {
		name        string
		given, good bool
	}{
		{"Code", f.Code != "", f.codeIsGood()},
		{"Reason", f.Reason != "", len(f.Reason) <= maxCloseReason},
		{"Method", f.Method != "", isMethod(f.Method)},
		{"ErrCode", f.ErrCode != "", f.ErrCode != spec.ServerOK && isServerCode(string(f.ErrCode))},
		{"Path", f.Path != "", isPath(f.Path)},
		{"Status", f.Status != 0, f.Status == 200 || f.Status >= 400 && f.Status <= 599},
		{"Ms", f.Ms != 0, f.Ms >= 0 && f.Ms <= maxFaultMs},
		{"Size", f.Size != 0, f.Size >= 0 && f.Size <= maxFaultSize},
	} {
		needed, taken := members[m.name]
		switch {
		case needed && !m.given:
			return refuse(spec.ServerParameterError, "member %s is missing from the fault %s: %s", m.name, f.Kind, wanted(m.name))
		case m.given && !taken:
			return refuse(spec.ServerParameterError, "member %s does not belong to the fault %s", m.name, f.Kind)
		case m.given && !m.good:
			return refuse(spec.ServerParameterError, "member %s must be %s", m.name, wanted(m.name))
		}
	}
	return nil
}

// codeIsGood checks Code, which is a close code or an error frame's.
func (f Fault) codeIsGood() bool {
	if f.Kind == FaultRCode {
		return isServerCode(f.Code)
	}
	code := f.closeCode()
	switch code {
	case 1004, websocket.StatusNoStatusRcvd, websocket.StatusAbnormalClosure:
		return false // these stand for something else and are never sent (RFC 6455)
	}
	return code >= 1000 && code <= 1014 || code >= 3000 && code <= 4999
}

func (f Fault) closeCode() websocket.StatusCode {
	code, _ := strconv.Atoi(f.Code) // 0 is no close code either
	return websocket.StatusCode(code)
}

func isServerCode(text string) bool {
	_, err := strconv.ParseUint(text, 10, 32)
	return err == nil && len(text) == len(spec.ServerOK)
}

func isMethod(name string) bool {
	_, ofAgent := agentRequests[name]
	_, ofLeg := legRequests[legInput(name)]
	return ofAgent || ofLeg
}

func isPath(pattern string) bool {
	_, err := path.Match(pattern, "")
	return err == nil && strings.HasPrefix(pattern, "/")
}
