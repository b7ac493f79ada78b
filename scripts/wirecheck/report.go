package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// report is everything to print.
type report struct{ entries []*entry }

// entry is one frame or call, or the title of a section.
type entry struct {
	title      bool
	at         time.Duration
	way        string // → from the page, ← to it
	understood string
	ignored    []string // members and frames that the table does not have
	wrong      []string // what contradicts it, and the ground of the contradicted fact
}

func (r *report) section(format string, args ...any) {
	r.entries = append(r.entries, &entry{title: true, understood: fmt.Sprintf(format, args...)})
}

func (r *report) add(at time.Duration, way string) *entry {
	e := &entry{at: at, way: way}
	r.entries = append(r.entries, e)
	return e
}

func (e *entry) is(format string, args ...any) { e.understood = fmt.Sprintf(format, args...) }

// ignore notes what the table does not have. If two rows read one reply, some of
// it has been noted before.
func (e *entry) ignore(what string) {
	if !slices.Contains(e.ignored, what) {
		e.ignored = append(e.ignored, what)
	}
}

// contradict notes what contradicts a fact with the given ground.
func (e *entry) contradict(ground spec.Evidence, format string, args ...any) {
	text := fmt.Sprintf(format, args...) + " (" + grounds[ground] + ")"
	if !slices.Contains(e.wrong, text) {
		e.wrong = append(e.wrong, text)
	}
}

var grounds = map[spec.Evidence]string{
	spec.Documented: "documented", spec.Observed: "observed", spec.Inferred: "inferred",
}

func (r *report) contradictions() (n int) {
	for _, e := range r.entries {
		n += len(e.wrong)
	}
	return n
}

func (r *report) print(out io.Writer, others int) {
	understood, ignored, members := 0, 0, 0
	for _, e := range r.entries {
		switch {
		case e.title:
			fmt.Fprintf(out, "%s\n", e.understood)
		case e.understood == "":
			ignored++
			fmt.Fprintf(out, "%9.3f %s (not understood)\n", e.at.Seconds(), e.way)
		default:
			understood++
			fmt.Fprintf(out, "%9.3f %s %s\n", e.at.Seconds(), e.way, e.understood)
		}
		members += len(e.ignored)
		if len(e.ignored) > 0 {
			fmt.Fprintf(out, "%12signored: %s\n", "", strings.Join(e.ignored, ", "))
		}
		for _, text := range e.wrong {
			fmt.Fprintf(out, "%12sCONTRADICTS: %s\n", "", text)
		}
	}
	fmt.Fprintf(out, "\n%d frames and calls understood, %d not; %d members or frames ignored; %d contradictions; %d other requests not looked at\n",
		understood, ignored, members, r.contradictions(), others)
}
