package sandbox_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestAgentStateOptions(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.request("GetAgentStatusOptions", nil)
		assert.Equal(t, members{
			"State": []any{"idle", "busy", "onBreak", "offline"},
			"Reasons": []any{
				members{"Code": 101.0, "Label": "Lunch", "Owner": "onBreak"},
				members{"Code": 102.0, "Label": "Using the restroom", "Owner": "onBreak"},
				members{"Code": 103.0, "Label": "Meeting", "Owner": "onBreak"},
			},
		}, a.expect("GetAgentStatusOptions 000000")["Data"])
	})
}

func TestPhoneModeOptions(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.request("GetCallModeOptions", nil)
		assert.Equal(t, members{"CallMode": []any{"cellphone", "voip", "webrtc"}}, a.expect("GetCallModeOptions 000000")["Data"])
	})
}

func TestTerminals(t *testing.T) {
	play(t, sandbox.Config{SIPServer: "127.0.0.1:5066"}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.request("GetAgentTerminalInfo", members{"TerminalType": "webrtc"})
		webPhone := a.expect("GetAgentTerminalInfo 000000")["Data"].(members)
		assert.Regexp(t, "^webrtc-[0-9a-f]{24}$", webPhone["Password"])
		delete(webPhone, "Password")
		assert.Equal(t, members{"SipServer": "127.0.0.1:5066", "Number": "903105681001"}, webPhone)
		a.request("GetAgentTerminalInfo", members{"TerminalType": "cellphone"})
		a.expect("GetAgentTerminalInfo 000001")

		terminal, err := w.Terminal("1001", spec.ModeVoIP)
		require.NoError(t, err)
		assert.Regexp(t, "^voip-[0-9a-f]{24}$", terminal.Password)
		terminal.Password = ""
		assert.Equal(t, sandbox.Terminal{SipServer: "127.0.0.1:5066", Number: "903104681001"}, terminal)
		_, err = w.Terminal("9999", spec.ModeVoIP)
		require.ErrorContains(t, err, "9999")
	})
}

func TestRelayNumbers(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, b := w.idle("1001"), w.idle("1002")
		numbers := func(p *page, owner any) members {
			p.request("GetDisplayNumber", members{"OwnerType": owner})
			return p.expect("GetDisplayNumber 000000")["Data"].(members)
		}
		choose := func(owner, number, errCode string) {
			a.request("SetDisplayNumber", members{"OwnerType": owner, "DisplayNumber": number})
			a.expect("SetDisplayNumber " + errCode)
		}
		assert.Equal(t, members{"SpNumbers": []any{"0216010011", "0216010012"}, "DefSpNumber": ""}, numbers(a, "agent"))
		assert.Equal(t, numbers(a, "agent"), numbers(a, nil), "agent is the default")
		assert.Equal(t, members{"SpNumbers": []any{"051480114036", "051480114037", "051480114038"}, "DefSpNumber": ""}, numbers(a, "app"))

		choose("app", "051480114038", "000000")
		assert.Equal(t, "051480114038", numbers(b, "app")["DefSpNumber"], "the tenant's choice is everybody's")
		choose("agent", "0216010011", "000000")
		assert.Equal(t, "0216010011", numbers(a, "agent")["DefSpNumber"])
		assert.Equal(t, "", numbers(b, "agent")["DefSpNumber"])

		choose("agent", "051480114038", "100005")
		choose("app", "", "000001")
		choose("nobody", "051480114038", "000001")
		a.request("GetDisplayNumber", members{"OwnerType": "nobody"})
		a.expect("GetDisplayNumber 000001")

		for p, shown := range map[*page]string{a: "0216010011", b: "051480114038"} {
			p.request("Dialout", members{"DestNumber": silent})
			originated := p.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
			assert.Equal(t, shown, originated["Payload"].(members)["DisplayInfo"].(members)["TelNumber"])
		}
	})
}

func TestSettingsThatAreRefused(t *testing.T) {
	for name, test := range map[string]struct {
		method string
		params members
	}{
		"no state":                     {"Login", nil},
		"no known state":               {"Login", members{"State": "asleep"}},
		"a state the server sets":      {"Login", members{"State": "talking"}},
		"logging in as offline":        {"Login", members{"State": "offline"}},
		"no known sub-state":           {"Login", members{"State": "onBreak", "SubState": 999}},
		"a sub-state of another state": {"Login", members{"State": "busy", "SubState": 101}},
		"an unknown state to set":      {"SetState", members{"State": "asleep"}},
		"no phone mode":                {"SetCallMode", nil},
		"no known phone mode":          {"SetCallMode", members{"Contact": "pigeon"}},
		"no wrap-up time":              {"SetWrapUpTime", nil},
		"a negative wrap-up time":      {"SetWrapUpTime", members{"WrapUpTime": -1}},
		"a broken wrap-up time":        {"SetWrapUpTime", members{"WrapUpTime": 1.5}},
		"too long a wrap-up time":      {"SetWrapUpTime", members{"WrapUpTime": 86401}},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a := w.connect("1001")
				before := w.State()
				a.request(test.method, test.params)
				a.expect(test.method + " 000001")
				assert.Equal(t, before, w.State())
			})
		})
	}
}

func TestNothingButHangingUpInACall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, _ := w.talking("1001")
		before := w.State()
		for method, params := range map[string]members{
			"SetState": {"State": "busy"}, "Logout": {}, "Login": {"State": "idle"},
			"SetCallMode": {"Contact": "webrtc"}, "Dialout": {"DestNumber": customer}, "Complete": {},
		} {
			a.request(method, params)
			a.expect(method + " 100021")
		}
		_, err := w.CustomerCalls("1001", customer)
		require.ErrorContains(t, err, "agent 1001 is talking")
		assert.Equal(t, before, w.State())
	})
}

func TestPasswordsFollowFromTheSeed(t *testing.T) {
	password := func(seed uint64, agentID string) string {
		p := sandbox.New(sandbox.Config{Seed: seed})
		defer p.Close()
		terminal, err := p.Terminal(agentID, spec.ModeWebRTC)
		require.NoError(t, err)
		return terminal.Password
	}
	assert.Equal(t, password(7, "1001"), password(7, "1001"))
	assert.NotEqual(t, password(7, "1001"), password(8, "1001"))
	assert.NotEqual(t, password(7, "1001"), password(7, "1002"))
}
