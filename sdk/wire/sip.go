package wire

// What the web phone derives from its account, {SipServer, Number, Password}.

// SipURL returns the URL of the SIP server's WebSocket: wss://{SipServer}
// (observed), unless SipServer has its own scheme, as a sandbox's does.
func SipURL(server string) string {
	if _, _, own := cutScheme(server); own {
		return server
	}
	return "wss://" + server
}

// SipURI returns the account's address-of-record: sip:{Number}@{SipServer}
// (observed), without the scheme and the path that SipServer may have.
func SipURI(number, server string) string {
	_, host, _ := cutScheme(server)
	for i := range len(host) {
		if host[i] == '/' {
			host = host[:i]
			break
		}
	}
	return "sip:" + number + "@" + host
}

func cutScheme(server string) (scheme, rest string, found bool) {
	for i := 0; i+3 <= len(server); i++ {
		if server[i:i+3] == "://" {
			return server[:i], server[i+3:], true
		}
	}
	return "", server, false
}

// InviteHeaders returns the headers that carry the options of a MakeCall in its
// INVITE: BizId as X-Biz-Id (inferred), "" for none. A line break would begin
// another header, so control characters are left out.
func InviteHeaders(bizID string) Raw {
	if bizID == "" {
		return "[]"
	}
	header := []byte("X-Biz-Id: ")
	for i := range len(bizID) {
		if c := bizID[i]; c >= ' ' && c != 0x7f {
			header = append(header, c)
		}
	}
	return "[" + Quote(string(header)) + "]"
}
