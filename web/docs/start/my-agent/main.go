// my-agent/main.go
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// askBackend gets a token from your backend.
func askBackend(ctx context.Context) (sdk.Credentials, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://127.0.0.1:8080/token?AgentId=1001", nil)
	if err != nil {
		return sdk.Credentials{}, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return sdk.Credentials{}, err
	}
	defer response.Body.Close()
	var answer struct{ Data sdk.Credentials }
	err = json.NewDecoder(response.Body).Decode(&answer)
	return answer.Data, err
}

func main() {
	ctx := context.Background()
	client, err := sdk.New(sdk.Config{
		AgentID:    "1001",
		AppID:      "00000000-0000-4000-8000-000000000001",
		Domain:     "ws://127.0.0.1:8080/ws", // your gateway
		HTTPDomain: "http://127.0.0.1:8080/backend",
		Language:   "en-US",
		Token:      askBackend,
	})
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	talks, ends := make(chan string, 1), make(chan bool, 1)
	client.OnEstablished(func(call sdk.CallEvent) { talks <- call.CallID })
	client.OnConnectionCleared(func(sdk.CallEvent) { ends <- true })

	if err := client.Connect(ctx); err != nil {
		log.Fatal(err)
	}
	if err := client.SetAgentState(ctx, sdk.AgentIdle); err != nil {
		log.Fatal(err)
	}
	fmt.Println("idle")
	if err := client.MakeCall(ctx, "13800138000"); err != nil {
		log.Fatal(err)
	}
	callID := <-talks
	fmt.Println("the customer answered")
	if err := client.Hangup(ctx, callID); err != nil {
		log.Fatal(err)
	}
	<-ends
	fmt.Println("the call ended")
}
