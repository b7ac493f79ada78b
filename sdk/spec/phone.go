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
	OrderCheck   PhoneOrder = "check"   // What: try one thing that calls take, as spec.PhoneTrial says
	OrderEcho    PhoneOrder = "echo"    // Leg: send a tone; done says Delay in milliseconds, -1 where it did not come back, or Blocked

	OrderRegister PhoneOrder = "register"       // Url, Uri, User, Password: register, and stay registered
	OrderAgain    PhoneOrder = "register again" // register over the socket there is, if it is open
	OrderRenew    PhoneOrder = "renew"          // open a new SIP socket and register over it
	OrderInvite   PhoneOrder = "invite"         // Leg, Number, Headers: make a SIP call
	OrderAnswer   PhoneOrder = "answer"         // Leg: take the call that rings; unanswered where that came to nothing
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
	NewsAsking       PhoneNews = "asking"       // Leg: the person is asked for the microphone, which may take a while
	NewsUnanswered   PhoneNews = "unanswered"   // Leg, Fault, Detail: the order answer came to nothing; the call rings on
	NewsEnded        PhoneNews = "ended"        // Leg, Status: it is over, by either side; Status 0 where no answer said why, Fault where the phone gave up
	NewsQuality      PhoneNews = "quality"      // Leg, Rtt, Jitter, Received, Lost, Input, Output: once a second
	NewsMediaSought  PhoneNews = "media sought" // Leg: a way is looked for, for the sound
	NewsMediaFound   PhoneNews = "media found"  // Leg: the sound has a way
	NewsMediaLost    PhoneNews = "media lost"   // Leg: the way of the sound broke, or none was found
	NewsNetwork      PhoneNews = "network"      // the network is another one
	NewsBlocked      PhoneNews = "blocked"      // the browser plays no sound before the person does something
	NewsReplaced     PhoneNews = "replaced"     // Kind: a device disappeared or failed, the default took its place; Fault where that failed too
)

// PhoneFault is why the web phone could not do something.
type PhoneFault string

// The faults.
const (
	FaultUnsupported  PhoneFault = "unsupported"   // no RTCPeerConnection
	FaultInsecure     PhoneFault = "insecure"      // the page has no secure context
	FaultMissing      PhoneFault = "missing"       // the phone's script did not load
	FaultDenied       PhoneFault = "denied"        // the person, or the browser, refused the microphone
	FaultPolicy       PhoneFault = "policy"        // the policy of the page itself keeps it from using the microphone
	FaultFrame        PhoneFault = "frame"         // the page is in an iframe that may not use the microphone
	FaultSystem       PhoneFault = "system"        // the operating system does not let the browser use the microphone
	FaultBusy         PhoneFault = "busy"          // another program uses the microphone
	FaultNoMicrophone PhoneFault = "no microphone" // there is none
	FaultNoDevice     PhoneFault = "no device"     // there is no such microphone, speaker or ringer
	FaultNoCall       PhoneFault = "no call"       // there is no such SIP call, or it is not up
	FaultFailed       PhoneFault = "failed"        // anything else
)

// PhoneTrial is the What of the order check. Each leaves the phone as it was, and
// no device open.
type PhoneTrial string

// The trials, with what done tells of each. A microphone that cannot be had is
// told by done as well, with Fault and Detail beside the rest.
const (
	TryPage         PhoneTrial = "page"         // Secure, Supported
	TryMicrophone   PhoneTrial = "microphone"   // InUse: leave it closed. Permission, Silent, Inputs, Outputs; -1 where outputs are not listed
	TryICE          PhoneTrial = "ice"          // Own: there is an address; Servers: how many; Lost: the URLs of those that gave none
	TryRegistration PhoneTrial = "registration" // Url, Uri, User, Password: register and unregister. Status, 200 or what the SIP server said, 0 where it said nothing
)
