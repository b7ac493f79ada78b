package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Phone is the telephone of phone mode webrtc: SIP, microphone and speaker. In
// a page it is the script's; a native program may bring its own. The client
// alone decides what happens: the phone does what it is ordered to and tells
// what it sees, by Client.PhoneTells.
type Phone interface {
	// Order hands an order over; id is its number, detail the object that
	// spec.PhoneOrder describes. It is called in the order of the orders. It MUST
	// NOT block and MUST NOT call the client before it has returned.
	Order(id string, order spec.PhoneOrder, detail wire.Raw)
}

// Timings of the web phone.
const (
	// OpenTimeout is how long a person may take to allow the microphone.
	OpenTimeout = time.Minute
	// HangupGrace is how long the SIP call may outlive the gateway's, or the
	// gateway's the SIP call, before the client sees to it.
	HangupGrace = 2 * time.Second
	// JoinLimit is how long after a supervisor's request the platform's SIP call
	// may come that brings them into the call.
	JoinLimit = 10 * time.Second
	// ToneTime is how long one touch tone takes at most, with its pause.
	ToneTime = 250 * time.Millisecond
)

// Where a second of sound counts as poor. A Warning stands in CallQuality while
// three of the last five seconds were.
const (
	// PoorRoundTrip, in milliseconds: twice the one-way delay to which ITU-T
	// G.114 finds a conversation good.
	PoorRoundTrip = 300
	// PoorJitter, in milliseconds: more than a usual jitter buffer takes.
	PoorJitter = 30
	// PoorLoss, in percent: what concealment no longer hides (ITU-T G.113,
	// appendix I).
	PoorLoss = 3.0
)
