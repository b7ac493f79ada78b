package sandbox

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// credentialsOf reads the three query members that open a connection and begin
// the query of every backend call (observed).
func credentialsOf(r *http.Request) token.Credentials {
	query := r.URL.Query()
	return token.Credentials{
		AppID: query.Get("AppId"), Timestamp: query.Get("Timestamp"), Token: query.Get("Token"),
	}
}

// serveGateway upgrades to the agent's WebSocket. guard has checked the Origin;
// the token authenticates the agent.
func (p *Platform) serveGateway(w http.ResponseWriter, r *http.Request) {
	a, err := p.engine.agent(r.URL.Query().Get("AgentId"))
	if err == nil {
		err = p.verify(a.id, credentialsOf(r))
	}
	if err != nil {
		p.config.Log(fmt.Sprintf("a connection was refused: %s", asRefusal(err).Code))
		writeJSON(w, http.StatusUnauthorized, errorFrame{asRefusal(err).Code, asRefusal(err).Reason})
		return
	}
	leave, err := p.enterSocket()
	if err != nil {
		writeJSON(w, http.StatusServiceUnavailable, errorFrame{asRefusal(err).Code, asRefusal(err).Reason})
		return
	}
	defer leave()
	recorded, round, err := p.nextRecorded(a.id)
	if err != nil || recorded.refused() {
		status := http.StatusServiceUnavailable
		if recorded.refused() {
			status = recorded.Status
			err = refuse(spec.ServerAuthFailed, "the connection was refused when the scenario was recorded")
		}
		p.config.Log(fmt.Sprintf("a connection was refused: %v", err))
		writeJSON(w, status, errorFrame{asRefusal(err).Code, asRefusal(err).Reason})
		return
	}
	if !p.admit() {
		writeJSON(w, http.StatusServiceUnavailable, errorFrame{spec.ServerInternalError, "the sandbox is shutting down"})
		return
	}
	defer p.connections.Done()
	upgrade := &hijacker{ResponseWriter: w}
	socket, err := websocket.Accept(upgrade, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		p.config.Log(fmt.Sprintf("agent %s: the upgrade failed: %v", a.id, err))
		return
	}
	socket.SetReadLimit(maxFrame)
	c := &connection{
		engine: p.engine, agent: a, faults: p.faults.of(a.id), origin: webSocketOrigin(r),
		socket: socket, transport: upgrade.transport, out: make(chan outgoing, maxQueued),
	}
	if recorded != nil {
		c.replay = newReplay(c, *recorded, round)
	}
	p.serveAgent(c)
}

func (p *Platform) serveAgent(c *connection) {
	a := c.agent
	defer func() { _ = c.socket.CloseNow() }()
	p.config.Log(fmt.Sprintf("agent %s connected", a.id))
	err := c.run(p.ctx)
	status := websocket.CloseStatus(err)
	switch {
	case status > 0:
		p.config.Log(fmt.Sprintf("agent %s disconnected with close code %d", a.id, status))
	case errors.Is(err, context.Canceled):
		p.config.Log(fmt.Sprintf("agent %s was cut off", a.id))
	default:
		p.config.Log(fmt.Sprintf("agent %s: the connection was lost", a.id))
	}
}

// webSocketOrigin is how the page calls the platform.
func webSocketOrigin(r *http.Request) string {
	if r.TLS != nil {
		return "wss://" + r.Host
	}
	return "ws://" + r.Host
}

// admit counts one more connection, unless the platform is closing.
func (p *Platform) admit() bool {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	if p.engine.closed {
		return false
	}
	p.connections.Add(1)
	return true
}
