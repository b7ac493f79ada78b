package spec

// MessageKind says what an envelope between page and core is for. An envelope
// is five strings: instance, kind, id, name, json.
type MessageKind string

// The kinds of envelope.
const (
	KindCreate  MessageKind = "create"  // page to core: make a client; json: its options
	KindInvoke  MessageKind = "invoke"  // page to core: call method name with the arguments json; id: the promise, "" for none
	KindAnswer  MessageKind = "answer"  // page to core: what GetToken came to, for the ask id; name: "", "rejected" or "malformed"
	KindWake    MessageKind = "wake"    // page to core: computer, page or network may have just come back
	KindPhone   MessageKind = "phone"   // both ways: an order to the web phone, its news; id: the order's number, name: which, json: its object
	KindExport  MessageKind = "export"  // page to core: settle id with the flight recording
	KindDestroy MessageKind = "destroy" // page to core: end the client
	KindHello   MessageKind = "hello"   // core to page: the first of all; name: the module's build
	KindSettle  MessageKind = "settle"  // core to page: promise id is settled with json
	KindEmit    MessageKind = "emit"    // core to page: an event, under the names in name, with commas between
	KindState   MessageKind = "state"   // core to page: the getters' values
	KindAsk     MessageKind = "ask"     // core to page: call GetToken and answer with the same id
	KindLog     MessageKind = "log"     // core to page: a log line; name: its level, json: its text
)
