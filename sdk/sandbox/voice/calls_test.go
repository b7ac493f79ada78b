package voice

import (
	"context"
	"errors"
	"testing"

	"github.com/emiago/sipgo"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// registered is an agent who is idle, with a phone that is registered.
func (w *world) registered(agentID string) (*page, *softphone) {
	w.Helper()
	page, phone := w.page(agentID), w.phone(agentID)
	require.Equal(w, 200, phone.register(600))
	return page, phone
}

func TestAnAgentDialsAndHearsTheMelody(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	for range 2 {
		talk := phone.dials(melodious)
		w.becomes("1001", sandbox.LegEstablished)
		assert.EqualValues(t, "out_direct", w.call().WorkFlow)
		assert.Equal(t, "order 7", w.call().BizID)
		talk.hearsTune(Melody)
		w.hears(0, 1000)
		talk.hangsUp()
		w.becomes("1001", sandbox.LegCleared)
	}
}

func TestACustomerCallsAndHangsUp(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	for n := range 2 {
		callID, err := w.CustomerCalls("1001", melodious)
		require.NoError(t, err)
		ringing := phone.rung()
		assert.Equal(t, melodious, ringing.invite.From().Address.User)
		assert.Nil(t, ringing.invite.GetHeader("Call-Info"), "a person answers")
		w.becomes("1001", sandbox.LegRinging)
		talk := phone.answers(ringing)
		w.becomes("1001", sandbox.LegEstablished)
		talk.hearsTune(Melody)
		w.hears(0, 1000)
		require.NoError(t, w.CustomerHangsUp(callID))
		phone.ended(n + 1)
	}
}

func TestAQueueRingsAndTheAgentHangsUp(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	_, err := w.CustomerCallsQueue("2", melodious)
	require.NoError(t, err)
	talk := phone.answers(phone.rung())
	talk.hearsTune(Melody)
	talk.hangsUp()
	w.becomes("1001", sandbox.LegCleared)
	assert.Empty(t, w.State().Calls)
}

func TestTheGatewaysHangupEndsTheCall(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	phone.dials(melodious)
	page.onCall("Hangup", nil)
	phone.ended(1)
}

func TestTheEchoIsExactlyWhatIsSaid(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	talk := phone.dials(echoes)
	talk.hearsAll(1000)
	talk.muted <- true
	talk.hearsAll()
	w.hears(0, 0)
	talk.muted <- false
	talk.hearsAll(1000)
	w.hears(0, 1000)
}

func TestNumbersThatDoNotAnswer(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	for _, test := range []struct {
		number string
		status int
	}{
		{isBusy, 486},
		{isRefused, 403},
		{"110", 484},
	} {
		_, err := phone.dial(context.Background(), test.number)
		var refused *sipgo.ErrDialogResponse
		require.True(t, errors.As(err, &refused), "%v", err)
		assert.Equal(t, test.status, refused.Res.StatusCode, test.number)
		w.becomes("1001", sandbox.LegCleared)
	}
}

func TestAnAgentWhoMayNotDial(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	page.request("Logout", nil)
	_, err := phone.dial(context.Background(), melodious)
	var refused *sipgo.ErrDialogResponse
	require.True(t, errors.As(err, &refused), "%v", err)
	assert.Equal(t, 480, refused.Res.StatusCode)
}

func TestTheAgentGivesUpDialling(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	ctx, giveUp := context.WithCancel(context.Background())
	go func() {
		w.becomes("1001", sandbox.LegDialling)
		giveUp()
	}()
	_, err := phone.dial(ctx, isSilent)
	require.ErrorIs(t, err, context.Canceled)
	w.becomes("1001", sandbox.LegCleared)
	assert.Empty(t, w.State().Calls)
}

// The customer's end may overtake the answer: then the phone hears of both.
func TestACustomerHangsUpAtOnce(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	answered := 0
	for range 10 {
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			w.becomes("1001", sandbox.LegDialling)
			callID := w.call().CallID
			for w.CustomerAnswers(callID) == nil { // until nobody rings any more
			}
			_ = w.CustomerHangsUp(callID)
		}()
		if _, err := phone.dial(context.Background(), isSilent); err == nil {
			answered++
		}
		<-gone
		w.becomes("1001", sandbox.LegCleared)
		phone.ended(answered)
	}
	w.voice.mu.Lock()
	defer w.voice.mu.Unlock()
	assert.Empty(t, w.voice.dialogs)
}
