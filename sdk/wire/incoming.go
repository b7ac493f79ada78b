package wire

import "errors"

// Incoming is a frame from the gateway: a reply, a notification, or the error
// frame that answers no request.
type Incoming struct {
	Method  string
	MsgID   string
	Reply   bool   // MsgType "REP"
	ErrCode string // "" counts as success (observed)
	Frame   Value  // the whole frame, scanned once
	// Rcode is the code of an error frame {"rcode","rdesc"}, which has no Method
	// and no MsgId (observed); About is the method that its rdesc names, if any.
	Rcode, About string
}

// Why a text is not a frame.
var (
	ErrNotObject = errors.New("wire: frame is not a JSON object")
	ErrNoMethod  = errors.New("wire: frame has no Method")
	ErrBadMember = errors.New("wire: a header member of the frame has the wrong type")
)

// Reader reads the frames of a connection. It reuses its memory: the Frame of
// what it returned is valid until the next Read.
type Reader struct{ last indexed }

// Read reads the header of one frame.
func Read(text string) (Incoming, error) { return new(Reader).Read(text) }

// Read reads a frame's header.
func (r *Reader) Read(text string) (Incoming, error) {
	if cap(r.last.nodes) > keptNodes {
		r.last.nodes = nil
	}
	frame, err := r.last.index(text)
	if err != nil {
		return Incoming{}, err
	}
	if frame.Kind() != Object {
		return Incoming{}, ErrNotObject
	}
	in := Incoming{Frame: frame}
	bad := false
	for name, value := range frame.Members {
		switch name {
		case "Method":
			in.Method, bad = stringMember(value, bad)
		case "MsgId":
			in.MsgID = value.TextOrDigits()
		case "MsgType":
			var kind string
			kind, bad = stringMember(value, bad)
			in.Reply = kind == "REP"
		case "ErrCode":
			in.ErrCode = value.TextOrDigits()
		case "rcode":
			in.Rcode = value.TextOrDigits()
		case "rdesc":
			text, _ := value.Text()
			in.About = leadingName(text)
		}
	}
	switch {
	case bad:
		return in, ErrBadMember
	case in.Method == "" && in.Rcode == "":
		return in, ErrNoMethod
	}
	return in, nil
}

// OK reports whether the reply indicates success.
func (in Incoming) OK() bool { return in.ErrCode == "" || in.ErrCode == okCode }

// Stripped returns the frame without its header; a reply keeps ErrCode and
// ErrDesc.
func (in Incoming) Stripped() Raw {
	leave := header
	if in.Reply {
		leave = headerOfReply
	}
	var b Builder
	return b.Except(in.Frame, leave).Object()
}

const (
	okCode = "000000"
	// keptNodes is how many values' positions a Reader keeps room for. An event
	// has some 40 values.
	keptNodes = 1024
)

// header reports whether a member is the protocol's own and hidden from pages.
func header(name string) bool {
	return headerOfReply(name) || name == "ErrCode" || name == "ErrDesc"
}

func headerOfReply(name string) bool {
	switch name {
	case "Ver", "UA", "Ua", "SeqId", "MsgId", "MsgType", "Timestamp", "Method":
		return true
	}
	return false
}

// stringMember returns the member's string; a null counts as missing, anything
// else as bad.
func stringMember(value Value, bad bool) (string, bool) {
	text, ok := value.Text()
	return text, bad || !ok && value.Given()
}

// leadingName returns the name that text begins with: "GetState error: …" is
// about GetState (observed).
func leadingName(text string) string {
	for i := range len(text) {
		if c := text[i] | 0x20; c < 'a' || c > 'z' {
			return text[:i]
		}
	}
	return text
}

// Printable returns a server's code as it may appear in a log: digits and
// letters, at most 16.
func Printable(code string) string {
	for i := range len(code) {
		c := code[i]
		if i == 16 || !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z') {
			return code[:i]
		}
	}
	return code
}
