package voice

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/emiago/sipgo"
	"github.com/emiago/sipgo/sip"
	"github.com/stretchr/testify/require"
)

// softphone is an agent's web phone, made of the same libraries but with
// sipgo's own dialogs.
type softphone struct {
	*world
	number, password string
	aor              string // what it registers, its number unless it cheats
	tone             int    // what its microphone hears, in hertz
	agent            *sipgo.UserAgent
	client           *sipgo.Client
	dialogs          sipgo.DialogUA
	host             string
	incoming         chan *incoming

	mu   sync.Mutex
	talk *talk // the call it is in
	byes int
}

// incoming is a call that rings.
type incoming struct {
	*sipgo.DialogServerSession
	invite *sip.Request
	done   chan struct{} // closed when the call is answered, refused or cancelled
}

// microphoneOf returns the tone of an agent's microphone: 1000 Hz agent 1001,
// 1100 Hz agent 1002, and so on.
func microphoneOf(agentID string) int {
	n, _ := strconv.Atoi(agentID)
	return 1000 + 100*(n-1001)
}

// phone returns the agent's softphone, not yet registered.
func (w *world) phone(agentID string) *softphone {
	w.Helper()
	account := newPhone(w.Platform, agentID)
	p := &softphone{
		aor:   account.number,
		world: w, tone: microphoneOf(agentID), number: account.number, password: account.password,
		host: strings.TrimPrefix(w.URL, "http://"), incoming: make(chan *incoming, 4),
	}
	quiet := slog.New(slog.DiscardHandler)
	var err error
	p.agent, err = sipgo.NewUA(
		sipgo.WithUserAgent(p.number),
		sipgo.WithUserAgentHostname(domain),
		sipgo.WithUserAgentTransactionLayerOptions(sip.WithTransactionLayerLogger(quiet)),
		sipgo.WithUserAgentTransportLayerOptions(
			sip.WithTransportLayerLogger(quiet),
			sip.WithTransportLayerTransports(sip.TransportsConfig{WS: &sip.TransportWS{
				DialURI: func(host string) string { return "ws://" + host + "/sip" },
			}}),
		),
	)
	require.NoError(w, err)
	w.Cleanup(func() { _ = p.agent.Close() })
	p.client, err = sipgo.NewClient(p.agent, sipgo.WithClientLogger(quiet),
		sipgo.WithClientHostname("phone.invalid"), sipgo.WithClientPort(9))
	require.NoError(w, err)
	p.dialogs = sipgo.DialogUA{
		Client: p.client,
		ContactHDR: sip.ContactHeader{Address: sip.Uri{
			Scheme: "sip", User: "softphone" + agentID, Host: "phone.invalid", UriParams: sip.HeaderParams{{K: "transport", V: "ws"}},
		}},
		RewriteContact: true,
	}
	server, err := sipgo.NewServer(p.agent, sipgo.WithServerLogger(quiet))
	require.NoError(w, err)
	server.OnInvite(p.rings)
	server.OnAck(func(r *sip.Request, tx sip.ServerTransaction) {
		if t := p.current(); t != nil && t.server != nil {
			_ = t.server.ReadAck(r, tx)
		}
	})
	server.OnBye(func(r *sip.Request, tx sip.ServerTransaction) {
		respond(tx, r, sip.StatusOK, "OK")
		p.mu.Lock()
		p.byes++
		p.mu.Unlock()
	})
	return p
}

func (p *softphone) current() *talk {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.talk
}

// ended waits until the far end has said BYE that often.
func (p *softphone) ended(times int) {
	p.Helper()
	p.eventually(func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.byes == times
	}, "no BYE came")
}

// send sends a request that is no part of a call and returns the final status,
// after digest if it is asked for, or 0 if the socket is gone.
func (p *softphone) send(r *sip.Request) int {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	p.direct(r)
	response, err := p.client.Do(ctx, r)
	if err == nil && response.StatusCode == sip.StatusUnauthorized {
		response, err = p.client.DoDigestAuth(ctx, r, response, sipgo.DigestAuth{Username: p.number, Password: p.password})
	}
	if err != nil {
		return 0
	}
	return response.StatusCode
}

