package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// convert makes a scenario from a HAR, and writes to notes what it has replaced.
func convert(file io.Reader, out, notes io.Writer) error {
	recorded, err := readHAR(file)
	if err != nil {
		return err
	}
	c := conversion{replacement: newReplacement(recorded)}
	for i, s := range recorded.sockets {
		c.connection(s, recorded.sockets[i+1:])
	}
	if len(c.scenario.Connections) == 0 {
		return errors.New("the HAR has no frames of a gateway, so there is nothing to replay; " +
			"open DevTools before the page connects, since Chrome records no frames of a connection that is open already")
	}
	for _, call := range recorded.calls {
		c.call(call)
	}
	c.scenario.Format = sandbox.ScenarioFormat
	var text strings.Builder
	if err := write(&text, c.scenario); err != nil {
		return err
	}
	if _, err := sandbox.ReadScenario(strings.NewReader(text.String())); err != nil {
		return err
	}
	if _, err := io.WriteString(out, text.String()); err != nil {
		return err
	}
	frames := 0
	for _, connection := range c.scenario.Connections {
		frames += len(connection.Frames)
	}
	fmt.Fprintf(notes, "%d connections with %d frames, %d backend calls\n", len(c.scenario.Connections), frames, len(c.scenario.Calls))
	fmt.Fprintf(notes, "replaced: %s\n", c.counts())
	fmt.Fprintf(notes, "left out: %d frames that the scenario cannot hold, %d backend calls of no method, %d requests to others\n",
		c.leftFrames, c.leftCalls, recorded.others)
	return nil
}

// conversion is a scenario under construction.
type conversion struct {
	*replacement
	scenario              sandbox.Scenario
	leftFrames, leftCalls int
}

// connection adds a connection. A later one of the agent's page shows that this
// one had ended.
func (c *conversion) connection(s socket, later []socket) {
	if s.status < 400 && len(s.frames) == 0 {
		return
	}
	agentID := s.url.Query().Get("AgentId")
	made := sandbox.ScenarioConnection{AgentID: c.agent(agentID), Frames: []sandbox.ScenarioFrame{}}
	if s.status >= 400 {
		made.Status = s.status
	}
	asked := map[string]asking{}
	var at int64
	for _, f := range s.frames {
		at = max(at, (f.at - s.at).Milliseconds())
		frame, ok := c.frame(f, asked)
		switch {
		case ok:
			frame.At = at
			made.Frames = append(made.Frames, frame)
		case !f.isHeartbeat():
			c.leftFrames++
		}
	}
	for _, next := range later {
		if next.url.Query().Get("AgentId") == agentID && made.Status == 0 {
			made.LostAt = max(at, 1)
		}
	}
	c.scenario.Connections = append(c.scenario.Connections, made)
}

func (f frame) isHeartbeat() bool {
	return f.text && (f.sent && f.data == wire.Ping || !f.sent && f.data == wire.Pong)
}

// asking is a request on a connection.
type asking struct {
	number   int
	seqID    wire.Raw
	answered bool
}

// frame is a recorded frame in a scenario; false if it cannot be in one.
func (c *conversion) frame(f frame, asked map[string]asking) (made sandbox.ScenarioFrame, ok bool) {
	parsed, err := wire.Parse(f.data)
	isObject := err == nil && parsed.Kind() == wire.Object
	switch {
	case !f.text || f.isHeartbeat():
		return made, false
	case f.sent && !isObject:
		return made, false
	case f.sent:
		method, _ := parsed.Get("Method").Text()
		if method == "" || printable(method) != method {
			return made, false
		}
		asked[parsed.Get("MsgId").TextOrDigits()] = asking{len(asked) + 1, parsed.Get("SeqId"), false}
		made.Request = json.RawMessage(c.request(parsed, method))
		return made, true
	case !isObject:
		made.Text = fmt.Sprintf("not a frame (%d characters)", len([]rune(f.data)))
		return made, true
	}
	c.sent = c.began.Add(f.at)
	if kind, _ := parsed.Get("MsgType").Text(); kind != "REP" {
		made.Event = json.RawMessage(c.object(parsed, c.eventMember))
		return made, true
	}
	id := parsed.Get("MsgId").TextOrDigits()
	request, known := asked[id]
	if !known || request.answered {
		return made, false
	}
	asked[id] = asking{request.number, request.seqID, true}
	made.To = request.number
	made.Reply = json.RawMessage(c.object(parsed, func(name string, value wire.Raw) wire.Raw {
		switch {
		case name == "MsgId":
			return `"$msgid"`
		case name == "SeqId" && value == request.seqID:
			return `"$seqid"`
		}
		return c.eventMember(name, value)
	}))
	return made, true
}

