// Package executor executes the conformance driver's commands with the Go
// client. The same code runs natively and, compiled for js, in a browser. It
// judges nothing: it reports what the client did.
package executor

import "encoding/json"

// Command is a command from the driver.
type Command struct {
	Case    string          // names the client
	Do      string          // "create", "call", "phone" or "destroy"
	Options Options         // of create
	ID      int             // of call: its report carries the same; of phone: the order that it answers
	Method  string          // of call, by its JavaScript name; of phone, which news
	Args    json.RawMessage // of call, an array; of phone, the news' object
}

// Options are those of the page's constructor, and the behavior of GetToken.
type Options struct {
	AppId, AgentId, Domain, HttpDomain, LanguageCode string
	AutoConnect                                      bool
	Reconnect                                        Reconnect
	// Token is what every token begins with; a "~" and its number follow.
	Token string
	// Provider is "" for one that works, or "rejects" or "malformed".
	Provider string
	// Phone gives the client a web phone, which reports its orders.
	Phone bool
	// Shared makes the client one that pages may attach to.
	Shared bool
	// Events are the names to listen to.
	Events []string
}

// Reconnect is the option of that name, its times in milliseconds.
type Reconnect struct {
	Off       bool
	Base, Max int
}

// Report is what a client did.
type Report struct {
	Case     string
	Kind     string          // "resolved", "rejected", "returned", "event", "order" or "gone"
	ID       int             `json:",omitempty"` // the call's, the order's
	Name     string          `json:",omitempty"` // the event's, the order's
	Envelope json.RawMessage `json:",omitempty"` // what the caller, the handler or the phone got
	// Beside is what a page reads beside the enumerable members, by name.
	Beside json.RawMessage `json:",omitempty"`
	// IsError says that a rejection is an Error with exactly the four members.
	IsError bool `json:",omitempty"`
}
