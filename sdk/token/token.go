// Package token signs the short-lived token that an agent's page shows to the
// platform. It belongs on a customer's backend, which alone knows the tenant
// secret: the page asks its backend (AppDataProvider.GetToken), the backend
// answers with a Credentials value as JSON.
package token

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Lifetime is how long the platform accepts a token, counted from its
// Timestamp (documented).
const Lifetime = 5 * time.Minute

// Credentials is what GetToken resolves to. Its JSON form is the documented
// {"appId","timestamp","token"}.
type Credentials struct {
	AppID     string `json:"appId"`     // the tenant
	Timestamp string `json:"timestamp"` // Unix seconds, decimal
	Token     string `json:"token"`     // lower-case hex HMAC-SHA1
}

// Sign returns credentials for the tenant appID, made with its secret and
// valid from at for Lifetime.
func Sign(appID, secret string, at time.Time) Credentials {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	return Credentials{AppID: appID, Timestamp: timestamp, Token: sign(appID, secret, timestamp)}
}

// The ways in which Verify refuses.
var (
	ErrMalformed = errors.New("token: timestamp is not Unix seconds; send what Sign returned, unchanged")
	ErrSignature = errors.New("token: signature does not match; check the tenant's secret and AppId")
	ErrExpired   = errors.New("token: expired or from the future; fetch a fresh token and check the backend's clock")
)

// Verify reports whether c was made with secret and is younger than Lifetime at
// the time now. A token from the future is refused by the same margin, so that
// a backend with a wrong clock is noticed in both directions.
func Verify(c Credentials, secret string, now time.Time) error {
	seconds, err := strconv.ParseInt(c.Timestamp, 10, 64)
	if err != nil {
		return ErrMalformed
	}
	if !hmac.Equal([]byte(c.Token), []byte(sign(c.AppID, secret, c.Timestamp))) {
		return ErrSignature
	}
	if age := now.Sub(time.Unix(seconds, 0)); age > Lifetime || age < -Lifetime {
		return fmt.Errorf("%w (age %s, limit %s)", ErrExpired, age.Round(time.Second), Lifetime)
	}
	return nil
}

// sign is the documented rule: HMAC-SHA1 keyed with the tenant's secret over
// AppId immediately followed by the timestamp.
func sign(appID, secret, timestamp string) string {
	mac := hmac.New(sha1.New, []byte(secret))
	mac.Write([]byte(appID + timestamp))
	return hex.EncodeToString(mac.Sum(nil))
}
