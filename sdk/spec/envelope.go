package spec

// EnvelopeKind says what an envelope between page and core is for. An envelope
// is five strings: instance, kind, id, name, json.
type EnvelopeKind string

// The kinds of envelope.
const (
	KindCreate  EnvelopeKind = "create"  // page to core: make a client; json: its options
	KindInvoke  EnvelopeKind = "invoke"  // page to core: call method name with the arguments json; id: the promise, "" for none
	KindAnswer  EnvelopeKind = "answer"  // page to core: what GetToken came to, for the ask id; name: "", "rejected" or "malformed"
	KindWake    EnvelopeKind = "wake"    // page to core: computer, page or network may have just come back
	KindPhone   EnvelopeKind = "phone"   // both ways: an order to the web phone, its news; id: the order's number, name: which, json: its object
	KindExport  EnvelopeKind = "export"  // page to core: settle id with the flight recording
	KindDestroy EnvelopeKind = "destroy" // page to core: end the client
	KindHello   EnvelopeKind = "hello"   // core to page: the first of all; name: the module's build
	KindSettle  EnvelopeKind = "settle"  // core to page: promise id is settled with json
	KindEmit    EnvelopeKind = "emit"    // core to page: an event, under the names in name, with commas between
	KindState   EnvelopeKind = "state"   // core to page: the getters' values
	KindAsk     EnvelopeKind = "ask"     // core to page: call GetToken and answer with the same id
	KindLog     EnvelopeKind = "log"     // core to page: a log line; name: its level, json: its text
)
