// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

// sensitive tells whether a member of that name is a secret, and whether it
// holds telephone numbers.
func sensitive(name string) (secret, number bool) {
	switch name {
	case "Password", "Token", "token":
		return true, false
	case "AgentNumber", "AgentPhone", "CurContact", "CurNumber", "DefSpNumber", "DestNumber", "DisplayNum", "DisplayNumber", "Mobile", "Number", "SpNumber", "SpNumbers", "TelNumber":
		return false, true
	}
	return false, false
}
