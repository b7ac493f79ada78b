package main

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// replacement replaces whatever could identify the recording's owner: everything
// except words of the table, short numbers, true, false and null. The same text
// gets the same replacement everywhere.
type replacement struct {
	began time.Time
	zone  time.Duration // of the dates in frames
	sent  time.Time     // when the frame at hand was

	agents map[string]string
	done   map[string]string // what has been replaced, by "kind:text"
	count  map[string]int    // by kind
	words  map[string]bool
	phones map[string]bool // names of members that are telephone numbers
	secret map[string]bool // names of members that are secrets
}

func newReplacement(r recording) *replacement {
	c := &replacement{
		began: r.began, zone: zoneOf(r), agents: map[string]string{}, done: map[string]string{}, count: map[string]int{},
		words: tableWords(), phones: map[string]bool{}, secret: map[string]bool{"Token": true, "token": true},
	}
	for _, of := range types {
		c.learn(of)
	}
	for _, m := range spec.Methods {
		for _, p := range m.Params {
			if p.Type == "PhoneNumber" {
				c.phones[p.Wire] = true
			}
		}
	}
	for _, s := range r.sockets {
		c.agent(s.url.Query().Get("AgentId"))
	}
	return c
}

// learn finds the numbers and secrets in a type of the table, and in its members.
func (c *replacement) learn(of reflect.Type) {
	if of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct {
		return
	}
	for _, m := range members(of) {
		switch m.typ {
		case reflect.TypeFor[spec.PhoneNumber]():
			c.phones[m.name] = true
		case reflect.TypeFor[spec.Secret]():
			c.secret[m.name] = true
		default:
			c.learn(m.typ)
		}
	}
}

// tableWords are the texts of the table's closed sets.
func tableWords() map[string]bool {
	words := map[string]bool{"OK": true, "Login": true, "Logout": true, "GetState": true}
	for _, word := range spec.RecordedWords {
		words[word] = true
	}
	for _, m := range spec.Methods {
		if m.Via == spec.Socket {
			words[m.Wire] = true
		}
	}
	for _, e := range spec.Events {
		words[e.Wire], words[e.Name] = true, true
	}
	for _, name := range spec.Legacy {
		words[name] = true
	}
	return words
}

// closedWord reports whether text is a value of one of the table's closed types.
func closedWord(text string) bool {
	for _, v := range []closed{spec.AgentState(text), spec.PhoneState(text), spec.PhoneMode(text), spec.WorkFlow(text), spec.CallDirection(text), spec.CallType(text)} {
		if v.Known() {
			return true
		}
	}
	return false
}

// counts describes how much of each kind has been replaced.
func (c *replacement) counts() string {
	said := []string{fmt.Sprintf("%d agents", len(c.agents))}
	for _, kind := range slices.Sorted(maps.Keys(c.count)) {
		said = append(said, fmt.Sprintf("%d %s", c.count[kind], kind))
	}
	return strings.Join(said, ", ")
}

// agent is the sandbox's agent for one of the recording.
func (c *replacement) agent(id string) string {
	if id == "" {
		return ""
	}
	if c.agents[id] == "" {
		c.agents[id] = strconv.Itoa(1001 + len(c.agents))
	}
	return c.agents[id]
}

func (c *replacement) isAgent(text string) bool { return c.agents[text] != "" }

// object is a JSON object with other members, in the same order.
func (c *replacement) object(object wire.Raw, member func(name string, value wire.Raw) wire.Raw) wire.Raw {
	var b wire.Builder
	for name, value := range object.Members {
		key := name
		if printable(name) != name {
			key = c.text("member", name)
		}
		b.Raw(key, member(name, value))
	}
	return b.Object()
}

// value is a member's value with all necessary replacements.
func (c *replacement) value(name string, value wire.Raw) wire.Raw {
	switch value.Kind() {
	case wire.Object:
		return c.object(value, c.value)
	case wire.Array:
		var elements []string
		for element := range value.Elements {
			elements = append(elements, string(c.value(name, element)))
		}
		return wire.Raw("[" + strings.Join(elements, ",") + "]")
	case wire.Number:
		return c.number(name, value)
	case wire.String:
		text, _ := value.Text()
		return wire.Quote(c.text(name, text))
	}
	return value
}

