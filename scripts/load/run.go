package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

const (
	connecting = 50 // agents that connect at one time
	leaveTime  = 30 * time.Second
)

// load is one run.
type load struct {
	settings
	out    io.Writer
	target target
	agents []*agent
	idle   chan *agent // who can dial
	waits  sync.Map    // the agents in idle
	took   latencies
	ended  atomic.Int64
	calls  sync.WaitGroup
}

// run connects the agents, makes the calls, shuts everything down, and reports.
// The error describes any problem, including a goroutine that is left.
func run(ctx context.Context, s settings, out io.Writer) error {
	before := memory()
	goroutines := runtime.NumGoroutine()
	to, stop, err := s.start()
	if err != nil {
		return err
	}
	l := &load{settings: s, out: out, target: to, idle: make(chan *agent, 2*s.agents)}
	began := time.Now()
	err = l.connectAll(ctx)
	if err == nil {
		after := memory()
		fmt.Fprintf(out, "%d agents connected in %.1f s, %d kB and %.1f goroutines each%s\n", s.agents, time.Since(began).Seconds(),
			(after-before)/int64(s.agents)>>10, float64(runtime.NumGoroutine()-goroutines)/float64(s.agents), l.whose())
		l.makeCalls(ctx)
	}
	err = errors.Join(err, l.leaveAll())
	stop()
	http.DefaultClient.CloseIdleConnections()
	left := settle(goroutines)
	l.took.summary(out, l.settings, memory(), left)
	if failed := l.took.failed(); failed > 0 {
		err = errors.Join(err, fmt.Errorf("%d of %d calls failed", failed, l.took.begun()))
	}
	if left > 0 {
		err = errors.Join(err, fmt.Errorf("%d goroutines are left", left))
	}
	return err
}

// whose describes what the memory of an agent contains.
func (l *load) whose() string {
	if l.settings.target.domain == "" {
		return ", its side of the sandbox among it"
	}
	return ""
}

func (l *load) connectAll(ctx context.Context) error {
	ids := make(chan int)
	var (
		work     sync.WaitGroup
		mu       sync.Mutex
		failures error
	)
	for range min(connecting, l.settings.agents) {
		work.Go(func() {
			for id := range ids {
				a, err := connect(ctx, l.target, strconv.Itoa(id), l.free)
				mu.Lock()
				if a != nil {
					l.agents = append(l.agents, a)
				}
				if err != nil && failures == nil {
					failures = err
				}
				mu.Unlock()
			}
		})
	}
	for i := range l.settings.agents {
		mu.Lock()
		failed := failures != nil
		mu.Unlock()
		if failed || ctx.Err() != nil {
			break
		}
		ids <- l.target.first + i
	}
	close(ids)
	work.Wait()
	return errors.Join(failures, ctx.Err())
}

// free adds an agent who can dial. An agent who dials is removed from idle
// first, so that nobody is in it twice.
func (l *load) free(a *agent) {
	if _, waits := l.waits.LoadOrStore(a, true); !waits {
		l.idle <- a
	}
}

// makeCalls begins calls at the rate, and waits until the last has ended.
func (l *load) makeCalls(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, l.duration)
	defer cancel()
	began, said := time.Now(), 0
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for due := 0; ctx.Err() == nil; {
		select {
		case <-tick.C:
		case <-ctx.Done():
			continue
		}
		passed := time.Since(began)
		for want := int(passed.Seconds() * float64(l.rate)); due < want; due++ {
			select {
			case a := <-l.idle:
				l.begin(ctx, a)
			default:
				l.took.fail(errors.New("no agent was free; more -agents, a lower -rate or a shorter -stay is needed"))
			}
		}
		if second := int(passed.Seconds()); second > said {
			said = second
			l.took.progress(l.out, second, int(l.ended.Load()))
		}
	}
	l.calls.Wait()
}

func (l *load) begin(ctx context.Context, a *agent) {
	l.waits.Delete(a)
	l.calls.Go(func() {
		took, err := a.call(ctx, l.number, l.stay)
		l.took.add(took, err)
		l.ended.Add(1)
	})
}

func (l *load) leaveAll() error {
	ctx, cancel := context.WithTimeout(context.Background(), leaveTime)
	defer cancel()
	var failures error
	for _, a := range l.agents {
		a.client.Close() // all begin to leave
	}
	for _, a := range l.agents {
		failures = errors.Join(failures, a.leave(ctx))
	}
	return failures
}

// memory is the memory that the program uses, in bytes.
func memory() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse + m.StackInuse)
}

// settle waits briefly for goroutines that are ending, and returns how many more
// there are than before.
func settle(before int) int {
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return 0
		}
		time.Sleep(10 * time.Millisecond)
	}
	return runtime.NumGoroutine() - before
}
