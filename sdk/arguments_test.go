package sdk

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Every way in which a page may spell the arguments, and the frame's members.
func TestWhatIsTakenForAnArgument(t *testing.T) {
	for _, tc := range []struct{ method, args, wire, members string }{
		{"HangupAsync", `["c"]`, "Hangup", `{"CallID":"c"}`},
		{"HangupAsync", `[{"CallId":"c"}]`, "Hangup", `{"CallID":"c"}`},
		{"HangupAsync", `[{"CallID":"c"}]`, "Hangup", `{"CallID":"c"}`},
		{"HoldAsync", `[{"CallID":"c","Extra":1}]`, "Hold", `{"CallID":"c"}`},
		{"MakeCallAsync", `[10086]`, "Dialout", `{"DestNumber":"10086"}`},
		{"MakeCallAsync", `["+86*#1",null]`, "Dialout", `{"DestNumber":"+86*#1"}`},
		{"MakeCallAsync", `["10086",{"__proto__":{"a":1},"x":"\ud800"}]`, "Dialout", `{"DestNumber":"10086","__proto__":{"a":1},"x":"\ud800"}`},
		{"MakeCallAsync", `["\u202a+86\u00a0(138) 0013\u20118000\u202c"]`, "Dialout", `{"DestNumber":"+8613800138000"}`},
		{"MakeCallAsync", `["１０．０８６＃"]`, "Dialout", `{"DestNumber":"10086#"}`},
		{"TransferAsync", `[{"CallId":"c","AgentPhone":"\ufeff100-86\u2069"}]`, "Transfer", `{"CallID":"c","AgentPhone":"10086"}`},
		// The gateway may know what this is.
		{"TransferAsync", `[{"CallId":"c","AgentPhone":"sip:a-b"}]`, "Transfer", `{"CallID":"c","AgentPhone":"sip:a-b"}`},
		{"SetAgentStateAsync", `["onBreak","0101"]`, "SetState", `{"State":"onBreak","SubState":101}`},
		{"SetAgentStateAsync", `["onBreak",101]`, "SetState", `{"State":"onBreak","SubState":101}`},
		{"SetAgentStateAsync", `["onBreak","101"]`, "SetState", `{"State":"onBreak","SubState":101}`},
		{"SetAgentStateAsync", `["onBreak",""]`, "SetState", `{"State":"onBreak"}`},
		{"SetAgentStateAsync", `["onBreak",0]`, "SetState", `{"State":"onBreak"}`},
		{"SetAgentStateAsync", `["busy",101]`, "SetState", `{"State":"busy"}`},
		{"SetAgentStateAsync", `["offline"]`, "Logout", `{}`},
		{"SetPhoneModeAsync", `["voip"]`, "SetCallMode", `{"Contact":"voip"}`},
		{"SetPhoneModeAsync", `["cellphone"]`, "SetCallMode", `{"Number":null,"Contact":"cellphone"}`},
		{"TransferAsync", `[{"CallId":"c","AgentId":1002}]`, "Transfer", `{"CallID":"c","AgentID":"1002"}`},
		{"TransferAsync", `[{"CallId":"c","AgentPhone":"10086","AgentId":""}]`, "Transfer", `{"CallID":"c","AgentPhone":"10086"}`},
		{"ForcePickupAsync", `[{"CallId":"c","AgentId":"1","AgentPhone":"2"}]`, "BargeIn", `{"CallID":"c","AgentID":"1","AgentPhone":"2"}`},
		{"ConsultationToTransferAsync", `[{"CallId":"c","AgentId":"1"}]`, "ConsultationToTransfer", `{"CallID":"c"}`},
		{"GetWebPhoneInfoAsync", `[]`, "GetAgentTerminalInfo", `{"TerminalType":"webrtc"}`},
		{"SetCallInWrapUpTimeAsync", `["30"]`, "SetWrapUpTime", `{"WrapUpTime":30}`},
		{"SetCallInWrapUpTimeAsync", `["05"]`, "SetWrapUpTime", `{"WrapUpTime":5}`},
		{"SetCallInWrapUpTimeAsync", `["+007 "]`, "SetWrapUpTime", `{"WrapUpTime":7}`},
		{"SetCallInWrapUpTimeAsync", `["000"]`, "SetWrapUpTime", `{"WrapUpTime":0}`},
	} {
		t.Run(tc.method+tc.args, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.connect()
				c.core.agent.view.AgentState = AgentTalking
				if tc.wire == "Dialout" {
					c.core.agent.view.AgentState = AgentIdle
				}
				s.begin(tc.method, tc.args)
				in := s.took()
				assert.Equal(t, tc.wire, in.Method)
				members := wire.Incoming{Frame: in.Frame}.Stripped()
				assert.JSONEq(t, tc.members, string(members))
			})
		})
	}
}

func TestLoginCarriesTheIdentity(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		c.core.agent.view.AgentState = AgentOffline
		s.begin("SetAgentStateAsync", `["onBreak",101]`)
		in := s.took()
		assert.Equal(t, "Login", in.Method)
		assert.JSONEq(t, `{"AppId":"app","AgentId":"1001","State":"onBreak","SubState":101}`, string(in.Stripped()))
	})
}

// unusable is, for every kind of parameter, what cannot be one.
var unusable = []string{`{}`, `[]`, `true`, `[1]`, `{"__proto__":null}`}

