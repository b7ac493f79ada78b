package voice

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/emiago/sipgo/sip"
	"github.com/icholy/digest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// wire is a phone's socket, with nothing between it and the text.
type wire struct {
	*world
	*websocket.Conn
}

func (w *world) wire(origin string) (*wire, error) {
	header := http.Header{}
	if origin != "" {
		header.Set("Origin", origin)
	}
	socket, _, err := websocket.Dial(w.Context(), w.WebSocketURL[:len(w.WebSocketURL)-len("/ws")]+"/sip",
		&websocket.DialOptions{Subprotocols: []string{"sip"}, HTTPHeader: header})
	if err != nil {
		return nil, err
	}
	w.Cleanup(func() { _ = socket.CloseNow() })
	return &wire{w, socket}, nil
}

// say sends a message, its lines separated by \n.
func (p *wire) say(message string) {
	p.Helper()
	require.NoError(p, p.Write(p.world.Context(), websocket.MessageText, []byte(strings.ReplaceAll(message, "\n", "\r\n"))))
}

// hear waits for a final response.
func (p *wire) hear() string {
	p.Helper()
	ctx, cancel := context.WithTimeout(p.world.Context(), patience)
	defer cancel()
	for {
		_, text, err := p.Read(ctx)
		require.NoError(p, err)
		if !strings.HasPrefix(string(text), "SIP/2.0 1") {
			return string(text)
		}
	}
}

// invitation is a good INVITE, but for what it is to be authorized with.
func invitation(branch string) string {
	return "INVITE sip:13800138000@sandbox.invalid SIP/2.0\n" +
		"Via: SIP/2.0/WS phone.invalid;branch=z9hG4bK" + branch + "\n" +
		"From: <sip:903105681001@sandbox.invalid>;tag=a\n" +
		"To: <sip:13800138000@sandbox.invalid>\n" +
		"Call-ID: " + branch + "\n" +
		"CSeq: 1 INVITE\n" +
		"Contact: <sip:a@phone.invalid;transport=ws>\n" +
		"Max-Forwards: 70\n" +
		"Content-Length: 0\n\n"
}

var asked = regexp.MustCompile(`Proxy-Authenticate: (.+?)\r`)

// authorized answers the challenge of an INVITE, once for all INVITEs.
func (p *wire) authorized() string {
	p.Helper()
	p.say(invitation("first"))
	challenge, err := digest.ParseChallenge(asked.FindStringSubmatch(p.hear())[1])
	require.NoError(p, err)
	account, err := p.Terminal("1001", spec.ModeWebRTC)
	require.NoError(p, err)
	credentials, err := digest.Digest(challenge, digest.Options{
		Method: "INVITE", URI: "sip:13800138000@sandbox.invalid", Username: account.Number, Password: account.Password,
	})
	require.NoError(p, err)
	return "Proxy-Authorization: " + credentials.String() + "\n"
}

// without takes a header out.
func without(message, name string) string {
	return regexp.MustCompile(`(?m)^`+name+`:.*\n`).ReplaceAllString(message, "")
}

func TestAMalformedInviteIsRefused(t *testing.T) {
	t.Parallel()
	w := start(t)
	p, err := w.wire("")
	require.NoError(t, err)
	authorization := p.authorized()
	// With a good offer, so that a server which does not look goes on to the call.
	offer := w.phone("1001").newTalk().offer()
	for i, name := range []string{"From", "To", "Via", "Call-ID", "CSeq", "Contact"} {
		invite := strings.Replace(invitation(fmt.Sprint("without", i)), "Contact:", authorization+"Contact:", 1)
		invite = strings.Replace(invite, "Content-Length: 0", fmt.Sprint("Content-Type: application/sdp\nContent-Length: ", len(offer)), 1)
		p.say(without(invite, name) + strings.ReplaceAll(offer, "\r\n", "\n"))
		assert.Contains(t, p.hear(), "SIP/2.0 400 ", name)
	}
	assert.Equal(t, 200, w.phone("1001").register(600), "the server lives")
	assert.Empty(t, w.State().Calls)
}

func TestAHandlerThatPanicsEndsItsRequestAlone(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	s := New(Config{Log: func(line string) { log.WriteString(line) }})
	parsed, err := sip.ParseMessage([]byte(strings.ReplaceAll(invitation("panics"), "\n", "\r\n")))
	require.NoError(t, err)
	tx := &recordedTransaction{}
	s.serve(func(*sip.Request, sip.ServerTransaction) { panic("a bug") }, parsed.(*sip.Request), tx)
	assert.Equal(t, []int{500}, tx.statuses)
	assert.Contains(t, log.String(), "a bug")
	assert.NotContains(t, log.String(), "13800138000")
}

// recordedTransaction is a transaction whose phone has gone.
type recordedTransaction struct {
	sip.ServerTransaction
	statuses []int
}

func (tx *recordedTransaction) Respond(r *sip.Response) error {
	tx.statuses = append(tx.statuses, r.StatusCode)
	return nil
}
func (tx *recordedTransaction) OnCancel(sip.FnTxCancel) bool { return false }
func (tx *recordedTransaction) Done() <-chan struct{}        { return closedChannel }

