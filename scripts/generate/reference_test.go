package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheReferenceHasEveryRowOnceAndNoDeadLink(t *testing.T) {
	rows, err := readTable("../../sdk/spec")
	require.NoError(t, err)
	text := reference(rows)

	headings := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(text, -1) {
		headings[strings.ReplaceAll(strings.ToLower(m[1]), " ", "-")]++
	}
	for anchor, times := range headings {
		assert.Equal(t, 1, times, "heading %s", anchor)
	}
	links := regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(text, -1)
	require.NotEmpty(t, links)
	for _, link := range links {
		assert.Contains(t, headings, link[1])
	}
	for _, m := range rows.methods {
		assert.Contains(t, headings, strings.ToLower(m.Name))
	}
	for _, e := range rows.events {
		assert.Contains(t, headings, strings.ToLower(e.Name))
	}
	for _, s := range rows.structs {
		assert.Contains(t, headings, strings.ToLower(s.name))
	}
	for _, code := range rows.enumNamed("Code").values {
		assert.Contains(t, text, "\n| `"+code.text+"` | ")
	}
}
