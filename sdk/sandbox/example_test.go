package sandbox_test

import (
	"fmt"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// A customer calls before anybody is there, and waits.
func ExampleStart() {
	server, err := sandbox.Start(sandbox.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	callID, err := server.CustomerCallsQueue("2", "13800138000")
	if err != nil {
		fmt.Println(err)
		return
	}
	call := server.State().Calls[0]
	fmt.Println(call.Status, call.CallID == callID)
	// Output: queued true
}
