package spec

import "github.com/ccpaas/ccpaas-go/sdk/wire"

// The types of Data. A member tagged undefined is an own key of the page's
// object even where the server sent nothing, as in the document's samples; one
// tagged omitempty may be missing, and so may one tagged rare, which samples
// leave out.

// Raw is one JSON value as text, handed through unread.
type Raw = wire.Raw

// StringOrNumber is a value that arrives as a string or as a number; it holds
// the string, or the number's digits.
type StringOrNumber string

// PhoneNumber is a telephone number. It reaches no log, and a recording only
// where an option says so.
type PhoneNumber string

// Secret is a password. It reaches no log and no recording.
type Secret string

// PhoneModeOption is a telephone the agent may use.
type PhoneModeOption struct {
	ID   PhoneMode `json:"Id"` // the mode
	Name string    // its name in the instance's language
}

// AgentStateOption is a state an agent may choose, or a break reason.
type AgentStateOption struct {
	Code  StringOrNumber // the state, or the reason's number
	Label string         // its name
	Owner string         `json:",omitempty"` // for a reason: the state it belongs to, "onBreak"
}

// TerminalInfo is the SIP account of a telephone.
type TerminalInfo struct {
	SipServer string      // the SIP server's address
	Number    PhoneNumber // the account
	Password  Secret      // its password; keep it out of logs
}

// InWrapUpTime is the wrap-up time after incoming calls.
type InWrapUpTime struct {
	WrapUpTime int // seconds (inferred)
}

// WrapUpTimes are the wrap-up times after incoming and outgoing calls.
type WrapUpTimes struct {
	WrapUpTime    int // after incoming calls, in seconds (inferred)
	OutWrapUpTime int // after outgoing calls, in seconds (inferred)
}

// IvrNode is a node of an IVR flow.
type IvrNode struct {
	ID   StringOrNumber `json:"id"`   // for TransferIvrAsync's NodeId
	Name string         `json:"name"` // as the tenant named it
}

// Queue is a queue of waiting callers.
type Queue struct {
	Name     string // as the tenant named it
	QueueID  string `json:"QueueId"` // for TransferQueueAsync
	Strategy int    // how the queue picks an agent; its values are not documented
	Timeout  int    // how long a caller waits; its unit is not documented
}

// Agent is another agent of the tenant. Members that are null stay null.
type Agent struct {
	AgentID     string `json:"AgentId"` // for TransferAsync and the like
	AppID       string `json:"AppId"`   // the tenant
	Email       string
	Enable      bool // whether the agent may work
	ExtState    int  // the phone's state as a number; its values are not documented
	ExtenInfos  Raw
	Extensions  Raw
	Mobile      PhoneNumber
	Name        string
	Queues      Raw
	QueuesNames Raw
	Role        string // "agent" or "supervisor"
	State       int    // 1 busy, 2 idle, 3 ringing, 4 talking, 5 offline, 7 wrapup, 8 onBreak (observed)
	WorkID      string `json:"WorkId"`
	WrapUpTime  int
}

// NumberList is a list of relay numbers or number pools.
type NumberList struct {
	List      []Raw          `json:"list"`      // the items; their members are not documented
	DefaultID StringOrNumber `json:"defaultId"` // the id of the selected one, null for none
}

