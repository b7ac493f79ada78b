package main

import (
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// requests are the rows of the table by the Method of their frames; several may
// read one reply.
var requests = requestRows()

func requestRows() map[string][]*spec.Method {
	rows := map[string][]*spec.Method{}
	for i := range spec.Methods {
		if row := &spec.Methods[i]; row.Via == spec.Socket {
			rows[row.Wire] = append(rows[row.Wire], row)
		}
	}
	// What SetAgentStateAsync sends from offline, and to it (observed).
	setState := spec.FindMethod("SetAgentStateAsync")
	logIn, logOut := *setState, *setState
	logIn.Wire, logOut.Wire, logOut.Params = "Login", "Logout", nil
	rows["Login"], rows["Logout"] = []*spec.Method{&logIn}, []*spec.Method{&logOut}
	return rows
}

// alsoSent are members that a request may have besides its row's parameters.
var alsoSent = map[string][]string{"SetCallMode": {"Number"}} // null where the number is the platform's to know (observed)

// request checks a frame from the page.
func (c *conversation) request(e *entry, text string) {
	frame, err := wire.Parse(text)
	if err != nil || frame.Kind() != wire.Object {
		e.contradict(spec.Documented, "the page's frame is not a JSON object")
		return
	}
	checkHeader(e, frame, "REQ")
	method, _ := frame.Get("Method").Text()
	id := frame.Get("MsgId").TextOrDigits()
	if id != "" && c.ids[id] {
		e.contradict(spec.Documented, "its MsgId was another request's")
	}
	c.ids[id] = true
	c.pending[id] = &asked{e, method, frame}

	rows := requests[method]
	if rows == nil {
		e.ignore("method " + printable(method))
		e.contradict(spec.Observed, "the table has no request %s", printable(method))
		return
	}
	e.is("%s", strings.Join(append([]string{method}, shown(rows[0], frame)...), " "))
	for name, own := range map[string]string{"AppId": c.appID, "AgentId": c.agentID} {
		if value, ok := frame.Get(name).Text(); ok && value != own {
			e.contradict(spec.Documented, "its %s is not the connection's", name)
		}
	}
	for _, row := range rows {
		e.compareParams(row, frame)
	}
	known := append([]string{"Ver", "UA", "Ua", "SeqId", "MsgId", "MsgType", "Timestamp", "Method", "AppId", "AgentId"}, alsoSent[method]...)
	e.ignoreOthers(frame, rows, known)
}

// shown are the parameters that may be printed: those of a closed type.
func shown(row *spec.Method, frame wire.Raw) (texts []string) {
	for _, p := range row.Params {
		if value := frame.Get(p.Wire).TextOrDigits(); value != "" && p.Valid != nil && p.Type != "PhoneNumber" && p.Valid(value) {
			texts = append(texts, value)
		}
	}
	return texts
}

// compareParams checks the parameters in a frame or a body against their row.
func (e *entry) compareParams(row *spec.Method, body wire.Raw) {
	for _, p := range row.Params {
		value := body.Get(p.Wire)
		if p.Wire == "" || p.Accept {
			continue
		}
		kind := value.Kind()
		switch {
		case !value.Given():
			if !p.Optional && p.Default == "" {
				e.contradict(row.Evidence, "parameter %s is missing", p.Wire)
			}
		case (p.Kind == spec.Text || p.Kind == spec.Number) && kind != wire.String:
			e.contradict(row.Evidence, "parameter %s is %s, in the table a string", p.Wire, kindNames[kind])
		case p.Kind == spec.Integer && (kind != wire.Number || !isInteger(value)):
			e.contradict(row.Evidence, "parameter %s is %s, in the table an integer", p.Wire, kindNames[kind])
		case p.Kind == spec.AsGiven && kind != wire.String && kind != wire.Number:
			e.contradict(row.Evidence, "parameter %s is %s, in the table a string or a number", p.Wire, kindNames[kind])
		case p.Valid != nil && !p.Valid(value.TextOrDigits()):
			e.contradict(row.Evidence, "parameter %s has a value that the table does not allow", p.Wire)
		}
	}
	for _, f := range row.Fixed {
		if value := body.Get(f.Wire); value == "" || f.JSON != "" && string(value) != f.JSON && len(requests[row.Wire]) < 2 {
			e.contradict(row.Evidence, "member %s is missing or another than always", f.Wire)
		}
	}
}

// ignoreOthers notes the members that no row has.
func (e *entry) ignoreOthers(body wire.Raw, rows []*spec.Method, known []string) {
	for _, row := range rows {
		if row.Open {
			return
		}
		for _, p := range row.Params {
			known = append(known, p.Wire)
		}
		for _, f := range row.Fixed {
			known = append(known, f.Wire)
		}
	}
	for name := range body.Members {
		if !slices.Contains(known, name) {
			e.ignore(printable(name))
		}
	}
}
