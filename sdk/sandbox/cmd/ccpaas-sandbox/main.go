// Command ccpaas-sandbox is the sandbox as a program of its own, for tests that
// are not written in Go; the npm package @ccpaas/sandbox starts it.
//
//	ccpaas-sandbox -seed 7
//
// Its first line on stdout is a JSON object that says where it listens:
//
//	{"URL":"http://127.0.0.1:41234","WebSocketURL":"ws://127.0.0.1:41234/ws",
//	 "BackendURL":…,"TokenURL":…,"AppId":…,"Secret":…}
//
// It speaks SIP too, with sound: a web phone finds its server at /sip, and its
// media at the address of -media.
//
// Every program on the machine can drive it and log in as any agent; of the
// pages in a browser only its own and those of -origin can. "Secret" is the
// tenant's, which signs tokens. Outside loopback the sandbox is locked: it is a
// random one, which the token backend and the control API then want.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/voice"
)

// settings are the flags.
type settings struct {
	config sandbox.Config
	media  net.IP // where sound is offered
	stdin  bool
}

// flags reads the command line.
func flags(args []string) (s settings, err error) {
	set := flag.NewFlagSet("ccpaas-sandbox", flag.ContinueOnError)
	s.config.Addr = "127.0.0.1:0"
	s.config.Flags(set)
	set.DurationVar(&s.config.RingTime, "ring", 200*time.Millisecond, "how long an ordinary customer rings before answering")
	set.BoolVar(&s.config.BindTokens, "bind-tokens", false, "a token is good for the agent alone who fetched it")
	s.media = net.IPv4(127, 0, 0, 1)
	set.TextVar(&s.media, "media", s.media, "`address` of this machine that the sound of calls is offered at. Browsers take 127.0.0.1 only\n"+
		"if they are told to, Chromium with --allow-loopback-in-peer-connection")
	set.BoolVar(&s.stdin, "until-eof", false, "end when stdin does, so that it never outlives who started it")
	if err = set.Parse(args); err == nil && set.NArg() > 0 {
		err = fmt.Errorf("there is no argument %q, only flags; see -help", set.Arg(0))
	}
	return s, err
}

func main() {
	log.SetFlags(0)
	s, err := flags(os.Args[1:])
	if err == flag.ErrHelp {
		return
	}
	if err != nil {
		log.Fatal("ccpaas-sandbox: ", err)
	}
	s.config.Log = func(message string) { log.Print(message) }
	s.config.Voice = voice.New(voice.Config{MediaIP: s.media, Log: s.config.Log})
	if s.config.LockOutsideLoopback() {
		log.Printf("WARNING: other machines can reach %s. Whoever has the secret on stdout can drive this sandbox", s.config.Addr)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if s.stdin {
		ctx = untilEOF(ctx, os.Stdin)
	}
	if err := run(ctx, s.config, os.Stdout); err != nil {
		log.Fatal("ccpaas-sandbox: ", err)
	}
}

// untilEOF ends with ctx, or when there is nothing more to read.
func untilEOF(ctx context.Context, input io.Reader) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		_, _ = io.Copy(io.Discard, input)
	}()
	return ctx
}

// run serves until ctx ends. The error is the listener's, or stdout's.
func run(ctx context.Context, config sandbox.Config, stdout io.Writer) error {
	server, err := sandbox.Start(config)
	if err != nil {
		return err
	}
	defer server.Close()
	err = json.NewEncoder(stdout).Encode(struct {
		URL, WebSocketURL, BackendURL, TokenURL string
		AppID                                   string `json:"AppId"`
		Secret                                  string
	}{server.URL, server.WebSocketURL, server.BackendURL, server.TokenURL, sandbox.DefaultAppID, cmp.Or(config.Secret, sandbox.DefaultSecret)})
	if err != nil {
		return fmt.Errorf("cannot say on stdout where it listens: %w", err)
	}
	<-ctx.Done()
	return nil
}
