//go:build js

// Code generated from sdk/spec by make gen. DO NOT EDIT.

package main

import (
	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// readOptions reads what the script sends of the constructor's options.
func readOptions(from wire.Raw, c *sdk.Config) {
	c.AppID = from.Get("AppId").TextOrDigits()
	c.AgentID = from.Get("AgentId").TextOrDigits()
	c.Domain = from.Get("Domain").TextOrDigits()
	c.HTTPDomain = from.Get("HttpDomain").TextOrDigits()
	c.Language = from.Get("LanguageCode").TextOrDigits()
	c.ManualAnswer = from.Get("AutoAnswer").Kind() == wire.False
	reconnect := from.Get("Reconnect")
	c.Reconnect.Off = reconnect.Get("Off").Kind() == wire.True
	c.Reconnect.Base = milliseconds(reconnect.Get("Base"))
	c.Reconnect.Max = milliseconds(reconnect.Get("Max"))
	c.Reconnect.Attempts = integer(reconnect.Get("Attempts"))
	c.KickCodes = integers(from.Get("KickCodes"))
	c.AllowInsecure = from.Get("AllowInsecure").Kind() == wire.True
	c.RecordNumbers = from.Get("RecordNumbers").Kind() == wire.True
}
