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
	// ringTime makes a number ring visibly before it answers.
	ringTime = time.Second
	// readHeaderTimeout frees the goroutine of a client that never sends a request.
	readHeaderTimeout = 10 * time.Second
	// closeGrace is how long pending requests have to end.
	closeGrace = time.Second
)

// settings are the flags.
type settings struct {
	sandbox sandbox.Config
	folders folders
	media   string // IP address that the sound of calls is offered at
}

func main() {
	// The random seed makes a demo's passwords unguessable.
	s := settings{sandbox: sandbox.Config{Addr: "127.0.0.1:8080", Seed: sandbox.RandomSeed(), RingTime: ringTime, Log: logLine}}
	s.sandbox.Flags(flag.CommandLine)
	flag.Lookup("seed").DefValue = "a random one"
	flag.StringVar(&s.folders.dist, "dist", "js/dist", "`folder` with the built SDK")
	flag.StringVar(&s.folders.examples, "examples", ".build/examples", "`folder` with the built examples")
	flag.StringVar(&s.folders.docs, "docs", ".build/docs", "`folder` with the built documentation site")
	flag.StringVar(&s.folders.page, "page", "", "`folder` with a page of yours, which is served at /page/ of the sandbox's origin")
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
		return fmt.Errorf("-media %s is not an IP address; give one of this machine's", s.media)
	}
	listener, err := net.Listen("tcp", s.sandbox.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s, choose another -addr: %w", s.sandbox.Addr, err)
	}
	key := ""
	if s.sandbox.LockOutsideLoopback() {
		logLine("WARNING: other machines can reach " + s.sandbox.Addr + ". Whoever has the console's URL can drive this sandbox")
		key = "key=" + s.sandbox.Secret
	}
	s.sandbox.Voice = voice.New(voice.Config{MediaIP: mediaIP, Log: logLine})
	platform := sandbox.New(s.sandbox)
	server := &http.Server{Handler: routes(platform, s.folders), ReadHeaderTimeout: readHeaderTimeout}
	announce(stdout, listener.Addr().String(), s.media, key)

	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err = <-served:
		platform.Close()
		return fmt.Errorf("stopped serving: %w", err)
	case <-ctx.Done():
	}
	// The platform closes first: the HTTP server does not close its WebSockets.
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

// announce prints where the server is. A parent process reads the first line.
// The key of a locked sandbox is printed here and nowhere else.
func announce(stdout io.Writer, host, media, key string) {
	fmt.Fprintf(stdout, "listening on http://%s\n", host)
	if key == "" {
		fmt.Fprintf(stdout, "console:  http://%s/\n", host)
	} else {
		fmt.Fprintf(stdout, "console:  http://%s/?%s (once in each browser)\n", host, key)
	}
	fmt.Fprintf(stdout, "docs:     http://%s/docs/ and http://%s/docs/zh/\n", host, host)
	fmt.Fprintf(stdout, "agents:   http://%s/?agent=1001 and http://%s/?agent=1002, to 1010, a tab each\n", host, host)
	fmt.Fprintf(stdout, "calls:    SIP on ws://%s/sip, sound on %s\n", host, media)
}
