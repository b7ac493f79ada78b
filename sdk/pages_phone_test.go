//go:build !nophone

package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// withPages runs a test of a connected client with a telephone of its own, and
// a page with another.
func withPages(t *testing.T, told, pageTold Raw, test func(own, other *scriptedPhone, page *tab)) {
	own, other := &scriptedPhone{}, &scriptedPhone{}
	inScript(t, func(config *Config) {
		config.Phone = own
		if told != "" {
			afterPages(config)
		}
	}, func(s *script, c *Client) {
		own.script, other.script = s, s
		if told != "" {
			s.state = inCallState
		}
		c.Share("a", told)
		page := &tab{told: pageTold}
		page.Page = c.Attach(PageConfig{ID: "b", Event: page.hear, Phone: other, Told: pageTold})
		if told == "" {
			s.connect()
		}
		page.happened()
		test(own, other, page)
	})
}

// entersWebRTC chooses the mode in the page, up to the registration.
func entersWebRTC(other *scriptedPhone, page *tab) {
	page.InvokeFunc("SetPhoneModeAsync", `["webrtc"]`, func(Raw, *Error) {})
	other.answer(other.took(), "000000", account)
	page.PhoneTells(other.gets(spec.OrderOpen).id, spec.NewsDone, "{}")
	other.answer(other.took(), "000000", "")
	other.gets(spec.OrderRegister)
	other.let(func() { other.state = webrtcState })
	page.PhoneTells("", spec.NewsRegistered, "{}")
	after(0)
}

// talksIn brings a call about whose sound is in the page.
func talksIn(other *scriptedPhone, page *tab) {
	other.agentIs("ringing")
	other.callIs("Delivered")
	page.PhoneTells("", spec.NewsIncoming, `{"Leg":"in1","Answer":false}`)
	other.let(func() { other.state = inCallState })
	other.agentIs("talking")
	other.callIs("Established")
	after(0)
}

func TestTheWebPhoneIsInThePageThatChoseIt(t *testing.T) {
	withPages(t, "", "", func(own, other *scriptedPhone, page *tab) {
		entersWebRTC(other, page)
		own.quiet()
		// Another page that asks for it gets what there is.
		end := own.begin("SetPhoneModeAsync", `["webrtc"]`)
		own.answer(own.took(), "000000", "")
		_, err := end()
		require.Nil(t, err)
		own.quiet()
		// News of the telephone of another page is ignored.
		own.client.PhoneTells("", spec.NewsUnregistered, `{"Status":0}`)
		other.quiet()

		talksIn(other, page)
		own.begin("AnswerAsync", "[]")
		assert.Equal(t, "in1", other.gets(spec.OrderAnswer).detail.Get("Leg").TextOrDigits())

		page.happened()
		own.happened()
		page.Detach()
		after(0)
		told := own.happened()
		require.NotEmpty(t, told)
		assert.Equal(t, "PhoneTrouble", told[0], "told before anything else")
		assert.Contains(t, told, "PhoneLeg")
		other.quiet()
		own.answer(own.took(), "000000", account)
		own.does(own.gets(spec.OrderOpen), "{}")
		own.gets(spec.OrderRegister)
	})
}

func TestTheWebPhoneOutlivesTheLeader(t *testing.T) {
	var told Raw
	withPages(t, "", "", func(_, other *scriptedPhone, page *tab) {
		entersWebRTC(other, page)
		talksIn(other, page)
		page.InvokeFunc("AnswerAsync", "[]", func(Raw, *Error) {})
		other.gets(spec.OrderAnswer)
		page.PhoneTells("", spec.NewsAccepted, `{"Leg":"in1"}`)
		page.happened()
		told = page.told
		(&Client{page.c}).Leave()
		other.quiet()
	})
	require.Equal(t, "b", told.Get("PhonePage").TextOrDigits())
	withPages(t, told, told, func(own, other *scriptedPhone, page *tab) {
		after(2 * attachPatience)
		own.quiet()
		assert.True(t, own.client.Snapshot().MicrophoneOn)
		own.begin("MuteAsync", `[{"CallId":"c1"}]`)
		mute := other.gets(spec.OrderMute)
		assert.Equal(t, "in1", mute.detail.Get("Leg").TextOrDigits(), "the call goes on where it was")
	})
	// It may attach when the next client is connected already.
	own, other := &scriptedPhone{}, &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = own }, func(s *script, c *Client) {
		own.script, other.script = s, s
		s.state = inCallState
		c.Share("a", told)
		after(attachPatience / 2)
		page := &tab{told: told}
		page.Page = c.Attach(PageConfig{ID: "b", Event: page.hear, Phone: other, Told: told})
		after(attachPatience)
		own.quiet()
		assert.True(t, c.Snapshot().MicrophoneOn)
		own.begin("MuteAsync", `[{"CallId":"c1"}]`)
		other.gets(spec.OrderMute)
	})
	// Where that page went with the leader, the sound is gone, and the next leader registers.
	own = &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = own }, func(s *script, c *Client) {
		own.script = s
		s.state = inCallState
		c.Share("c", told)
		after(attachPatience)
		assert.Contains(t, s.happened(), "PhoneTrouble")
		own.answer(own.took(), "000000", account)
		own.does(own.gets(spec.OrderOpen), "{}")
		own.gets(spec.OrderRegister)
		assert.False(t, c.Snapshot().MicrophoneOn)
	})
	// The page itself may be the next to lead.
	own = &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = own }, func(s *script, c *Client) {
		own.script = s
		s.state = inCallState
		c.Share("b", told)
		after(0)
		own.quiet()
		assert.True(t, c.Snapshot().MicrophoneOn)
		own.begin("MuteAsync", `[{"CallId":"c1"}]`)
		own.gets(spec.OrderMute)
	})
}
