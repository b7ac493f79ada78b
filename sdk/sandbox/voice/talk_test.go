package voice

import (
	"context"
	"math"
	"time"

	"github.com/emiago/sipgo"
	"github.com/emiago/sipgo/sip"
	"github.com/pion/webrtc/v4"
	"github.com/stretchr/testify/require"
)

// talk is a softphone's call: its sound and its SIP dialog.
type talk struct {
	*softphone
	media  *media
	meter  meter
	muted  chan bool
	speech *speech
	client *sipgo.DialogClientSession // of a call that it has dialled
	server *sipgo.DialogServerSession // of a call that it has answered

	descriptions chan string // directions that re-INVITEs have brought
}

func (p *softphone) newTalk() *talk {
	p.Helper()
	m, err := (&mediaFactory{loopback}).open(func(byte) {}, func([]byte) bool { return false })
	require.NoError(p, err)
	speech := &speech{TrackLocal: m.out}
	require.NoError(p, m.connection.GetSenders()[0].ReplaceTrack(speech))
	t := &talk{softphone: p, media: m, speech: speech, muted: make(chan bool, 1), descriptions: make(chan string, 8)}
	ctx, stop := context.WithCancel(context.Background())
	played := make(chan struct{})
	go func() {
		defer close(played)
		t.sound(ctx)
	}()
	p.Cleanup(func() {
		stop()
		<-played
		m.close()
	})
	return t
}

// sound speaks and listens, a frame at a time.
func (t *talk) sound(ctx context.Context) {
	beat := time.NewTicker(frameTime)
	defer beat.Stop()
	tone := tune{notes: []Note{{t.tone, time.Second}}}
	var muted bool
	for {
		select {
		case muted = <-t.muted:
		case <-ctx.Done():
			return
		case <-beat.C:
			frame := tone.frame()
			if muted {
				frame = make([]int16, frameSamples)
			}
			t.speech.play(frame)
			t.meter.hear(t.media.in.frame())
		}
	}
}

func (t *talk) offer() string {
	t.Helper()
	sdp, err := t.media.offer(context.Background())
	require.NoError(t, err)
	return sdp
}

func (t *talk) accept(sdp string) {
	t.Helper()
	require.NoError(t, t.media.accept(sdp))
}

func (t *talk) answer(offer string) string {
	t.Helper()
	answer, err := t.media.answer(context.Background(), offer, false)
	require.NoError(t, err)
	t.descriptions <- directionOf(offer)
	return answer
}

// described waits for an offer of the direction.
func (t *talk) described(direction string) {
	t.Helper()
	select {
	case d := <-t.descriptions:
		require.Equal(t, direction, d)
	case <-time.After(patience):
		require.FailNow(t, "no re-INVITE came")
	}
}

// hearsAll waits until the agent hears all of the frequencies, or with none
// silence.
func (t *talk) hearsAll(frequencies ...int) {
	t.Helper()
	require.Eventually(t, func() bool {
		samples := t.meter.samples()
		level, _ := t.meter.read()
		if len(frequencies) == 0 {
			return len(samples) == meterSamples && level == 0
		}
		for _, f := range frequencies {
			if amplitude(samples, f) < loudness/2 {
				return false
			}
		}
		return level > 0
	}, patience, 10*time.Millisecond, "the agent does not hear %v", frequencies)
}

// hearsTune waits until the agent has heard all the notes.
func (t *talk) hearsTune(notes []Note) {
	t.Helper()
	for _, n := range notes {
		t.hearsAll(n.Frequency)
	}
}

// amplitude is that of a tone in the samples, from 0 to 1.
func amplitude(samples []int16, frequency int) float64 {
	if len(samples) == 0 {
		return 0
	}
	return 2 * math.Sqrt(power(samples, frequency)) / float64(len(samples)) / math.MaxInt16
}

// hangsUp says BYE.
func (t *talk) hangsUp() {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if t.client != nil {
		require.NoError(t, t.client.Bye(ctx))
	} else {
		require.NoError(t, t.server.Bye(ctx))
	}
}

// request sends a request within the call and returns the final response.
func (t *talk) request(r *sip.Request) *sip.Response {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	response, err := t.client.Do(ctx, r)
	require.NoError(t, err)
	return response
}

// restart is a new offer with new ICE credentials.
func (t *talk) restart() string {
	t.Helper()
	offer, err := t.media.connection.CreateOffer(&webrtc.OfferOptions{ICERestart: true})
	require.NoError(t, err)
	sdp, err := t.media.describe(context.Background(), offer)
	require.NoError(t, err)
	return sdp
}
