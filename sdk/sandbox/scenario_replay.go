package sandbox

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// replay is a recorded connection that is replayed on a page's. All of it
// changes under the engine's lock.
type replay struct {
	c        *connection
	recorded ScenarioConnection
	round    int // how often all of the agent's connections have been replayed
	requests []*recordedRequest
	opened   time.Time
	events   int       // how many frames have been looked at for events
	last     time.Time // when the last of these is due
	waiting  []dueFrame
	timer    *timer
	said     string // the last request that the log says is waited for
}

// recordedRequest is a request of the recording.
type recordedRequest struct {
	request
	index int // its frame
	at    int64
	reply *ScenarioFrame
	came  time.Time // zero until the page has sent it
}

// dueFrame is a frame that is sent at its time. An empty one ends the
// connection.
type dueFrame struct {
	due   time.Time
	index int // its frame, for those that are due at once
	frame json.RawMessage
	asked request // that a reply answers
}

// reads reports whether a request only reads. Events do not wait for it.
func (r *recordedRequest) reads() bool { return strings.HasPrefix(r.method, "Get") }

// notParameters are the members of a request that differ each time.
var notParameters = []string{"Ver", "UA", "Ua", "SeqId", "MsgId", "MsgType", "Timestamp", "AppId", "AgentId"}

func (r request) sameParameters(other request) bool {
	of := func(r request) map[string]string {
		params := maps.Clone(r.params)
		for _, name := range notParameters {
			delete(params, name)
		}
		return params
	}
	return maps.Equal(of(r), of(other))
}

// nextRecorded is the recorded connection that the agent's next one replays,
// nil without a scenario, and how often all of them have been replayed.
func (p *Platform) nextRecorded(agentID string) (recorded *ScenarioConnection, round int, err error) {
	if p.config.Scenario == nil {
		return nil, 0, nil
	}
	var own []*ScenarioConnection
	for i := range p.config.Scenario.Connections {
		if c := &p.config.Scenario.Connections[i]; c.AgentID == agentID {
			own = append(own, c)
		}
	}
	if own == nil {
		return nil, 0, refuse(spec.ServerNoRecord, "the scenario has no connection of agent %s", agentID)
	}
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	turn := p.engine.replayed[agentID]
	p.engine.replayed[agentID]++
	return own[turn%len(own)], turn / len(own), nil
}

// refused reports whether the gateway refused the recorded connection.
func (c *ScenarioConnection) refused() bool { return c != nil && c.Status >= 400 }

// newReplay prepares a replay of what check has found to be sound.
func newReplay(c *connection, recorded ScenarioConnection, round int) *replay {
	r := &replay{c: c, recorded: recorded, round: round}
	for i := range recorded.Frames {
		switch f := &recorded.Frames[i]; {
		case f.Request != nil:
			parsed, _ := parseRequest(f.Request)
			r.requests = append(r.requests, &recordedRequest{request: parsed, index: i, at: f.At})
		case f.Reply != nil:
			r.requests[f.To-1].reply = f
		}
	}
	return r
}

func (r *replay) begin() {
	r.opened = time.Now()
	r.advance()
}

// take answers a request of the page.
func (r *replay) take(asked request) {
	if f := r.c.faults.take(FaultRefuse, asked.method); f != nil {
		r.c.address(newReply(asked, nil, refuse(f.ErrCode, "refused by a scripted fault")), typeReply)
		return
	}
	found := r.match(asked)
	if found == nil {
		err := refuse(spec.ServerNoRecord, "the scenario has no further request %.40s%s", asked.method, r.expects())
		r.c.engine.config.Log(fmt.Sprintf("agent %s: %s", r.c.agent.id, err.Reason))
		r.c.address(newReply(asked, nil, err), typeReply)
		return
	}
	if found.came.IsZero() {
		found.came = time.Now()
	}
	if r.c.faults.take(FaultLoseReply, asked.method) != nil {
		r.c.drop()
		return
	}
	if found.reply != nil {
		r.add(dueFrame{time.Now().Add(r.pace(found.reply.At - found.at)), found.index, found.reply.Reply, asked})
	}
	r.advance()
}

// match returns the recorded request that the page's matches: the next with
// the same Method and parameters; else, of requests that read, the last such
// one; else the next with the same Method.
func (r *replay) match(asked request) *recordedRequest {
	var equalAgain, next, again *recordedRequest
	for _, recorded := range r.requests {
		if recorded.method != asked.method {
			continue
		}
		equal, fresh := recorded.sameParameters(asked), recorded.came.IsZero()
		switch {
		case equal && fresh:
			return recorded
		case fresh:
			next = cmp.Or(next, recorded)
		case equal && recorded.reads():
			equalAgain = recorded
		case recorded.reads():
			again = recorded
		}
	}
	return cmp.Or(equalAgain, next, again)
}

