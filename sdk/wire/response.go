package wire

// Response returns what a page receives for a settled call or an event: the
// documented object of Code, Data, Message and Visible. A missing data is null.
func Response(code string, data Raw, message string, visible bool) Raw {
	if data == "" {
		data = "null"
	}
	var b Builder
	b.Grow(len(data) + len(message) + 80)
	return b.Text("Code", code).Raw("Data", data).Text("Message", message).Bool("Visible", visible).Object()
}
