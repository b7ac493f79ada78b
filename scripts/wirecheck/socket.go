package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// patience is how long a request waits for its reply (observed).
const patience = 10 * time.Second

// title is the connection's address without its query.
func (s socket) title() string {
	return fmt.Sprintf("%s://%s%s", s.url.Scheme, s.url.Host, s.url.Path)
}

// conversation is the traffic on a connection so far.
type conversation struct {
	appID, agentID string
	ids            map[string]bool // MsgIds of requests
	seen           map[string]bool // MsgIds of notifications
	pending        map[string]*asked
	answered       map[string]bool
	course         course
}

// asked is a request that waits for its reply.
type asked struct {
	entry  *entry
	method string
	frame  wire.Raw
}

func checkSocket(r *report, s socket) {
	query := s.url.Query()
	c := conversation{
		appID: query.Get("AppId"), agentID: query.Get("AgentId"), ids: map[string]bool{}, seen: map[string]bool{},
		pending: map[string]*asked{}, answered: map[string]bool{}, course: course{calls: map[string]*callCourse{}},
	}
	opened := &entry{way: "→", understood: fmt.Sprintf("opens, HTTP %d", s.status)}
	if len(s.frames) > 0 {
		opened.at = s.frames[0].at
	}
	r.entries = append(r.entries, opened)
	checkSocketURL(opened, s)

	first := true
	for _, f := range s.frames {
		e := r.add(f.at, map[bool]string{true: "→", false: "←"}[f.sent])
		switch {
		case !f.text:
			e.contradict(spec.Observed, "the frame is binary, all are text")
		case f.sent && f.data == wire.Ping:
			e.is("ping")
		case !f.sent && f.data == wire.Pong:
			e.is("pong")
		case f.sent:
			c.request(e, f.data)
			if first && e.understood != "GetState" {
				e.contradict(spec.Observed, "the first request of a connection is GetState")
			}
			first = false
		default:
			c.incoming(e, f.data)
		}
	}
	if len(s.frames) == 0 {
		return
	}
	end := s.frames[len(s.frames)-1].at
	for _, a := range c.pending {
		if end-a.entry.at >= patience {
			a.entry.contradict(spec.Observed, "no reply came within %.0f s", patience.Seconds())
		}
	}
}

// checkSocketURL checks the URL against wire.SocketURL.
func checkSocketURL(e *entry, s socket) {
	names := []string{"AppId", "AgentId", "Token", "Timestamp"}
	var known []string
	for _, name := range queryNames(s.url) {
		if slices.Contains(names, name) {
			known = append(known, name)
		} else {
			e.ignore(printable(name))
		}
	}
	if strings.Join(known, " ") != strings.Join(names, " ") {
		e.contradict(spec.Observed, "the query's members are %s, in this order", strings.Join(names, ", "))
	}
	checkCredentials(e, s.url.Query())
	if s.status != 101 && len(s.frames) > 0 {
		e.contradict(spec.Documented, "frames follow an upgrade that was refused")
	}
}

// checkCredentials checks a query's token against sdk/token.
func checkCredentials(e *entry, query url.Values) {
	if token := query.Get("Token"); len(token) != 40 || strings.Trim(token, "0123456789abcdef") != "" {
		e.contradict(spec.Documented, "Token is not 40 lower-case hexadecimal digits")
	}
	if stamp := query.Get("Timestamp"); len(stamp) != 10 || strings.Trim(stamp, "0123456789") != "" {
		e.contradict(spec.Documented, "Timestamp is not Unix seconds")
	}
}

// incoming checks a frame from the gateway.
func (c *conversation) incoming(e *entry, text string) {
	in, err := wire.Read(text)
	switch {
	case err != nil:
		e.contradict(spec.Documented, "%s", strings.TrimPrefix(err.Error(), "wire: "))
	case in.Method == "":
		e.is("error frame %s about %s", wire.Printable(in.Rcode), orNothing(printable(in.About), in.About))
		for name := range in.Frame.Members {
			if name != "rcode" && name != "rdesc" {
				e.ignore(printable(name))
			}
		}
	case in.Reply:
		checkHeader(e, in.Frame.Raw(), "REP")
		c.reply(e, in)
	default:
		checkHeader(e, in.Frame.Raw(), "NTF")
		c.notification(e, in)
	}
}

func orNothing(text, about string) string {
	if about == "" {
		return "nothing"
	}
	return text
}

// checkHeader checks a frame against the documented header.
func checkHeader(e *entry, frame wire.Raw, kind string) {
	for _, m := range []struct {
		name string
		fits bool
		want string
	}{
		{"Ver", frame.Get("Ver") == `"1.0"`, `"1.0"`},
		{"MsgType", frame.Get("MsgType") == wire.Quote(kind), kind},
		{"MsgId", frame.Get("MsgId").Kind() == wire.String, "a string"},
		{"SeqId", frame.Get("SeqId").Kind() == wire.Number, "an integer"},
		{"Timestamp", isTimestamp(frame.Get("Timestamp"), kind), "a number of milliseconds"},
	} {
		switch value := frame.Get(m.name); {
		case value == "":
			e.contradict(spec.Documented, "the header's %s is missing", m.name)
		case !m.fits:
			e.contradict(spec.Documented, "the header's %s is not %s", m.name, m.want)
		}
	}
}

// isTimestamp allows a request's timestamp to be a string, as SDK 2.1.0 sends it.
func isTimestamp(value wire.Raw, kind string) bool {
	return (kind == "REQ" || value.Kind() == wire.Number) && isInteger(value)
}
