package main

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// checkCall checks a call of the HTTP backend and its answer.
func checkCall(r *report, c call) {
	e := r.add(c.at, "→")
	row := findCall(c.method, c.url.Path)
	if row == nil {
		e.ignore("a call that is no method's")
		return
	}
	_, path, _ := strings.Cut(row.Wire, " ")
	e.is("%s %s: %s", c.method, path, row.Name)
	names := queryNames(c.url)
	if len(names) < 3 || strings.Join(names[:3], " ") != "Token Timestamp AppId" {
		e.contradict(spec.Observed, "the query does not begin with Token, Timestamp, AppId")
	}
	checkCredentials(e, c.url.Query())
	checkRequest(e, c, row)
	e = r.add(c.at, "←")
	checkAnswer(e, c, row)
}

// findCall is the row whose path the URL's ends with, the longest of several.
func findCall(method, path string) (found *spec.Method) {
	for i := range spec.Methods {
		row := &spec.Methods[i]
		verb, pattern, _ := strings.Cut(row.Wire, " ")
		if row.Via != spec.HTTP || verb != method || found != nil && len(found.Wire) > len(row.Wire) {
			continue
		}
		if regexp.MustCompile(placeholder.ReplaceAllString(pattern, "[^/]+") + "$").MatchString(path) {
			found = row
		}
	}
	return found
}

var placeholder = regexp.MustCompile(`\{\w+\}`)

// checkRequest checks the parameters, which are in the query or in a body,
// against their row.
func checkRequest(e *entry, c call, row *spec.Method) {
	if c.method == "GET" {
		var b wire.Builder
		for _, name := range queryNames(c.url) {
			b.Text(name, c.url.Query().Get(name))
		}
		query := *row
		query.Fixed = nil // are text in a query
		e.compareParams(&query, b.Object())
		e.ignoreOthers(b.Object(), []*spec.Method{row}, []string{"Token", "Timestamp", "AppId"})
		return
	}
	body, err := wire.Parse(c.body)
	if err != nil || body.Kind() != wire.Object {
		e.contradict(spec.Observed, "its body is not a JSON object")
		return
	}
	e.compareParams(row, body)
	e.ignoreOthers(body, []*spec.Method{row}, nil)
}

// queryNames are the names in a query, in their order.
func queryNames(u *url.URL) (names []string) {
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if name, err := url.QueryUnescape(name); err == nil && name != "" {
			names = append(names, name)
		}
	}
	return names
}

// The members of the two envelopes (documented).
var (
	plainEnvelope = []string{"ErrCode", "ErrDesc", "Result"}
	appEnvelope   = []string{"succeed", "code", "bizCode", "message", "visible", "data"}
)

func checkAnswer(e *entry, c call, row *spec.Method) {
	answer := wire.ReadAnswer(c.status, c.answer)
	e.is("%s, HTTP %d", row.Name, c.status)
	switch {
	case c.status == 0:
		e.is("%s: no answer is in the HAR", row.Name)
		return
	case c.answer == "" && c.status < 400:
		e.is("%s, HTTP %d, a body that the HAR does not have", row.Name, c.status)
		return
	case answer.Body == "":
		e.contradict(spec.Documented, "the answer is not a JSON object")
		return
	case answer.ErrCode != "":
		e.is("%s, %s", e.understood, wire.Printable(answer.ErrCode))
	}
	envelope := plainEnvelope
	if strings.Contains(row.Wire, " /app-web-api/") {
		envelope = appEnvelope
	}
	for _, name := range envelope {
		if answer.Body.Get(name) == "" {
			e.contradict(spec.Documented, "the envelope's %s is missing", name)
		}
	}
	for name := range answer.Body.Members {
		if !slices.Contains(envelope, name) {
			e.ignore(printable(name))
		}
	}
	for _, name := range []string{"ErrCode", "bizCode"} {
		if value := answer.Body.Get(name); value != "" {
			checkCode(e, name, value)
		}
	}
	if answer.OK {
		e.compareResult(row, answer.Body)
		from, _, _ := strings.Cut(row.Result.From, ".")
		e.ignoreUnread(from, answer.Body.Get(from), []*spec.Method{row})
	} else if answer.Unauthorized {
		e.is("%s: the token was refused", e.understood)
	}
}