// AgentStateChange is the Data of AgentStateChanged.
type AgentStateChange struct {
	OldState      AgentState // the state before
	CurState      AgentState // the state now
	CurStateSubID string     `json:"CurStateSubId"` // the break reason's number, "" or "0" for none
	StartTime     string     `json:",omitempty"`    // since when, YYYY-MM-DD hh:mm:ss (inferred)
	Recovered     bool       `json:",rare"`         // true where it happened while the connection was down, and is told after
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// PhoneModeChange is the Data of PhoneModeChanged.
type PhoneModeChange struct {
	CurContact  PhoneMode   // the mode now
	CurExtState PhoneState  // the phone's state
	CurNumber   PhoneNumber // the phone's number
	Recovered   bool        `json:",rare"` // true where it happened while the connection was down, and is told after
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// PhoneStateChange is the Data of PhoneStateChanged.
type PhoneStateChange struct {
	CallID    string     // the call that caused it, "" for none
	CurState  PhoneState // the phone's state now
	Recovered bool       `json:",rare"` // true where it happened while the connection was down, and is told after
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// Party is one side of a call.
type Party struct {
	TelNumber PhoneNumber // the number
	City      string      `json:",omitempty"` // where the number belongs, if known
}

// CallAuthority says which operations the server would accept on the call now;
// each is the visibility of a button.
type CallAuthority struct {
	OnBarButtonSwitch              bool // retrieve
	AllowTransferAfterThreeWay     bool // transfer after three-way
	AllowHold                      bool // hold
	AllowConsultation              bool // consultation
	AllowThreeWayAfterConsultation bool // three-way after consultation
	AllowTransferAfterConsultation bool // transfer after consultation
	AllowHangup                    bool // hang up
	AllowAnswer                    bool // answer
	AllowTransfer                  bool // transfer
	AllowEndConsultation           bool // retrieve from consultation
	AllowCancel                    bool // retrieve from three-way
	AllowUnHold                    bool // recovery
	AllowThreeWay                  bool // three-way
	AdvancedCallStatus             bool // not documented further
}

// CallEvent is the Data of a call's events. Whatever else the server sends is
// there too.
type CallEvent struct {
	AdvancedCallStatus string        // the event's name
	AgentInfo          Party         `json:",omitempty"` // the agent's side
	CallAuthority      CallAuthority // what may be done now; the server may also send ""
	CallDirection      CallDirection
	CallEvent          string // the event's name as the server says it
	CallID             string // the call's id, for every method that acts on it
	CallType           CallType
	CalledInfo         Party       // the called side
	CallerInfo         Party       // the calling side
	ChannelUUID        string      // the agent's channel
	CustomerInfo       Party       `json:",omitempty"` // the customer's side
	DisplayInfo        Party       // the number the customer sees
	DisplayNum         PhoneNumber `json:",undefined"` // undefined unless the server sends it
	FromQueue          string      // the queue it came through
	WorkFlow           WorkFlow
	Recovered          bool `json:",rare"` // true where it happened while the connection was down, and is told after
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// CallFailure is the Data of CallFailed.
type CallFailure struct {
	CallEvent
	Desc string // the server's reason
}

// State is what the server says of agent, phone and call: the Data of GetState
// and the element of Ready.
type State struct {
	AdvancedCallStatus string        `json:",undefined"` // the call's last event; undefined without a call
	AgentInfo          Party         `json:",undefined"` // the agent's side; undefined without a call
	AgentNumber        PhoneNumber   `json:",omitempty"` // the agent's number, in a call
	CallAuthority      CallAuthority `json:",omitempty"` // in a call: what may be done now
	CallDirection      string        // in a call Inbound or Outbound, "" without
	CallID             string        // the call's id, "" without a call
	CallType           CallType      `json:",undefined"` // undefined without a call
	CurContact         PhoneNumber   // the phone's number
	CurExtState        PhoneState
	CurMode            PhoneMode
	CurState           AgentState
	CurSubStateID      string      `json:"CurSubStateId"` // the break reason's number, "" for none
	CustomerInfo       Party       `json:",undefined"`    // the customer's side; undefined without a call
	DestNumber         PhoneNumber // the number dialled
	DestNumberLoc      string
	Payload            Raw // the payload of the call's last event, null without a call
	SpNumber           PhoneNumber
	StartTime          string // since when, YYYY-MM-DD hh:mm:ss (inferred)
	UserData           string
	WorkFlow           WorkFlow `json:",omitempty"`
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// Disconnection is the Data of Disconnected and NeedManualConnect.
type Disconnection struct {
	Reason   string // why: one of the words of the README's table
	Retrying bool   // whether the SDK goes on trying by itself
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// AudioDevice is a device that the web phone can use.
type AudioDevice struct {
	Kind     AudioKind
	DeviceID string `json:"DeviceId"` // for SetAudioDeviceAsync
	Label    string // its name, as the browser shows it
	Selected bool   // whether it is in use, or would be in a call
}

// PhoneReport is what CheckPhoneAsync found.
type PhoneReport struct {
	Outcome CheckOutcome // the worst of its checks
	Checks  []PhoneCheck
}

// PhoneCheck is one of the checks of a PhoneReport.
type PhoneCheck struct {
	Name    PhoneCheckName
	Outcome CheckOutcome
	Reason  string // why, in the instance's language; "" where there is nothing to say
	Advice  string // what to do about it
}

// PhoneLegChange is the Data of PhoneLeg: a SIP call of the web phone, the leg
// of a call that ends in this page.
type PhoneLegChange struct {
	Leg        string        // its name, as long as it lasts
	Direction  CallDirection // Inbound where the platform made it
	State      PhoneLegState
	Confirmed  bool // whether the gateway knows of it, or the agent made it; nobody else's is answered by itself
	Microphone bool // whether it has the microphone
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// PhoneTroubleData is the Data of PhoneTrouble.
type PhoneTroubleData struct {
	Trouble PhoneTroubleKind
	CallID  string    // the call's id; "" without a call
	Device  AudioKind `json:",omitempty"` // which device it is about, in a trouble with one
	Over    bool      // whether the trouble told before is over: the sound is back
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// TabRoleChange is the Data of TabRoleChanged.
type TabRoleChange struct {
	Role TabRole
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}

// SoundQuality is how a call of the web phone sounds: the Data of CallQuality.
type SoundQuality struct {
	CallID        string  // the call's id
	RoundTripTime int     // to the media server and back, in milliseconds
	Jitter        int     // of what arrives, in milliseconds
	PacketLoss    float64 // percent of the packets of the last second that did not arrive
	InputLevel    float64 // of the microphone, from 0 to 1
	OutputLevel   float64 // of the far end, from 0 to 1
	Mos           float64 // estimated mean opinion score, from 1 to 4.5 (ITU-T G.107); 1 where nothing is received
	Warning       string  // what was poor in three of the last five seconds: RoundTripTime, Jitter or PacketLoss, with commas between; NoMedia where nothing was received; "" for nothing
	// JSON is the whole Data, with members that this type does not know.
	JSON Raw `json:"-"`
}
