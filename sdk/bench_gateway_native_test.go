//go:build !js

package sdk_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// benchGateway is the other end of one WebSocket in memory. It speaks RFC 6455
// from two buffers that it uses again and again.
type benchGateway struct {
	near, far net.Conn

	mu   sync.Mutex // held while writing
	out  []byte
	sent uint64 // events
}

func newBenchGateway(tb testing.TB) *benchGateway {
	near, far := net.Pipe()
	g := &benchGateway{near: near, far: far}
	go g.serve()
	tb.Cleanup(func() { _ = far.Close() })
	return g
}

func (g *benchGateway) native() sdk.Native {
	return sdk.Native{HTTPClient: &http.Client{Transport: &http.Transport{
		DialContext: func(context.Context, string, string) (net.Conn, error) { return g.near, nil },
	}}}
}

func (g *benchGateway) serve() {
	in := bufio.NewReader(g.far)
	upgrade, err := http.ReadRequest(in)
	if err != nil {
		return
	}
	accept := sha1.Sum([]byte(upgrade.Header.Get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	fmt.Fprintf(g.far, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
		base64.StdEncoding.EncodeToString(accept[:]))
	var frame []byte
	for {
		if frame, err = readMasked(in, frame[:0]); err != nil {
			return
		}
		if id := between(frame, `"MsgId":"`); id != nil {
			g.reply(id, between(frame, `"Method":"`))
		}
	}
}

func (g *benchGateway) reply(id, method []byte) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.out = g.out[:0]
	start := g.begin()
	g.out = append(g.out, `{"Ver":"1.0","SeqId":1,"MsgId":"`...)
	g.out = append(g.out, id...)
	g.out = append(g.out, `","MsgType":"REP","Timestamp":1700000000000,"ErrCode":"000000","ErrDesc":"OK","Method":"`...)
	g.out = append(g.out, method...)
	g.out = append(g.out, `","Data":`...)
	if string(method) == "GetState" {
		g.out = append(g.out, benchState...)
	} else {
		g.out = append(g.out, `{}`...)
	}
	g.out = append(g.out, '}')
	g.end(start)
	_, _ = g.far.Write(g.out)
}

// send sends events, in few writes.
func (g *benchGateway) send(count int) {
	const together = 64
	g.mu.Lock()
	defer g.mu.Unlock()
	g.out = g.out[:0]
	for i := range count {
		g.sent++
		start := g.begin()
		g.out = append(g.out, benchEventHead...)
		g.out = append(g.out, benchEventID...)
		for at, rest := len(g.out)-1, g.sent; rest > 0; at, rest = at-1, rest/10 {
			g.out[at] = byte('0' + rest%10)
		}
		g.out = append(g.out, benchEventTail...)
		g.end(start)
		if i%together == together-1 || i == count-1 {
			_, _ = g.far.Write(g.out)
			g.out = g.out[:0]
		}
	}
}

// begin starts a text frame whose length takes two bytes, as all here do.
func (g *benchGateway) begin() (start int) {
	g.out = append(g.out, 0x81, 126, 0, 0)
	return len(g.out)
}

func (g *benchGateway) end(start int) {
	binary.BigEndian.PutUint16(g.out[start-2:], uint16(len(g.out)-start))
}

// readMasked appends a client's frame to buffer.
func readMasked(in *bufio.Reader, buffer []byte) ([]byte, error) {
	head, err := in.Peek(2)
	if err != nil {
		return nil, err
	}
	size, skip := int(head[1]&0x7f), 2
	if size == 126 {
		if head, err = in.Peek(4); err != nil {
			return nil, err
		}
		size, skip = int(binary.BigEndian.Uint16(head[2:])), 4
	}
	if head, err = in.Peek(skip + 4); err != nil {
		return nil, err
	}
	mask := [4]byte(head[skip:])
	_, _ = in.Discard(skip + 4)
	buffer = append(buffer, make([]byte, size)...)
	if _, err := io.ReadFull(in, buffer); err != nil {
		return nil, err
	}
	for i := range buffer {
		buffer[i] ^= mask[i%4]
	}
	return buffer, nil
}

// between is what stands between a text and the next quotation mark.
func between(frame []byte, before string) []byte {
	at := bytes.Index(frame, []byte(before))
	if at < 0 {
		return nil
	}
	frame = frame[at+len(before):]
	return frame[:bytes.IndexByte(frame, '"')]
}
