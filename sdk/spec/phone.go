package spec

// PhoneOrder is what the core asks of the web phone. An order has a number, by
// which done and failed answer it, and an object; Leg in it names a SIP call.
type PhoneOrder string

// The orders. Those in the first group are answered, by the latest when the
// core's patience ends.
const (
	OrderOpen    PhoneOrder = "open"    // load what is needed and ask for the microphone
	OrderMute    PhoneOrder = "mute"    // Leg, Muted; done says Muted, as the microphone's track has it
	OrderDtmf    PhoneOrder = "dtmf"    // Leg, Digits; done when the last was sent
	OrderRestart PhoneOrder = "restart" // Leg: find new ways for the sound, with a re-INVITE
	OrderDevices PhoneOrder = "devices" // done lists Devices: Kind, DeviceId, Label, Selected
	OrderDevice  PhoneOrder = "device"  // Kind, DeviceId: use this device, in a call at once

	OrderRegister PhoneOrder = "register"       // Url, Uri, User, Password: register, and stay registered
	OrderAgain    PhoneOrder = "register again" // register over the socket there is, if it is open
	OrderRenew    PhoneOrder = "renew"          // open a new SIP socket and register over it
	OrderInvite   PhoneOrder = "invite"         // Leg, Number, Headers: make a SIP call
	OrderAnswer   PhoneOrder = "answer"         // Leg
	OrderHangup   PhoneOrder = "hangup"         // Leg: reject, cancel or end it, whatever it takes
	OrderClose    PhoneOrder = "close"          // end what there is of calls, unregister, release microphone and socket
)

// PhoneNews is what the web phone tells the core.
type PhoneNews string

// The news.
const (
	NewsDone         PhoneNews = "done"         // the order did what it says
	NewsFailed       PhoneNews = "failed"       // the order came to nothing; Fault says why, Detail how
	NewsRegistered   PhoneNews = "registered"   // the SIP server knows the phone
	NewsUnregistered PhoneNews = "unregistered" // no longer, or not at all; Status, 0 where no answer came
	NewsIncoming     PhoneNews = "incoming"     // Leg, Answer: a SIP call rings; the phone names it; Answer where it asks to be answered at once
	NewsProgress     PhoneNews = "progress"     // Leg: the far end answered provisionally
	NewsAccepted     PhoneNews = "accepted"     // Leg: the SIP call is up
	NewsEnded        PhoneNews = "ended"        // Leg, Status: it is over, by either side; Status 0 where no answer said why, Fault where the phone gave up
	NewsQuality      PhoneNews = "quality"      // Leg, Rtt, Jitter, Received, Lost, Input, Output: once a second
	NewsMediaLost    PhoneNews = "media lost"   // Leg: the way of the sound broke
	NewsNetwork      PhoneNews = "network"      // the network is another one
	NewsBlocked      PhoneNews = "blocked"      // the browser plays no sound before the person does something
	NewsReplaced     PhoneNews = "replaced"     // Kind: a device disappeared, another took its place
)

// PhoneFault is why the web phone could not do something.
type PhoneFault string

// The faults.
const (
	FaultUnsupported PhoneFault = "unsupported" // no RTCPeerConnection, or no secure context
	FaultMissing     PhoneFault = "missing"     // the phone's script did not load
	FaultDenied      PhoneFault = "denied"      // the microphone was refused
	FaultNoDevice    PhoneFault = "no device"   // there is no such microphone, speaker or ringer
	FaultNoCall      PhoneFault = "no call"     // there is no such SIP call, or it is not up
	FaultFailed      PhoneFault = "failed"      // anything else
)
