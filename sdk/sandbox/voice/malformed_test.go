package voice

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAMalformedRequestOfAnyMethodIsRefused(t *testing.T) {
	t.Parallel()
	w := start(t)
	p, err := w.wire("")
	require.NoError(t, err)
	for i, method := range []string{"INVITE", "REGISTER", "BYE", "CANCEL", "INFO", "OPTIONS", "MESSAGE"} {
		for j, spoilt := range [][2]string{
			{"From: <sip:903105681001@sandbox.invalid>;tag=a\n", ""},
			{"To: <sip:13800138000@sandbox.invalid>\n", ""},
			{"Via: SIP/2.0/WS phone.invalid;branch=", "X: "},
			{"CSeq: 1 INVITE\n", ""},
			{"Call-ID: ", "X: "},
			{"CSeq: 1", "CSeq: x"},
			{"From: <sip:", "From: <"},
			{"To: <sip:13800138000@sandbox.invalid>", "To: "},
			{"Via: SIP/2.0/WS", "Via: x"},
			{"Contact: <sip:", "Contact: <<<"},
			{"SIP/2.0\n", "SIP\n"},
			{"SIP/2.0\n", "SIP/2.0\nnothing\n"},
		} {
			request := invitation(fmt.Sprint(i, "-", j))
			require.Contains(t, request, spoilt[0])
			p.say(strings.ReplaceAll(strings.Replace(request, spoilt[0], spoilt[1], 1), "INVITE", method))
			assert.Contains(t, p.hear(), "SIP/2.0 400 ", "%s, %q instead of %q", method, spoilt[1], spoilt[0])
		}
	}
	assert.Equal(t, 200, w.phone("1001").register(600), "the server lives")
	assert.Empty(t, w.State().Calls)
}
