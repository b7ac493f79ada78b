//go:build !js

package sdk

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// gateway is a WebSocket server on loopback that plays serve to each client that dials.
func gateway(t *testing.T, serve func(conn *websocket.Conn)) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := websocket.Accept(w, r, nil)
		if err != nil {
			return
		}
		defer conn.CloseNow()
		serve(conn)
	}))
	t.Cleanup(server.Close)
	return "ws" + strings.TrimPrefix(server.URL, "http")
}

// heard is what a socket reported, in order.
type heard struct {
	what string
	n    int
}

func dialHearing(t *testing.T, url string) (socket, chan heard) {
	told := make(chan heard, 100)
	s, err := newTransport(Native{}).dial(context.Background(), url, socketEvents{
		released:  func() {},
		message:   func(text string) { told <- heard{"message " + text, len(text)} },
		oversized: func(size int) { told <- heard{"oversized", size} },
		closed:    func(code int) { told <- heard{"closed", code} },
	})
	require.NoError(t, err)
	return s, told
}

func TestFramesBeforeTheCloseComeBeforeIt(t *testing.T) {
	url := gateway(t, func(conn *websocket.Conn) {
		ctx := context.Background()
		_ = conn.Write(ctx, websocket.MessageText, []byte("one"))
		_ = conn.Write(ctx, websocket.MessageText, []byte(strings.Repeat("x", 10<<20)))
		_ = conn.Write(ctx, websocket.MessageBinary, []byte("{}"))
		_ = conn.Write(ctx, websocket.MessageText, []byte(strings.Repeat("y", MaxFrame)))
		_ = conn.Write(ctx, websocket.MessageText, []byte("last"))
		_ = conn.Close(4409, "elsewhere")
	})
	_, told := dialHearing(t, url)
	assert.Equal(t, heard{"message one", 3}, <-told)
	assert.Equal(t, heard{"oversized", 10 << 20}, <-told, "a frame too large is dropped, the connection stays")
	assert.Equal(t, heard{"message ", 0}, <-told, "a binary frame counts as one that is no JSON")
	assert.Equal(t, MaxFrame, (<-told).n)
	assert.Equal(t, heard{"message last", 4}, <-told)
	assert.Equal(t, heard{"closed", 4409}, <-told)
}

func TestWhatWasHandedOverIsSentBeforeTheClose(t *testing.T) {
	got := make(chan string, 10)
	url := gateway(t, func(conn *websocket.Conn) {
		for {
			_, text, err := conn.Read(context.Background())
			if err != nil {
				got <- websocket.CloseStatus(err).String()
				return
			}
			got <- string(text)
		}
	})
	s, told := dialHearing(t, url)
	s.send("one")
	s.send("two")
	s.close(1000, "")
	s.send("never")
	s.close(1000, "")
	assert.Equal(t, "one", <-got)
	assert.Equal(t, "two", <-got)
	assert.Equal(t, "StatusNormalClosure", <-got)
	select {
	case what := <-told:
		t.Fatalf("after close nothing is told, but: %v", what)
	case <-time.After(50 * time.Millisecond):
	}
}

func TestABrokenConnectionIsTold(t *testing.T) {
	url := gateway(t, func(conn *websocket.Conn) { _ = conn.CloseNow() })
	_, told := dialHearing(t, url)
	assert.Equal(t, heard{"closed", closeAbnormal}, <-told)
}

func TestDialSaysWhatItMay(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(401) }))
	defer server.Close()
	url := "ws" + strings.TrimPrefix(server.URL, "http") + "?Token=secret"
	_, err := newTransport(Native{}).dial(context.Background(), url, socketEvents{})
	var refused refusedUpgrade
	require.ErrorAs(t, err, &refused)
	assert.NotContains(t, err.Error(), "secret")
	_, err = newTransport(Native{}).dial(context.Background(), "ws://127.0.0.1:1/?Token=secret", socketEvents{})
	assert.NotContains(t, err.Error(), "secret")
	_, _, err = newTransport(Native{}).fetch(context.Background(), "GET", "http://127.0.0.1:1/?Token=secret", "")
	assert.NotContains(t, err.Error(), "secret")
	_, _, err = newTransport(Native{}).fetch(context.Background(), "GET", "::", "")
	assert.Error(t, err)
}

// A redirect would hand the token to another host, as Referer too, and post the
// body a second time.
func TestNoRedirectIsFollowed(t *testing.T) {
	var followed atomic.Int32
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { followed.Add(1) }))
	defer elsewhere.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		server := httptest.NewServer(http.RedirectHandler(elsewhere.URL, status))
		got, _, err := newTransport(Native{}).fetch(context.Background(), "POST", server.URL+"/x?Token=secret", `{"a":1}`)
		assert.NoError(t, err)
		assert.Equal(t, status, got)
		_, err = newTransport(Native{}).dial(context.Background(), "ws"+strings.TrimPrefix(server.URL, "http")+"?Token=secret", socketEvents{})
		assert.ErrorContains(t, err, "the upgrade failed")
		server.Close()
	}
	assert.Zero(t, followed.Load())
}

func TestAnHTTPAnswerHasALimit(t *testing.T) {
	body := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) }))
	defer server.Close()
	body = strings.Repeat("x", MaxAnswer)
	_, text, err := newTransport(Native{}).fetch(context.Background(), "GET", server.URL, "")
	assert.NoError(t, err)
	assert.Len(t, text, MaxAnswer, "nothing is cut")
	body += "x"
	_, _, err = newTransport(Native{}).fetch(context.Background(), "GET", server.URL, "")
	assert.Equal(t, errTooLarge, err)
}
