package main

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// What every client of the vectors is made with.
const (
	appID     = "00000000-0000-4000-8000-000000000001"
	agentID   = "1001"
	timestamp = "1700000000"
)

// sends expects a request on the socket: the header of every request, and
// exactly the line's members in addition.
func (p *play) sends() error {
	h, err := next(p.stage, p.heard, "the frame")
	if err != nil {
		return err
	}
	if h.ended {
		return fmt.Errorf("the client closed its socket, code %d", h.code)
	}
	got, err := decode(h.frame)
	frame, ok := got.(map[string]any)
	if err != nil || !ok {
		return fmt.Errorf("the frame is no JSON object: %s", h.frame)
	}
	p.frame = frame
	if err := p.checkHeader(frame); err != nil {
		return fmt.Errorf("%w: %s", err, h.frame)
	}
	beside := map[string]any{}
	for name, value := range frame {
		switch name {
		case "Ver", "Ua", "SeqId", "MsgId", "MsgType", "Timestamp":
		default:
			beside[name] = value
		}
	}
	return same("the frame", p.now.data, beside)
}

func (p *play) checkHeader(frame map[string]any) error {
	text := func(name string) string { t, _ := frame[name].(string); return t }
	seqID, seqErr := strconv.Atoi(fmt.Sprint(frame["SeqId"]))
	_, timeErr := strconv.ParseInt(text("Timestamp"), 10, 64)
	switch id := text("MsgId"); {
	case text("Ver") != "1.0" || text("MsgType") != "REQ":
		return errors.New(`Ver must be "1.0" and MsgType "REQ"`)
	case text("Ua") == "":
		return errors.New("Ua must be a string")
	case seqErr != nil || seqID <= p.seqID:
		return errors.New("SeqId must be a number that grows")
	case id == "" || p.msgIDs[id]:
		return errors.New("MsgId must be a string that no request had before")
	case timeErr != nil || len(text("Timestamp")) != len("1700000000000"):
		return errors.New("Timestamp must be UTC milliseconds as a decimal string")
	default:
		p.seqID, p.msgIDs[id] = seqID, true
		return nil
	}
}

// closes expects the client to close its socket.
func (p *play) closes() error {
	h, err := next(p.stage, p.heard, "the end of the socket")
	if err != nil {
		return err
	}
	if !h.ended {
		return fmt.Errorf("the client must close its socket, but sent %s", h.frame)
	}
	p.conn = nil
	return same("the close code", p.now.name, strconv.Itoa(int(h.code)))
}

// asks expects an HTTP call: verb, path, query after the credentials, body.
func (p *play) asks() error {
	r, err := next(p.stage, p.requests, "the request")
	if err != nil {
		return err
	}
	p.request = r
	if err := p.credentials(r.query, "Token", "Timestamp", "AppId"); err != nil {
		return err
	}
	if t := token(r.query); p.refused == t {
		return errors.New("a refused token was used again")
	}
	line := r.verb + " " + r.path
	if extra := strings.SplitN(r.query, "&", 4); len(extra) == 4 {
		line += "?" + extra[3]
	}
	if err := same("the request", p.now.name, line); err != nil {
		return err
	}
	if !p.now.has {
		return same("the body", "", r.body)
	}
	body, err := decode(r.body)
	if err != nil {
		return fmt.Errorf("the body is no JSON: %q", r.body)
	}
	if !strings.HasPrefix(r.contentType, "application/json") {
		return fmt.Errorf("the body's content type is %q", r.contentType)
	}
	return same("the body", p.now.data, body)
}

// credentials expects a query to begin with these, in their order.
func (p *play) credentials(query string, names ...string) error {
	want := map[string]string{"AppId": appID, "AgentId": agentID, "Timestamp": timestamp, "Token": p.key + "~"}
	pairs := strings.Split(query, "&")
	for i, name := range names {
		got, value := "", ""
		if i < len(pairs) {
			got, value, _ = strings.Cut(pairs[i], "=")
		}
		value, err := url.QueryUnescape(value)
		if name == "Token" {
			value = strings.TrimRight(value, "0123456789")
		}
		if err != nil || got != name || value != want[name] {
			return fmt.Errorf("the query must begin with %s: %s", strings.Join(names, ", "), query)
		}
	}
	return nil
}

func token(query string) string {
	values, _ := url.ParseQuery(query)
	return values.Get("Token")
}

