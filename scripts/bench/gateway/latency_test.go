package main

import (
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Bytes arrive in order, the first after the handshake, each half a round trip
// late. Bytes that follow one another closely do not add up their delays.
func TestARoundTripTakesItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rtt = 50 * time.Millisecond
		client, network := net.Pipe()
		server := delay(network, rtt)
		began := time.Now()
		read := func(from net.Conn, want string) time.Duration {
			got := make([]byte, len(want))
			_, err := io.ReadFull(from, got)
			require.NoError(t, err)
			assert.Equal(t, want, string(got))
			return time.Since(began)
		}
		write := func(to net.Conn, text string) {
			_, err := to.Write([]byte(text))
			require.NoError(t, err)
		}

		write(client, "one")
		write(client, "two")
		assert.Equal(t, 75*time.Millisecond, read(server, "one"))
		assert.Equal(t, 75*time.Millisecond, read(server, "two"))
		write(server, "reply")
		assert.Equal(t, 100*time.Millisecond, read(client, "reply"))
		write(client, "three")
		assert.Equal(t, 125*time.Millisecond, read(server, "three"))

		write(client, "last")
		require.NoError(t, client.Close())
		assert.Equal(t, 150*time.Millisecond, read(server, "last"))
		_, err := server.Read(make([]byte, 1))
		assert.ErrorIs(t, err, io.EOF)
	})
}

func TestTheServersCloseReachesTheClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, network := net.Pipe()
		server := delay(network, 50*time.Millisecond)
		require.NoError(t, server.Close())
		_, err := client.Read(make([]byte, 1))
		assert.ErrorIs(t, err, io.EOF)
	})
}
