package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// ScenarioFormat is the Format of the scenarios that this version reads.
const ScenarioFormat = "ccpaas-scenario/1"

// What a scenario may hold.
const (
	maxScenarioBytes  = 64 << 20
	maxScenarioFrames = 100_000
	maxScenarioMs     = 24 * 60 * 60 * 1000
)

// Scenario is what a gateway and an HTTP backend did in a recorded session. A
// platform whose Config has one replays it instead of acting on its own.
// scripts/wirecheck -scenario makes one from a HAR file.
//
// Each connection of an agent replays the next recorded connection of that
// agent; after the last one comes the first again. A request is answered as the
// next recorded request with the same Method was, preferably one with equal
// parameters. An event is sent as long after the request before it as in the
// recording. It waits until the page has sent all recorded requests before it,
// except for those that only read, whose Method begins with Get.
//
// A request that is not in the scenario is refused with ErrCode 100018, and
// Config.Log says what the scenario has instead. A reading request may be
// repeated: it gets the last answer again.
type Scenario struct {
	Format      string // ScenarioFormat
	Connections []ScenarioConnection
	Calls       []ScenarioCall // of the HTTP backend, in order
}

// ScenarioConnection is a recorded connection to the gateway.
type ScenarioConnection struct {
	AgentID string `json:"AgentId"`
	// Status is the HTTP status of a connection that was refused, else 0 or 101.
	Status int `json:",omitempty"`
	// LostAt is when the connection was lost, in milliseconds since it began. Zero
	// means that it lasts.
	LostAt int64 `json:",omitempty"`
	Frames []ScenarioFrame
}

// ScenarioFrame is a recorded frame. Exactly one of Request, Reply, Event and
// Text is set.
type ScenarioFrame struct {
	// At is the time since the connection began, in milliseconds.
	At int64
	// Request is a frame of the page: its Method and its parameters.
	Request json.RawMessage `json:",omitempty"`
	// Reply answers the request with the number To, counted from 1 in the order of
	// the connection's requests.
	Reply json.RawMessage `json:",omitempty"`
	To    int             `json:",omitempty"`
	// Event is any other JSON frame of the gateway. In it and in Reply, the
	// string "$now" stands for the time of sending in Unix milliseconds, "$now-5000"
	// for five seconds before, "$time-5" for that as a date and time, "$msgid" and
	// "$seqid" for those of the request, and "$event1" for the id of an event, which
	// is another when the scenario is replayed again.
	Event json.RawMessage `json:",omitempty"`
	// Text is a frame of the gateway that is not JSON.
	Text string `json:",omitempty"`
}

// ScenarioCall is a recorded call of the HTTP backend.
type ScenarioCall struct {
	Method string            // "GET"
	Path   string            // "/agents"
	Query  map[string]string `json:",omitempty"` // without the credentials
	Body   json.RawMessage   `json:",omitempty"`
	Ms     int64             `json:",omitempty"` // how long the answer took
	Status int               // of the answer
	Answer json.RawMessage   `json:",omitempty"`
}

// LoadScenario reads a scenario from a file.
func LoadScenario(path string) (*Scenario, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("sandbox: cannot read the scenario: %w", err)
	}
	defer func() { _ = file.Close() }()
	s, err := ReadScenario(file)
	if err != nil {
		return nil, fmt.Errorf("%w (%s)", err, path)
	}
	return s, nil
}

// ReadScenario reads a scenario. The error says what is wrong with it.
func ReadScenario(r io.Reader) (*Scenario, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxScenarioBytes+1))
	if err != nil {
		return nil, fmt.Errorf("sandbox: cannot read the scenario: %w", err)
	}
	if len(text) > maxScenarioBytes {
		return nil, fmt.Errorf("sandbox: the scenario is longer than %d MiB; record a shorter session", maxScenarioBytes>>20)
	}
	var s Scenario
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&s); err != nil {
		if bytes.Contains(text[:min(len(text), 4096)], []byte(`"log"`)) {
			return nil, errors.New("sandbox: the file is a HAR and no scenario; convert it with go run ./scripts/wirecheck -scenario FILE.har")
		}
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			return nil, errors.New("sandbox: the scenario ends in the middle; write it again")
		}
		return nil, fmt.Errorf("sandbox: the file is not a scenario: %w", err)
	}
	return &s, s.check()
}

