// Testoutput reads the events of go test -json and prints what go test prints without -v: the output of
// tests that failed and a line for each package. Its last line counts the tests.
//
//	go test -json ./... | go run ./scripts/testoutput
//
// It exits with 0 if it understood its input; go test's own exit code tells whether tests failed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := summarise(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "testoutput:", err)
		os.Exit(1)
	}
}

// event is one line of go test -json; see go doc test2json.
type event struct {
	Action, Package, Test, Output string
}

// name identifies one test of one package.
type name struct{ pkg, test string }

// summarise copies what is of interest to a reader. The error is that of reading or writing.
func summarise(events io.Reader, to io.Writer) error {
	lines := bufio.NewScanner(events)
	lines.Buffer(nil, 1<<20)
	out := bufio.NewWriter(to)
	said := map[name][]string{} // by tests that have not ended
	var passed, failed, skipped int
	tell := func(test name) {
		for _, text := range said[test] {
			out.WriteString(text)
		}
	}
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Fprintln(out, lines.Text())
			continue
		}
		test := name{e.Package, e.Test}
		switch {
		case e.Action == "build-output", e.Action == "output" && e.Test == "" && !marksProgress(e.Output):
			out.WriteString(e.Output)
		case e.Action == "output" && e.Test != "" && !marksProgress(e.Output):
			said[test] = append(said[test], e.Output)
		case e.Test == "" && e.Action == "fail":
			// The binary crashed, and these tests with it.
			for unfinished := range said {
				if unfinished.pkg == e.Package {
					tell(unfinished)
					delete(said, unfinished)
				}
			}
		case e.Test == "":
		case e.Action == "pass":
			passed++
			delete(said, test)
		case e.Action == "skip":
			skipped++
			tell(test)
			delete(said, test)
		case e.Action == "fail":
			failed++
			tell(test)
			delete(said, test)
		}
		if err := out.Flush(); err != nil { // shows each package when it is done
			return err
		}
	}
	fmt.Fprintf(out, "go test: %d passed, %d failed, %d skipped\n", passed, failed, skipped)
	if err := out.Flush(); err != nil {
		return err
	}
	return lines.Err()
}

// marksProgress reports whether go test prints the line with -v only.
func marksProgress(line string) bool {
	for _, start := range []string{"=== ", "PASS\n", "coverage: "} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}
