package sandbox

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// The agents' roles. "agent" is documented, "supervisor" is the sandbox's own.
const (
	RoleAgent      = "agent"
	RoleSupervisor = "supervisor"
)

// directory is the tenant's fixed data: agents, queues, numbers and the choices
// that they offer. Nothing in it changes after newDirectory.
type directory struct {
	accounts []account
	queues   []queue
	flows    []ivrFlow
	reasons  []breakReason
	numbers  []spNumber // the tenant's own relay numbers
	pools    []numberPool
}

// account is an agent as the tenant has set it up.
type account struct {
	id, name, role string
	mobile         string
	terminals      map[spec.PhoneMode]Terminal
	numbers        []spNumber // relay numbers of this agent
}

// Terminal is the account of an agent's desk phone or web phone (documented).
type Terminal struct {
	SipServer string // host, and port if it is not the usual one; or a URL, see Config.SIPServer
	Number    string
	Password  string
}

// spNumber is a relay number, which callers see: the display number.
type spNumber struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	City   string `json:"city,omitempty"`
}

// numberPool is a set of relay numbers, used in turn.
type numberPool struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Numbers []spNumber `json:"-"`
}

// breakReason is a custom sub-state of a break (documented).
type breakReason struct {
	Code  int
	Label string
	Owner spec.AgentState
}

type ivrFlow struct {
	ID    int       `json:"id"`
	Name  string    `json:"name"`
	Nodes []ivrNode `json:"-"`
}

type ivrNode struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

func newDirectory(config Config) directory {
	tenant := []spNumber{
		{ID: "1", Number: "051480114036", City: "Beijing"},
		{ID: "2", Number: "051480114037", City: "Beijing"},
		{ID: "3", Number: "051480114038", City: "Beijing"},
	}
	d := directory{
		numbers: tenant,
		pools: []numberPool{
			{ID: "11", Name: "Support pool", Numbers: tenant[:2]},
			{ID: "12", Name: "Sales pool", Numbers: tenant[2:]},
		},
		reasons: []breakReason{
			{101, "Lunch", spec.AgentOnBreak},
			{102, "Using the restroom", spec.AgentOnBreak},
			{103, "Meeting", spec.AgentOnBreak},
		},
		flows: []ivrFlow{
			{ID: 25, Name: "ivrtest", Nodes: []ivrNode{{1, "Welcome"}, {2, "Main menu"}, {3, "Satisfaction survey"}}},
			{ID: 26, Name: "After hours", Nodes: []ivrNode{{1, "Opening hours"}, {2, "Voice mail"}}},
		},
	}
	sipServer, deskServer := config.SIPServer, config.SIPServer
	if strings.HasPrefix(deskServer, "/") {
		deskServer = defaultSIPServer // the Voice is for web phones only
	}
	names := strings.Fields("Alice Bob Carol Dave Erin Frank Grace Heidi Ivan Judy")
	support := queue{id: "2", name: "Support", strategy: 2, timeout: 60}
	for i := range config.Agents {
		id, name := fmt.Sprint(1001+i), names[i%len(names)]
		if i >= len(names) {
			name += " " + id
		}
		role := RoleAgent
		if i%len(names) == len(names)-1 || config.Agents < len(names) && i > 0 && i == config.Agents-1 {
			role = RoleSupervisor
		} else {
			support.members = append(support.members, id)
		}
		d.accounts = append(d.accounts, account{
			id: id, name: name, role: role,
			mobile: "1390000" + id,
			terminals: map[spec.PhoneMode]Terminal{
				spec.ModeVoIP:   {deskServer, "90310468" + id, config.password(spec.ModeVoIP, id)},
				spec.ModeWebRTC: {sipServer, "90310568" + id, config.password(spec.ModeWebRTC, id)},
			},
			numbers: []spNumber{
				{ID: "1", Number: "02160" + id + "1", City: "Shanghai"},
				{ID: "2", Number: "02160" + id + "2", City: "Shanghai"},
			},
		})
	}
	d.queues = []queue{support}
	return d
}

// password returns the password of an agent's phone, derived from the seed.
func (c Config) password(mode spec.PhoneMode, agentID string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s %s", c.Seed, mode, agentID))
	return string(mode) + "-" + hex.EncodeToString(sum[:12])
}

// number returns where the agent can be called in the given mode.
func (a account) number(mode spec.PhoneMode) string {
	if mode == spec.ModeCellphone {
		return a.mobile
	}
	return a.terminals[mode].Number
}

// Terminal returns the account of the agent's desk phone (voip) or web phone
// (webrtc). A sound server authenticates with it. The error is a *Refusal.
func (p *Platform) Terminal(agentID string, mode spec.PhoneMode) (Terminal, error) {
	a, err := p.engine.agent(agentID)
	if err != nil {
		return Terminal{}, err
	}
	return a.terminal(mode)
}

func (a account) terminal(mode spec.PhoneMode) (Terminal, error) {
	t, ok := a.terminals[mode]
	if !ok {
		return Terminal{}, refuse(spec.ServerParameterError, "no terminal of type %q; ask for voip or webrtc", mode)
	}
	return t, nil
}

// cityOf returns the city of a number by its prefix, empty if the prefix is
// unknown. An absent City is part of the protocol, so both occur.
func cityOf(number string) string {
	for _, area := range []struct{ prefix, city string }{
		{"138", "Beijing"}, {"010", "Beijing"}, {"0514", "Beijing"},
		{"021", "Shanghai"}, {"139", "Shanghai"}, {"157", "New York"},
	} {
		if strings.HasPrefix(number, area.prefix) {
			return area.city
		}
	}
	return ""
}
