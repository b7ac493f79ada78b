package sandbox

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestEveryLegStateIsReachedAndEnds walks the table from a new leg.
func TestEveryLegStateIsReachedAndEnds(t *testing.T) {
	reached := map[LegState]bool{legNew: true}
	for grown := true; grown; {
		grown = false
		for transition, next := range legTransitions {
			if reached[transition.from] && !reached[next] {
				reached[next], grown = true, true
			}
		}
	}
	for transition, next := range legTransitions {
		assert.True(t, reached[transition.from], "nothing leads to %s", transition.from)
		assert.NotEqual(t, LegCleared, transition.from, "a cleared leg does nothing")
		if next != LegCleared {
			assert.Equal(t, LegCleared, legTransitions[legTransition{next, legEnds}], "%s must be able to end", next)
		}
	}
}

// TestEveryOperationHasAHandler compares the table of transitions with that of
// requests. transfer_ivr is the one operation that comes over HTTP.
func TestEveryOperationHasAHandler(t *testing.T) {
	inputs := map[legInput]bool{}
	for transition := range legTransitions {
		inputs[transition.input] = true
	}
	for op := range legRequests {
		assert.True(t, inputs[op], "%s is allowed in no state", op)
		delete(inputs, op)
	}
	assert.Equal(t, map[legInput]bool{
		opTransferIvr: true,
		legDials:      true, legRings: true, legInvites: true, legEnds: true, legTakesOver: true,
		partyAnswers: true, partyFails: true, partyLeaves: true, fallsBack: true,
	}, inputs)
}
