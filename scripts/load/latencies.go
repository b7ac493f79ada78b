package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"
)

// latencies is how long MakeCall took in each call, and what failed.
type latencies struct {
	mu     sync.Mutex
	took   []time.Duration
	errors map[string]int
	shown  int // how many progress has counted
}

func (l *latencies) add(took time.Duration, err error) {
	if err != nil {
		l.fail(err)
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.took = append(l.took, took)
}

func (l *latencies) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.errors == nil {
		l.errors = map[string]int{}
	}
	l.errors[err.Error()]++
}

func (l *latencies) failed() (n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, times := range l.errors {
		n += times
	}
	return n
}

func (l *latencies) begun() int { return l.failed() + len(l.took) }

// progress reports the calls that have ended since it was last called.
func (l *latencies) progress(out io.Writer, second, ended int) {
	failed := l.failed()
	l.mu.Lock()
	defer l.mu.Unlock()
	fresh := slices.Sorted(slices.Values(l.took[l.shown:]))
	l.shown = len(l.took)
	fmt.Fprintf(out, "%4d s  %7d calls ended  p50 %v  p99 %v  %d errors\n", second, ended, percentile(fresh, 50), percentile(fresh, 99), failed)
}

// summary reports all of them.
func (l *latencies) summary(out io.Writer, s settings, memory int64, goroutines int) {
	failed := l.failed()
	all := slices.Sorted(slices.Values(l.took))
	fmt.Fprintf(out, "%d calls in %v by %d agents: MakeCall p50 %v  p95 %v  p99 %v  longest %v, %d errors\n",
		len(all), s.duration, s.agents, percentile(all, 50), percentile(all, 95), percentile(all, 99), percentile(all, 100), failed)
	for _, text := range slices.Sorted(maps.Keys(l.errors)) {
		fmt.Fprintf(out, "  %d times: %s\n", l.errors[text], text)
	}
	fmt.Fprintf(out, "after all have left: %d MB in use, %d goroutines left\n", memory>>20, goroutines)
}

// percentile of a sorted list, which may be empty.
func percentile(sorted []time.Duration, p int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)*p/100, len(sorted)-1)].Round(time.Microsecond)
}
