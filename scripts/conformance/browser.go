package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// browse opens the page in its own Chromium, since a headless one loads only
// the first of several pages. It ends with ctx; the function returned waits for
// that end. CHROMIUM names the program.
func browse(ctx context.Context, url string) (wait func(), err error) {
	program := os.Getenv("CHROMIUM")
	if program == "" {
		program = "/usr/bin/chromium"
	}
	profile, err := os.MkdirTemp("", "conformance")
	if err != nil {
		return nil, err
	}
	arguments := []string{
		"--headless=new", "--user-data-dir=" + profile,
		// Only the pages may use the network.
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-quic", "--disable-extensions",
		// Its timers must run as in a visible page.
		"--disable-background-timer-throttling", "--disable-renderer-backgrounding",
		"--disable-backgrounding-occluded-windows",
	}
	if os.Geteuid() == 0 {
		// Chromium's sandbox does not start for root.
		arguments = append(arguments, "--no-sandbox")
	}
	cmd := exec.CommandContext(ctx, program, append(arguments, url)...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s does not start; set CHROMIUM to the path of Chromium or Chrome: %w", program, err)
	}
	return func() {
		_ = cmd.Wait() // it was asked to end
		_ = os.RemoveAll(profile)
	}, nil
}

// wasmExec is the script that runs a Go program in a page. It must be that of
// the Go that compiled the program.
func wasmExec() string {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return ""
	}
	return filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
}
