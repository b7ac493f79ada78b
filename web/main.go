// Web is the dev server: on one port it serves the console page, the SDK from
// js/dist, and a sandbox platform for both.
//
//	go run ./web -addr 127.0.0.1:8080
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/voice"
)

const (
	// ringTime lets a person see a number ring before it answers.
	ringTime = time.Second
	// readHeaderTimeout frees the goroutine of a client that never sends a request.
	readHeaderTimeout = 10 * time.Second
	// closeGrace is how long requests under way have to end.
	closeGrace = time.Second
)

// settings are the flags.
type settings struct {
	addr     string // host and port to listen on; port 0 is a free one
	dist     string // folder with the built SDK
	examples string // folder with the built examples
	docs     string // folder with the built documentation site
	seed     uint64 // of the sandbox's ids
	media    string // IP address that the sound of calls is offered at
}

func main() {
	var s settings
	flag.StringVar(&s.addr, "addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes a free one.\n"+
		"Anybody who reaches the port can drive the sandbox and log in as any agent,\n"+
		"so leave loopback (for example with 0.0.0.0:8080) only in a network you trust")
	flag.StringVar(&s.dist, "dist", "js/dist", "`folder` with the built SDK")
	flag.StringVar(&s.examples, "examples", ".build/examples", "`folder` with the built examples")
	flag.StringVar(&s.docs, "docs", ".build/docs", "`folder` with the built documentation site")
	flag.Uint64Var(&s.seed, "seed", 0, "`seed` of the sandbox's ids; the same calls get the same ids")
	flag.StringVar(&s.media, "media", "127.0.0.1", "`IP` address that the sound of calls in the page is offered at. A browser that has not\n"+
		"been started with --allow-loopback-in-peer-connection wants that of a network interface")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, s, os.Stdout)
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

// run serves until ctx ends, and leaves nothing behind. Its first line on
// stdout is "listening on http://HOST:PORT". The error is the listener's.
func run(ctx context.Context, s settings, stdout io.Writer) error {
	mediaIP := net.ParseIP(s.media)
	if mediaIP == nil {
		return fmt.Errorf("-media %s is no IP address; give one of this machine's", s.media)
	}
	listener, err := net.Listen("tcp", s.addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s, choose another -addr: %w", s.addr, err)
	}
	platform := sandbox.New(sandbox.Config{
		Addr:     s.addr,
		Seed:     s.seed,
		RingTime: ringTime,
		Voice:    voice.New(voice.Config{MediaIP: mediaIP, Log: logLine}),
		Log:      logLine,
	})
	server := &http.Server{Handler: routes(platform, s.dist, s.examples, s.docs), ReadHeaderTimeout: readHeaderTimeout}
	announce(stdout, listener.Addr().String(), s.media)

	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err = <-served:
		platform.Close()
		return fmt.Errorf("stopped serving: %w", err)
	case <-ctx.Done():
	}
	// The platform goes first: its WebSockets are none of the HTTP server's.
	platform.Close()
	grace, cancel := context.WithTimeout(context.Background(), closeGrace)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		_ = server.Close()
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("stopped serving: %w", err)
	}
	return nil
}

func logLine(message string) { log.Print(message) }

// announce says where the server is. Who starts it as a child process reads the
// first line.
func announce(stdout io.Writer, host, media string) {
	fmt.Fprintf(stdout, "listening on http://%s\n", host)
	fmt.Fprintf(stdout, "console:  http://%s/\n", host)
	fmt.Fprintf(stdout, "docs:     http://%s/docs/ and http://%s/docs/zh/\n", host, host)
	fmt.Fprintf(stdout, "agents:   http://%s/?agent=1001 and http://%s/?agent=1002, to 1010, a tab each\n", host, host)
	fmt.Fprintf(stdout, "calls:    SIP on ws://%s/sip, sound on %s\n", host, media)
}
