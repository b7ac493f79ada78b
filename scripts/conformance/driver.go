package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
)

// driver plays vectors in the worlds that take part. It compares; the worlds'
// executors execute its commands and report.
type driver struct {
	ctx      context.Context
	fail     context.CancelCauseFunc
	patience time.Duration
	platform *platform
	arrived  map[string]chan *world

	pagesURL, gatewayURL, backendPort string
}

// newDriver listens on loopback: for the pages and the control channels, and,
// on an origin of its own, for the clients. It ends with ctx.
func newDriver(ctx context.Context, root string, worlds []string, patience time.Duration) (*driver, error) {
	d := &driver{patience: patience, platform: &platform{stages: map[string]*stage{}}, arrived: map[string]chan *world{}}
	d.ctx, d.fail = context.WithCancelCause(ctx)
	for _, name := range worlds {
		d.arrived[name] = make(chan *world, 1)
	}
	pages, err := d.serve(d.pages(root))
	if err != nil {
		return nil, err
	}
	clients, err := d.serve(d.platform.handler())
	if err != nil {
		return nil, err
	}
	_, d.backendPort, err = net.SplitHostPort(clients)
	d.pagesURL, d.gatewayURL = "http://"+pages, "ws://"+clients+"/ws"
	return d, err
}

// serve serves handler until the driver's end and returns its address.
func (d *driver) serve(handler http.Handler) (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}
	go server.Serve(listener)
	context.AfterFunc(d.ctx, func() { server.Close() })
	return listener.Addr().String(), nil
}

// pages is what the browser loads, and the control channels.
func (d *driver) pages(root string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/control", d.serveControl)
	for path, folder := range map[string]string{"/pages/": "scripts/conformance/pages", "/dist/": "js/dist"} {
		mux.Handle(path, http.StripPrefix(path, http.FileServer(http.Dir(filepath.Join(root, folder)))))
	}
	for path, file := range map[string]string{
		"/executor.wasm": filepath.Join(root, ".build/conformance.wasm"), "/wasm_exec.js": wasmExec(),
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, file) })
	}
	return mux
}

// backendURL is the HTTP backend for a case. A browser keeps at most six
// connections to a host, and a case may hold one until it times out, so in a
// browser each case has its own host.
func (d *driver) backendURL(world string, number int) string {
	host := "127.0.0.1"
	if world != "native" {
		host = fmt.Sprintf("case%d.localhost", number)
	}
	return "http://" + host + ":" + d.backendPort + "/backend"
}

// startTime is how long a browser may take until its pages have loaded.
const startTime = 60 * time.Second

// run plays the cases in all worlds that take part, at the same time.
func (d *driver) run(cases []*vectorCase) ([]result, error) {
	var mu sync.Mutex
	var results []result
	var all sync.WaitGroup
	for name, arrived := range d.arrived {
		if name == "native" {
			control := "ws" + strings.TrimPrefix(d.pagesURL, "http") + "/control?world=native"
			go func() { d.fail(executor.Serve(d.ctx, control)) }()
		}
		all.Go(func() {
			timer := time.NewTimer(startTime)
			defer timer.Stop()
			select {
			case w := <-arrived:
				played := d.playAll(w, cases)
				mu.Lock()
				defer mu.Unlock()
				results = append(results, played...)
			case <-timer.C:
				d.fail(errors.New("the world " + name + " did not start; open " + d.pagesURL + "/pages/" + name + ".html to see why"))
			case <-d.ctx.Done():
			}
		})
	}
	all.Wait()
	return results, context.Cause(d.ctx)
}
