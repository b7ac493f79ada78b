package wire

// Ping is the whole text of a keep-alive frame, Pong of its answer (observed).
const (
	Ping = "ping"
	Pong = "pong"
)

// UA identifies the client to the gateway: "<browser>;<sdk>" (documented), sent
// under the name that SDK 2.1.0 uses (observed).
const UA = "go;ccpaas-go"

// Close codes that a browser may send: 1000 and 3000 to 4999.
const (
	CloseNormal = 1000
)

// SocketURL returns the URL of the gateway's socket: domain with the
// credentials as its query, in the observed order.
func SocketURL(domain, appID, agentID, token, timestamp string) string {
	return withQuery(domain, "AppId", appID, "AgentId", agentID, "Token", token, "Timestamp", timestamp)
}

// withQuery appends names and values to base, which may have a query already.
func withQuery(base string, pairs ...string) string {
	out := []byte(base)
	separator := byte('?')
	for i := range len(base) {
		if base[i] == '?' {
			separator = '&'
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, separator)
		out = append(out, escape(pairs[i])...)
		out = append(out, '=')
		out = append(out, escape(pairs[i+1])...)
		separator = '&'
	}
	return string(out)
}

// Request is the header of a frame from client to gateway.
type Request struct {
	Method string
	MsgID  string
	SeqID  int64
	UnixMs int64 // sent as a decimal string (observed)
}

// Frame returns the request with params, an object, as members next to the
// header. Members of params that could pass for a header member are left out.
func (r Request) Frame(params Raw) string {
	var b Builder
	b.Grow(len(params) + len(r.Method) + len(r.MsgID) + 160)
	b.Text("Ver", "1.0").Text("Ua", UA).Int("SeqId", r.SeqID).Text("MsgId", r.MsgID).
		Text("MsgType", "REQ").Digits("Timestamp", r.UnixMs).Text("Method", r.Method)
	b.Without(params, header)
	return string(b.Object())
}
