package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestForeignPageMayDriveTheSandbox(t *testing.T) {
	platform := sandbox.New(sandbox.Config{})
	defer platform.Close()
	open := openToPages(platform)
	ask := func(handler http.Handler, method string) *httptest.ResponseRecorder {
		request := httptest.NewRequest(method, "http://127.0.0.1/sandbox/reset", strings.NewReader(""))
		request.Header.Set("Origin", "http://127.0.0.1:1")
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		return response
	}

	assert.Equal(t, http.StatusForbidden, ask(platform, http.MethodPost).Code, "the platform alone refuses")

	preflight := ask(open, http.MethodOptions)
	assert.Equal(t, http.StatusNoContent, preflight.Code)
	assert.Equal(t, "Content-Type", preflight.Header().Get("Access-Control-Allow-Headers"))

	reset := ask(open, http.MethodPost)
	assert.Equal(t, http.StatusNoContent, reset.Code, reset.Body.String())
	assert.Equal(t, "*", reset.Header().Get("Access-Control-Allow-Origin"))
}
