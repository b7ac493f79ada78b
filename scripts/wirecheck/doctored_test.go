package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// doctored is the recorded HAR with the first occurrence of a text in a frame,
// a body or a URL replaced.
func doctored(t *testing.T, old, replacement string) string {
	t.Helper()
	quote := strings.NewReplacer(`"`, `\"`).Replace
	har := recorded(t)
	require.Contains(t, har, quote(old))
	return strings.Replace(har, quote(old), quote(replacement), 1)
}

func TestWhatContradicts(t *testing.T) {
	const head = `"MsgType":"NTF"`
	for name, test := range map[string]struct{ old, replacement, says string }{
		"no JSON":                 {`{"Ver":"1.0","SeqId":1,"MsgId":"ntf-1001-1"`, `{"Ver"`, "not valid JSON"},
		"no Method":               {`"Method":"AgentStateChange",`, ``, "frame has no Method (documented)"},
		"a Method of wrong type":  {`"Method":"AgentStateChange"`, `"Method":7`, "a header member of the frame has the wrong type (documented)"},
		"no MsgType":              {head + ",", ``, "the header's MsgType is missing (documented)"},
		"another version":         {`{"Ver":"1.0","SeqId":1,"MsgId":"ntf`, `{"Ver":"2.0","SeqId":1,"MsgId":"ntf`, `the header's Ver is not "1.0" (documented)`},
		"unknown event":           {`"Method":"Held"`, `"Method":"Parked"`, "the table has no event Parked (observed)"},
		"unknown request":         {`"Method":"Hold"`, `"Method":"Park"`, "the table has no request Park (observed)"},
		"a reply to another":      {`"Method":"Hold","ErrCode"`, `"Method":"Unhold","ErrCode"`, "its request was Hold (observed)"},
		"an unknown ErrCode":      {`"ErrCode":"100005"`, `"ErrCode":"987654"`, "ErrCode 987654 is no code of the table (documented)"},
		"an ErrCode as a number":  {`"ErrCode":"000000"`, `"ErrCode":0`, "ErrCode is a number, in the table a string (documented)"},
		"an unknown state":        {`"OldState":"offline","CurState":"idle"`, `"OldState":"offline","CurState":"dancing"`, "CurState has a value that the table does not have for AgentState (observed)"},
		"a state of wrong type":   {`"OldState":"offline"`, `"OldState":5`, "OldState is a number, in the table a string (observed)"},
		"a state that is missing": {`"OldState":"offline",`, ``, "OldState is missing (observed)"},
		"no call leads there":     {`"OldState":"idle","CurState":"ringing"`, `"OldState":"idle","CurState":"talking"`, "from idle no call leads to talking (inferred)"},
		"the phone's state":       {`"CurState":"busy"`, `"CurState":"warm"`, "CurState has a value that the table does not have for PhoneState (observed)"},
		"a time of another form":  {`"StartTime":"20`, `"StartTime":"on 20`, "StartTime is not of the form YYYY-MM-DD hh:mm:ss (inferred)"},
		"an unknown CallType":     {`"CallType":"OtherIn"`, `"CallType":"Chat"`, "CallType has a value that the table does not have for CallType (observed)"},
		"an unknown WorkFlow":     {`"WorkFlow":"out_callback"`, `"WorkFlow":"fax"`, "WorkFlow has a value that the table does not have for WorkFlow (observed)"},
		"an unknown direction":    {`"CallDirection":"Outbound"`, `"CallDirection":"Up"`, "CallDirection has a value that the table does not have for CallDirection (observed)"},
		"no payload":              {`"Payload":{"CallEvent":"Originated"`, `"Payload":null,"Other":{"CallEvent":"Originated"`, "Payload is null, in the table an object (observed)"},
		"another event inside":    {`{"CallEvent":"Held"`, `{"CallEvent":"Retrieved"`, "Payload.CallEvent is another than Method (observed)"},
		"no CallID":               {`"Method":"Originated","CallID"`, `"Method":"Originated","Id"`, "CallID is missing (observed)"},
		"an authority as a text":  {`"AllowHold":false`, `"AllowHold":"no"`, "CallAuthority.AllowHold is a string, in the table true or false (observed)"},
		"a party without number":  {`"CallerInfo":{"TelNumber"`, `"CallerInfo":{"Number"`, "CallerInfo.TelNumber is missing (observed)"},
		"an unknown phone mode":   {`"CallMode":["cellphone"`, `"CallMode":["satellite"`, "Data.CallMode[] has a value that the table does not have for PhoneMode (observed)"},
		"a list that is none":     {`"SpNumbers":["`, `"SpNumbers":{"x":["`, "not valid JSON"},
		"a number that is none":   {`"SpNumbers":["`, `"SpNumbers":[7,"`, "Data.SpNumbers[] is a number, in the table a string (observed)"},
		"a reason without label":  {`"Code":101,"Label":"Lunch"`, `"Code":101`, "Data.Reasons[].Label is missing (observed)"},
		"no GetState data":        {`"Data":{"CurState":"offline"`, `"More":{"CurState":"offline"`, "Data is missing, in the table an object (observed)"},
		"a state in GetState":     {`"CurExtState":"idle"`, `"CurExtState":"warm"`, "Data.CurExtState has a value that the table does not have for PhoneState (observed)"},
		"a parameter is missing":  {`"Method":"Hold","CallID"`, `"Method":"Hold","Id"`, "parameter CallID is missing (observed)"},
		"a parameter's type":      {`"OwnerType":"app"`, `"OwnerType":1`, "parameter OwnerType is a number, in the table a string (observed)"},
		"a parameter's value":     {`"State":"idle"}`, `"State":"talking"}`, "parameter State has a value that the table does not allow (observed)"},
		"no TerminalType":         {`"TerminalType":"webrtc"`, `"Type":"webrtc"`, "member TerminalType is missing or another than always (observed)"},
		"an agent of another":     {`"AgentId":"1001","State"`, `"AgentId":"1002","State"`, "its AgentId is not the connection's (documented)"},
		"an integer as a text":    {`"State":"idle"}`, `"State":"onBreak","SubState":"101"}`, "parameter SubState is a string, in the table an integer (observed)"},
		"the timestamp's form":    {`&Timestamp=`, `&Timestamp=0`, "Timestamp is not Unix seconds (documented)"},
		"an account of a kind":    {`"Password":"webrtc-1001"`, `"Password":{}`, "Data.Password is an object, in the table a string (observed)"},
		"parties that are a list": {`"CallerInfo":{"TelNumber":"903104681001"}`, `"CallerInfo":[]`, "CallerInfo is an array, in the table an object (observed)"},
		"the token's form":        {`&Token=`, `&Token=x`, "Token is not 40 lower-case hexadecimal digits (documented)"},
		"the URL's order":         {`AppId=00000000-0000-4000-8000-000000000001&AgentId=1001`, `AgentId=1001&AppId=00000000-0000-4000-8000-000000000001`, "the query's members are AppId, AgentId, Token, Timestamp, in this order (observed)"},
		"a backend's order":       {`/agents?Token`, `/agents?State=idle&Token`, "the query does not begin with Token, Timestamp, AppId (observed)"},
		"a backend without JSON":  {`{"ErrCode":"000000","ErrDesc":"OK","Result"`, `<html>"Result"`, "the answer is not a JSON object (documented)"},
		"a backend's ErrCode":     {`{"ErrCode":"000000","ErrDesc":"OK","Result"`, `{"ErrCode":"000099","ErrDesc":"OK","Result"`, "ErrCode 000099 is no code of the table (documented)"},
		"half an envelope":        {`{"ErrCode":"000000","ErrDesc":"OK","Result"`, `{"ErrCode":"000000","Result"`, "the envelope's ErrDesc is missing (documented)"},
		"the other envelope":      {`"succeed":true,"code"`, `"succeed":true,"status"`, "the envelope's code is missing (documented)"},
		"no result":               {`"Result":{"AgentList"`, `"Result":{"Agents"`, "Result.AgentList is missing, in the table an array (observed)"},
		"an agent's state":        {`"State":2,"WorkId"`, `"State":"idle","WorkId"`, "Result.AgentList[].State is a string, in the table an integer (observed)"},
		"a body that is none":     {`{"type":"2"`, `"type":"2"`, "its body is not a JSON object (observed)"},
		"a body's parameter":      {`"defaultId":"11"`, `"defaultId":[11]`, "parameter defaultId is an array, in the table a string or a number (observed)"},
	} {
		t.Run(name, func(t *testing.T) {
			printed, found := check(t, doctored(t, test.old, test.replacement))
			assert.Contains(t, printed, "CONTRADICTS: "+test.says)
			assert.Positive(t, found)
		})
	}
}

