package sdk

import (
	"context"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// The pieces that the generated methods and decoders are made of.

// Member is a further member of a request, for methods that send whatever they
// are given.
type Member struct {
	name  string
	value wire.Raw
}

// With returns a member that holds a string.
func With(name, value string) Member { return Member{name, wire.Quote(value)} }

// argList is a JSON array of arguments under construction.
type argList []byte

func (a *argList) add(arg wire.Raw) {
	if arg == "" {
		arg = "null"
	}
	if len(*a) > 0 {
		*a = append(*a, ',')
	}
	*a = append(*a, arg...)
}

// call invokes a method; its Data is "" if it failed.
func (c *Client) call(ctx context.Context, method string, args argList) (wire.Raw, error) {
	return c.Invoke(ctx, method, wire.Raw("["+string(args)+"]"))
}

// textArg returns "" for the empty string, which counts as not given.
func textArg[T ~string](text T) wire.Raw {
	if text == "" {
		return ""
	}
	return wire.Quote(string(text))
}

// intArg returns "" for zero, which counts as not given.
func intArg(n int) wire.Raw {
	if n == 0 {
		return ""
	}
	return numberArg(n)
}

func numberArg(n int) wire.Raw { return wire.Raw(strconv.Itoa(n)) }

func membersArg(members []Member) wire.Raw {
	if len(members) == 0 {
		return ""
	}
	var b wire.Builder
	for _, m := range members {
		b.Raw(m.name, m.value)
	}
	return b.Object()
}

func decodeInt(v wire.Raw) int {
	n, _ := v.Int()
	return int(n)
}

func decodeFloat(v wire.Raw) float64 {
	f, _ := strconv.ParseFloat(string(v), 64)
	return f
}

// decodeList returns nil for anything but an array.
func decodeList[T any](v wire.Raw, decode func(wire.Raw) T) (all []T) {
	for element := range v.Elements {
		all = append(all, decode(element))
	}
	return all
}