// expects returns what the page has not sent yet, for messages.
func (r *replay) expects() string {
	for _, recorded := range r.requests {
		if recorded.came.IsZero() && !recorded.reads() {
			return "; it waits for " + printableMethod(recorded.method)
		}
	}
	return ""
}

func printableMethod(method string) string { return fmt.Sprintf("%.40s", method) }

// advance queues the events whose requests have all come, in their order.
func (r *replay) advance() {
	for ; r.events <= len(r.recorded.Frames); r.events++ {
		at, frame := r.recorded.LostAt, json.RawMessage(nil)
		if r.events < len(r.recorded.Frames) {
			f := r.recorded.Frames[r.events]
			if f.Request != nil || f.Reply != nil {
				continue
			}
			at = f.At
			if frame = f.Event; frame == nil {
				frame = json.RawMessage(f.Text)
			}
		} else if at == 0 {
			continue
		}
		began, since, missing := r.before(r.events)
		if missing != nil {
			if r.said != missing.method {
				r.said = missing.method
				r.c.engine.config.Log(fmt.Sprintf("agent %s: the scenario waits for the request %s", r.c.agent.id, printableMethod(missing.method)))
			}
			break
		}
		if due := began.Add(r.pace(at - since)); due.After(r.last) {
			r.last = due
		}
		r.add(dueFrame{due: r.last, index: r.events, frame: frame})
	}
	r.pump()
}

// before returns the request that a frame's time counts from, or the
// connection's beginning; missing is a request before it that the page has not
// sent.
func (r *replay) before(index int) (came time.Time, at int64, missing *recordedRequest) {
	came = r.opened
	for _, recorded := range r.requests {
		switch {
		case recorded.index > index || recorded.reads() || r.crossed(recorded, index):
		case recorded.came.IsZero():
			return came, at, recorded
		default:
			came, at = recorded.came, recorded.at
		}
	}
	return came, at, nil
}

// crossed reports whether a frame was on its way when the request was sent, and
// so is not its effect: it came in less than half the time of the reply.
func (r *replay) crossed(recorded *recordedRequest, index int) bool {
	return recorded.reply != nil && index < len(r.recorded.Frames) &&
		2*(r.recorded.Frames[index].At-recorded.at) < recorded.reply.At-recorded.at
}

func (r *replay) pace(ms int64) time.Duration { return r.c.engine.config.pace(ms) }

// pace returns a recorded time at the scenario's speed.
func (c Config) pace(ms int64) time.Duration {
	return time.Duration(float64(ms) * float64(time.Millisecond) / c.ScenarioSpeed)
}

func (r *replay) add(frame dueFrame) {
	r.waiting = append(r.waiting, frame)
	slices.SortStableFunc(r.waiting, func(a, b dueFrame) int {
		return cmp.Or(a.due.Compare(b.due), cmp.Compare(a.index, b.index))
	})
}

// pump sends what is due and waits for the next.
func (r *replay) pump() {
	r.timer.stop()
	for len(r.waiting) > 0 && !r.c.ended {
		next := r.waiting[0]
		if wait := time.Until(next.due); wait > 0 {
			r.timer = r.c.engine.after(wait, r.pump)
			return
		}
		r.waiting = r.waiting[1:]
		if next.frame == nil {
			r.c.drop()
			return
		}
		text := filled(next.frame, next.asked, r.round)
		r.c.send(text)
		var head struct{ MsgType, Method string }
		if json.Unmarshal(text, &head) == nil && head.MsgType == typeNotification &&
			r.c.faults.take(FaultDuplicate, head.Method) != nil {
			r.c.send(text)
		}
	}
}

// blank matches what a scenario has in place of values that differ each time.
var blank = regexp.MustCompile(`"\$(?:msgid|seqid|event\d{1,9}|now(?:[+-]\d{1,15})?|time[+-]\d{1,9})"`)

// filled returns a recorded frame as it is sent now.
func filled(frame json.RawMessage, asked request, round int) []byte {
	now := time.Now()
	var compact bytes.Buffer
	if err := json.Compact(&compact, frame); err != nil {
		return frame
	}
	return blank.ReplaceAllFunc(compact.Bytes(), func(found []byte) []byte {
		name := string(found[2 : len(found)-1])
		if seconds, ok := strings.CutPrefix(name, "time"); ok {
			n, _ := strconv.Atoi(seconds)
			return encode(startTime(now.Add(time.Duration(n) * time.Second)))
		}
		if ms, ok := strings.CutPrefix(name, "now"); ok {
			n, _ := strconv.ParseInt(ms, 10, 64)
			return strconv.AppendInt(nil, now.UnixMilli()+n, 10)
		}
		if strings.HasPrefix(name, "event") {
			return encode(fmt.Sprintf("%s-%d", name, round))
		}
		if name == "msgid" {
			return encode(asked.msgID)
		}
		return strconv.AppendInt(nil, asked.seqID, 10)
	})
}
