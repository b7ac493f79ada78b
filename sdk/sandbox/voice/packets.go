package voice

import (
	"net"

	"github.com/pion/transport/v4"
	"github.com/pion/transport/v4/stdnet"
)

// packets is the network of a call, in which faults lose packets.
type packets struct {
	transport.Net
	loses func(packet []byte) bool
}

func newPackets(loses func(packet []byte) bool) (transport.Net, error) {
	network, err := stdnet.NewNet()
	return packets{network, loses}, err
}

func (n packets) ListenUDP(network string, address *net.UDPAddr) (transport.UDPConn, error) {
	conn, err := n.Net.ListenUDP(network, address)
	if err != nil {
		return nil, err
	}
	return udpConn{conn, n.loses}, nil
}

type udpConn struct {
	transport.UDPConn
	loses func(packet []byte) bool
}

func (c udpConn) ReadFrom(p []byte) (n int, from net.Addr, err error) {
	for {
		if n, from, err = c.UDPConn.ReadFrom(p); err != nil || !c.loses(p[:n]) {
			return n, from, err
		}
	}
}

func (c udpConn) WriteTo(p []byte, to net.Addr) (int, error) {
	if c.loses(p) {
		return len(p), nil
	}
	return c.UDPConn.WriteTo(p, to)
}
