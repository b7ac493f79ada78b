//go:build !js

package sdk

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// Native holds the options of a native program.
type Native struct {
	// HTTPClient makes the HTTP requests and opens the WebSocket; nil means
	// http.DefaultClient. It must not have a Timeout of its own.
	HTTPClient *http.Client
}

type nativeTransport struct{ client *http.Client }

func (Native) inline() bool { return false }

func (Native) stirred() {}

func newTransport(options Native) transport {
	if options.HTTPClient == nil {
		options.HTTPClient = http.DefaultClient
	}
	// A redirect would hand the token in the URL to another host.
	client := *options.HTTPClient
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return nativeTransport{&client}
}

func (t nativeTransport) dial(ctx context.Context, url string, on socketEvents) (socket, error) {
	conn, response, err := websocket.Dial(ctx, url, &websocket.DialOptions{HTTPClient: t.client})
	if err != nil {
		if response != nil && response.StatusCode == http.StatusUnauthorized {
			return nil, refusedUpgrade{errors.New("the upgrade was refused")}
		}
		// Its text holds the URL, and so the token.
		return nil, errors.New("the upgrade failed")
	}
	// Frames are cut off at MaxFrame by read, without ending the connection.
	conn.SetReadLimit(-1)
	s := &nativeSocket{conn: conn, more: make(chan struct{}, 1)}
	go s.write(on.released)
	go s.read(on)
	return s, nil
}

func (t nativeTransport) fetch(ctx context.Context, verb, url, body string) (int, string, error) {
	request, err := http.NewRequestWithContext(ctx, verb, url, strings.NewReader(body))
	if err != nil {
		return 0, "", errors.New("the URL is malformed")
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	response, err := t.client.Do(request)
	if err != nil {
		return 0, "", errors.New("the request failed")
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, MaxAnswer+1))
	if len(text) > MaxAnswer {
		err = errTooLarge
	}
	return response.StatusCode, string(text), err
}

// nativeSocket has a goroutine that writes what is queued and one that reads.
type nativeSocket struct {
	conn *websocket.Conn
	more chan struct{} // holds one token while there is something to write

	mu     sync.Mutex
	queued []string
	ending bool // close was called, or the other side closed
	code   websocket.StatusCode
	reason string
}

func (s *nativeSocket) send(frame string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ending {
		s.queued = append(s.queued, frame)
		s.wake()
	}
}

func (s *nativeSocket) close(code int, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ending {
		s.ending, s.code, s.reason = true, websocket.StatusCode(code), reason
		s.wake()
	}
}

func (s *nativeSocket) wake() {
	select {
	case s.more <- struct{}{}:
	default:
	}
}

// writeLimit is how long a frame, or all that is left at a close, may take to
// be written.
const writeLimit = 10 * time.Second

func (s *nativeSocket) write(released func()) {
	defer released()
	for range s.more {
		s.mu.Lock()
		frames, ending, code, reason := s.queued, s.ending, s.code, s.reason
		s.queued = nil
		s.mu.Unlock()
		ctx, cancel := context.WithTimeout(context.Background(), writeLimit)
		for _, frame := range frames {
			if s.conn.Write(ctx, websocket.MessageText, []byte(frame)) != nil {
				break
			}
		}
		cancel()
		if ending {
			_ = s.conn.Close(code, reason)
			return
		}
	}
}

func (s *nativeSocket) read(on socketEvents) {
	for {
		text, size, err := s.readMessage()
		s.mu.Lock()
		ending := s.ending
		s.mu.Unlock()
		switch {
		case ending:
			return
		case err != nil:
			s.close(int(websocket.StatusNormalClosure), "")
			on.closed(closeCode(err))
			return
		case size > MaxFrame:
			on.oversized(size)
		default:
			on.message(text)
		}
	}
}

// readMessage reads one message; of one larger than MaxFrame, only the size.
func (s *nativeSocket) readMessage() (text string, size int, err error) {
	kind, r, err := s.conn.Reader(context.Background())
	if err != nil {
		return "", 0, err
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxFrame+1))
	if err != nil {
		return "", 0, err
	}
	if len(b) > MaxFrame {
		rest, err := io.Copy(io.Discard, r)
		return "", len(b) + int(rest), err
	}
	if kind != websocket.MessageText {
		// Not JSON: counted as a bad frame.
		return "", 0, nil
	}
	return string(b), len(b), nil
}

func closeCode(err error) int {
	if code := websocket.CloseStatus(err); code != -1 {
		return int(code)
	}
	return closeAbnormal
}