// check finds what would fail or never end in a replay.
func (s *Scenario) check() error {
	if s.Format != ScenarioFormat {
		return fmt.Errorf("sandbox: the scenario's Format is %.40q, this version reads %q", s.Format, ScenarioFormat)
	}
	if len(s.Connections) == 0 {
		return errors.New("sandbox: the scenario has no connection")
	}
	frames := 0
	for i, c := range s.Connections {
		where := fmt.Sprintf("sandbox: the scenario's Connections[%d]", i)
		frames += len(c.Frames)
		switch {
		case c.AgentID == "":
			return fmt.Errorf("%s has no AgentId", where)
		case c.Status != 0 && c.Status != 101 && (c.Status < 400 || c.Status > 599):
			return fmt.Errorf("%s: Status is %d; a connection that was refused has one from 400 to 599", where, c.Status)
		case frames > maxScenarioFrames:
			return fmt.Errorf("sandbox: the scenario has more than %d frames; record a shorter session", maxScenarioFrames)
		}
		if err := c.check(where); err != nil {
			return err
		}
	}
	for i, c := range s.Calls {
		switch where := fmt.Sprintf("sandbox: the scenario's Calls[%d]", i); {
		case c.Method == "" || !strings.HasPrefix(c.Path, "/"):
			return fmt.Errorf("%s needs a Method and a Path that begins with a slash", where)
		case c.Status < 200 || c.Status > 599:
			return fmt.Errorf("%s: Status is %d; give one from 200 to 599", where, c.Status)
		case c.Ms < 0 || c.Ms > maxScenarioMs:
			return fmt.Errorf("%s: Ms is %d; give milliseconds, a day at most", where, c.Ms)
		}
	}
	return nil
}

func (c ScenarioConnection) check(where string) error {
	var at int64
	requests := 0
	for i, f := range c.Frames {
		where := fmt.Sprintf("%s.Frames[%d]", where, i)
		kinds := 0
		for _, given := range []bool{f.Request != nil, f.Reply != nil, f.Event != nil, f.Text != ""} {
			if given {
				kinds++
			}
		}
		switch {
		case f.At < at || f.At > maxScenarioMs:
			return fmt.Errorf("%s: At is %d; give milliseconds, not less than the frame before has, a day at most", where, f.At)
		case kinds != 1:
			return fmt.Errorf("%s needs exactly one of Request, Reply, Event and Text", where)
		case f.Reply != nil && (f.To < 1 || f.To > requests):
			return fmt.Errorf("%s: To is %d; a reply comes after its request, of which there are %d so far", where, f.To, requests)
		}
		at = f.At
		if f.Request == nil {
			continue
		}
		requests++
		if _, err := parseRequest(f.Request); err != nil {
			return fmt.Errorf("%s: Request: %w", where, err)
		}
	}
	if c.LostAt != 0 && (c.LostAt < at || c.LostAt > maxScenarioMs) {
		return fmt.Errorf("%s: LostAt is %d; give milliseconds, not less than the last frame has, a day at most", where, c.LostAt)
	}
	return nil
}

// checkScenario finds what the configuration's scenario asks of others.
func (c Config) checkScenario() error {
	if c.Scenario == nil {
		return nil
	}
	if err := c.Scenario.check(); err != nil {
		return err
	}
	if c.ScenarioSpeed < 0 || math.IsNaN(c.ScenarioSpeed) {
		return fmt.Errorf("sandbox: Config.ScenarioSpeed is %v; give a number above 0, such as 10", c.ScenarioSpeed)
	}
	accounts := newDirectory(c.withDefaults()).accounts
	for _, connection := range c.Scenario.Connections {
		if !slices.ContainsFunc(accounts, func(a account) bool { return a.id == connection.AgentID }) {
			return fmt.Errorf("sandbox: the scenario has the agent %.40q, the tenant the agents 1001 to %s; raise Config.Agents (-agents)",
				connection.AgentID, accounts[len(accounts)-1].id)
		}
	}
	return nil
}

// live refuses what only a platform that acts on its own can do.
func (p *Platform) live() error {
	if p.config.Scenario == nil {
		return nil
	}
	return refuse(spec.ServerBadAgentState, "the sandbox replays a scenario, in which customers and colleagues do what was recorded")
}
