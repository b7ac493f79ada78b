package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// printTable writes the results of the runs: why cases failed, then one line
// for each method and event with its worlds, then the totals.
func printTable(to io.Writer, worlds []string, results []result) (failed int) {
	type cell struct{ row, world string }
	played, bad := map[cell]int{}, map[cell]int{}
	for _, r := range results {
		for _, at := range []cell{{r.c.row, r.world}, {"total", r.world}} {
			played[at]++
			if r.err != nil {
				bad[at]++
			}
		}
		if r.err != nil {
			failed++
			fmt.Fprintf(to, "FAIL %s, %s (%s)\n  %v\n", r.c.row, r.c.name, r.world, r.err)
		}
	}
	t := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "\t%s\n", strings.Join(worlds, "\t"))
	line := func(label, row string) {
		fmt.Fprint(t, label)
		for _, world := range worlds {
			switch n, failed := played[cell{row, world}], bad[cell{row, world}]; {
			case failed > 0:
				fmt.Fprintf(t, "\tFAIL %d of %d", failed, n)
			case n == 0:
				fmt.Fprint(t, "\t-")
			default:
				fmt.Fprintf(t, "\tok %d", n)
			}
		}
		fmt.Fprintln(t)
	}
	for _, m := range spec.Methods {
		line(m.Name, m.Name)
	}
	for _, e := range spec.Events {
		line("event "+e.Name, e.Name)
	}
	line(fmt.Sprintf("%d methods, %d events", len(spec.Methods), len(spec.Events)), "total")
	_ = t.Flush()
	fmt.Fprintf(to, "conformance: %d passed, %d failed\n", len(results)-failed, failed)
	return failed
}

// sortResults brings results into the order of the files.
func sortResults(results []result) {
	slices.SortFunc(results, func(a, b result) int {
		if c := strings.Compare(a.c.at, b.c.at); c != 0 {
			return c
		}
		return strings.Compare(a.world, b.world)
	})
}
