package voice

import (
	"context"
	"errors"

	"github.com/emiago/sipgo"
	"github.com/emiago/sipgo/sip"
	"github.com/google/uuid"
)

// dialog is what the requests within one SIP call have in common (RFC 3261,
// section 12). sipgo's own dialogs are tied to the socket of their INVITE; this
// one outlives it, since a phone may come back on another.
type dialog struct {
	callID string
	local  sip.FromHeader // with our tag
	remote sip.ToHeader   // with the phone's tag, once it is known
	target sip.Uri
	seq    uint32 // of our last request
}

var contact = sip.ContactHeader{Address: sip.Uri{
	Scheme: "sip", User: "sandbox", Host: domain, UriParams: sip.HeaderParams{{K: "transport", V: "ws"}},
}}

// newDialog returns the dialog of a call to the phone, from the number.
func newDialog(from string, p *phone, b *binding) dialog {
	return dialog{
		callID: uuid.NewString(),
		local: sip.FromHeader{
			Address: sip.Uri{Scheme: "sip", User: from, Host: domain},
			Params:  sip.HeaderParams{{K: "tag", V: uuid.NewString()}},
		},
		remote: sip.ToHeader{Address: sip.Uri{Scheme: "sip", User: p.number, Host: domain}},
		target: b.contact,
	}
}

// dialogOf returns the dialog of a call from the phone. The INVITE's To gets
// our tag, so that its responses have it.
func dialogOf(invite *sip.Request) dialog {
	invite.To().Params.Add("tag", uuid.NewString())
	return dialog{
		callID: invite.CallID().Value(),
		local:  invite.To().AsFrom(),
		remote: invite.From().AsTo(),
		target: *invite.Contact().Address.Clone(),
	}
}

// confirm takes the phone's tag and address from its answer.
func (d *dialog) confirm(answer *sip.Response) {
	if to := answer.To(); to != nil {
		d.remote = *sip.HeaderClone(to).(*sip.ToHeader)
	}
	if c := answer.Contact(); c != nil {
		d.target = *c.Address.Clone()
	}
}

// request returns the next request in the dialog. An ACK belongs to the last.
func (d *dialog) request(method sip.RequestMethod, sdp string) *sip.Request {
	if method != sip.ACK {
		d.seq++
	}
	r := sip.NewRequest(method, d.target)
	callID, hops := sip.CallIDHeader(d.callID), sip.MaxForwardsHeader(70)
	for _, h := range []sip.Header{
		sip.HeaderClone(&d.local), sip.HeaderClone(&d.remote), &callID,
		&sip.CSeqHeader{SeqNo: d.seq, MethodName: method}, &hops, sip.HeaderClone(&contact),
	} {
		r.AppendHeader(h)
	}
	if sdp != "" {
		r.AppendHeader(sip.NewHeader("Content-Type", "application/sdp"))
		r.SetBody([]byte(sdp))
	} else {
		r.SetBody(nil)
	}
	return r
}

// errNoSocket means that the phone cannot be reached at the moment.
var errNoSocket = errors.New("the phone's socket is gone")

// address directs the request to the phone's socket.
func (s *Server) address(r *sip.Request, b *binding) error {
	// sipgo would dial a socket that is not there, and the phone does not listen.
	s.mu.Lock()
	_, open := s.sockets[b.source]
	s.mu.Unlock()
	if !open {
		return errNoSocket
	}
	r.SetTransport("WS")
	r.SetDestination(b.source)
	return nil
}

// begins sends a request that will have a response.
func (s *Server) begins(r *sip.Request, b *binding) (sip.ClientTransaction, error) {
	if err := s.address(r, b); err != nil {
		return nil, err
	}
	return s.client.TransactionRequest(s.ctx, r, sipgo.ClientRequestAddVia)
}

// send sends a request that has none: an ACK.
func (s *Server) send(r *sip.Request, b *binding) {
	if s.address(r, b) == nil {
		_ = s.client.WriteRequest(r, sipgo.ClientRequestAddVia)
	}
}

// ask sends a request and waits for its final response.
func (s *Server) ask(ctx context.Context, r *sip.Request, b *binding) (*sip.Response, error) {
	tx, err := s.begins(r, b)
	if err != nil {
		return nil, err
	}
	defer tx.Terminate()
	for {
		select {
		case response := <-tx.Responses():
			if !response.IsProvisional() {
				return response, nil
			}
		case <-tx.Done():
			return nil, errors.Join(errNoSocket, tx.Err())
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// respond answers a request. A phone that has gone needs no answer.
func respond(tx sip.ServerTransaction, r *sip.Request, status int, reason string, headers ...sip.Header) {
	response := sip.NewResponseFromRequest(r, status, reason, nil)
	for _, h := range headers {
		response.AppendHeader(h)
	}
	_ = tx.Respond(response)
}

// respondSDP answers an INVITE with a description of our side.
func respondSDP(tx sip.ServerTransaction, r *sip.Request, sdp string) {
	response := sip.NewSDPResponseFromRequest(r, []byte(sdp))
	response.AppendHeader(sip.HeaderClone(&contact))
	_ = tx.Respond(response)
}

func refuseUnknownCall(r *sip.Request, tx sip.ServerTransaction) {
	respond(tx, r, sip.StatusCallTransactionDoesNotExists, "Call does not exist")
}

func refuseUnknownMethod(r *sip.Request, tx sip.ServerTransaction) {
	respond(tx, r, sip.StatusMethodNotAllowed, "Method Not Allowed",
		sip.NewHeader("Allow", "INVITE, ACK, CANCEL, BYE, INFO, OPTIONS, REGISTER"))
}
