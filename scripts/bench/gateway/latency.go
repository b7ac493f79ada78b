package main

import (
	"net"
	"time"
)

// delayed makes a listener's connections behave as over a network with that
// round-trip time: bytes take half of it each way, and the first bytes a whole
// round trip more, for the TCP handshake.
func delayed(listener net.Listener, rtt time.Duration) net.Listener {
	if rtt == 0 {
		return listener
	}
	return delayedListener{listener, rtt}
}

type delayedListener struct {
	net.Listener
	rtt time.Duration
}

func (l delayedListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return delay(conn, l.rtt), nil
}

// delay returns a connection that passes bytes through conn with a delay.
func delay(conn net.Conn, rtt time.Duration) net.Conn {
	near, far := net.Pipe()
	began := time.Now()
	go carry(far, conn, func() time.Time { return latest(time.Now(), began.Add(rtt)).Add(rtt / 2) })
	go carry(conn, far, func() time.Time { return time.Now().Add(rtt / 2) })
	return near
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// chunk is bytes in transit.
type chunk struct {
	bytes []byte
	due   time.Time
}

// inFlight is how many chunks may be in transit; more wait to be read.
const inFlight = 4096

// carry moves bytes, each at the time that due returns when they are read. The
// end of one side ends the other, once the bytes in transit have arrived.
func carry(to, from net.Conn, due func() time.Time) {
	chunks := make(chan chunk, inFlight)
	go func() {
		defer close(chunks)
		buffer := make([]byte, 64<<10)
		for {
			n, err := from.Read(buffer)
			if n > 0 {
				chunks <- chunk{append([]byte(nil), buffer[:n]...), due()}
			}
			if err != nil {
				return
			}
		}
	}()
	broken := false
	for c := range chunks {
		time.Sleep(time.Until(c.due))
		if _, err := to.Write(c.bytes); err != nil && !broken {
			broken = true
			_ = from.Close()
		}
	}
	_ = to.Close()
	_ = from.Close()
}