// settles takes the settlement of the next call in order.
func (p *play) settles(kind string) error {
	p.awaited++
	for {
		r, ok := p.early[p.awaited]
		if !ok {
			var err error
			if r, err = next(p.stage, p.settled, "the settlement"); err != nil {
				return err
			}
			if _, twice := p.early[r.ID]; twice || r.ID < p.awaited {
				return fmt.Errorf("call %d settled twice: %s", r.ID, r.Envelope)
			}
			p.early[r.ID] = r
			continue
		}
		if r.Kind != kind {
			return fmt.Errorf("the call %s: %s", r.Kind, r.Envelope)
		}
		switch {
		case kind == "rejected" && !r.IsError:
			return errors.New("a rejection must be an Error with exactly the four members")
		case kind == "returned":
			got, err := decode(string(r.Envelope))
			if err != nil {
				return err
			}
			return same("what the method returned", any(undefined), got)
		}
		return p.open(r)
	}
}

// open decodes the envelope of a settlement or an event.
func (p *play) open(r executor.Report) error {
	value, err := decode(string(r.Envelope))
	if err != nil {
		return err
	}
	p.envelope, _ = value.(map[string]any)
	if p.envelope == nil {
		return fmt.Errorf("not an envelope: %s", r.Envelope)
	}
	return nil
}

func (p *play) resolve() error {
	if err := p.settles("resolved"); err != nil {
		return err
	}
	want := map[string]any{"Code": "0000", "Data": p.now.data, "Message": "", "Visible": false}
	return same("the promise's envelope", want, any(p.envelope))
}

// reject expects a failure with a code, and a Message that holds the code, the
// method and the line's words.
func (p *play) reject() error {
	if err := p.settles("rejected"); err != nil {
		return err
	}
	message, _ := p.envelope["Message"].(string)
	if !strings.Contains(message, p.now.name) || !strings.Contains(message, p.now.says) {
		return fmt.Errorf("the Message must hold %s and %q: %s", p.now.name, p.now.says, message)
	}
	want := map[string]any{"Code": p.now.name, "Data": p.now.data, "Message": message, "Visible": true}
	return same("the rejection", want, any(p.envelope))
}

// returns expects a method without a promise: a page gets undefined, and Go an
// outcome without Data.
func (p *play) returns() error {
	if p.world != "page" {
		p.now.data = nil
		return p.resolve()
	}
	return p.settles("returned")
}

// event expects an event, under each of its names in turn.
func (p *play) event() error {
	for _, name := range strings.Split(p.now.name, "+") {
		r, err := next(p.stage, p.events, "the event "+name)
		if err != nil {
			return err
		}
		if r.Name != name {
			return fmt.Errorf("the event %s must come now, not %s %s", name, r.Name, r.Envelope)
		}
		if err := p.open(r); err != nil {
			return err
		}
		if err := p.checkEvent(name, r); err != nil {
			return err
		}
	}
	return nil
}

func (p *play) checkEvent(name string, r executor.Report) error {
	want := map[string]any{"Code": "0000", "Data": p.data(name), "Message": p.now.says, "Visible": p.now.code != ""}
	if p.now.code != "" {
		want["Code"] = p.now.code
	}
	if p.now.anyData {
		want["Data"] = p.envelope["Data"]
	}
	if err := same("the event "+name, want, any(p.envelope)); err != nil {
		return err
	}
	if p.world == "page" {
		return p.checkBeside(r)
	}
	return nil
}

// data is the line's Data in the form of this world: Go has no undefined, and
// no arrays of one element.
func (p *play) data(event string) any {
	if p.world == "page" {
		return p.now.data
	}
	at := slices.IndexFunc(spec.Events, func(e spec.Event) bool { return e.Name == event })
	if list, ok := p.now.data.([]any); ok && at >= 0 && spec.Events[at].Form == spec.Element && len(list) == 1 {
		return defined(list[0])
	}
	return defined(p.now.data)
}

// checkBeside expects what a page may read in addition to the documented form:
// an element's members on its array, and the customer's number as Number.
func (p *play) checkBeside(r executor.Report) error {
	got, err := decode(string(r.Beside))
	if err != nil {
		return err
	}
	want := map[string]any{}
	data := p.envelope["Data"]
	if list, ok := data.([]any); ok {
		data = list[0]
		maps.Copy(want, data.(map[string]any))
	}
	if members, ok := data.(map[string]any); ok {
		if customer, ok := members["CustomerInfo"].(map[string]any); ok {
			want["CustomerInfo.Number"] = customer["TelNumber"]
		}
	}
	return same("what can be read beside the event's Data", any(want), got)
}
