package sandbox

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// maxRecords is how many calls an agent's log keeps.
const maxRecords = 100

// callRecord is one call in an agent's log. The platform's members are not
// known; these are the sandbox's own.
type callRecord struct {
	callID    string
	number    string
	direction spec.CallDirection
	kind      spec.CallType
	began     time.Time
	answered  time.Time // zero if nobody did
	ended     time.Time
}

func (l *leg) beginRecord() {
	l.record = callRecord{
		callID: l.call.id, number: l.far, direction: l.direction, kind: l.kind, began: time.Now(),
	}
}

// keep adds a finished call to the agent's log, which keeps the last maxRecords.
func (a *agent) keep(r callRecord) {
	r.ended = time.Now()
	if len(a.log) >= 2*maxRecords {
		a.log = append(a.log[:0], a.log[len(a.log)-maxRecords+1:]...)
	}
	a.log = append(a.log, r)
}

// callLogEntry is a callRecord as the HTTP backend shows it.
type callLogEntry struct {
	CallID    string             `json:"callId"`
	Number    string             `json:"number"`
	City      string             `json:"city,omitempty"`
	Direction spec.CallDirection `json:"direction"`
	CallType  spec.CallType      `json:"callType"`
	StartTime string             `json:"startTime"`
	Answered  bool               `json:"answered"`
	Duration  int                `json:"duration"` // seconds of talk
}

func (r callRecord) entry() callLogEntry {
	entry := callLogEntry{
		CallID: r.callID, Number: r.number, City: cityOf(r.number), Direction: r.direction,
		CallType: r.kind, StartTime: startTime(r.began), Answered: !r.answered.IsZero(),
	}
	if entry.Answered {
		entry.Duration = int(r.ended.Sub(r.answered) / time.Second)
	}
	return entry
}