// number keeps short numbers, and makes times of the recording relative.
func (c *replacement) number(name string, value wire.Raw) wire.Raw {
	text := string(value)
	switch number, err := strconv.ParseFloat(text, 64); {
	case c.isAgent(text) || isAgentMember(name) && err == nil && number > 0:
		return wire.Raw(c.agent(text))
	case c.phones[name] || c.secret[name]:
		return "0"
	case err == nil && math.Abs(number) < 1e6:
		return value
	case err == nil && math.Abs(number-float64(c.began.UnixMilli())) < float64((365*24*time.Hour).Milliseconds()):
		return wire.Quote(fmt.Sprintf("$now%+d", int64(number)-c.sent.UnixMilli()))
	}
	return wire.Raw(c.shared("long numbers", text, "1%09d"))
}

func isAgentMember(name string) bool { return strings.EqualFold(name, "AgentId") }

// The forms of texts, by which they are replaced.
var (
	anyUUID     = regexp.MustCompile(`(?i)^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	shortDigits = regexp.MustCompile(`^[0-9]{1,6}$`)
	phoneLike   = regexp.MustCompile(`^\+?[0-9][0-9 ()./-]{5,}[0-9]$`)
	mobile      = regexp.MustCompile(`^(\+?[0-9]{0,4}?)(1[3-9][0-9]{9})$`)
	urlLike     = regexp.MustCompile(`^([a-z]+)://`)
)

// text is what a text is replaced by, or the text itself.
func (c *replacement) text(name, text string) string {
	date, notDate := time.Parse(time.DateTime, text)
	switch {
	case text == "":
		return ""
	case c.secret[name]:
		return c.shared("secrets", text, "secret-%d")
	case isAgentMember(name), c.isAgent(text):
		return c.agent(text)
	case c.words[text], closedWord(text) && name != "Name":
		return text
	case isCodeMember(name) && spec.ServerCode(text).Known(), isCodeMember(name) && shortDigits.MatchString(text):
		return text
	case strings.EqualFold(name, "AppId"):
		return sandbox.DefaultAppID
	case notDate == nil && c.sent.IsZero():
		return "2000-01-01 00:00:00"
	case notDate == nil:
		return fmt.Sprintf("$time%+d", int(date.Add(-c.zone).Sub(c.sent).Round(time.Second)/time.Second))
	case anyUUID.MatchString(text):
		return c.shared("ids", text, "00000000-0000-4000-8000-%012d")
	case c.phones[name], phoneLike.MatchString(text):
		return c.phone(text)
	case shortDigits.MatchString(text):
		return text
	case name == "MsgId":
		return c.shared("ids", text, "$event%d")
	case strings.Contains(text, "@") && !strings.ContainsAny(text, " /"):
		return c.shared("addresses", text, "person%d@example.invalid")
	case urlLike.MatchString(text):
		return c.shared("addresses", text, urlLike.FindString(text)+"server%d.example.invalid")
	}
	if printable(name) != name {
		name = "text"
	}
	return c.shared("texts", text, name+" %d")
}

func isCodeMember(name string) bool {
	return name == "ErrCode" || name == "bizCode" || name == "rcode" || name == "code"
}

// phone replaces the digits of a number. A mobile number with a prefix gets the
// replacement of the plain number, with the same prefix.
func (c *replacement) phone(text string) string {
	digits := spec.PlainNumber(text)
	if parts := mobile.FindStringSubmatch(digits); parts != nil {
		return parts[1] + c.shared("numbers", parts[2], "138%08d")
	}
	// The length stays the same, so that it is checked in the same way.
	length := max(3, len(strings.TrimPrefix(digits, "+")))
	plus := digits[:len(digits)-len(strings.TrimPrefix(digits, "+"))]
	return plus + c.shared("numbers", digits, "9%0"+strconv.Itoa(min(length, 20)-1)+"d")
}

// shared is the replacement of a text, the same each time.
func (c *replacement) shared(kind, text, format string) string {
	key := kind + ":" + text
	if _, known := c.done[key]; !known {
		c.count[kind]++
		c.done[key] = fmt.Sprintf(format, c.count[kind])
	}
	return c.done[key]
}
