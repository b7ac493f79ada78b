package voice

import (
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// phoneBecomes waits until the agent's phone is in the state.
func (w *world) phoneBecomes(agentID string, state spec.PhoneState) {
	w.Helper()
	w.eventually(func() bool {
		for _, a := range w.State().Agents {
			if a.AgentID == agentID {
				return a.PhoneState == state
			}
		}
		return false
	}, "the phone does not become "+string(state))
}

// returns registers a phone that has lost its socket, and may not know yet.
func (p *softphone) returns() {
	p.Helper()
	p.eventually(func() bool { return p.register(600) == 200 }, "it cannot register again")
}

func TestAPhoneRegistersAndUnregisters(t *testing.T) {
	t.Parallel()
	w := start(t)
	page := w.page("1001")
	info := page.request("GetAgentTerminalInfo", members{"TerminalType": "webrtc"})
	phone := w.phone("1001")
	assert.Equal(t, members{
		"SipServer": "ws" + w.URL[len("http"):] + "/sip", "Number": "903105681001", "Password": phone.password,
	}, info)
	w.phoneBecomes("1001", spec.PhoneOffline)
	assert.Equal(t, 200, phone.register(600))
	w.phoneBecomes("1001", spec.PhoneIdle)
	assert.Equal(t, 200, phone.register(600), "refreshed")
	assert.Equal(t, 200, phone.register(0))
	w.phoneBecomes("1001", spec.PhoneOffline)
}

func TestARegistrationRunsOut(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.page("1001")
	assert.Equal(t, 200, w.phone("1001").register(1))
	w.phoneBecomes("1001", spec.PhoneIdle)
	w.phoneBecomes("1001", spec.PhoneOffline)
}

func TestAWrongPasswordIsRefused(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.page("1001")
	phone := w.phone("1001")
	right := phone.password
	phone.password = "guessed"
	assert.Equal(t, 403, phone.register(600))
	phone.password, phone.number = right, "903105680000"
	assert.Equal(t, 403, phone.register(600))
	w.phoneBecomes("1001", spec.PhoneOffline)
}

func TestAnAgentRegistersOnlyHimself(t *testing.T) {
	t.Parallel()
	w := start(t)
	phone, other := w.phone("1001"), w.phone("1002")
	phone.aor = other.number
	assert.Equal(t, 403, phone.register(600))
}

func TestTheNewerPageKeepsTheRegistration(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.page("1001")
	older, newer := w.phone("1001"), w.phone("1001")
	newer.dialogs.ContactHDR.Address.User = "newer"
	assert.Equal(t, 200, older.register(600))
	assert.Equal(t, 200, newer.register(600))
	assert.Equal(t, 200, older.register(0))
	w.phoneBecomes("1001", spec.PhoneIdle)
	_, err := w.CustomerCalls("1001", melodious)
	require.NoError(t, err)
	newer.answers(newer.rung())
	w.becomes("1001", sandbox.LegEstablished)
}

func TestSocketsAreRefusedForATime(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, _ = w.registered("1001")
	began := time.Now()
	require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop, Ms: 2000}))
	dial := func(protocols ...string) int {
		socket, response, err := websocket.Dial(t.Context(), w.URL+"/sip", &websocket.DialOptions{Subprotocols: protocols})
		if err == nil {
			assert.Equal(t, "sip", socket.Subprotocol())
			_ = socket.CloseNow()
		}
		return response.StatusCode
	}
	assert.Equal(t, 503, dial("sip"))
	w.eventually(func() bool { return dial("sip") == 101 }, "sockets are still refused")
	assert.GreaterOrEqual(t, time.Since(began), 2*time.Second)
	assert.Equal(t, 426, dial(), "no SIP is spoken")
}

func TestAnOldNonceIsStale(t *testing.T) {
	n := newNonces()
	assert.True(t, n.fresh(n.at(time.Now())))
	assert.False(t, n.fresh(n.at(time.Now().Add(-nonceLifetime))))
	assert.False(t, n.fresh(newNonces().at(time.Now())), "of another server")
	assert.False(t, n.fresh("nonsense"))
}
