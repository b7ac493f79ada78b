package sandbox_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// A page at evil.example whose owner lets that name point here sends its own
// name as Host, and, of the origin that it seems to share, no foreign Origin.
func TestTheControlAPIIsCalledUnderItsOwnNamesOnly(t *testing.T) {
	p := sandbox.New(sandbox.Config{Addr: "box.example:8080", Origins: []string{"https://crm.example"}})
	defer p.Close()
	for host, status := range map[string]int{
		"localhost":              http.StatusOK,
		"localhost:8080":         http.StatusOK,
		"LocalHost.:8080":        http.StatusOK,
		"crm.localhost:8080":     http.StatusOK,
		"127.0.0.1:8080":         http.StatusOK,
		"127.1.2.3":              http.StatusOK,
		"[::1]:8080":             http.StatusOK,
		"[::1]":                  http.StatusOK,
		"192.0.2.7:8080":         http.StatusOK,
		"box.example:8080":       http.StatusOK,
		"crm.example":            http.StatusOK,
		"evil.example":           http.StatusForbidden,
		"evil.example:8080":      http.StatusForbidden,
		"localhost.evil.example": http.StatusForbidden,
		"notlocalhost":           http.StatusForbidden,
		"127.0.0.1.evil.example": http.StatusForbidden,
		"ccpaas.invalid":         http.StatusForbidden, // is a name in memory only
		"":                       http.StatusForbidden,
	} {
		t.Run(host, func(t *testing.T) {
			request := httptest.NewRequest(http.MethodGet, "/sandbox/state", nil)
			request.Host = host
			request.Header.Set("Origin", "http://"+host)
			response := httptest.NewRecorder()
			p.ServeHTTP(response, request)
			assert.Equal(t, status, response.Code)
			if status == http.StatusForbidden {
				body, _ := io.ReadAll(response.Body)
				assert.NotContains(t, string(body), "Agents")
				assert.Contains(t, string(body), "Config.Origins")
			}
		})
	}
}
