// Package spec is the table of the API: every method, event, code and message,
// once. Everything that lists them is made from it: the typed Go surface, the
// page's class, its type declarations and the reference.
//
// The comment above a row is its documentation wherever the row appears. The
// package imports sdk/wire alone, and neither has generated files: a stale one
// cannot break the generator that reads the table.
package spec

import "slices"

// Evidence is the basis of a fact about the protocol.
type Evidence uint8

// The kinds of evidence.
const (
	Documented Evidence = iota // by the vendor in public
	Observed                   // seen in traffic or behaviour of SDK 2.1.0
	Inferred                   // our reading, to be corrected here when better evidence appears
)

// Via is the way a method's request is sent.
type Via uint8

// The ways.
const (
	Local    Via = iota // no request of its own
	Socket              // a frame on the gateway's WebSocket
	HTTP                // a call to the HTTP backend
	WebPhone            // an order to the web phone
)

// Shape is the way a method takes its arguments in JavaScript.
type Shape uint8

// The shapes.
const (
	Positional Shape = iota // one argument after the other
	Options                 // one object with the parameters as members
	Either                  // the one parameter as it is, or as an object's member
)

// Method is one row of the methods' table. A paragraph of its comment that
// begins with "On the wire:" is for the reference alone.
type Method struct {
	Name   string // in JavaScript
	Go     string // on *sdk.Client; "" where Go has its own form of it
	Via    Via
	Wire   string // the frame's Method, or "VERB /path" with {Name} for a parameter or AgentId
	Shape  Shape
	Params []Param
	// OneOf names two optional parameters of which exactly one must be given.
	OneOf [2]string
	// Open says that all members of a further, optional object are sent unchanged.
	Open bool
	// Fixed are members that every request carries.
	Fixed []Fixed
	// Result says which part of a reply becomes the promise's Data.
	Result Result
	// Code is the failure code of a refusal, a time-out and a malformed reply alike.
	Code Code
	// StateCode is the code of a refusal because of the agent's state, "" where
	// the method has none of its own.
	StateCode Code
	// Acts says that the method changes something: it is never repeated and
	// never waits in an outage, and a GetState follows its failure (observed).
	Acts bool
	// Extra marks a compatibility extra: undocumented, but pages may use it.
	Extra bool
	// Sync marks a method that returns no promise.
	Sync     bool
	Evidence Evidence
}

// ParamKind is what a parameter's value may be.
type ParamKind uint8

// The kinds.
const (
	Text    ParamKind = iota // a string that is not blank; a number is taken for one
	Integer                  // an integer, or a string of digits; travels as an integer
	AsGiven                  // a string or a number, handed on as given
	Number                   // a telephone number; a string travels as PlainNumber
)

// Param is one parameter of a method.
type Param struct {
	Name    string // in JavaScript
	Aliases []string
	Wire    string // in the frame, the query or the body
	Kind    ParamKind
	Type    string // its Go type if that is not the kind's own
	// Optional says that the parameter may be missing; Default then stands for it.
	Optional bool
	Default  string
	// Accept says that the parameter is checked, but never sent.
	Accept bool
	// Apart says that the Go method leaves the parameter to one of its own.
	Apart bool
	// Valid reports whether a value is acceptable; nil accepts all of the kind.
	Valid func(value string) bool
	// Bad is the code of a missing or unacceptable value, "" for the method's.
	Bad Code
}

// Fixed is a member that every request of a method carries.
type Fixed struct {
	Wire string
	JSON string // the value; "" stands for the instance's own AgentId
}

// Result says which part of a reply becomes the promise's Data.
type Result struct {
	Type string // the Go type; "" for a method without data
	From string // the path of members in the reply; "" for the whole
	Kind JSON   // what must stand there
	Make Make   // how Data is made of it
}

// Make is how a promise's Data is made from that part of the reply.
type Make uint8

// The ways.
const (
	AsItIs          Make = iota
	NamedPhoneModes      // ids of phone modes become PhoneModeOptions with names
	LabelledStates       // ids of states become AgentStateOptions with labels, reasons follow as sent
)

// JSON is a kind of JSON value.
type JSON uint8

// The kinds of JSON value that a result can be.
const (
	Null   JSON = iota // Data is null whatever the reply holds
	Empty              // Data is {} whatever the reply holds
	Object             // and so on: the reply must hold one
	Array
	String
	Any
)

// Form is the form of an event's Data.
type Form uint8

// The forms.
const (
	Plain   Form = iota // the object
	Element             // an array of one element, whose members can be read on it too
	CallOf              // a call event's object, derived from the frame's Payload
	StateOf             // the object of a GetState reply
)

// Event is one row of the events' table.
type Event struct {
	Name string // in JavaScript
	Wire string // the notification's Method; "" for an event without a frame of its own
	Form Form
	Type string // the Go type of its Data; "" for an event without data
	// Call marks the eight events of a call's course, which are raised as
	// AdvancedCallStatusChanged first (observed).
	Call bool
	// Fails is the Code of an event that reports a failure, "" for Success.
	Fails    Code
	Extra    bool
	Evidence Evidence

	names []string
}

// Names returns the names under which the event is raised, in order: a call's
// event is AdvancedCallStatusChanged first (observed). They must not be
// changed.
func (e *Event) Names() []string { return e.names }

func init() {
	for i := range Events {
		e := &Events[i]
		if e.Call {
			e.names = append(e.names, "AdvancedCallStatusChanged")
		}
		e.names = append(e.names, e.Name)
	}
}

// FindEvent returns the row of the JavaScript name, nil if there is none.
func FindEvent(name string) *Event {
	for i := range Events {
		if Events[i].Name == name {
			return &Events[i]
		}
	}
	return nil
}

// FindMethod returns the row of the JavaScript name, nil if there is none.
func FindMethod(name string) *Method {
	for i := range Methods {
		if Methods[i].Name == name {
			return &Methods[i]
		}
	}
	return nil
}

// Sends reports whether the row itself sends a member of that wire name.
func (m *Method) Sends(wire string) bool {
	return slices.ContainsFunc(m.Params, func(p Param) bool { return p.Wire == wire }) ||
		slices.ContainsFunc(m.Fixed, func(f Fixed) bool { return f.Wire == wire })
}

// FindNotification returns the row of the event that a notification of this
// wire name raises, nil if it raises none.
func FindNotification(wire string) *Event {
	for i := range Events {
		if Events[i].Wire == wire && wire != "" {
			return &Events[i]
		}
	}
	return nil
}
