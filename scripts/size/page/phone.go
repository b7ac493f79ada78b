//go:build js && wasm && webphone

package main

import (
	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/webphone"
)

var phone = webphone.New(webphone.Script{URL: "/sdk/udesk-phone.js"}, nil)

func tellTo(client *sdk.Client) { phone.TellTo(client.PhoneTells) }
