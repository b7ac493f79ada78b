package voice

import (
	"bytes"
	"strings"

	"github.com/emiago/sipgo/sip"
)

// echoed are the headers of a request that its response repeats (RFC 3261,
// section 8.2.6.2), with their compact forms.
var echoed = map[string]string{
	"via": "Via", "v": "Via", "from": "From", "f": "From", "to": "To", "t": "To", "call-id": "Call-ID", "i": "Call-ID", "cseq": "CSeq",
}

// admit passes on a message that can be read. sipgo would close the socket of
// one that cannot; here it gets 400, with what its headers say, and the socket
// stays open.
func (s *Server) admit(from sip.TransportReadProps, message []byte) ([]byte, error) {
	if len(bytes.Trim(message, "\r\n")) == 0 {
		return message, nil // a keep-alive (RFC 5626)
	}
	if parsed, err := sip.ParseMessage(message); err == nil {
		if r, ok := parsed.(*sip.Request); !ok || r.SipVersion == "SIP/2.0" {
			return message, nil
		}
	}
	if bytes.HasPrefix(message, []byte("SIP/2.0 ")) {
		return nil, nil // nobody answers a response
	}
	conn, err := s.agent.TransportLayer().GetConnection("ws", from.RemoteAddr.String())
	if err != nil {
		return nil, err
	}
	return nil, conn.WriteMsg(malformed(string(message)))
}

// malformed returns the response to a request that cannot be read.
func malformed(request string) *sip.Response {
	response := sip.NewResponse(sip.StatusBadRequest, "The request cannot be read")
	head, _, _ := strings.Cut(request, "\r\n\r\n")
	for _, line := range strings.Split(head, "\r\n")[1:] {
		name, value, _ := strings.Cut(line, ":")
		if known := echoed[strings.ToLower(strings.TrimSpace(name))]; known != "" {
			response.AppendHeader(sip.NewHeader(known, strings.TrimSpace(value)))
		}
	}
	response.SetBody(nil)
	return response
}
