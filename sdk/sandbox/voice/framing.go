package voice

import (
	"bytes"
	"encoding/binary"
)

// framing follows the bytes of one direction of a WebSocket, and takes out whole
// frames (RFC 6455, section 5.2).
type framing struct {
	head   bool   // the HTTP response comes first, and passes
	tail   []byte // the last bytes of that
	header []byte // what is there of the next frame's header
	rest   int64  // how much of the frame is to come
	lose   bool   // the frame is taken out
}

// filter returns the part of the next bytes that passes. lost reports, as a
// frame begins, whether it is taken out.
func (f *framing) filter(p []byte, lost func() bool) (passed []byte) {
	if f.head {
		n := f.response(p)
		passed, p = append(passed, p[:n]...), p[n:]
	}
	for len(p) > 0 {
		if f.rest == 0 {
			if len(f.header) == 0 {
				f.lose = lost()
			}
			f.header, p = append(f.header, p[0]), p[1:]
			length, whole := payloadLength(f.header)
			if !whole {
				continue
			}
			if !f.lose {
				passed = append(passed, f.header...)
			}
			f.header, f.rest = f.header[:0], length
			continue
		}
		n := min(f.rest, int64(len(p)))
		if !f.lose {
			passed = append(passed, p[:n]...)
		}
		p, f.rest = p[n:], f.rest-n
	}
	return passed
}

// response returns how many of the bytes belong to the HTTP response.
func (f *framing) response(p []byte) int {
	end := []byte("\r\n\r\n")
	seen := len(f.tail)
	f.tail = append(f.tail, p...)
	if at := bytes.Index(f.tail, end); at >= 0 {
		f.head, f.tail = false, nil
		return at + len(end) - seen
	}
	return len(p)
}

// payloadLength reads a frame's header, false while there is more of it to come.
func payloadLength(header []byte) (length int64, whole bool) {
	if len(header) < 2 {
		return 0, false
	}
	size := 2
	switch header[1] & 0x7f {
	case 126:
		size += 2
	case 127:
		size += 8
	}
	extended := size
	if header[1]&0x80 != 0 {
		size += 4 // the mask
	}
	if len(header) < size {
		return 0, false
	}
	switch extended {
	case 4:
		return int64(binary.BigEndian.Uint16(header[2:])), true
	case 10:
		return int64(binary.BigEndian.Uint64(header[2:]) &^ (1 << 63)), true
	}
	return int64(header[1] & 0x7f), true
}
