package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// An integer travels as a JSON integer, however the page wrote it.
func TestIntegersTravelAsJSONIntegers(t *testing.T) {
	for given, want := range map[string]string{`"05"`: "5", `"+007 "`: "7", `"000"`: "0", `5`: "5"} {
		inScript(t, nil, func(s *script, c *Client) {
			s.connect()
			s.begin("SetCallInWrapUpTimeAsync", "["+given+"]")
			assert.Equal(t, wire.Raw(want), s.took().Frame.Get("WrapUpTime").Raw(), given)
		})
	}
}
