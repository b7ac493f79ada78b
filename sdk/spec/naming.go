package spec

import "strings"

// Words says how messages are written: in which language, and with whose names.
type Words struct {
	Language Language
	// Go says that methods and options have the names of package sdk, instead of
	// those of the page's class.
	Go bool
}

// Message returns the text of a failure for people: what failed, why, what to
// do next, and at the end method and code, for support.
func (w Words) Message(code Code, reason Reason, detail, method string) string {
	var b strings.Builder
	b.WriteString(w.What(code))
	if reasons[reason][w.Language] != "" {
		b.WriteString(Separator[w.Language])
		b.WriteString(w.Why(reason, detail))
	}
	b.WriteString(" [")
	if method != "" {
		b.WriteString(w.named(method))
		b.WriteString(" ")
	}
	b.WriteString(string(code))
	b.WriteString("]")
	return b.String()
}

// What returns what failed, without why.
func (w Words) What(code Code) string {
	for i := range failures {
		if failures[i].code == code {
			return w.named(failures[i].text[w.Language])
		}
	}
	return ""
}

// Why returns why something failed and what to do, without what failed. A
// detail keeps its names: those of parameters are the same in Go.
func (w Words) Why(reason Reason, detail string) string {
	return strings.ReplaceAll(w.named(reasons[reason][w.Language]), "{}", detail)
}

// Separator stands between what failed and why.
var Separator = Translated{"：", ": "}

// named returns a text, with the names of package sdk if w asks for them.
func (w Words) named(text string) string {
	if !w.Go {
		return text
	}
	var out []byte
	word := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z') {
			continue
		}
		out = append(out, goName(text[word:i])...)
		if i < len(text) {
			out = append(out, text[i])
		}
		word = i + 1
	}
	return string(out)
}

// goName returns the name in package sdk for a name of the page's class; other
// words stay as they are.
func goName(word string) string {
	if word == "GetToken" {
		return "Config.Token"
	}
	if method := FindMethod(word); method != nil && method.Go != "" {
		return method.Go
	}
	if word == "ConnectAsync" {
		return "Connect"
	}
	for i := range fields {
		if fields[i].option == word {
			return "Config." + fields[i].field
		}
	}
	return word
}

// OptionFor returns the option of the page's class that a field of sdk.Config
// comes from.
func OptionFor(field string) string {
	for i := range fields {
		if fields[i].field == field {
			return fields[i].option
		}
	}
	return field
}
