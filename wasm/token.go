//go:build js

package main

import (
	"errors"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// answer is the result of a page's GetToken.
type answer struct {
	name string   // "resolved" or "rejected"
	json wire.Raw // what it resolved to, or the name of the error
}

func (a answer) credentials() (sdk.Credentials, error) {
	if a.name == "resolved" {
		return sdk.ReadToken(a.json)
	}
	if a.json == "SyntaxError" {
		// The error that parsing JSON throws.
		return sdk.Credentials{}, sdk.ErrTokenNotJSON
	}
	return sdk.Credentials{}, errors.New("GetToken rejected")
}
