package sdk

import (
	"strconv"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// requestHTTP makes the call's request of the HTTP backend. A refused token is
// replaced and the request made once more (observed).
func (c *Client) requestHTTP(call *call) {
	verb, path, query, body, err := c.httpRequest(call)
	var data wire.Raw
	for try := 0; err == nil; try++ {
		var answer wire.Answer
		if answer, err = c.fetch(call.row, try > 0, verb, path, query, body); err != nil {
			break
		}
		if answer.Unauthorized && try == 0 {
			continue
		}
		data, err = c.httpResult(call.row, answer)
		break
	}
	c.lock()
	defer c.unlock()
	if c.state == destroyed && err == nil {
		err = c.failure(call.row.Name, spec.NoSocket, spec.Destroyed, "")
	}
	if err != nil && call.row.Acts && c.state == online {
		c.session.getState(ReplyTimeout, nil)
	}
	c.settle(call, data, err)
}

// fetch makes one HTTP request with a token, a new one if fresh.
func (c *Client) fetch(row *spec.Method, fresh bool, verb, path string, query []string, body string) (wire.Answer, *Error) {
	ctx := newLease()
	defer ctx.end()
	defer ctx.limit(ReplyTimeout)()
	cred, why, detail := c.tokens.reuse(ctx, fresh)
	if why != spec.NoReason {
		return wire.Answer{}, c.failure(row.Name, spec.Failed, why, detail)
	}
	appID := cred.AppID
	if appID == "" {
		appID = c.cfg.AppID
	}
	url := wire.BackendURL(c.cfg.HTTPDomain, path, cred.Token, cred.Timestamp, appID, query...)
	status, text, err := c.transport.fetch(ctx, verb, url, body)
	if err != nil {
		c.lock()
		c.record(recordAnswer, "0 ")
		c.unlock()
		why = spec.Unreachable
		if ctx.Err() != nil {
			why = spec.TimedOut
		}
		return wire.Answer{}, c.failure(row.Name, row.Code, why, "")
	}
	c.lock()
	c.record(recordAnswer, strconv.Itoa(status)+" "+text)
	c.unlock()
	return wire.ReadAnswer(status, text), nil
}

// httpRequest is the call as a request: the row's path with its {Name}s
// filled, and the other parameters in the query of a GET or in a JSON body.
func (c *Client) httpRequest(call *call) (verb, path string, query []string, body string, err *Error) {
	verb, path, _ = strings.Cut(call.row.Wire, " ")
	inPath := map[string]bool{}
	for {
		before, rest, found := strings.Cut(path, "{")
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		value := call.args.text(name)
		if value == "" && name == "AgentId" {
			value = c.cfg.AgentID
		}
		if value == "." || value == ".." {
			// A browser would fold these, escaped or not, into another path.
			return verb, path, nil, "", c.failure(call.row.Name, call.row.Code, spec.ParamWrong, name)
		}
		inPath[name] = true
		path = before + wire.PathSegment(value) + after
	}
	var b wire.Builder
	params := call.args.body(&b, c.cfg.AgentID, func(name string) bool { return inPath[name] }).Object()
	if verb != "GET" {
		return verb, path, nil, string(params), nil
	}
	for name, value := range params.Members {
		switch value.Kind() {
		case wire.Object, wire.Array:
			return verb, path, nil, "", c.failure(call.row.Name, call.row.Code, spec.ParamWrong, name)
		case wire.Null:
		case wire.True, wire.False:
			query = append(query, name, string(value))
		default:
			query = append(query, name, value.TextOrDigits())
		}
	}
	return verb, path, query, "", nil
}

func (c *Client) httpResult(row *spec.Method, a wire.Answer) (wire.Raw, *Error) {
	switch {
	case a.OK:
		return c.result(row, a.Body, a.Failure())
	case a.Unauthorized:
		err := c.failure(row.Name, row.Code, spec.RefusedAuth, "401")
		if data := a.Failure(); data != "" {
			err.Data = data
		}
		return "", err
	case a.Body == "":
		return "", c.failure(row.Name, row.Code, spec.Malformed, "JSON")
	}
	return "", c.refusal(row, wire.Printable(a.ErrCode), a.Failure())
}
