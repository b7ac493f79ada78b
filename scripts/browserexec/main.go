// Browserexec runs one Go test binary in a browser, with a sandbox beside it:
//
//	GOOS=js GOARCH=wasm go test -exec "browserexec wasmbrowsertest" ./...
//
// The test finds the sandbox's base URL in the environment variable CCPAAS_SANDBOX. CHROMIUM names
// the browser's program if it is not the first that wasmbrowsertest finds.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: browserexec wasmbrowsertest test-binary [argument]...")
		os.Exit(2)
	}
	// go test interrupts with SIGQUIT when the test's time is up; the browser must end with it.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGQUIT)
	defer stop()
	err := run(ctx, os.Args[1], os.Args[2:])
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		os.Exit(max(exit.ExitCode(), 1))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "browserexec:", err)
		os.Exit(1)
	}
}

// run starts the sandbox, then the tool with the test binary, and waits until the tool ends.
func run(ctx context.Context, tool string, arguments []string) error {
	// wasmbrowsertest chooses the port of the test's page after this has started.
	platform := sandbox.New(sandbox.Config{Origins: []string{"http://127.0.0.1:*", "http://localhost:*"}})
	defer platform.Close()
	server := httptest.NewServer(platform)
	defer server.Close()

	folder, err := os.MkdirTemp("", "browserexec")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	environment, err := environment(folder, os.Getenv)
	if err != nil {
		return err
	}

	cmd := exec.CommandContext(ctx, tool, arguments...)
	cmd.Env = append(environment, "CCPAAS_SANDBOX="+server.URL)
	cmd.Stdout = os.Stdout
	cmd.Stderr = &lineFilter{to: os.Stderr, noise: []byte("unknown IPAddressSpace value")}
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	return cmd.Run()
}

// environment returns the environment of the tool and, through it, of the test. It selects variables
// rather than passing all: a Go program in a page has 8 kB for its arguments and environment together,
// and does not start with more. The folder becomes the first of PATH when CHROMIUM is set.
func environment(folder string, getenv func(string) string) ([]string, error) {
	path := getenv("PATH")
	if chromium := getenv("CHROMIUM"); chromium != "" {
		// The first name that wasmbrowsertest looks for.
		if err := os.Symlink(chromium, filepath.Join(folder, "headless_shell")); err != nil {
			return nil, fmt.Errorf("CHROMIUM: %w", err)
		}
		path = folder + string(os.PathListSeparator) + path
	}
	// The tool serves wasm_exec.js from here; it must be that of the Go that compiled the test.
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return []string{
		"PATH=" + path,
		"HOME=" + getenv("HOME"),
		"TMPDIR=" + folder,
		"GOROOT=" + strings.TrimSpace(string(goroot)),
	}, nil
}
