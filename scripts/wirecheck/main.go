// Command wirecheck reads a HAR that Chrome saved while a page talked to a real
// gateway (DevTools, Network, "Export HAR") and prints, frame by frame, what
// sdk/wire and the table in sdk/spec understand of it, what they ignore, and
// what contradicts them. It exits with 1 on contradictions.
//
//	go run ./scripts/wirecheck FILE.har
//
// What it prints can be shown to others: of a frame nothing but names, times,
// codes, and values of which the table knows all there are, such as an agent's
// state. Beside the gateway's URL without its query there is no token, password,
// number, text or id in it.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: wirecheck FILE.har")
		os.Exit(2)
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "wirecheck:", err)
		os.Exit(2)
	}
	contradictions, err := run(text, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "wirecheck:", err)
		os.Exit(2)
	}
	if contradictions > 0 {
		os.Exit(1)
	}
}

// run checks a HAR and prints what it finds. The error is that of a text which
// is no HAR, or has nothing to check.
func run(text []byte, out io.Writer) (contradictions int, err error) {
	recorded, err := readHAR(text)
	if err != nil {
		return 0, err
	}
	var all report
	for i, s := range recorded.sockets {
		all.section("connection %d: %s", i+1, s.title())
		checkSocket(&all, s)
	}
	if len(recorded.calls) > 0 {
		all.section("backend")
	}
	for _, c := range recorded.calls {
		checkCall(&all, c)
	}
	all.print(out, recorded.others)
	return all.contradictions(), nil
}
