package main

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
)

// harEntry is the part that is read of a HAR's entry (HTTP Archive 1.2), with
// the member that Chrome adds for WebSockets.
type harEntry struct {
	Started time.Time `json:"startedDateTime"`
	Request struct {
		Method   string
		URL      string
		PostData struct{ Text string }
	}
	Response struct {
		Status  int
		Content struct{ Text, Encoding string }
	}
	Time     float64 // how long it took, in milliseconds
	Messages []struct {
		Type   string  // "send", "receive" or "error"
		Time   float64 // Unix time in seconds; Playwright's is in milliseconds
		Opcode int     // 1 for text
		Data   string
	} `json:"_webSocketMessages"`
}

// recording is a HAR, sorted by what is checked.
type recording struct {
	began   time.Time
	sockets []socket // to the gateway
	calls   []call   // of the HTTP backend
	others  int      // requests that are neither
}

// socket is a WebSocket to the gateway.
type socket struct {
	at     time.Duration // since the recording began
	url    *url.URL
	status int // of the upgrade
	frames []frame
}

type frame struct {
	at   time.Duration // since the recording began
	sent bool          // by the page
	text bool          // not binary
	data string
}

// call is a call of the HTTP backend.
type call struct {
	at     time.Duration // since the recording began
	method string
	url    *url.URL
	body   string // of the request
	status int
	answer string
	took   time.Duration
}

// readHAR reads one entry at a time: a HAR of a whole page contains its images
// and scripts too, and can be larger than the memory.
func readHAR(file io.Reader) (r recording, err error) {
	input := &counter{Reader: file}
	decoder := json.NewDecoder(input)
	count := 0
	var began time.Time
	if err := enter(decoder, "log", "entries"); err != nil {
		return r, noHAR(err, input.read, count)
	}
	for ; decoder.More(); count++ {
		var e harEntry
		if err := decoder.Decode(&e); err != nil {
			return r, noHAR(err, decoder.InputOffset(), count)
		}
		if count == 0 || e.Started.Before(began) {
			began = e.Started
		}
		if err := r.add(e); err != nil {
			return r, err
		}
	}
	if err := leave(decoder, 3); err != nil {
		return r, noHAR(err, decoder.InputOffset(), count)
	}
	switch {
	case count == 0:
		return r, errors.New("the HAR has no entries; open DevTools before the page connects, then export")
	case len(r.sockets)+len(r.calls) == 0:
		return r, errors.New("the HAR has no connection to a gateway and no call of a backend; " +
			"open DevTools before the page connects, and let it run for a call")
	}
	r.startAt(began)
	return r, nil
}

// counter counts what has been read.
type counter struct {
	io.Reader
	read int64
}

func (c *counter) Read(p []byte) (n int, err error) {
	n, err = c.Reader.Read(p)
	c.read += int64(n)
	return n, err
}

var errOtherShape = errors.New("it has no log.entries")

// enter reads up to the first element of the list under the names.
func enter(decoder *json.Decoder, names ...string) error {
	for _, name := range names {
		if err := expect(decoder, '{'); err != nil {
			return err
		}
		for {
			if !decoder.More() {
				return errOtherShape
			}
			token, err := decoder.Token()
			if err != nil {
				return err
			}
			if token == name {
				break
			}
			var skipped json.RawMessage
			if err := decoder.Decode(&skipped); err != nil {
				return err
			}
		}
	}
	return expect(decoder, '[')
}

// leave reads to the end of the open lists and objects.
func leave(decoder *json.Decoder, depth int) error {
	for depth > 0 {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	return nil
}

func expect(decoder *json.Decoder, want json.Delim) error {
	token, err := decoder.Token()
	if err == nil && token != want {
		err = errOtherShape
	}
	return err
}

// noHAR describes what is wrong with a file, which may be truncated.
func noHAR(err error, offset int64, entries int) error {
	if offset > 0 && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return fmt.Errorf("the file ends in the middle, after %d entries: it was not saved completely, export it again", entries)
	}
	return fmt.Errorf("the file is not a HAR: %w; in Chrome's DevTools choose Network, Export HAR", err)
}

// add adds an entry. Its times are since 1970, until startAt.
func (r *recording) add(e harEntry) error {
	u, err := url.Parse(e.Request.URL)
	if err != nil {
		r.others++
		return nil
	}
	query := u.Query()
	switch isSocket := strings.HasPrefix(u.Scheme, "ws"); {
	case isSocket && query.Has("AgentId"):
		s := socket{at: sinceEpoch(e.Started), url: u, status: e.Response.Status}
		for _, m := range e.Messages {
			if m.Type == "send" || m.Type == "receive" {
				s.frames = append(s.frames, frame{sinceEpoch(unix(m.Time)), m.Type == "send", m.Opcode == 1, m.Data})
			}
		}
		r.sockets = append(r.sockets, s)
	case !isSocket && e.Request.Method != "OPTIONS" && (query.Has("Token") || query.Has("Timestamp") && query.Has("AppId")):
		answer := e.Response.Content.Text
		if e.Response.Content.Encoding == "base64" {
			plain, err := base64.StdEncoding.DecodeString(answer)
			if err != nil {
				return fmt.Errorf("the body of a backend call is not the base64 that the HAR calls it: %w", err)
			}
			answer = string(plain)
		}
		took := time.Duration(e.Time * float64(time.Millisecond))
		r.calls = append(r.calls, call{sinceEpoch(e.Started), e.Request.Method, u, e.Request.PostData.Text, e.Response.Status, answer, took})
	default:
		r.others++
	}
	return nil
}

func sinceEpoch(t time.Time) time.Duration { return t.Sub(time.Unix(0, 0)) }

// startAt makes all times relative to the recording's start, and sorts the calls.
func (r *recording) startAt(began time.Time) {
	r.began = began
	zero := sinceEpoch(began)
	for i := range r.sockets {
		r.sockets[i].at -= zero
		for j := range r.sockets[i].frames {
			r.sockets[i].frames[j].at -= zero
		}
	}
	for i := range r.calls {
		r.calls[i].at -= zero
	}
	slices.SortStableFunc(r.calls, func(a, b call) int { return cmp.Compare(a.at, b.at) })
}

// unix is a time in seconds, or in milliseconds if it would otherwise be in the
// far future.
func unix(t float64) time.Time {
	if t > 1e11 {
		t /= 1000
	}
	return time.UnixMicro(int64(t * 1e6))
}
