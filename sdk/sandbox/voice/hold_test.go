package voice

import (
	"testing"

	"github.com/emiago/sipgo/sip"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestAHeldCustomerHearsMusic(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	talk := phone.dials(melodious)
	w.hears(0, 1000)
	for range 2 {
		page.onCall("Hold", nil)
		talk.described("inactive")
		talk.hearsAll()
		w.hears(0, 300)
		w.hears(0, 400)
		page.onCall("Unhold", nil)
		talk.described("sendrecv")
		talk.hearsTune(Melody)
		w.hears(0, 1000)
	}
}

func TestTheSocketIsLostInACall(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	talk := phone.dials(melodious)
	w.becomes("1001", sandbox.LegEstablished)
	require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop}))
	w.phoneBecomes("1001", "offline")
	talk.hearsTune(Melody)

	// What happens meanwhile the phone hears of when it is back.
	page.onCall("Hold", nil)
	w.hears(0, 300)
	phone.returns()
	w.phoneBecomes("1001", "busy")
	talk.described("inactive")
	page.onCall("Unhold", nil)
	talk.described("sendrecv")
	talk.hearsTune(Melody)
	page.onCall("Hangup", nil)
	phone.ended(1)
}

func TestAPageThatHasLostItsCallIsHungUp(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	phone.dials(melodious)
	w.becomes("1001", sandbox.LegEstablished)
	require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop}))
	w.phoneBecomes("1001", "offline")

	reloaded := w.phone("1001")
	require.Equal(t, 200, reloaded.register(600))
	w.becomes("1001", sandbox.LegEstablished)
	page.onCall("Hold", nil)
	w.becomes("1001", sandbox.LegCleared)
}

// A phone whose network has changed sends a new offer.
func TestThePhoneRestartsItsMedia(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	talk := phone.dials(echoes)
	talk.hearsAll(1000)
	talk.accept(talk.reinvites(talk.restart()))
	talk.hearsAll(1000)
	w.hears(0, 1000)
}

func TestThePhoneHoldsByItself(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	talk := phone.dials(melodious)
	for _, test := range []struct{ offered, answered string }{{sendonly, recvonly}, {inactive, inactive}, {sendrecv, sendrecv}} {
		answer := talk.reinvites(directed(talk.media.reoffer(false), test.offered))
		assert.Equal(t, test.answered, directionOf(answer), test.offered)
	}
	talk.hearsTune(Melody)
	page.onCall("Hold", nil)
	talk.described(inactive)
	assert.Equal(t, inactive, directionOf(talk.reinvites(talk.media.reoffer(false))), "the platform's hold stands")
}

// reinvites sends an offer within the call and returns the answer. It waits if
// the far end is about to change the call itself.
func (t *talk) reinvites(offer string) (answer string) {
	t.Helper()
	t.eventually(func() bool {
		r := sip.NewRequest(sip.INVITE, t.client.InviteResponse.Contact().Address)
		r.AppendHeader(sip.NewHeader("Content-Type", "application/sdp"))
		r.SetBody([]byte(offer))
		response := t.request(r)
		answer = string(response.Body())
		return response.StatusCode != sip.StatusRequestPending
	}, "the re-INVITE is not answered")
	return answer
}