var closedChannel = func() chan struct{} { c := make(chan struct{}); close(c); return c }()

func TestADriveByPageOpensNoPhone(t *testing.T) {
	t.Parallel()
	w := start(t)
	_, err := w.wire("https://evil.example")
	assert.ErrorContains(t, err, "403")
	_, err = w.wire(w.URL)
	assert.NoError(t, err, "its own page")
}

// TestTenThousandHostileMessages sends what no phone would, on sockets that are
// opened again when the server has had enough of one.
func TestTenThousandHostileMessages(t *testing.T) {
	t.Parallel()
	const messages, each = 10_000, 500
	w := start(t)
	before := w.State()
	random := rand.New(rand.NewPCG(1, 2))
	sent := 0
	for sent < messages {
		p, err := w.wire("")
		require.NoError(t, err)
		gone := make(chan struct{})
		go func() { // answers must be taken, or the server waits
			defer close(gone)
			for {
				if _, _, err := p.Read(context.Background()); err != nil {
					return
				}
			}
		}()
		for range each {
			kind := websocket.MessageText
			if random.IntN(10) == 0 {
				kind = websocket.MessageBinary
			}
			sent++
			if p.Write(t.Context(), kind, hostile(random, sent)) != nil {
				break
			}
		}
		_ = p.CloseNow()
		<-gone
	}
	assert.Equal(t, 200, w.phone("1001").register(600), "the server lives")
	w.phoneBecomes("1002", spec.PhoneIdle)
	for i, agent := range w.State().Agents {
		if agent.AgentID != "1001" {
			assert.Equal(t, before.Agents[i], agent)
		}
	}
	assert.Empty(t, w.State().Calls)
}

// hostile is a message with up to four things wrong.
func hostile(random *rand.Rand, n int) []byte {
	methods := []string{"INVITE", "REGISTER", "BYE", "CANCEL", "ACK", "INFO", "OPTIONS", "SUBSCRIBE", "SIP/2.0"}
	method := methods[random.IntN(len(methods))]
	message := strings.ReplaceAll(invitation(fmt.Sprint("n", n)), "INVITE", method)
	for range 1 + random.IntN(4) {
		lines := strings.SplitAfter(message, "\n")
		i := random.IntN(len(lines))
		switch random.IntN(7) {
		case 0: // a line is missing
			lines[i] = ""
		case 1: // or there twice
			lines[i] += lines[i]
		case 2: // or has no value
			name, _, _ := strings.Cut(lines[i], ":")
			lines[i] = name + ":\n"
		case 3: // or a strange one
			name, _, _ := strings.Cut(lines[i], ":")
			lines[i] = name + ": " + strings.Repeat("\x00<;,\"", random.IntN(200)) + "\n"
		case 4: // or credentials
			lines[i] = "Authorization: Digest username=\"903105681001\", nonce=\"1-2\"\nProxy-Authorization: Digest \n"
		case 5: // or a length that is wrong
			lines[i] = fmt.Sprintf("Content-Length: %d\n", random.IntN(1<<31)-1<<30)
		case 6: // or the message ends
			lines = lines[:i]
		}
		message = strings.Join(lines, "")
		if message == "" {
			break
		}
	}
	return []byte(strings.ReplaceAll(message, "\n", "\r\n"))
}

func FuzzServe(f *testing.F) {
	for _, name := range []string{"From", "To", "Call-ID", "CSeq", "Contact", "Via", "none"} {
		for _, method := range []string{"INVITE", "REGISTER", "BYE", "INFO", "CANCEL"} {
			f.Add([]byte(strings.ReplaceAll(strings.ReplaceAll(without(invitation("x"), name), "INVITE", method), "\n", "\r\n")))
		}
	}
	f.Add([]byte(strings.ReplaceAll(invitation("x"), "\n\n", "\nProxy-Authorization: Digest username=\"a\", nonce=\"1-2\"\n\n")))
	s := New(Config{})
	platform := sandbox.New(sandbox.Config{Voice: s})
	f.Cleanup(platform.Close)
	f.Fuzz(func(t *testing.T, message []byte) {
		parsed, err := sip.ParseMessage(message)
		if err != nil {
			if response := malformed(string(message)); response.StatusCode != sip.StatusBadRequest {
				t.Errorf("%d for\n%s", response.StatusCode, message)
			}
			return
		}
		r, ok := parsed.(*sip.Request)
		if !ok {
			return
		}
		handle, known := s.handlers()[r.Method]
		if !known {
			handle = refuseUnknownMethod
		}
		tx := &recordedTransaction{}
		s.serve(handle, r, tx)
		for _, status := range tx.statuses {
			if status == sip.StatusInternalServerError {
				t.Errorf("%d for\n%s", status, message)
			}
		}
		if r.Method != sip.ACK && len(tx.statuses) == 0 {
			t.Errorf("no answer to\n%s", message)
		}
	})
}
