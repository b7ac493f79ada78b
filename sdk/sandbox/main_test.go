package sandbox_test

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
)

// TestMain fails if a goroutine of the package has outlived the tests. Under
// fake time a test cannot end before its goroutines; this is for the others.
func TestMain(m *testing.M) {
	code := m.Run()
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	for _, stack := range strings.Split(string(stacks), "\n\n")[1:] {
		if strings.Contains(stack, "ccpaas-go/sdk/sandbox") {
			fmt.Fprintf(os.Stderr, "a goroutine is left:\n%s\n", stack)
			code = 1
		}
	}
	os.Exit(code)
}
