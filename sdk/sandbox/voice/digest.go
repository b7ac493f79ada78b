package voice

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"github.com/emiago/sipgo/sip"
	"github.com/icholy/digest"
)

// nonceLifetime is how long a phone may use a nonce. Then it learns that it
// is stale, and tries again without asking a person.
const nonceLifetime = 5 * time.Minute

// nonces are times with a signature, so none has to be kept.
type nonces struct{ key []byte }

func newNonces() nonces {
	key := make([]byte, sha256.Size)
	_, _ = rand.Read(key) // never fails
	return nonces{key}
}

func (n nonces) at(t time.Time) string {
	stamp := strconv.FormatInt(t.UnixNano(), 16)
	sign := hmac.New(sha256.New, n.key)
	sign.Write([]byte(stamp))
	return stamp + "-" + hex.EncodeToString(sign.Sum(nil)[:8])
}

func (n nonces) fresh(nonce string) bool {
	stamp, _, _ := strings.Cut(nonce, "-")
	nano, err := strconv.ParseInt(stamp, 16, 64)
	made := time.Unix(0, nano)
	return err == nil && n.at(made) == nonce && time.Since(made) < nonceLifetime
}

// challenge is how a request is asked for a password: a REGISTER by the server
// itself, an INVITE as by a proxy, which is what FreeSWITCH does.
type challenge struct {
	status         int
	reason         string
	asks, answered string // names of headers
}

var (
	unauthorized      = challenge{sip.StatusUnauthorized, "Unauthorized", "WWW-Authenticate", "Authorization"}
	proxyUnauthorized = challenge{sip.StatusProxyAuthRequired, "Proxy Authentication Required", "Proxy-Authenticate", "Proxy-Authorization"}
)

// authenticate returns the phone whose password the request proves to have. It
// is nil if the request has been answered: asked for a password (401, 407), or
// refused for a wrong one (403, as FreeSWITCH does).
func (s *Server) authenticate(r *sip.Request, tx sip.ServerTransaction, c challenge) *phone {
	header := r.GetHeader(c.answered)
	if header == nil {
		s.challenge(r, tx, c, false)
		return nil
	}
	given, err := digest.ParseCredentials(header.Value())
	if err != nil {
		respond(tx, r, sip.StatusBadRequest, "Bad credentials")
		return nil
	}
	if !s.nonces.fresh(given.Nonce) {
		s.challenge(r, tx, c, true)
		return nil
	}
	p := s.numbers[given.Username]
	if p == nil || !proves(given, r.Method.String(), p.password) {
		s.log("a web phone gave a wrong number or password")
		respond(tx, r, sip.StatusForbidden, "Wrong number or password")
		return nil
	}
	return p
}

func (s *Server) challenge(r *sip.Request, tx sip.ServerTransaction, c challenge, stale bool) {
	asked := digest.Challenge{
		Realm: domain, Nonce: s.nonces.at(time.Now()), Stale: stale, Algorithm: "MD5", QOP: []string{"auth"},
	}
	respond(tx, r, c.status, c.reason, sip.NewHeader(c.asks, asked.String()))
}

// proves reports whether the credentials were made with the password.
func proves(given *digest.Credentials, method, password string) bool {
	challenge := digest.Challenge{Realm: domain, Nonce: given.Nonce, Algorithm: "MD5"}
	if given.QOP != "" {
		challenge.QOP = []string{given.QOP}
	}
	right, err := digest.Digest(&challenge, digest.Options{
		Method: method, URI: given.URI, Count: given.Nc, Cnonce: given.Cnonce,
		Username: given.Username, Password: password,
	})
	return err == nil && subtle.ConstantTimeCompare([]byte(right.Response), []byte(given.Response)) == 1
}
