package spec

// MessageKind says what a message between page and core is for. A message has a
// kind, the number of an instance, the number of what it is about ("id", 0 for
// nothing), a name and a text, most often JSON.
type MessageKind int32

// Named reports whether a message of the page's has a name.
func (k MessageKind) Named() bool {
	return k == KindInvoke || k == KindResume || k == KindAnswer || k == KindPhone
}

// The kinds.
const (
	KindCreate  MessageKind = 1  // page to core: make a client; json: its options, and where tabs share it Tab, Told and, for a page of the client of another instance, Of
	KindInvoke  MessageKind = 2  // page to core: call method name with the arguments json; id: the promise, 0 for none
	KindAnswer  MessageKind = 3  // page to core: what GetToken came to, for the ask id; name: "resolved" or "rejected"; json: the value, or the error's name
	KindWake    MessageKind = 4  // page to core: computer, page or network may have just come back
	KindPhone   MessageKind = 5  // both ways: an order to the web phone, its news; id: the order's number, name: which, json: its object
	KindExport  MessageKind = 6  // page to core: settle id with the flight recording
	KindDestroy MessageKind = 7  // page to core: end the client
	KindFrame   MessageKind = 8  // both ways: the frame in json, from or to the socket id
	KindLarge   MessageKind = 9  // page to core: on the socket id came a frame that is larger than MaxFrame
	KindRelease MessageKind = 10 // core to page: the socket id is of no interest any more
	KindHello   MessageKind = 11 // both ways: the first of all; from the core, name: the module's build
	KindSettle  MessageKind = 12 // core to page: promise id is settled; json: its Data, "" for null, or with the name "rejected" its envelope
	KindEmit    MessageKind = 13 // core to page: an event, under the names in name, with commas between; json: its Data, with id 1 its envelope
	KindState   MessageKind = 14 // core to page: the getters' values
	KindAsk     MessageKind = 15 // core to page: call GetToken and answer with the same id
	KindLog     MessageKind = 16 // core to page: a log line; name: its level, json: its text
	KindResume  MessageKind = 17 // page to core: settle call id of method name, which was under way when another page's core ended; json: Args, Told
	KindLeave   MessageKind = 18 // page to core: end the client, but log nobody out: another page's takes up what was told
	KindTold    MessageKind = 19 // core to page: what the page is told with the event that follows, for the core after this one
	KindTick    MessageKind = 20 // page to core: timers may be due
)
