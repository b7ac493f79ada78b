package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const protocolVersion = "1.0"

// The values of MsgType (documented).
const (
	typeRequest      = "REQ"
	typeReply        = "REP"
	typeNotification = "NTF"
)

// header is what every frame from the platform begins with (documented).
type header struct {
	Ver       string
	SeqId     int64
	MsgId     string
	MsgType   string
	Timestamp int64 // Unix milliseconds
	Method    string
}

func (h *header) head() *header { return h }

// reply answers a request and echoes its SeqId, MsgId and Method.
type reply struct {
	header
	ErrCode spec.ServerCode
	ErrDesc string
	Data    any `json:",omitempty"`
}

func newReply(r request, data any, err error) *reply {
	answer := &reply{
		header:  header{SeqId: r.seqID, MsgId: r.msgID, Method: r.method},
		ErrCode: spec.ServerOK,
		ErrDesc: "OK",
		Data:    data,
	}
	if err != nil {
		refusal := asRefusal(err)
		answer.ErrCode, answer.ErrDesc, answer.Data = refusal.Code, refusal.Reason, nil
	}
	return answer
}

// asRefusal makes an internal error of whatever is no refusal.
func asRefusal(err error) *Refusal {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal
	}
	return refuse(spec.ServerInternalError, "%v", err)
}

// errorFrame answers no request: it has no Method and no MsgId (observed).
type errorFrame struct {
	Code spec.ServerCode `json:"rcode"`
	Desc string          `json:"rdesc"`
}

// request is a frame from a client.
type request struct {
	method string
	msgID  string
	seqID  int64
	params map[string]string // scalar members as text; absent and null ones are missing
}

// parseRequest reads a request. It takes every form that clients have been seen
// to send: Timestamp as a number or a string, UA or Ua, AppId and AgentId in
// every frame or in none. The error says what is wrong, without repeating it.
func parseRequest(frame []byte) (request, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(frame, &members); err != nil || members == nil {
		return request{}, errors.New("the frame is not a JSON object")
	}
	r := request{params: map[string]string{}}
	for name, raw := range members {
		text, present, err := scalar(raw)
		if err != nil {
			return request{}, fmt.Errorf("member %q: %w", name, err)
		}
		if present {
			r.params[name] = text
		}
	}
	r.method, r.msgID = r.params["Method"], r.params["MsgId"]
	if r.method == "" {
		return request{}, errors.New("the frame has no Method")
	}
	if kind, ok := r.params["MsgType"]; ok && kind != typeRequest {
		return request{}, errors.New("MsgType is not REQ")
	}
	for _, name := range []string{"SeqId", "Timestamp"} {
		text, ok := r.params[name]
		if !ok {
			continue
		}
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return request{}, fmt.Errorf("%s is no integer", name)
		}
		if name == "SeqId" {
			r.seqID = number
		}
	}
	return r, nil
}

// scalar returns a JSON string's content, and a number or boolean as written.
// Objects and arrays are no parameters of any request; they are left out.
func scalar(raw json.RawMessage) (text string, present bool, err error) {
	raw = bytes.TrimSpace(raw)
	switch raw[0] {
	case 'n', '{', '[':
		return "", false, nil
	case '"':
		err = json.Unmarshal(raw, &text)
		return text, true, err
	}
	return string(raw), true, nil
}
