package wire

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzIndex: an indexed text reads like a parsed one, value by value.
func FuzzIndex(f *testing.F) {
	for _, text := range []string{`{"a":1,"a":{"b":[1,"x",{}]},"é":null}`, `[[],[{}],"\u00e9"]`, ` {"\u0061":true , "b" : false} `, `{"a":}`, `{"":0}`, `x`} {
		f.Add(text, "a")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		raw, err := Parse(text)
		v, errIndex := Index(text)
		require.Equal(t, err, errIndex)
		if err == nil {
			same(t, raw, v, name)
		}
	})
}

func same(t *testing.T, raw Raw, v Value, name string) {
	require.Equal(t, raw, v.Raw())
	assert.Equal(t, raw.Kind(), v.Kind())
	assert.Equal(t, raw.Get(name), v.Get(name).Raw())
	var names []string
	var values []Value
	for n, member := range v.Members {
		names, values = append(names, n), append(values, member)
	}
	for n, member := range raw.Members {
		require.Equal(t, n, names[0])
		require.Equal(t, raw.Get(n), v.Get(n).Raw())
		same(t, member, values[0], name)
		names, values = names[1:], values[1:]
	}
	require.Empty(t, names)
	for element := range v.Elements {
		values = append(values, element)
	}
	for element := range raw.Elements {
		same(t, element, values[0], name)
		values = values[1:]
	}
	require.Empty(t, values)
}
