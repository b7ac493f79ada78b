package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// backend makes the requests of the HTTP backend.
type backend struct {
	c        *core
	underWay map[*fetch]bool
}

// httpRequest is a request without its credentials.
type httpRequest struct {
	verb, path string
	query      []string // names and values in turn
	body       string
}

// fetch is a request under way. It ends once; whatever arrives later is
// ignored.
type fetch struct {
	ctx   *stopContext
	limit *timer
	call  *call // the call that it serves, nil for the client's own
	over  bool
	take  func(answer wire.Answer, why spec.Reason)
}

// request makes the call's request. A refused token is replaced and the request
// made once more (observed).
func (b *backend) request(call *call) {
	r, err := b.requestOf(call)
	if err != nil {
		b.settle(call, "", err)
		return
	}
	b.try(call, r, false)
}

func (b *backend) try(call *call, r httpRequest, fresh bool) {
	f := b.begin(call, func(answer wire.Answer, why spec.Reason) {
		switch {
		case why != spec.NoReason:
			b.settle(call, "", b.c.failure(call.row.Name, call.row.Code, why, detailOf(why)))
		case answer.Unauthorized && !fresh:
			b.try(call, r, true)
		default:
			data, err := b.result(call.row, answer)
			b.settle(call, data, err)
		}
	})
	b.c.tokens.reuse(fresh, func(cred Credentials, why spec.Reason, detail string) {
		switch {
		case f.over:
		case why != spec.NoReason:
			b.end(f)
			b.settle(call, "", b.c.failure(call.row.Name, spec.Failed, why, detail))
		default:
			b.send(f, cred, r)
		}
	})
}

// detailOf returns the detail of the message about a request that failed.
func detailOf(why spec.Reason) string {
	if why == spec.AnswerTooLarge {
		return size(MaxAnswer)
	}
	return ""
}

// settle settles the call, and requests the state if a method that changes
// something failed.
func (b *backend) settle(call *call, data wire.Raw, err *Error) {
	b.c.settle(call, data, err)
	if err != nil && call.row.Acts {
		b.c.askState()
	}
}

func (b *backend) begin(call *call, take func(wire.Answer, spec.Reason)) *fetch {
	f := &fetch{ctx: newStopContext(), call: call, take: take}
	b.underWay[f] = true
	return f
}

// end ends a request and reports whether it was still under way.
func (b *backend) end(f *fetch) bool {
	if f.over {
		return false
	}
	f.over = true
	b.c.cancel(f.ctx)
	f.limit.stop()
	delete(b.underWay, f)
	return true
}

// stop ends all requests: nothing more is sent or awaited.
func (b *backend) stop() {
	for f := range b.underWay {
		b.end(f)
		if f.call != nil {
			b.c.fail(f.call, spec.NoSocket, spec.Destroyed, "")
		}
	}
}

// send makes the request with a token. It is answered within ReplyTimeout.
func (b *backend) send(f *fetch, cred Credentials, r httpRequest) {
	c := b.c
	appID := cred.AppID
	if appID == "" {
		appID = c.cfg.AppID
	}
	url := wire.BackendURL(c.cfg.HTTPDomain, r.path, cred.Token, cred.Timestamp, appID, r.query...)
	came := func(answer wire.Answer, why spec.Reason) {
		if b.end(f) {
			c.serving = f.call
			f.take(answer, why)
		}
	}
	f.limit = c.later(ReplyTimeout, func() {
		c.record(recordAnswer, "")
		came(wire.Answer{}, spec.TimedOut)
	})
	var status int
	var text string
	var err error
	c.spawn("an HTTP request", func() { status, text, err = c.transport.fetch(f.ctx, r.verb, url, r.body) }, func(failed bool) {
		switch {
		case f.over:
		case err == errTooLarge:
			c.record(recordAnswer, "")
			came(wire.Answer{}, spec.AnswerTooLarge)
		case failed || err != nil:
			c.record(recordAnswer, "")
			came(wire.Answer{}, spec.Unreachable)
		default:
			c.record(recordAnswer, text).n = int64(status)
			came(wire.ReadAnswer(status, text), spec.NoReason)
		}
	})
}

// probe makes a request that changes nothing, with a token that the gateway may
// have refused, and reports whether the backend refuses or accepts it; neither
// if it cannot be reached.
func (b *backend) probe(cred Credentials, told func(refused, taken bool)) {
	f := b.begin(nil, func(answer wire.Answer, why spec.Reason) {
		status := 0
		if answer.Unauthorized {
			status = 401
		}
		refused := why == spec.NoReason && tokenRefused(status, spec.ServerCode(answer.ErrCode), 0)
		told(refused, why == spec.NoReason && !refused && answer.OK)
	})
	b.send(f, cred, httpRequest{verb: "GET", path: wire.ProbePath})
}

// requestOf returns the call as a request: the row's path with its {Name}s
// filled in, and the other parameters in the query of a GET or in a JSON body.
func (b *backend) requestOf(call *call) (r httpRequest, err *Error) {
	c, row := b.c, call.row
	r.verb, r.path, _ = strings.Cut(row.Wire, " ")
	inPath := map[string]bool{}
	for {
		before, rest, found := strings.Cut(r.path, "{")
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
			return r, c.failure(row.Name, row.Code, spec.ParamWrong, name)
		}
		inPath[name] = true
		r.path = before + wire.PathSegment(value) + after
	}
	var body wire.Builder
	params := call.args.body(&body, c.cfg.AgentID, func(name string) bool { return inPath[name] }).Object()
	if r.verb != "GET" {
		r.body = string(params)
		return r, nil
	}
	for name, value := range params.Members {
		switch value.Kind() {
		case wire.Object, wire.Array:
			return r, c.failure(row.Name, row.Code, spec.ParamWrong, name)
		case wire.Null:
		case wire.True, wire.False:
			r.query = append(r.query, name, string(value))
		default:
			r.query = append(r.query, name, value.TextOrDigits())
		}
	}
	return r, nil
}

func (b *backend) result(row *spec.Method, a wire.Answer) (wire.Raw, *Error) {
	c := b.c
	switch {
	case a.OK:
		return c.result(row, a.Body, a.Failure)
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
