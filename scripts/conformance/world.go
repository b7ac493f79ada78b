package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// worldNames are the places where the vectors are played: the Go client, the
// same compiled for js in a browser, and the page's class in a browser.
var worldNames = []string{"native", "wasm", "page"}

// result is the result of one case in one world.
type result struct {
	c     *vectorCase
	world string
	err   error
}

// world is one executor, at the other end of its control channel.
type world struct {
	name    string
	control *websocket.Conn
}

// serveControl accepts an executor's control channel and forwards its reports
// until it closes.
func (d *driver) serveControl(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("world")
	arrived := d.arrived[name]
	if arrived == nil {
		http.Error(w, "no such world takes part", http.StatusNotFound)
		return
	}
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.CloseNow()
	conn.SetReadLimit(-1)
	arrived <- &world{name: name, control: conn}
	for {
		_, text, err := conn.Read(d.ctx)
		if err != nil {
			return
		}
		var report executor.Report
		if err := json.Unmarshal(text, &report); err != nil {
			d.fail(fmt.Errorf("%s: %w: %s", name, err, text))
			return
		}
		if s := d.platform.stage(report.Case); s != nil {
			s.report(report)
		}
	}
}

// atOnce is how many cases are played at a time in one world. A browser opens
// at most 255 sockets.
const atOnce = 96

// playAll plays the cases in w, beginning with those that wait for a time-out.
func (d *driver) playAll(w *world, cases []*vectorCase) []result {
	var list []*vectorCase
	for _, c := range cases {
		if c.playedIn(w.name) {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b *vectorCase) int { return boolInt(b.waits()) - boolInt(a.waits()) })
	results := make([]result, len(list))
	room := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	for i, c := range list {
		room <- struct{}{}
		all.Go(func() {
			results[i] = result{c, w.name, d.play(w, c, i)}
			<-room
		})
	}
	all.Wait()
	return results
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// play plays one case.
func (d *driver) play(w *world, c *vectorCase, number int) error {
	ctx, cancel := context.WithCancel(d.ctx)
	defer cancel()
	p := &play{
		stage: newStage(ctx, d.patience), world: w.name, key: fmt.Sprintf("%s-%d", w.name, number), c: c,
		early: map[int]executor.Report{}, msgIDs: map[string]bool{},
	}
	p.order = func(command executor.Command) {
		command.Case = p.key
		text, err := json.Marshal(command)
		if err == nil {
			err = w.control.Write(d.ctx, websocket.MessageText, text)
		}
		if err != nil {
			d.fail(fmt.Errorf("%s: %w", w.name, err))
		}
	}
	p.options = func() (executor.Options, error) {
		options := executor.Options{
			AppId: appID, AgentId: agentID, LanguageCode: "en-US", Token: p.key,
			Domain: d.gatewayURL, HttpDomain: d.backendURL(w.name, number),
			Reconnect: executor.Reconnect{Off: true}, Phone: c.phone,
		}
		for _, e := range spec.Events {
			options.Events = append(options.Events, e.Name)
		}
		if c.options == "" {
			return options, nil
		}
		return options, json.Unmarshal([]byte(c.options), &options)
	}
	d.platform.add(p.key, p.stage)
	defer d.platform.remove(p.key)
	if err := p.run(); err != nil {
		// It must not continue beside the others.
		p.order(executor.Command{Do: "destroy"})
		return err
	}
	return nil
}
