package voice

import (
	"testing"

	"github.com/emiago/sipgo/sip"
	"github.com/stretchr/testify/assert"
)

func TestDigitsReachTheCustomer(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, phone := w.registered("1001")
	talk := phone.dials(melodious)
	talk.hearsTune(Melody)
	talk.speech.press("0123456789*#")
	w.eventually(func() bool { return w.call().Heard[0].Digits == "0123456789*#" }, "not all digits arrive")
	for body, kind := range map[string]string{"Signal=5\r\nDuration=160\r\n": "application/dtmf-relay", "5": "application/dtmf"} {
		assert.Equal(t, 200, talk.informs(kind, body))
	}
	assert.Equal(t, "0123456789*#55", w.call().Heard[0].Digits)
	assert.Equal(t, 415, talk.informs("text/plain", "5"))
	assert.Equal(t, 415, talk.informs("application/dtmf-relay", "Signal=55"))
}

// informs sends INFO and returns the status.
func (t *talk) informs(kind, body string) int {
	t.Helper()
	r := sip.NewRequest(sip.INFO, t.client.InviteResponse.Contact().Address)
	r.AppendHeader(sip.NewHeader("Content-Type", kind))
	r.SetBody([]byte(body))
	return t.request(r).StatusCode
}