func TestWhatIsIgnored(t *testing.T) {
	for name, test := range map[string]struct{ old, replacement, says string }{
		"a member of an event":      {`"OldState":"offline"`, `"OldState":"offline","Skill":{"a":1}`, "ignored: Skill\n"},
		"a member of a payload":     {`"CallEvent":"Held"`, `"CallEvent":"Held","Queue":7`, "ignored: Queue\n"},
		"a member beside a payload": {`"Method":"Held"`, `"Method":"Held","Trunk":7`, "ignored: Trunk\n"},
		"a member of a party":       {`"CallerInfo":{`, `"CallerInfo":{"Vip":true,`, "CallerInfo.Vip"},
		"a member of the state":     {`"Data":{"CurState":"offline"`, `"Data":{"Skills":[],"CurState":"offline"`, "ignored: Data.Skills\n"},
		"a member of a result":      {`"SpNumbers"`, `"Pools":[],"SpNumbers"`, "ignored: Data.Pools\n"},
		"a member of an account":    {`"SipServer"`, `"Realm":"r","SipServer"`, "ignored: Data.Realm\n"},
		"a member of a request":     {`"Method":"Hold"`, `"Method":"Hold","Music":1`, "ignored: Music\n"},
		"a member of an envelope":   {`"succeed":true`, `"succeed":true,"traceId":"x"`, "ignored: traceId\n"},
		"a member of an agent":      {`"Email"`, `"Phone":"1","Email"`, "ignored: Result.AgentList[].Phone\n"},
		"a member of the URL":       {`/ws?`, `/ws?Region=eu&`, "ignored: Region\n"},
		"a name that is a number":   {`"OldState":"offline"`, `"OldState":"offline","13800138000":1`, "ignored: (a name that is no word)\n"},
		"a backend call":            {`/backend/agents?`, `/backend/skills?`, "ignored: a call that is no method's\n"},
		"an older event":            {`"Method":"Held"`, `"Method":"UserAnswered"`, "UserAnswered, which raises no event\n"},
	} {
		t.Run(name, func(t *testing.T) {
			printed, _ := check(t, doctored(t, test.old, test.replacement))
			assert.Contains(t, printed, test.says)
		})
	}
}

func TestAnErrorFrameAnswersNobody(t *testing.T) {
	printed, found := check(t, withFrames(t, func(frames []message) []message {
		return append(frames, message{"receive", frames[0].Time, 1, `{"rcode":"000036","rdesc":"GetState error: 138"}`},
			message{"receive", frames[0].Time, 1, `{"rcode":36,"rdesc":"!","trace":"x"}`})
	}))
	assert.Contains(t, printed, "error frame 000036 about GetState\n")
	assert.Contains(t, printed, "error frame 36 about nothing\n            ignored: trace\n")
	assert.Zero(t, found)
}

func TestARefusedTokenIsUnderstood(t *testing.T) {
	const answer = `{"ErrCode":"000000","ErrDesc":"OK","Result":{"AgentList"`
	har := doctored(t, answer, `{"ErrCode":"200020","ErrDesc":"authentication failed","Result":null,"Old":{"AgentList"`)
	har = strings.Replace(har, `"status": 200`, `"status": 401`, 1)
	printed, found := check(t, har)
	assert.Contains(t, printed, "GetOtherAgentsAsync, HTTP 401, 200020: the token was refused\n")
	assert.Zero(t, found)
}
