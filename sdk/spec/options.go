package spec

// OptionType is what an option's value may be in JavaScript.
type OptionType uint8

// The types of option.
const (
	OptionText      OptionType = iota // a string; a required one is not blank
	OptionURL                         // a string: a URL with its scheme, or a path
	OptionID                          // a string that is not blank, or a finite number
	OptionFlag                        // true or false
	OptionNumber                      // a number
	OptionFunction                    // a function
	OptionProvider                    // an object with a function GetToken
	OptionObject                      // an object, whose Members are options again
	OptionNumbers                     // an array of numbers
	OptionElement                     // an HTMLAudioElement, or a jQuery object that holds one
	OptionServers                     // an array of RTCIceServer
	OptionTransport                   // "all" or "relay"
)

// OptionReader is who reads an option.
type OptionReader uint8

// The readers.
const (
	ReadByScript OptionReader = iota // the script itself
	ReadByCore                       // the Go core; the option crosses with the first message
	ReadByPhone                      // the web phone
)

// Option is one row of the options' table. A value that is missing, undefined
// or null is the default.
type Option struct {
	Name     string
	Type     OptionType
	TS       string // its type in index.d.ts if that is not the type's own
	Required bool
	Default  string // in JavaScript; "" for none
	Reader   OptionReader
	// Config is the field of sdk.Config that the core reads it into; Milliseconds
	// says that the number is a time.
	Config       string
	Milliseconds bool
	Inverse      bool // Config is true if the flag is false
	Members      []Option
	Evidence     Evidence
}

// ConstructorOptions is the table of the constructor's options.
var ConstructorOptions = []Option{
	// AppId is the tenant.
	{Name: "AppId", Type: OptionText, Required: true, Reader: ReadByCore, Config: "AppID"},
	// AgentId is the agent.
	{Name: "AgentId", Type: OptionID, Required: true, Reader: ReadByCore, Config: "AgentID"},
	// Domain is the gateway's WebSocket URL.
	{Name: "Domain", Type: OptionURL, Required: true, Reader: ReadByCore, Config: "Domain"},
	// HttpDomain is the HTTP backend's base URL.
	{Name: "HttpDomain", Type: OptionURL, Required: true, Reader: ReadByCore, Config: "HTTPDomain"},
	// AppDataProvider is an instance of a class that extends AppDataProvider, or
	// any object with GetToken.
	{Name: "AppDataProvider", Type: OptionProvider, TS: "{ GetToken(): Promise<Token> | Token }", Required: true},
	// AutoConnect says whether the constructor connects.
	{Name: "AutoConnect", Type: OptionFlag, Default: "true"},
	// LanguageCode is the language of messages and labels: zh-CN or en-US, in any
	// letter case.
	{Name: "LanguageCode", Type: OptionText, Default: `"zh-CN"`, Reader: ReadByCore, Config: "Language"},
	// Log takes log lines. They hold no token, no password and no number.
	{Name: "Log", Type: OptionFunction, TS: "(message: { message: string }, type: LogType) => void"},
	// WasmUrl is where udesk-ccpaas.wasm is; beside the script where it is not
	// given. A browser that needs udesk-ccpaas-mvp.wasm looks beside that. The
	// classic script loads the module beside it while it is evaluated: with
	// WasmUrl, or on a page that may never construct the class, give its element
	// the attribute data-lazy.
	{Name: "WasmUrl", Type: OptionText, Evidence: Inferred},
	// PhoneUrl is where udesk-phone.js is, which is loaded for phone mode webrtc;
	// beside the script where it is not given.
	{Name: "PhoneUrl", Type: OptionText, Evidence: Inferred},
	// AudioElement plays the far end in phone mode webrtc; an element that is not
	// in the page where it is not given.
	{Name: "AudioElement", Type: OptionElement, TS: "HTMLAudioElement", Reader: ReadByPhone, Evidence: Inferred},
	// RingTone says whether an incoming call rings in the page in phone mode
	// webrtc.
	{Name: "RingTone", Type: OptionFlag, Default: "false", Reader: ReadByPhone, Evidence: Inferred},
	// RingBack says whether an outgoing call rings in the page until it is
	// answered, in phone mode webrtc.
	{Name: "RingBack", Type: OptionFlag, Default: "false", Reader: ReadByPhone, Evidence: Inferred},
	// IceServers are STUN and TURN servers for phone mode webrtc.
	{Name: "IceServers", Type: OptionServers, TS: "RTCIceServer[]", Default: "[]", Reader: ReadByPhone, Evidence: Inferred},
	// IceTransportPolicy says over which ways sound may go in phone mode webrtc:
	// relay takes those over the TURN servers of IceServers alone.
	{Name: "IceTransportPolicy", Type: OptionTransport, TS: `"all" | "relay"`, Default: `"all"`, Reader: ReadByPhone, Evidence: Inferred},
	// AutoAnswer says whether the web phone answers a SIP call by itself where the
	// platform asks for that, as with a supervisor's, and the gateway has put the
	// agent into that call.
	{Name: "AutoAnswer", Type: OptionFlag, Default: "true", Reader: ReadByCore, Config: "ManualAnswer", Inverse: true, Evidence: Inferred},
	// Reconnect says when to connect again after a lost connection: after a random
	// part of a ceiling that doubles.
	{Name: "Reconnect", Type: OptionObject, TS: "ReconnectPolicy", Reader: ReadByCore, Config: "Reconnect", Evidence: Inferred,
		Members: []Option{
			// Off keeps a lost connection closed until ConnectAsync.
			{Name: "Off", Type: OptionFlag, Default: "false", Config: "Off"},
			// Base is the first ceiling in milliseconds.
			{Name: "Base", Type: OptionNumber, Default: "1000", Config: "Base", Milliseconds: true},
			// Max is the last ceiling in milliseconds.
			{Name: "Max", Type: OptionNumber, Default: "20000", Config: "Max", Milliseconds: true},
			// Attempts is how many tries in a row may fail before NeedManualConnect; no
			// end where it is not given.
			{Name: "Attempts", Type: OptionNumber, Config: "Attempts"},
		}},
	// KickCodes are the close codes with which the gateway says that the agent
	// connected elsewhere; an empty array means none.
	{Name: "KickCodes", Type: OptionNumbers, Default: "[4409]", Reader: ReadByCore, Config: "KickCodes", Evidence: Inferred},
	// AllowInsecure admits a Domain of the scheme ws and a HttpDomain of http
	// outside this computer, over which tokens and numbers travel in the open.
	{Name: "AllowInsecure", Type: OptionFlag, Default: "false", Reader: ReadByCore, Config: "AllowInsecure", Evidence: Inferred},
	// ShareConnection has all tabs of an origin with the same AppId, AgentId, Domain
	// and HttpDomain share one connection. It needs Web Locks and BroadcastChannel,
	// which a browser has in a secure context; without them each tab connects for
	// itself.
	{Name: "ShareConnection", Type: OptionFlag, Default: "false", Evidence: Inferred},
	// RecordNumbers leaves telephone numbers readable in what ExportLog resolves
	// to.
	{Name: "RecordNumbers", Type: OptionFlag, Default: "false", Reader: ReadByCore, Config: "RecordNumbers", Evidence: Inferred},
}
