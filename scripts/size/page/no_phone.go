//go:build js && wasm && !webphone

package main

import "github.com/ccpaas/ccpaas-go/sdk"

var phone sdk.Phone

func tellTo(*sdk.Client) {}
