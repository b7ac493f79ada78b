package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestGeneratedFilesAreCurrent(t *testing.T) {
	require.NoError(t, run("../..", true))
}

func TestTheTableHoldsTheDocument(t *testing.T) {
	methods, promises, events := 0, 0, 0
	for _, m := range spec.Methods {
		if !m.Extra {
			methods++
			if !m.Sync {
				promises++
			}
		}
	}
	for _, e := range spec.Events {
		if !e.Extra {
			events++
		}
	}
	assert.Equal(t, 40, methods)
	assert.Equal(t, 37, promises)
	assert.Equal(t, 14, events)
}