func TestBadParametersNameTheParameter(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		for i := range spec.Methods {
			row := &spec.Methods[i]
			if row.Sync {
				continue
			}
			for at := range row.Params {
				for _, value := range append(unusable, `null`, `""`, `" "`) {
					args := argsWith(row, at, value)
					optional := row.Params[at].Optional || row.Params[at].Default != ""
					if optional && (value == `null` || value == `""` || value == `" "`) {
						continue
					}
					end := s.begin(row.Name, args)
					_, err := end()
					require.NotNil(t, err, "%s%s", row.Name, args)
					assert.NotEqual(t, spec.TimedOut, err.Reason)
					if err.Code == row.Code {
						assert.Contains(t, err.Message, row.Params[at].Name, "%s%s", row.Name, args)
					} else {
						assert.Equal(t, row.Params[at].Bad, err.Code, "%s%s", row.Name, args)
					}
				}
			}
			for _, args := range []string{`{}`, `7`, `nonsense`, `[`, `[{]`} {
				s.refused(s.begin(row.Name, args), row.Code, spec.ArgsNotJSON)
			}
		}
		assert.Empty(t, s.sent, "nothing was sent")
		assert.Empty(t, s.calls)
	})
}

func TestWhatCannotBeDialledIsNamed(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		for number, says := range map[string]string{
			`"138x0013-8000"`:       "at position 4 (U+0078).",
			`"\u202a1\u00b2\u202c"`: "at position 3 (U+00B2).",
			`"Zoë 10086"`:           "at position 1 (U+005A), 2 (U+006F), 3 (U+00EB).",
			`"tel:10086"`:           "at position 1 (U+0074), 2 (U+0065), 3 (U+006C), ….",
		} {
			err := s.refused(s.begin("MakeCallAsync", "["+number+"]"), CodeNumberNotDialable, spec.NumberHolds)
			assert.Contains(t, err.Message, says)
			assert.NotContains(t, err.Message, "10086")
		}
		s.refused(s.begin("MakeCallAsync", `[13800138000.5]`), CodeNumberNotDialable, spec.ParamWrong)
		s.refused(s.begin("MakeCallAsync", `["1-1-0"]`), CodeNumberNotDialable, spec.ParamWrong)
		s.refused(s.begin("MakeCallAsync", `["\u200b(--)"]`), CodeNumberNotDialable, spec.ParamMissing)
		s.refused(s.begin("SetCallInWrapUpTimeAsync", `["0x10"]`), spec.InWrapUpMalformed, spec.ParamWrong)
		s.refused(s.begin("SetCallInWrapUpTimeAsync", `["-5"]`), spec.InWrapUpMalformed, spec.ParamWrong)
		assert.Empty(t, s.sent)
	})
}

// argsWith are good arguments of a row, but for the parameter at.
func argsWith(row *spec.Method, at int, value string) string {
	var list []string
	var object wire.Builder
	for i, p := range row.Params {
		good := wire.Raw(`"10086"`)
		switch {
		case i == at:
			good = wire.Raw(value)
		case p.Name == "AgentPhone":
			continue
		case p.Type == "AgentState":
			good = `"idle"`
		case p.Type == "OwnerType":
			good = `"app"`
		case p.Type == "AudioKind":
			good = `"ringer"`
		case p.Name == "type":
			good = `1`
		}
		list = append(list, string(good))
		object.Raw(p.Name, good)
	}
	if row.Shape == spec.Positional {
		return "[" + strings.Join(list, ",") + "]"
	}
	return "[" + string(object.Object()) + "]"
}

func TestExactlyOneOfAgentAndPhone(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		for _, method := range []string{"TransferAsync", "ConsultationAsync", "ThreewayAsync"} {
			for _, args := range []string{`[{"CallId":"c"}]`, `[{"CallId":"c","AgentId":"1","AgentPhone":"2"}]`} {
				err := s.refused(s.begin(method, args), spec.FindMethod(method).Code, spec.ParamChoice)
				assert.Contains(t, err.Message, "AgentId, AgentPhone")
			}
		}
		assert.Empty(t, s.sent)
	})
}

func TestHugeArgumentsAreRefused(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		huge := strings.Repeat("1", 1<<20)
		s.refused(s.begin("MakeCallAsync", `["`+huge+`"]`), CodeMakeCallFailed, spec.TooLarge)
		assert.Empty(t, s.sent)
	})
}

func TestMuteIsTheWebPhones(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.refused(s.begin("MuteAsync", `[{"callId":"c"}]`), CodeFailed, spec.OnlyWebRTC)
		s.refused(s.begin("UnmuteAsync", `[{"CallId":"c"}]`), CodeFailed, spec.OnlyWebRTC)
		c.core.agent.view.PhoneMode = ModeWebRTC
		s.refused(s.begin("MuteAsync", `[{"CallId":"c"}]`), CodeFailed, spec.NoWebPhone)
	})
}

func TestThereIsNoOtherMethod(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.refused(s.begin("NoSuchMethod", `[]`), CodeFailed, spec.UnknownMethod)
	})
}

func TestConfigNamesWhatIsMissing(t *testing.T) {
	full := Config{AppID: "a", AgentID: "b", Domain: "wss://c", HTTPDomain: "https://d",
		Token: func(context.Context) (Credentials, error) { return Credentials{}, nil }}
	for name, drop := range map[string]func(*Config){
		"AppID": func(c *Config) { c.AppID = " " }, "AgentID": func(c *Config) { c.AgentID = "" },
		"Domain": func(c *Config) { c.Domain = "\t" }, "HTTPDomain": func(c *Config) { c.HTTPDomain = "" },
		"Token": func(c *Config) { c.Token = nil },
	} {
		config := full
		drop(&config)
		_, err := New(config)
		assert.ErrorContains(t, err, "Config."+name)
	}
	_, err := New(full)
	assert.NoError(t, err)
}