func (p *softphone) direct(r *sip.Request) {
	r.SetTransport("WS")
	r.SetDestination(p.host)
}

// register sends REGISTER and returns the final status.
func (p *softphone) register(seconds int) int {
	r := sip.NewRequest(sip.REGISTER, sip.Uri{Scheme: "sip", Host: domain})
	r.AppendHeader(&sip.ToHeader{Address: sip.Uri{Scheme: "sip", User: p.aor, Host: domain}})
	r.AppendHeader(sip.HeaderClone(&p.dialogs.ContactHDR))
	r.AppendHeader(sip.NewHeader("Expires", fmt.Sprint(seconds)))
	return p.send(r)
}

// dial calls a number. What the far end answers with is in the error.
func (p *softphone) dial(ctx context.Context, number string) (*talk, error) {
	p.Helper()
	t := p.newTalk()
	invite := sip.NewRequest(sip.INVITE, sip.Uri{Scheme: "sip", User: number, Host: domain})
	invite.AppendHeader(sip.NewHeader("Content-Type", "application/sdp"))
	invite.AppendHeader(sip.NewHeader(bizIDHeader, "order 7"))
	invite.SetBody([]byte(t.offer()))
	p.direct(invite)
	session, err := p.dialogs.WriteInvite(ctx, invite)
	require.NoError(p, err)
	t.client = session
	err = session.WaitAnswer(ctx, sipgo.AnswerOptions{Username: p.number, Password: p.password})
	if err != nil {
		return nil, err
	}
	require.NoError(p, session.Ack(context.Background()))
	t.accept(string(session.InviteResponse.Body()))
	p.enter(t)
	return t, nil
}

func (p *softphone) enter(t *talk) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.talk = t
}

// dials calls a number and fails the test if it is not answered.
func (p *softphone) dials(number string) *talk {
	p.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	t, err := p.dial(ctx, number)
	require.NoError(p, err)
	return t
}

// rings takes an INVITE: a new call, or a change of the one it is in.
func (p *softphone) rings(r *sip.Request, tx sip.ServerTransaction) {
	if r.To().Params.Has("tag") {
		if p.current() == nil { // another page's call, before a reload
			refuseUnknownCall(r, tx)
			return
		}
		response := sip.NewSDPResponseFromRequest(r, []byte(p.current().answer(string(r.Body()))))
		response.AppendHeader(sip.HeaderClone(&p.dialogs.ContactHDR))
		_ = tx.Respond(response)
		return
	}
	session, err := p.dialogs.ReadInvite(r, tx)
	if err != nil {
		return
	}
	call := &incoming{session, r, make(chan struct{})}
	_ = session.Respond(sip.StatusRinging, "Ringing", nil)
	p.incoming <- call
	select {
	case <-call.done:
	case <-session.Context().Done():
	}
}

// rung waits until it rings.
func (p *softphone) rung() *incoming {
	p.Helper()
	select {
	case call := <-p.incoming:
		return call
	case <-time.After(patience):
		require.FailNow(p, "the phone does not ring")
		return nil
	}
}

// answers takes the call.
func (p *softphone) answers(call *incoming) *talk {
	p.Helper()
	t := p.newTalk()
	t.server = call.DialogServerSession
	answer := t.answer(string(call.invite.Body()))
	p.enter(t)
	require.NoError(p, call.RespondSDP([]byte(answer)))
	close(call.done)
	return t
}

// refuses declines the call.
func (p *softphone) refuses(call *incoming) {
	p.Helper()
	require.NoError(p, call.Respond(sip.StatusBusyHere, "Busy Here", nil))
	close(call.done)
}

// loopback is where the media is.
var loopback = net.IPv4(127, 0, 0, 1)
