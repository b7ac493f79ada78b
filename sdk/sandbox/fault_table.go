package sandbox

// faultRow is one row of the table of faults. What the fault does is the comment
// of its constant.
type faultRow struct {
	kind  FaultKind
	title string   // a few words for a list to choose from
	needs []string // members that must be given
	takes []string // members that may be left out
	once  bool     // strikes at once, and takes no Count
	acts  faultTarget
}

// faultTarget is what must be there for a fault to be placed.
type faultTarget string

const (
	onAnything   faultTarget = ""
	onConnection faultTarget = "connection" // the agent is connected to the gateway
	onVoice      faultTarget = "voice"      // there is a Config.Voice
)

// faultTable is the table of faults, by name. The control API, the types of the
// test kit, the console's panel and the documentation are made from it.
var faultTable = []faultRow{
	{kind: FaultAnswerAfter, title: "Call the web phone out of nowhere", once: true, acts: onVoice},
	{kind: FaultClose, title: "Close the socket", needs: []string{"Code"}, takes: []string{"Reason"}, acts: onConnection},
	{kind: FaultDelay, title: "Delay frames", needs: []string{"Ms"}},
	{kind: FaultDrop, title: "Drop the connection", acts: onConnection},
	{kind: FaultDuplicate, title: "Send an event twice"},
	{kind: FaultExpireToken, title: "Expire the tokens"},
	{kind: FaultGarbage, title: "Send garbage", takes: []string{"Size"}, acts: onConnection},
	{kind: FaultHTTP, title: "Fail an HTTP call", needs: []string{"Path", "Status"}, takes: []string{"Ms"}},
	{kind: FaultICEFail, title: "Lose the way of the sound", needs: []string{"Ms"}, once: true, acts: onVoice},
	{kind: FaultLoseReply, title: "Lose a reply", needs: []string{"Method"}},
	{kind: FaultLoseRequest, title: "Lose a request", needs: []string{"Method"}},
	{kind: FaultMediaSilent, title: "Silence the sound", needs: []string{"Ms"}, once: true, acts: onVoice},
	{kind: FaultRCode, title: "Send an error frame", takes: []string{"Code", "Method"}, acts: onConnection},
	{kind: FaultRefuse, title: "Refuse a request", needs: []string{"Method", "ErrCode"}},
	{kind: FaultReorder, title: "Reply after its events"},
	{kind: FaultSIPDrop, title: "Drop the web phone's SIP socket", takes: []string{"Ms"}, once: true, acts: onVoice},
	{kind: FaultSIPRefuse, title: "Refuse a SIP request", needs: []string{"Status"}, takes: []string{"SipMethod"}, acts: onVoice},
	{kind: FaultSIPSilent, title: "Silence the SIP server", needs: []string{"Ms"}, once: true, acts: onVoice},
	{kind: FaultStall, title: "Stall the connection", needs: []string{"Ms"}, acts: onConnection},
}

// faultRowOf returns the fault's row, nil if there is no such fault.
func faultRowOf(kind FaultKind) *faultRow {
	for i := range faultTable {
		if faultTable[i].kind == kind {
			return &faultTable[i]
		}
	}
	return nil
}
