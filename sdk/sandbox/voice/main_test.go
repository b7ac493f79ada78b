package voice

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestMain fails if a goroutine has outlived the tests, ours or a library's.
func TestMain(m *testing.M) {
	flag.Parse()
	_ = flag.Set("test.parallel", "8")             // tests wait for sound, not for the processor
	slog.SetDefault(slog.New(slog.DiscardHandler)) // sipgo complains of sockets that are reset
	code := m.Run()
	// Goroutines that are ending may take a moment.
	for deadline := time.Now().Add(2 * time.Second); len(goroutines()) > 0 && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	for _, stack := range goroutines() {
		fmt.Fprintf(os.Stderr, "a goroutine is left:\n%s\n", stack)
		code = 1
	}
	os.Exit(code)
}

func goroutines() (left []string) {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	for _, stack := range strings.Split(string(stacks), "\n\n")[1:] {
		if strings.Contains(stack, "ccpaas-go/sdk/sandbox") || strings.Contains(stack, "pion/") || strings.Contains(stack, "sipgo") {
			left = append(left, stack)
		}
	}
	return left
}
