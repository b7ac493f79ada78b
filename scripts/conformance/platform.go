package main

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/coder/websocket"
)

// platform is the gateway and the HTTP backend of all cases. It does nothing by
// itself: it passes what clients do to their stages, which decide the response.
// A client's token names its stage.
type platform struct {
	mu     sync.Mutex
	stages map[string]*stage
}

func (p *platform) add(key string, s *stage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stages[key] = s
}

func (p *platform) remove(key string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.stages, key)
}

// stage is the one that key names, nil if its case is over. A number may follow
// the key of a token.
func (p *platform) stage(token string) *stage {
	key, _, _ := strings.Cut(token, "~")
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.stages[key]
}

func (p *platform) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/ws", p.serveGateway)
	mux.HandleFunc("/backend/", p.serveBackend)
	return mux
}

func (p *platform) serveGateway(w http.ResponseWriter, r *http.Request) {
	s := p.stage(r.URL.Query().Get("Token"))
	if s == nil {
		http.Error(w, "no case has this token", http.StatusNotFound)
		return
	}
	u := &upgrade{query: r.URL.RawQuery, status: make(chan int, 1), conn: make(chan *websocket.Conn, 1)}
	s.upgrades <- u
	select {
	case status := <-u.status:
		if status != http.StatusSwitchingProtocols {
			w.WriteHeader(status)
			return
		}
	case <-s.ctx.Done():
		return
	}
	// The pages are from another origin, as customers' pages are.
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		return
	}
	defer conn.CloseNow()
	u.conn <- conn
	for {
		_, frame, err := conn.Read(s.ctx)
		if err != nil {
			s.heard <- heard{ended: true, code: websocket.CloseStatus(err)}
			return
		}
		s.heard <- heard{frame: string(frame)}
	}
}

func (p *platform) serveBackend(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	if origin := r.Header.Get("Origin"); origin != "" {
		header.Set("Access-Control-Allow-Origin", origin)
		header.Set("Access-Control-Allow-Credentials", "true")
	}
	if r.Method == http.MethodOptions {
		header.Set("Access-Control-Allow-Methods", "GET, POST, PUT")
		header.Set("Access-Control-Allow-Headers", "Content-Type")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	s := p.stage(r.URL.Query().Get("Token"))
	body, err := io.ReadAll(r.Body)
	if s == nil || err != nil {
		http.Error(w, "no case has this token", http.StatusNotFound)
		return
	}
	made := &request{
		verb: r.Method, path: strings.TrimPrefix(r.URL.EscapedPath(), "/backend"), query: r.URL.RawQuery,
		body: string(body), contentType: r.Header.Get("Content-Type"), answer: make(chan answer, 1),
	}
	s.requests <- made
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.ctx, cancel)()
	select {
	case a := <-made.answer:
		header.Set("Content-Type", "application/json")
		w.WriteHeader(a.status)
		_, _ = io.WriteString(w, a.body)
	case <-ctx.Done():
	}
}
