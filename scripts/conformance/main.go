// Command conformance plays the vectors in sdk/testdata/vectors against the Go
// client, against the same client compiled for js in Chromium, and against the
// page's class in Chromium, and prints a table of the results.
//
// One driver plays the gateway and the backend and compares. In each world, an
// executor receives commands over a control channel, runs the client under test
// and reports. The browser only opens pages: another engine is another program.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

func main() {
	root := flag.String("root", ".", "the repository")
	only := flag.String("worlds", strings.Join(worldNames, ","), "where to play, with commas between")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *root, strings.Split(*only, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, root string, worlds []string) error {
	for _, name := range worlds {
		if !slices.Contains(worldNames, name) {
			return fmt.Errorf("there is no world %q; there are %s", name, strings.Join(worldNames, ", "))
		}
	}
	cases, err := readVectors(filepath.Join(root, "sdk", "testdata", "vectors"))
	if err != nil {
		return err
	}
	if err := complete(cases); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	d, err := newDriver(ctx, root, worlds, patience)
	if err != nil {
		cancel()
		return err
	}
	var browsers []func()
	for _, name := range worlds {
		if name == "native" {
			continue
		}
		ended, err := browse(ctx, d.pagesURL+"/pages/"+name+".html")
		if err != nil {
			cancel()
			return err
		}
		browsers = append(browsers, ended)
	}
	results, err := d.run(cases)
	cancel()
	for _, ended := range browsers {
		ended()
	}
	if err != nil {
		return err
	}
	sortResults(results)
	if failed := printTable(os.Stdout, worlds, results); failed > 0 {
		return errors.New("vectors failed")
	}
	return nil
}
