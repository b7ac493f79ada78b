// Load puts agents and calls on a gateway with the native SDK, and measures:
//
//	go run ./scripts/load -agents 5000 -rate 1000 -for 60s
//
// The gateway is its own sandbox on loopback unless -domain names another. One
// that is not on loopback requires -yes, and must be yours. Numbers are dialled
// there, so -number is required too. The program stops by itself, and exits with
// 1 if there was an error or a goroutine is left.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// The maximum load of a gateway.
const (
	maxAgents   = 20_000
	maxRate     = 5_000
	maxDuration = 15 * time.Minute
)

// settings are the flags.
type settings struct {
	agents   int
	rate     int           // calls a second
	duration time.Duration // of the calls
	stay     time.Duration // how long a call lasts
	number   string        // that is dialled
	target   target
	yes      bool
}

func flags(args []string) (settings, error) {
	var s settings
	set := flag.NewFlagSet("load", flag.ContinueOnError)
	set.IntVar(&s.agents, "agents", 100, "how many agents connect")
	set.IntVar(&s.rate, "rate", 20, "calls a second, of all agents together")
	set.DurationVar(&s.duration, "for", 10*time.Second, "how long calls are begun")
	set.DurationVar(&s.stay, "stay", time.Second, "how long a call lasts")
	set.StringVar(&s.number, "number", "", "`number` to dial (default one of the sandbox's)")
	set.StringVar(&s.target.domain, "domain", "", "the gateway's WebSocket `URL` (default a sandbox of this program's own)")
	set.StringVar(&s.target.httpDomain, "http-domain", "", "its HTTP backend's `URL`")
	set.StringVar(&s.target.appID, "app-id", "", "the tenant; its secret is read from the environment variable CCPAAS_SECRET")
	set.IntVar(&s.target.first, "first", 1001, "AgentId of the first agent; the others follow")
	set.BoolVar(&s.yes, "yes", false, "a -domain outside loopback is mine, and may be loaded")
	if err := set.Parse(args); err != nil {
		return s, err
	}
	s.target.secret = os.Getenv("CCPAAS_SECRET")
	return s, s.check()
}

func (s *settings) check() error {
	switch {
	case s.agents < 1 || s.agents > maxAgents:
		return fmt.Errorf("-agents must be 1 to %d", maxAgents)
	case s.rate < 1 || s.rate > maxRate:
		return fmt.Errorf("-rate must be 1 to %d", maxRate)
	case s.duration <= 0 || s.duration > maxDuration:
		return fmt.Errorf("-for must be up to %v", maxDuration)
	case s.stay < 0 || s.stay > maxDuration:
		return fmt.Errorf("-stay must be up to %v", maxDuration)
	}
	if s.target.domain != "" {
		if err := s.target.check(s.yes); err != nil {
			return err
		}
		if s.number == "" {
			return fmt.Errorf("-number is missing: with -domain numbers are dialled that somebody may answer")
		}
	}
	if s.number == "" {
		s.number = "13800138000"
	}
	return nil
}

func main() {
	log.SetFlags(0)
	s, err := flags(os.Args[1:])
	if err == flag.ErrHelp {
		return
	}
	if err != nil {
		log.Fatal("load: ", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, s, os.Stdout); err != nil {
		stop()
		log.Fatal("load: ", err)
	}
}
