package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Phone is the telephone of phone mode webrtc: SIP, microphone and speaker. In
// a page it is the script's; a native program may bring its own. The client
// alone decides what happens: the phone carries out orders and reports what it
// observes, through Client.PhoneTells.
type Phone interface {
	// Order hands an order over; id is its number, detail the object that
	// spec.PhoneOrder describes. It is called in the order of the orders. It MUST
	// NOT block and MUST NOT call the client before it has returned.
	Order(id string, order spec.PhoneOrder, detail wire.Raw)
}

// Timings of the web phone.
const (
	// OpenTimeout is how long a person may take to allow the microphone, when the
	// phone is opened and in a call.
	OpenTimeout = time.Minute
	// HangupGrace is how long the SIP call may outlive the gateway's, or the
	// gateway's the SIP call, before the client acts.
	HangupGrace = 2 * time.Second
	// JoinLimit is how long after a supervisor's request the SIP call may arrive
	// that brings them into the call.
	JoinLimit = 10 * time.Second
	// MediaPatience is how long the sound of a call may take to find a path before
	// that is reported, and the pause between attempts to find another.
	MediaPatience = 4 * time.Second
	// MediaLimit is how long the sound of a call may be without a path before the
	// call is ended.
	MediaLimit = 30 * time.Second
	// ToneTime is how long one touch tone takes at most, with its pause.
	ToneTime = 250 * time.Millisecond
)

// Limits beyond which a second of sound counts as poor. CallQuality has a
// Warning while three of the last five seconds were.
const (
	// PoorRoundTrip, in milliseconds: twice the one-way delay up to which ITU-T
	// G.114 considers a conversation good.
	PoorRoundTrip = 300
	// PoorJitter, in milliseconds: more than a usual jitter buffer absorbs.
	PoorJitter = 30
	// PoorLoss, in percent: what concealment no longer hides (ITU-T G.113,
	// appendix I).
	PoorLoss = 3.0
)

// LateEcho is how many milliseconds an echo may take before CheckPhone warns: a
// round trip of PoorRoundTrip, and what two devices and a jitter buffer add.
const LateEcho = 500
