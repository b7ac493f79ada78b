package spec

// Shown says how a recording shows a member, by its name. What no name in the
// table allows is shown as its kind and length.
type Shown uint8

// From what is shown to what never is; of two for one name, the later counts.
const (
	ShownNumber Shown = iota // a number of at most four digits, with three decimals
	ShownWord                // a word of the table: a state, an event, a method
	ShownTime                // a date or a time
	ShownCode                // at most six letters and digits
	ShownID                  // an id; by another name if it could be a telephone number
	Hidden                   // kind and length
	ShownPhone               // a telephone number: with RecordNumbers alone
	Never                    // not even the length
)

// RecordedMembers are the members of frames, answers, orders, news and
// recordings that are in no type and no parameter of the table, or whose type
// there does not say how they are shown.
var RecordedMembers = map[string]Shown{
	// Of every frame.
	"Ver": ShownCode, "Ua": Hidden, "UA": Hidden, "SeqId": ShownNumber, "MsgId": ShownID, "MsgType": ShownWord, "Method": ShownWord,
	"Timestamp": Hidden, "ErrCode": ShownCode, "ErrMsg": Hidden, "Data": Hidden, "Payload": Hidden, "rcode": ShownCode, "rmsg": Hidden,
	"Token": Never, "token": Never, "StateData": Hidden,
	// Texts of the table's types that are words.
	"AdvancedCallStatus": ShownWord, "CallDirection": ShownWord, "CallEvent": ShownWord, "Owner": ShownWord, "Reason": ShownWord,
	"Role": ShownWord, "Warning": ShownWord,
	// Of the backend's answers.
	"bizCode": ShownCode, "code": ShownCode, "data": Hidden, "message": Hidden, "msg": Hidden, "list": Hidden, "total": ShownNumber,
	// Of the web phone's news.
	"Fault": ShownWord, "Detail": Hidden, "Leg": ShownID, "Status": ShownNumber, "Answer": Hidden, "Muted": Hidden, "Devices": Hidden,
	// Of what the web phone tells of a check.
	"Secure": Hidden, "Supported": Hidden, "Permission": ShownWord, "Silent": Hidden, "Inputs": ShownNumber, "Outputs": ShownNumber, "Own": Hidden,
	"Servers": ShownNumber, "Lost": Hidden, "Delay": ShownNumber, "Blocked": Hidden,
	// Of the beginning of an attempt to connect.
	"State": ShownWord, "LastCall": Hidden, "LegDirection": ShownWord, "LegTold": Hidden, "AnnouncedState": ShownWord, "AnnouncedMode": ShownWord, "connectState": ShownWord,
	"agentState": ShownWord, "agentSubState": ShownID, "phoneMode": ShownWord, "phoneState": ShownWord, "callStatus": ShownWord,
}

// RecordedWords are words in frames that are no value of the table's types.
var RecordedWords = []string{"REQ", "REP", "NTF", "ERR", "agent", "supervisor", "RoundTripTime", "Jitter", "PacketLoss", "NoMedia", "granted", "prompt"}
