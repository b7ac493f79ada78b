package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// vectorCase is one case of a vector file: the calls of the client, the frames
// on the wire, and what the caller and the handlers get. README.md beside the
// vectors lists the lines.
type vectorCase struct {
	row     string   // the method or event that the file is named after
	name    string   // after the "#"
	at      string   // file:line
	worlds  []string // where it is played; empty means everywhere
	offline bool     // the case makes its connection itself
	options string   // JSON, "" for none
	first   any      // the Data of GetState's reply when the case begins
	state   any      // and from the last "now" on
	phone   bool     // the client has a web phone that does what the case says
	webrtc  bool     // which is registered when the case begins
	steps   []step
}

// step is one line of a case.
type step struct {
	at   string
	verb string // "call", ">> frame", "<< reply" and so on
	name string // the method, event, request or code that the line names
	data any    // the JSON of the line, nil without one
	has  bool   // whether the line has JSON
	// code and says qualify a step: what the message of a rejection must hold,
	// the Code and Message of an event.
	code, says string
	anyData    bool // the event's Data is not looked at
}

func (c *vectorCase) playedIn(world string) bool {
	return len(c.worlds) == 0 || slices.Contains(c.worlds, world)
}

// waits reports whether the case waits for a time-out of the client.
func (c *vectorCase) waits() bool { return strings.HasPrefix(c.name, "timeout") }

// readVectors reads the folder's vector files, each named after its row.
func readVectors(folder string) ([]*vectorCase, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no vectors in %s", folder)
	}
	var all []*vectorCase
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		cases, err := parseVectors(filepath.Base(path), string(text))
		if err != nil {
			return nil, err
		}
		all = append(all, cases...)
	}
	return all, nil
}

// parseVectors reads one file's text.
func parseVectors(file, text string) ([]*vectorCase, error) {
	var cases []*vectorCase
	row := strings.TrimSuffix(file, ".txt")
	for _, l := range logicalLines(text) {
		at := fmt.Sprintf("%s:%d", file, l.number)
		if name, ok := strings.CutPrefix(l.text, "# "); ok {
			cases = append(cases, &vectorCase{row: row, name: name, at: at, state: idleState()})
			last := cases[len(cases)-1]
			last.first = last.state
			continue
		}
		if len(cases) == 0 {
			return nil, fmt.Errorf("%s: the first line must be a case's name, as in # success", at)
		}
		if err := cases[len(cases)-1].add(at, l.text); err != nil {
			return nil, fmt.Errorf("%s: %w", at, err)
		}
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("%s has no case; begin one with a line such as # success", file)
	}
	return cases, nil
}

type logicalLine struct {
	number int
	text   string
}

// logicalLines omits blank lines and // comments, and joins a line with the
// indented ones that follow it.
func logicalLines(text string) (lines []logicalLine) {
	for i, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || strings.HasPrefix(trimmed, "//"):
		case trimmed != line && strings.TrimLeft(line, " \t") != line && len(lines) > 0:
			lines[len(lines)-1].text += " " + trimmed
		default:
			lines = append(lines, logicalLine{i + 1, trimmed})
		}
	}
	return lines
}

// add parses a line of the case.
func (c *vectorCase) add(at, line string) (err error) {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "in":
		c.worlds = strings.Fields(rest)
		for _, world := range c.worlds {
			if !slices.Contains(worldNames, world) {
				return fmt.Errorf("there is no world %q", world)
			}
		}
		return nil
	case "offline":
		c.offline = true
		return nil
	case "phone", "webrtc":
		// The page's own web phone is real.
		c.phone, c.worlds = true, []string{"native", "wasm"}
		if c.webrtc = word == "webrtc"; c.webrtc {
			return c.addState(`{"CurMode":"webrtc"}`)
		}
		return nil
	case "option":
		c.options = rest
		return nil
	case "state":
		return c.addState(rest)
	case "now":
		c.state = maps.Clone(c.state.(map[string]any))
		return c.addState(rest)
	case "with", "message":
		if len(c.steps) == 0 {
			return fmt.Errorf("%q belongs behind the line it qualifies", word)
		}
		last := &c.steps[len(c.steps)-1]
		if word == "with" {
			last.code, rest, _ = strings.Cut(rest, " ")
		}
		last.says = rest
		return nil
	}
	s, err := c.parseStep(word, rest)
	s.at = at
	c.steps = append(c.steps, s)
	return err
}

// addState replaces members of the idle state.
func (c *vectorCase) addState(text string) error {
	given, err := decode(text)
	members, ok := given.(map[string]any)
	if err != nil || !ok {
		return fmt.Errorf("state takes an object: %v", err)
	}
	for name, value := range members {
		c.state.(map[string]any)[name] = value
	}
	return nil
}

func (c *vectorCase) parseStep(word, rest string) (s step, err error) {
	switch word {
	case "call", "event", "reject":
		s.verb = word
		s.name, rest, _ = strings.Cut(rest, " ")
	case "resolve", "returns":
		s.verb = word
	case ">>", "<<":
		s.verb, s.name, rest = frameVerb(word, rest)
	default:
		return s, fmt.Errorf("unknown line %q", word)
	}
	switch {
	case s.verb == "<< raw":
		s.data, s.has = rest, true
		return s, nil
	case s.verb == "<< state":
		s.data, s.has = c.state, true
		return s, nil
	case rest == "":
		return s, nil
	case rest == "state":
		s.data = withUndefined(c.state)
	case rest == "[state]":
		s.data = []any{withUndefined(c.state)}
	default:
		if s.data, err = decode(rest); err != nil {
			return s, fmt.Errorf("%q is no JSON: %w", rest, err)
		}
	}
	s.has = true
	return s, nil
}

// frameVerb distinguishes the kinds of ">>" and "<<" lines.
func frameVerb(arrow, rest string) (verb, name, data string) {
	word, after, _ := strings.Cut(rest, " ")
	switch {
	case word == "open", word == "state", word == "reply", word == "raw":
		return arrow + " " + word, "", after
	case word == "close", word == "refuse":
		return arrow + " " + word, after, ""
	case word == "phone":
		name, data, _ = strings.Cut(after, " {")
		return arrow + " phone", name, "{" + data
	case strings.HasPrefix(rest, "{"):
		return arrow + " frame", "", rest
	case arrow == "<<":
		return "<< answer", word, after
	}
	path, body, _ := strings.Cut(after, " ")
	return ">> request", word + " " + path, body
}
