// Code generated from sdk/spec by make gen. DO NOT EDIT.

package spec

// fields are options of the page's class and what they are in sdk.Config.
var fields = [...]struct{ option, field string }{
	{"AppId", "AppID"},
	{"AgentId", "AgentID"},
	{"Domain", "Domain"},
	{"HttpDomain", "HTTPDomain"},
	{"LanguageCode", "Language"},
	{"AutoAnswer", "ManualAnswer"},
	{"Reconnect", "Reconnect"},
	{"KickCodes", "KickCodes"},
	{"AllowInsecure", "AllowInsecure"},
	{"RecordNumbers", "RecordNumbers"},
}
