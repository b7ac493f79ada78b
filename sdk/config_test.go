package sdk

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAddressesThatAreNotEncryptedAreRefused(t *testing.T) {
	refused := func(domain, backend string, admitted bool) bool {
		_, err := New(Config{AppID: "app", AgentID: "1001", Domain: domain, HTTPDomain: backend, AllowInsecure: admitted,
			Token: func(context.Context) (Credentials, error) { return Credentials{}, nil }})
		if err != nil {
			assert.ErrorContains(t, err, "AllowInsecure")
			assert.NotContains(t, err.Error(), "example.com")
		}
		return err != nil
	}
	for _, domain := range []string{"ws://gateway.example.com/ws", " WS://gateway.example.com", "ws://127.0.0.1.example.com", "ws://10.0.0.1:80/",
		"ws://127.0.0.1@gateway.example.com/", "ws://localhost.example.com", "ws://1270.0.0.1/", "ws:gateway.example.com/ws",
		`ws:\\gateway.example.com`, "ws:///gateway.example.com", "ws://gateway.example.com#@127.0.0.1/"} {
		assert.True(t, refused(domain, "https://backend.example.com", false), domain)
		assert.False(t, refused(domain, "https://backend.example.com", true), domain)
	}
	assert.True(t, refused("wss://gateway.example.com", "http://backend.example.com", false))
	for _, domain := range []string{"wss://gateway.example.com/ws", "ws://127.0.0.1:8080/ws", "ws://127.8.8.8", "ws://[::1]:8080/ws", "ws://localhost/ws?a=1",
		"ws://a.localhost:1"} {
		assert.False(t, refused(domain, "https://backend.example.com", false), domain)
	}
}

func TestAddressesThatAreNoneAreRefused(t *testing.T) {
	message := func(domain, backend string, page bool) string {
		_, err := New(Config{AppID: "app", AgentID: "1001", Domain: domain, HTTPDomain: backend, PageNames: page,
			Token: func(context.Context) (Credentials, error) { return Credentials{}, nil }})
		if err == nil {
			return ""
		}
		return err.Error()
	}
	for _, domain := range []string{"gateway.example.com/ws", "https://gateway.example.com/ws", "//gateway.example.com/ws", "/ws", "wss:", "wss://", "gateway.example.com:443"} {
		assert.Equal(t, "sdk: Config.Domain is not a WebSocket URL; pass the whole address, which begins with wss://.",
			message(domain, "https://backend.example.com", false), domain)
		assert.Equal(t, "Domain is not a WebSocket URL; pass the whole address, which begins with wss://.",
			message(domain, "https://backend.example.com", true), domain)
	}
	for _, backend := range []string{"backend.example.com", "wss://backend.example.com", "https://", "/backend"} {
		assert.Equal(t, "sdk: Config.HTTPDomain is not an HTTP URL; pass the whole address, which begins with https://.",
			message("wss://gateway.example.com", backend, false), backend)
	}
	assert.Empty(t, message("wss://gateway.example.com", "/backend", true), "a page makes it whole")
}
