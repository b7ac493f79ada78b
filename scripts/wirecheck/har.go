package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// har is what is read of a HAR (HTTP Archive 1.2), with the member that Chrome
// adds for WebSockets.
type har struct {
	Log struct {
		Entries []struct {
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
			Messages []struct {
				Type   string  // "send", "receive" or "error"
				Time   float64 // Unix time in seconds; Playwright's is in milliseconds
				Opcode int     // 1 for text
				Data   string
			} `json:"_webSocketMessages"`
		}
	}
}

// recording is a HAR, sorted by what is to be checked.
type recording struct {
	sockets []socket // to the gateway
	calls   []call   // of the HTTP backend
	others  int      // requests that are neither
}

// socket is a WebSocket that went to the gateway.
type socket struct {
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
}

func readHAR(text []byte) (r recording, err error) {
	var h har
	if err := json.Unmarshal(text, &h); err != nil {
		return r, fmt.Errorf("the file is no HAR: %w; in Chrome's DevTools choose Network, Export HAR", err)
	}
	if len(h.Log.Entries) == 0 {
		return r, errors.New("the HAR has no entries; open DevTools before the page connects, then export")
	}
	began := h.Log.Entries[0].Started
	for _, e := range h.Log.Entries {
		if e.Started.Before(began) {
			began = e.Started
		}
	}
	for _, e := range h.Log.Entries {
		u, err := url.Parse(e.Request.URL)
		if err != nil {
			r.others++
			continue
		}
		query := u.Query()
		switch isSocket := strings.HasPrefix(u.Scheme, "ws"); {
		case isSocket && query.Has("AgentId"):
			s := socket{url: u, status: e.Response.Status}
			for _, m := range e.Messages {
				if m.Type == "send" || m.Type == "receive" {
					s.frames = append(s.frames, frame{unix(m.Time).Sub(began), m.Type == "send", m.Opcode == 1, m.Data})
				}
			}
			r.sockets = append(r.sockets, s)
		case !isSocket && e.Request.Method != "OPTIONS" && (query.Has("Token") || query.Has("Timestamp") && query.Has("AppId")):
			answer := e.Response.Content.Text
			if e.Response.Content.Encoding == "base64" {
				plain, err := base64.StdEncoding.DecodeString(answer)
				if err != nil {
					return r, fmt.Errorf("the body of a backend call is not the base64 that the HAR calls it: %w", err)
				}
				answer = string(plain)
			}
			r.calls = append(r.calls, call{e.Started.Sub(began), e.Request.Method, u, e.Request.PostData.Text, e.Response.Status, answer})
		default:
			r.others++
		}
	}
	if len(r.sockets)+len(r.calls) == 0 {
		return r, errors.New("the HAR has no connection to a gateway and no call of a backend; " +
			"open DevTools before the page connects, and let it run for a call")
	}
	slices.SortStableFunc(r.calls, func(a, b call) int { return int(a.at - b.at) })
	return r, nil
}

// unix is a time in seconds, or in milliseconds where it would otherwise be in
// the far future.
func unix(t float64) time.Time {
	if t > 1e11 {
		t /= 1000
	}
	return time.UnixMicro(int64(t * 1e6))
}
