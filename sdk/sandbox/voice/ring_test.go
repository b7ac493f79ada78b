package voice

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// cancelled waits until the far end takes its INVITE back.
func (call *incoming) cancelled(t *testing.T) {
	t.Helper()
	select {
	case <-call.Context().Done():
	case <-time.After(patience):
		require.FailNow(t, "no CANCEL came")
	}
}

func TestACustomerGivesUpWhileThePhoneRings(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	callID, err := w.CustomerCalls("1001", melodious)
	require.NoError(t, err)
	ringing := phone.rung()
	require.NoError(t, w.CustomerHangsUp(callID))
	ringing.cancelled(t)
}

func TestThePhoneRefuses(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	_, err := w.CustomerCalls("1001", melodious)
	require.NoError(t, err)
	phone.refuses(phone.rung())
	w.becomes("1001", sandbox.LegCleared)
	assert.Empty(t, w.State().Calls)
}

func TestAPhoneThatLosesItsSocketWhileItRings(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	_, err := w.CustomerCalls("1001", melodious)
	require.NoError(t, err)
	phone.rung()
	require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop}))
	w.phoneBecomes("1001", "offline")
	phone.returns()
	w.phoneBecomes("1001", "busy")
	phone.answers(phone.rung()).hearsTune(Melody)
	w.becomes("1001", sandbox.LegEstablished)
}

// The gateway's Dialout has the phone called (inferred: what a switch does for
// desk phones).
func TestTheGatewaysDialoutCallsThePhone(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	page.request("Dialout", members{"DestNumber": melodious})
	ringing := phone.rung()
	assert.Contains(t, ringing.invite.GetHeader("Call-Info").Value(), "answer-after=0")
	phone.answers(ringing).hearsTune(Melody)
	w.becomes("1001", sandbox.LegEstablished)
	assert.EqualValues(t, "out_callback", w.call().WorkFlow)
}
