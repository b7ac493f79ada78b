package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
)

// play plays one case step by step.
type play struct {
	*stage
	world   string
	key     string // what the client's tokens begin with
	order   func(executor.Command)
	options func() (executor.Options, error)
	c       *vectorCase

	conn     *websocket.Conn // the client's socket, nil while it has none
	now      step
	rest     []step // the steps that follow
	calls    int
	awaited  int                     // calls whose settlement a step has taken
	early    map[int]executor.Report // settlements that came before their turn
	frame    map[string]any          // the last request on the socket, as it came
	msgIDs   map[string]bool         // of all requests
	seqID    int                     // of the last request
	sent     int                     // notifications so far
	lastID   int                     // of the last order to the phone
	request  *request                // the last request of the backend
	refused  string                  // its token, if it was answered with 401
	envelope map[string]any          // of the last settlement or event
}

// steps maps the verb of a line to its action.
var steps = map[string]func(*play) error{
	"call":       (*play).call,
	"resolve":    (*play).resolve,
	"reject":     (*play).reject,
	"returns":    (*play).returns,
	"event":      (*play).event,
	">> open":    (*play).opens,
	">> frame":   (*play).sends,
	">> close":   (*play).closes,
	">> request": (*play).asks,
	"<< reply":   (*play).reply,
	"<< state":   (*play).replyState,
	"<< frame":   (*play).notify,
	"<< raw":     (*play).raw,
	"<< close":   (*play).hangUp,
	"<< answer":  (*play).answer,
	">> phone":   (*play).ordered,
	"<< phone":   (*play).tells,
	"<< refuse":  func(*play) error { return nil }, // ">> open" has looked ahead
}

// run plays the whole case: the connection, unless the case makes it itself,
// the case's steps, a fence, and the end of the client.
func (p *play) run() error {
	options, err := p.options()
	if err != nil {
		return err
	}
	p.order(executor.Command{Do: "create", Options: options})
	all := p.c.steps
	if !p.c.offline {
		all = append(connectSteps(p.c), all...)
	}
	if err := p.all(all); err != nil {
		return err
	}
	if p.conn != nil {
		// Any extra frame or event would arrive before these.
		if err := p.all(fenceSteps(p.c)); err != nil {
			return fmt.Errorf("after the last line: %w", err)
		}
	}
	if err := p.quiet(); err != nil {
		return err
	}
	return p.end()
}

func (p *play) all(list []step) error {
	for i := range list {
		p.now, p.rest = list[i], list[i+1:]
		do := steps[p.now.verb]
		if do == nil {
			return fmt.Errorf("%s: no such step: %s", p.now.at, p.now.verb)
		}
		if err := do(p); err != nil {
			return fmt.Errorf("%s: %w", p.now.at, err)
		}
	}
	return nil
}

// connectSteps brings the client online.
func connectSteps(c *vectorCase) []step {
	state := withUndefined(c.first)
	list := located(c, []step{
		{verb: "call", name: "ConnectAsync", data: []any{}, has: true},
		{verb: ">> open"},
		{verb: ">> frame", data: map[string]any{"Method": "GetState"}},
		{verb: "<< state", data: c.first},
		{verb: "resolve", data: nil, has: true},
		{verb: "event", name: "Connecting"},
		{verb: "event", name: "Connected"},
		{verb: "event", name: "Ready", data: []any{state}},
		{verb: "event", name: "GetState", data: state},
	})
	if c.webrtc {
		list = append(list, phoneSteps(c)...)
	}
	return list
}

// fenceSteps is a round trip after which nothing is in transit.
func fenceSteps(c *vectorCase) []step {
	return located(c, []step{
		{verb: "call", name: "GetStateAsync", data: []any{}, has: true},
		{verb: ">> frame", data: map[string]any{"Method": "GetState"}},
		{verb: "<< state", data: c.state},
		{verb: "resolve", data: nil, has: true},
		{verb: "event", name: "GetState", anyData: true},
	})
}

func located(c *vectorCase, list []step) []step {
	for i := range list {
		list[i].at = c.at
	}
	return list
}

