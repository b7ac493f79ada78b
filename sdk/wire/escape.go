package wire

// escape returns text as a value in a query or as one segment of a path: all
// but RFC 3986's unreserved characters percent-encoded, which is valid in both.
// (net/url would add more to the page's module than all of this package.)
func escape(text string) string {
	const hex = "0123456789ABCDEF"
	out := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '.', c == '~':
			out = append(out, c)
		default:
			out = append(out, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(out)
}
