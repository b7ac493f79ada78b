package voice

import (
	"testing"

	"github.com/pion/webrtc/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// suffers places a fault that lasts until it is taken back.
func (w *world) suffers(kind sandbox.FaultKind) {
	w.Helper()
	require.NoError(w, w.Fault("1001", sandbox.Fault{Kind: kind, Ms: 60_000}))
}

// forgives takes the faults back.
func (w *world) forgives() {
	w.Helper()
	require.NoError(w, w.ClearFaults("1001"))
}

func TestASilentServerLosesWhatIsSaid(t *testing.T) {
	t.Parallel()
	w := start(t)
	p, err := w.wire("")
	require.NoError(t, err)
	other := w.phone("1002")
	p.say(invitation("before"))
	assert.Contains(t, p.hear(), "SIP/2.0 407 ")
	w.suffers(sandbox.FaultSIPSilent)
	p.say(invitation("lost"))
	newer, err := w.wire("")
	require.NoError(t, err, "sockets can be opened")
	newer.say(invitation("lost too"))
	assert.Equal(t, 200, other.register(600), "another agent's phone is served")
	w.forgives()
	p.say(invitation("after"))
	assert.Contains(t, p.hear(), "Call-ID: after\r\n", "what was lost stays so")
	newer.say(invitation("after too"))
	assert.Contains(t, newer.hear(), "Call-ID: after too\r\n")
}

func TestASIPRequestIsRefusedByAFault(t *testing.T) {
	t.Parallel()
	w := start(t)
	phone := w.phone("1001")
	require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 503}))
	assert.Equal(t, 503, phone.register(600))
	assert.Equal(t, 200, phone.register(600))
	_ = w.page("1001")
	require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 603, SIPMethod: "INVITE"}))
	_, err := phone.dial(t.Context(), melodious)
	assert.ErrorContains(t, err, "603")
	phone.dials(melodious).hangsUp()
}

func TestTheSoundIsLostWhileTheConnectionStays(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	talk := phone.dials(melodious)
	talk.hearsTune(Melody)
	w.hears(0, phone.tone)
	w.suffers(sandbox.FaultMediaSilent)
	talk.hearsAll()
	w.hears(0, 0)
	assert.Equal(t, webrtc.ICEConnectionStateConnected, talk.media.connection.ICEConnectionState())
	w.forgives()
	talk.hearsTune(Melody)
	w.hears(0, phone.tone)
}

func TestTheWayOfTheSoundIsLost(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	talk := phone.dials(melodious)
	talk.hearsTune(Melody)
	w.suffers(sandbox.FaultICEFail)
	w.eventually(func() bool {
		return talk.media.connection.ICEConnectionState() == webrtc.ICEConnectionStateDisconnected
	}, "the way is not lost")
	w.forgives()
	talk.hearsTune(Melody)
	talk.hangsUp()

	w.suffers(sandbox.FaultICEFail)
	wayless := phone.dials(melodious)
	w.becomes("1001", sandbox.LegEstablished)
	w.eventually(func() bool { return checks(wayless.media.connection) >= 3 }, "no way is looked for")
	assert.NotEqual(t, webrtc.ICEConnectionStateConnected, wayless.media.connection.ICEConnectionState())
	w.forgives()
	wayless.hearsTune(Melody)
}

func TestAStrangerAsksToBeAnsweredAtOnce(t *testing.T) {
	t.Parallel()
	w := start(t)
	assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultAnswerAfter}), "is not registered")
	_, phone := w.registered("1001")
	before := w.State()
	stranger := func() *incoming {
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultAnswerAfter}))
		call := phone.rung()
		assert.Contains(t, call.invite.GetHeader("Call-Info").Value(), "answer-after=0")
		return call
	}
	phone.refuses(stranger())
	phone.answers(stranger()).hangsUp()
	assert.Equal(t, before, w.State(), "the platform knows nothing of it")

	// Its end is none of a call that the platform has brought.
	_, err := w.CustomerCalls("1001", melodious)
	require.NoError(t, err)
	phone.answers(phone.rung())
	w.becomes("1001", sandbox.LegEstablished)
	phone.answers(stranger()).hangsUp()
	w.phoneBecomes("1001", spec.PhoneBusy)
	assert.Len(t, w.State().Calls, 1)
}

// checks is how often the connection has tried a way.
func checks(connection *webrtc.PeerConnection) (sent uint64) {
	for _, stats := range connection.GetStats() {
		if pair, ok := stats.(webrtc.ICECandidatePairStats); ok {
			sent += pair.RequestsSent
		}
	}
	return sent
}
