package token

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	appID  = "00000000-0000-4000-8000-000000000001"
	secret = "test-secret"
)

var signedAt = time.Unix(1700000000, 0)

func TestSignMatchesThePublishedVector(t *testing.T) {
	c := Sign(appID, secret, signedAt)
	text, err := json.Marshal(c)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"appId": "00000000-0000-4000-8000-000000000001",
		"timestamp": "1700000000",
		"token": "de3000034797d4fd58f759ea60264431ce392cae"
	}`, string(text))
}

func TestVerify(t *testing.T) {
	good := Sign(appID, secret, signedAt)
	otherTenant, badTime := good, good
	otherTenant.AppID = "00000000-0000-4000-8000-000000000002"
	badTime.Timestamp = "yesterday"
	for _, tc := range []struct {
		name string
		c    Credentials
		at   time.Duration
		want error
	}{
		{"fresh", good, 0, nil},
		{"at the end of its life", good, Lifetime, nil},
		{"a second too old", good, Lifetime + time.Second, ErrExpired},
		{"from the future", good, -Lifetime - time.Second, ErrExpired},
		{"another tenant's", otherTenant, 0, ErrSignature},
		{"made with another secret", Sign(appID, "other", signedAt), 0, ErrSignature},
		{"without a time", badTime, 0, ErrMalformed},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.ErrorIs(t, Verify(tc.c, secret, signedAt.Add(tc.at)), tc.want)
		})
	}
}
