package sandbox

import (
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

// check returns a *Refusal that names the first member that is wrong, or nil.
func (f Fault) check() error {
	row := faultRowOf(f.Kind)
	if row == nil {
		var kinds []FaultKind
		for _, known := range faultTable {
			kinds = append(kinds, known.kind)
		}
		return refuse(spec.ServerParameterError, "member Fault must be one of %v", kinds)
	}
	if f.Count < 0 || f.Count > maxFaultCount {
		return refuse(spec.ServerParameterError, "member Count must be from 0 to %d", maxFaultCount)
	}
	if row.once && f.Count > 1 {
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
		{"SipMethod", f.SIPMethod != "", f.SIPMethod == "REGISTER" || f.SIPMethod == "INVITE"},
		{"Status", f.Status != 0, f.statusIsGood()},
		{"Ms", f.Ms != 0, f.Ms >= 0 && f.Ms <= maxFaultMs},
		{"Size", f.Size != 0, f.Size >= 0 && f.Size <= maxFaultSize},
	} {
		needed := slices.Contains(row.needs, m.name)
		taken := needed || slices.Contains(row.takes, m.name)
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

// statusIsGood checks Status, which is an HTTP or a SIP status that refuses, or
// HTTP's 200.
func (f Fault) statusIsGood() bool {
	if f.Kind == FaultSIPRefuse {
		return f.Status >= 400 && f.Status <= 699
	}
	return f.Status == 200 || f.Status >= 400 && f.Status <= 599
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
