package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSummariseShowsFailuresAndCounts(t *testing.T) {
	const events = `{"Action":"start","Package":"p"}
{"Action":"run","Package":"p","Test":"TestGood"}
{"Action":"output","Package":"p","Test":"TestGood","Output":"=== RUN   TestGood\n"}
{"Action":"output","Package":"p","Test":"TestGood","Output":"    a_test.go:1: chatter\n"}
{"Action":"output","Package":"q","Test":"TestGood","Output":"    b_test.go:1: the reason\n"}
{"Action":"pass","Package":"p","Test":"TestGood"}
{"Action":"fail","Package":"q","Test":"TestGood"}
{"Action":"output","Package":"p","Output":"PASS\n"}
{"Action":"output","Package":"p","Output":"coverage: 1.0% of statements\n"}
{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}
{"Action":"pass","Package":"p"}
{"Action":"skip","Package":"q","Test":"TestLeftOut"}
{"ImportPath":"r","Action":"build-output","Output":"r.go:1: undefined\n"}
no event at all
{"Action":"output","Package":"s","Test":"TestDead","Output":"RangeError\n"}
{"Action":"output","Package":"s","Output":"FAIL\ts\t0.1s\n"}
{"Action":"fail","Package":"s"}
`
	var shown strings.Builder

	require.NoError(t, summarise(strings.NewReader(events), &shown))

	assert.Equal(t, `    b_test.go:1: the reason
ok  	p	0.1s
r.go:1: undefined
no event at all
FAIL	s	0.1s
RangeError
go test: 1 passed, 1 failed, 1 skipped
`, shown.String())
}
