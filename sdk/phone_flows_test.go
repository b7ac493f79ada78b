//go:build !nophone

package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestPhoneFlowsAndRowsBelongTogether(t *testing.T) {
	has := map[string]bool{}
	for _, f := range phoneFlows {
		assert.NotNil(t, spec.FindMethod(f.method), f.method)
		assert.False(t, has[f.method], f.method)
		has[f.method] = true
	}
	for _, row := range spec.Methods {
		if row.Via == spec.WebPhone {
			assert.NotNil(t, phoneFlowOf(&call{row: &row}).perform, "%s is the web phone's, and it has no flow", row.Name)
		}
	}
}
