// Gateway is the other end of the benchmark: it serves the measured page, the
// SDKs and the token on one origin, and a gateway for each round-trip time on
// others. It answers every request with success and sends events on demand. It
// prints its addresses as one line of JSON and runs until its input ends.
//
//	gateway -pages scripts/bench/page -sdk ccpaas=js/dist -rtt 0s -rtt 50ms
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

const readHeaderTimeout = 10 * time.Second

func main() {
	s := settings{sdks: map[string]string{}}
	flag.StringVar(&s.pages, "pages", "scripts/bench/page", "`folder` of the measured page")
	flag.Func("sdk", "`name=folder` of an SDK's script, served at /sdk/name/; may be repeated", func(value string) error {
		name, folder, ok := strings.Cut(value, "=")
		if !ok || name == "" || folder == "" {
			return fmt.Errorf("%q is not name=folder", value)
		}
		s.sdks[name] = folder
		return nil
	})
	flag.Func("rtt", "round-trip `time` of a gateway; may be repeated", s.rtt)
	flag.Parse()
	if err := run(s, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gateway:", err)
		os.Exit(1)
	}
}

// settings are the flags.
type settings struct {
	pages string
	sdks  map[string]string // folders by name
	rtts  []time.Duration
}

func (s *settings) rtt(value string) error {
	rtt, err := time.ParseDuration(value)
	s.rtts = append(s.rtts, rtt)
	return err
}

// addresses is what the program prints.
type addresses struct {
	Pages    string            `json:"pages"`
	Gateways map[string]string `json:"gateways"` // WebSocket URLs by round-trip time
}

// run serves until in ends.
func run(s settings, in io.Reader, out io.Writer) error {
	g := newGateway()
	pages, closePages, err := serve(g.pages(s.pages, s.sdks), 0)
	if err != nil {
		return err
	}
	defer closePages()
	told := addresses{Pages: "http://" + pages, Gateways: map[string]string{}}
	for _, rtt := range s.rtts {
		address, closeGateway, err := serve(http.HandlerFunc(g.socket), rtt)
		if err != nil {
			return err
		}
		defer closeGateway()
		told.Gateways[rtt.String()] = "ws://" + address + "/ws"
	}
	if err := json.NewEncoder(out).Encode(told); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, in)
	return err
}

// serve listens on a free port of the loopback interface.
func serve(handler http.Handler, rtt time.Duration) (address string, shut func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: readHeaderTimeout,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	go func() { _ = server.Serve(delayed(listener, rtt)) }()
	return listener.Addr().String(), func() {
		cancel()
		_ = server.Close()
	}, nil
}
