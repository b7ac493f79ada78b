//go:build js && wasm && nethttp

package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk"
)

func askBackend(ctx context.Context) (sdk.Credentials, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "/my-backend/ccpaas-token", nil)
	if err != nil {
		return sdk.Credentials{}, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return sdk.Credentials{}, err
	}
	defer response.Body.Close()
	var answer struct {
		Data struct{ AppID, Timestamp, Token string }
	}
	err = json.NewDecoder(response.Body).Decode(&answer)
	return sdk.Credentials(answer.Data), err
}
