// Command wirecheck reads a HAR that Chrome saved while a page talked to a real
// gateway (DevTools, Network, "Export HAR") and prints, frame by frame, what
// sdk/wire and the table in sdk/spec understand of it, what they ignore, and
// what contradicts them. It exits with 1 on contradictions.
//
//	go run ./scripts/wirecheck FILE.har
//	go run ./scripts/wirecheck -scenario FILE.har >scenario.json
//
// With -scenario it writes a scenario that the sandbox replays, and says on
// stderr what it has replaced. In a scenario times are relative; names, numbers,
// ids, texts and secrets are replaced, each by the same text everywhere.
//
// What it prints without -scenario can be shown to others: of a frame only names,
// times, codes, and values of a closed set in the table, such as an agent's
// state. Except for the gateway's URL without its query, it contains no token,
// password, number, text or id.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	asScenario := flag.Bool("scenario", false, "write a scenario for the sandbox to stdout")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: wirecheck [-scenario] FILE.har")
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	file, err := os.Open(flag.Arg(0))
	if err != nil {
		fail(err)
	}
	contradictions := 0
	if *asScenario {
		err = convert(file, os.Stdout, os.Stderr)
	} else {
		contradictions, err = run(file, os.Stdout)
	}
	if err != nil {
		fail(err)
	}
	if contradictions > 0 {
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "wirecheck:", err)
	os.Exit(2)
}

// run checks a HAR and prints what it finds. It returns an error for a file that
// is not a HAR, or has nothing to check.
func run(file io.Reader, out io.Writer) (contradictions int, err error) {
	recorded, err := readHAR(file)
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