// eventMember is a member of the gateway's frames.
func (c *conversion) eventMember(name string, value wire.Raw) wire.Raw {
	switch text, _ := value.Text(); {
	case name == "Timestamp":
		return `"$now"`
	case name == "Ver" && value.Kind() == wire.String && len(text) <= 6, name == "SeqId" && value.Kind() == wire.Number:
		return value
	case name == "Method" && printable(text) == text, name == "MsgType" && printable(text) == text:
		return value
	case name == "rdesc":
		return c.errorText(text)
	}
	return c.value(name, value)
}

// errorText keeps the method that an error frame's text begins with.
func (c *conversion) errorText(text string) wire.Raw {
	in, err := wire.Read(string((&wire.Builder{}).Text("rcode", "0").Text("rdesc", text).Object()))
	if err != nil || !c.words[in.About] {
		return c.value("rdesc", wire.Quote(text))
	}
	return wire.Quote(in.About + " error:" + c.text("rdesc", text))
}

// request is a request's Method and parameters.
func (c *conversion) request(frame wire.Raw, method string) wire.Raw {
	return c.object(frame, func(name string, value wire.Raw) wire.Raw {
		switch name {
		case "Ver", "UA", "Ua", "SeqId", "MsgId", "MsgType", "Timestamp", "AppId", "AgentId":
			return ""
		case "Method":
			return value
		}
		return c.parameter(requests[method], name, value)
	})
}

// parameter keeps a value that the table lists for the parameter.
func (c *conversion) parameter(rows []*spec.Method, name string, value wire.Raw) wire.Raw {
	for _, row := range rows {
		for _, p := range row.Params {
			if p.Wire == name && p.Valid != nil && p.Type != "PhoneNumber" && !c.isAgent(value.TextOrDigits()) && word.MatchString(value.TextOrDigits()) && p.Valid(value.TextOrDigits()) {
				return value
			}
		}
		for _, f := range row.Fixed {
			if f.Wire == name && f.JSON == string(value) {
				return value
			}
		}
	}
	return c.value(name, value)
}

// call adds a call of the backend.
func (c *conversion) call(recorded call) {
	row := findCall(recorded.method, recorded.url.Path)
	if row == nil || recorded.status < 200 || recorded.status > 599 {
		c.leftCalls++
		return
	}
	c.sent = c.began.Add(recorded.at)
	rows := []*spec.Method{row}
	made := sandbox.ScenarioCall{
		Method: recorded.method, Path: c.path(row, recorded.url), Status: recorded.status,
		Ms: max(0, recorded.took.Milliseconds()),
	}
	for name, values := range recorded.url.Query() {
		if name == "Token" || name == "Timestamp" || name == "AppId" || printable(name) != name {
			continue
		}
		if made.Query == nil {
			made.Query = map[string]string{}
		}
		made.Query[name], _ = c.parameter(rows, name, wire.Quote(values[0])).Text()
	}
	member := func(name string, value wire.Raw) wire.Raw { return c.parameter(rows, name, value) }
	if body, err := wire.Parse(recorded.body); err == nil && body.Kind() == wire.Object {
		made.Body = json.RawMessage(c.object(body, member))
	}
	if answer, err := wire.Parse(recorded.answer); err == nil && answer.Kind() == wire.Object {
		made.Answer = json.RawMessage(c.object(answer, c.value))
	}
	c.scenario.Calls = append(c.scenario.Calls, made)
}

// path is the call's path from its pattern on, with replaced ids.
func (c *conversion) path(row *spec.Method, u *url.URL) string {
	_, pattern, _ := strings.Cut(row.Wire, " ")
	names := placeholder.FindAllString(pattern, -1)
	values := regexp.MustCompile(placeholder.ReplaceAllString(pattern, "([^/]+)") + "$").FindStringSubmatch(u.Path)
	for i, name := range names {
		value, _ := c.value(strings.Trim(name, "{}"), wire.Quote(values[i+1])).Text()
		pattern = strings.Replace(pattern, name, value, 1)
	}
	return pattern
}

// zoneOf is the time zone of the gateway's dates, as far as they show it: the
// latest dates are those of what has just happened.
func zoneOf(r recording) time.Duration {
	const widest, step = 14 * time.Hour, 15 * time.Minute
	latest, found := -widest, false
	for _, s := range r.sockets {
		for _, f := range s.frames {
			for _, text := range dateTime.FindAllString(f.data, -1) {
				t, err := time.Parse(time.DateTime, text)
				if ahead := t.Sub(r.began.Add(f.at)); err == nil && !f.sent && ahead <= widest && ahead > latest {
					latest, found = ahead, true
				}
			}
		}
	}
	if !found {
		return 0
	}
	return latest.Round(step)
}

var dateTime = regexp.MustCompile(`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`)
