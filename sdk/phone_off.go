//go:build nophone

package sdk

func newPhonePart(c *core, _ Phone) phonePart { return noPhone{c} }
