package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Every flow is a row's, and every row that a request cannot serve has one.
func TestFlowsAndRowsBelongTogether(t *testing.T) {
	has := map[string]bool{}
	for _, f := range flows {
		assert.NotNil(t, spec.FindMethod(f.method), f.method)
		assert.False(t, has[f.method], f.method)
		has[f.method] = true
	}
	for _, row := range spec.Methods {
		if row.Via == spec.Local {
			assert.NotNil(t, flowOf(row.Name).local, "%s has neither a request nor a flow", row.Name)
		} else if row.Via != spec.WebPhone { // the web phone's may be done without a connection
			assert.Nil(t, flowOf(row.Name).local, row.Name)
		}
		if row.Wire == "GetState" {
			assert.True(t, flowOf(row.Name).asksState, row.Name)
		}
	}
}