// end destroys the client. A connected one logs out and closes.
func (p *play) end() error {
	p.order(executor.Command{Do: "destroy"})
	if p.conn != nil {
		p.now = step{data: map[string]any{"Method": "Logout"}}
		if err := p.sends(); err != nil {
			return fmt.Errorf("at Destroy: %w", err)
		}
		p.now = step{name: "1000"}
		if err := p.closes(); err != nil {
			return fmt.Errorf("at Destroy: %w", err)
		}
	}
	if _, err := next(p.stage, p.gone, "the end of the client"); err != nil {
		return err
	}
	for len(p.orders) > 0 {
		// A phone that was in use is released.
		if o := <-p.orders; o.Name != "close" {
			return fmt.Errorf("at Destroy: the phone was ordered to %s", o.Name)
		}
	}
	return p.quiet()
}

func (p *play) call() error {
	p.calls++
	args := "[]"
	if p.now.has {
		args = encode(p.now.data)
	}
	p.order(executor.Command{Do: "call", ID: p.calls, Method: p.now.name, Args: json.RawMessage(args)})
	return nil
}

// opens accepts the client's socket, or refuses it if the next line says so.
func (p *play) opens() error {
	u, err := next(p.stage, p.upgrades, "the upgrade to a WebSocket")
	if err != nil {
		return err
	}
	if err := p.credentials(u.query, "AppId", "AgentId", "Token", "Timestamp"); err != nil {
		return err
	}
	if len(p.rest) > 0 && p.rest[0].verb == "<< refuse" {
		status, err := strconv.Atoi(p.rest[0].name)
		u.status <- status
		return err
	}
	u.status <- http.StatusSwitchingProtocols
	p.conn, err = next(p.stage, u.conn, "the WebSocket")
	return err
}

func (p *play) reply() error {
	members, _ := p.now.data.(map[string]any)
	return p.write(header(p.frame, "REP", map[string]any{"ErrCode": "000000", "ErrDesc": "OK"}, members))
}

func (p *play) replyState() error {
	p.now.data = map[string]any{"Data": p.now.data}
	return p.reply()
}

func (p *play) notify() error {
	p.sent++
	head := map[string]any{"MsgId": "ntf-" + strconv.Itoa(p.sent), "SeqId": p.sent}
	return p.write(header(head, "NTF", p.now.data.(map[string]any)))
}

func (p *play) raw() error { return p.writeText(p.now.data.(string)) }

// header makes a frame from the gateway: the header of the request or the
// notification, and members.
func header(from map[string]any, kind string, members ...map[string]any) map[string]any {
	frame := map[string]any{"Ver": "1.0", "MsgType": kind, "Timestamp": 1700000000000}
	for _, name := range []string{"SeqId", "MsgId", "Method"} {
		if value, ok := from[name]; ok {
			frame[name] = value
		}
	}
	for _, some := range members {
		for name, value := range some {
			frame[name] = value
		}
	}
	return frame
}

func (p *play) write(frame map[string]any) error { return p.writeText(encode(frame)) }

func (p *play) writeText(text string) error {
	if p.conn == nil {
		return fmt.Errorf("the client has no socket to send %s to", text)
	}
	return p.conn.Write(p.ctx, websocket.MessageText, []byte(text))
}

// hangUp closes the socket from the server's side.
func (p *play) hangUp() error {
	code, err := strconv.Atoi(p.now.name)
	if err != nil {
		return err
	}
	conn := p.conn
	p.conn = nil
	// It waits for the client's close frame, which the reader takes.
	go conn.Close(websocket.StatusCode(code), "")
	h, err := next(p.stage, p.heard, "the end of the socket")
	if err == nil && !h.ended {
		err = fmt.Errorf("the client sent %s", h.frame)
	}
	return err
}

func (p *play) answer() error {
	status, err := strconv.Atoi(p.now.name)
	if err != nil {
		return err
	}
	text := ""
	if p.now.has {
		text = encode(p.now.data)
	}
	p.request.answer <- answer{status, text}
	if status == http.StatusUnauthorized || strings.Contains(text, `"code":401`) {
		p.refused = token(p.request.query)
	}
	return nil
}
