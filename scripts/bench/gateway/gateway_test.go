package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// started returns the addresses of a running gateway, which ends with the test.
func started(t *testing.T, s settings) (a addresses) {
	in, stop := io.Pipe()
	out, told := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(s, in, told) }()
	t.Cleanup(func() {
		_ = stop.Close()
		assert.NoError(t, <-ended)
	})
	require.NoError(t, json.NewDecoder(out).Decode(&a))
	return a
}

// The SDK itself connects, calls, and gets each event of a burst once.
func TestAClientIsServed(t *testing.T) {
	s := settings{}
	require.NoError(t, s.rtt("0s"))
	require.NoError(t, s.rtt("1ms"))
	at := started(t, s)
	for rtt, url := range at.Gateways {
		t.Run(rtt, func(t *testing.T) {
			client, err := sdk.New(sdk.Config{
				AppID: "app", AgentID: "1001", Domain: url, HTTPDomain: at.Pages,
				Token: func(context.Context) (sdk.Credentials, error) {
					return sdk.Credentials{Timestamp: "1700000000", Token: "token"}, nil
				},
			})
			require.NoError(t, err)
			defer client.Close()
			const count = 1000
			seen := make(chan sdk.CallEvent, count)
			client.OnHeld(func(call sdk.CallEvent) { seen <- call })
			client.OnRetrieved(func(call sdk.CallEvent) { seen <- call })
			require.NoError(t, client.Connect(t.Context()))
			require.NoError(t, client.Hold(t.Context(), "c"))

			response, err := http.Post(at.Pages+"/burst?agent=1001&count=1000", "", nil)
			require.NoError(t, err)
			_ = response.Body.Close()
			require.Equal(t, http.StatusOK, response.StatusCode)
			for range count {
				assert.EqualValues(t, "13800138000", (<-seen).CustomerInfo.TelNumber)
			}
			assert.Zero(t, client.Stats().BadFrames)
		})
	}
}

func TestFilesAreServedCompressed(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.wasm"), []byte("plain"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.wasm.br"), []byte("brotli"), 0o600))
	at := started(t, settings{sdks: map[string]string{"ours": folder}})
	for encoding, want := range map[string]string{"br": "brotli", "identity": "plain"} {
		request, err := http.NewRequest(http.MethodGet, at.Pages+"/sdk/ours/a.wasm", nil)
		require.NoError(t, err)
		request.Header.Set("Accept-Encoding", encoding)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		_ = response.Body.Close()
		assert.Equal(t, want, string(body))
		assert.Equal(t, "application/wasm", response.Header.Get("Content-Type"))
	}
	response, err := http.Get(at.Pages + "/sdk/ours/../../secret")
	require.NoError(t, err)
	_ = response.Body.Close()
	assert.Equal(t, http.StatusNotFound, response.StatusCode)
}
