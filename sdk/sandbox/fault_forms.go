package sandbox

import (
	"maps"
	"slices"
)

// FaultForm is a fault that can be placed: what a page that offers faults needs
// to know.
type FaultForm struct {
	Fault   FaultKind
	Title   string // a few words, in English
	Members []FaultMember
	Counts  bool // whether it takes a Count
}

// FaultMember is a member that a fault takes.
type FaultMember struct {
	Name    string
	Needed  bool     // whether the fault is refused without it
	Number  bool     // whether its JSON is a number
	Want    string   // what it must be, in words
	Example string   // one that is accepted
	Choices []string `json:",omitempty"` // all that are accepted, where these can be listed
}

// faultMemberForms returns the members of a Fault beside Count, each once.
func faultMemberForms() []FaultMember {
	return []FaultMember{
		{Name: "Method", Want: "the wire's name of a request, such as Dialout", Example: "Dialout", Choices: methods()},
		{Name: "ErrCode", Want: "six digits, and not 000000", Example: "100021"},
		{Name: "Path", Want: "a pattern that begins with a slash", Example: "/agents"},
		{Name: "SipMethod", Want: "REGISTER or INVITE; REGISTER where it is missing", Example: "REGISTER", Choices: []string{"REGISTER", "INVITE"}},
		{Name: "Status", Want: "an HTTP status, 200 or from 400 to 599, or a SIP status, from 400 to 699", Example: "503", Number: true},
		{Name: "Code", Want: "a close code that may be sent (1000, 4000 …), or an error frame's six digits", Example: "1013"},
		{Name: "Reason", Want: "123 bytes at most", Example: "try again later"},
		{Name: "Ms", Want: "from 1 to 86400000 milliseconds", Example: "3000", Number: true},
		{Name: "Size", Want: "from 1 to 16777216 bytes", Example: "64", Number: true},
	}
}

// FaultForms lists the faults that Fault takes, by name.
func FaultForms() []FaultForm {
	var forms []FaultForm
	for _, row := range faultTable {
		form := FaultForm{Fault: row.kind, Title: row.title, Members: []FaultMember{}, Counts: !row.once}
		for _, member := range faultMemberForms() {
			if member.Needed = slices.Contains(row.needs, member.Name); member.Needed || slices.Contains(row.takes, member.Name) {
				if row.kind == FaultRCode && member.Name == "Code" {
					member.Example = "000036"
				}
				form.Members = append(form.Members, member)
			}
		}
		forms = append(forms, form)
	}
	return forms
}

// wanted returns what a member must be, in words.
func wanted(name string) string {
	forms := faultMemberForms()
	return forms[slices.IndexFunc(forms, func(m FaultMember) bool { return m.Name == name })].Want
}

// methods returns the requests that the gateway takes, by name.
func methods() []string {
	names := slices.Collect(maps.Keys(agentRequests))
	for op := range legRequests {
		names = append(names, string(op))
	}
	slices.Sort(names)
	return names
}
