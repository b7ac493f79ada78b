package wire

// ProbePath is a path whose GET changes nothing, for finding out whether the
// backend accepts a token (inferred: any read would do).
const ProbePath = "/agents"

// BackendURL returns the URL of an HTTP call: base and path, with a query that
// begins with the credentials (observed). query holds names and values in turn.
func BackendURL(base, path, token, timestamp, appID string, query ...string) string {
	for len(base) > 0 && base[len(base)-1] == '/' {
		base = base[:len(base)-1]
	}
	return withQuery(base+path, append([]string{"Token", token, "Timestamp", timestamp, "AppId", appID}, query...)...)
}

// Answer is the result of an HTTP call.
type Answer struct {
	Body         Raw    // "" if it is not a JSON object
	Unauthorized bool   // the token was refused
	OK           bool   // the call succeeded
	ErrCode      string // the server's code if there is one
}

// ReadAnswer reads an HTTP answer in either of the two envelopes: ErrCode and
// Result, or succeed, code, bizCode and data (their shapes are documented,
// which call uses which is observed).
func ReadAnswer(status int, body string) Answer {
	a := Answer{Unauthorized: status == 401}
	raw, err := Parse(body)
	if err != nil || raw.Kind() != Object {
		return a
	}
	a.Body = raw
	code := raw.Get("code").TextOrDigits()
	a.Unauthorized = a.Unauthorized || code == "401"
	a.OK = status < 400 && (code == "" || code == "200") && raw.Get("succeed").Kind() != False
	for _, name := range [...]string{"ErrCode", "bizCode"} {
		c := raw.Get(name).TextOrDigits()
		if c != "" && (a.ErrCode == "" || a.ErrCode == okCode) {
			a.ErrCode = c
		}
		a.OK = a.OK && (c == "" || c == okCode)
	}
	return a
}

// Failure returns the Data of a failed HTTP call: the body, with ErrCode and
// ErrDesc whichever envelope it came in, so that a page finds them where it
// does for a socket method. It is "" if the body is not a JSON object.
func (a Answer) Failure() Raw {
	if a.Body == "" || a.Body.Get("ErrCode") != "" {
		return a.Body
	}
	var b Builder
	b.Without(a.Body, func(string) bool { return false })
	return b.Raw("ErrCode", a.Body.Get("bizCode")).Raw("ErrDesc", a.Body.Get("message")).Object()
}

// PathSegment returns text as one segment of a path.
func PathSegment(text string) string { return escape(text) }
