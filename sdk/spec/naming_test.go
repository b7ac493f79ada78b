package spec

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMessagesInGoNameWhatGoHas(t *testing.T) {
	inGo, inPages := Words{Language: English, Go: true}, Words{Language: English}
	assert.Equal(t, "Config.Token failed. Check the page's own token endpoint.", inGo.Why(TokenFailed, ""))
	assert.Equal(t, "the HTTP backend did not answer. Check the network and Config.HTTPDomain.", inGo.Why(Unreachable, ""))
	assert.Equal(t, "the HTTP backend did not answer. Check the network and HttpDomain.", inPages.Why(Unreachable, ""))
	assert.Equal(t, "the agent connected elsewhere; Connect takes it back.", inGo.Why(Kicked, ""))
	assert.Equal(t, "the parameter AgentId is missing. Pass it.", inGo.Why(ParamMissing, "AgentId"), "a parameter's name is the same in Go")
	assert.Contains(t, inGo.Message(HoldFailed, NoReason, "", "HoldAsync"), "[Hold 0908]")

	// Names that only pages have appear only in their messages.
	ofPages := regexp.MustCompile(`\w+Async\b|GetToken|HttpDomain|\bAppId\b`)
	for reason := range reasons {
		for _, l := range []Language{Chinese, English} {
			assert.NotRegexp(t, ofPages, Words{Language: l, Go: true}.Why(Reason(reason), ""))
		}
	}
}
