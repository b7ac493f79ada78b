package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// result returns the part of a successful reply that becomes the promise's
// Data. The row's path begins at reply; stripped is what an error shows of it.
func (c *core) result(row *spec.Method, reply wire.Raw, stripped func() wire.Raw) (wire.Raw, *Error) {
	r := &row.Result
	switch r.Kind {
	case spec.Null:
		return "null", nil
	case spec.Empty:
		return "{}", nil
	}
	data := reply.At(strings.Split(r.From, ".")...)
	switch r.Make {
	case spec.NamedPhoneModes:
		data = c.namedPhoneModes(data)
	case spec.LabelledStates:
		data = c.labelledStates(data)
	}
	if !isA(data, r.Kind) {
		err := c.failure(row.Name, row.Code, spec.Malformed, r.From)
		err.Data = stripped()
		return "", err
	}
	return data, nil
}

func isA(value wire.Raw, kind spec.JSON) bool {
	switch kind {
	case spec.Object:
		return value.Kind() == wire.Object
	case spec.Array:
		return value.Kind() == wire.Array
	case spec.String:
		return value.Kind() == wire.String
	}
	return value != ""
}

// namedPhoneModes makes [{Id,Name}…] from an array of ids, "" otherwise.
func (c *core) namedPhoneModes(ids wire.Raw) wire.Raw {
	return list(ids, func(id wire.Raw) wire.Raw {
		mode := id.TextOrDigits()
		var b wire.Builder
		return b.Text("Id", mode).Text("Name", spec.PhoneModeName(c.lang, spec.PhoneMode(mode))).Object()
	})
}

// labelledStates turns {State, Reasons} into one array: {Code,Label} for the
// states, then the reasons as they came.
func (c *core) labelledStates(data wire.Raw) wire.Raw {
	states := list(data.Get("State"), func(id wire.Raw) wire.Raw {
		state := id.TextOrDigits()
		var b wire.Builder
		return b.Text("Code", state).Text("Label", spec.AgentStateLabel(c.lang, spec.AgentState(state))).Object()
	})
	reasons := list(data.Get("Reasons"), func(reason wire.Raw) wire.Raw { return reason })
	switch {
	case states == "":
		return ""
	case reasons == "" || reasons == "[]":
		return states
	case states == "[]":
		return reasons
	}
	return states[:len(states)-1] + "," + reasons[1:]
}

// list maps an array, "" if it is not one.
func list(array wire.Raw, each func(wire.Raw) wire.Raw) wire.Raw {
	if array.Kind() != wire.Array {
		return ""
	}
	out := []byte{'['}
	for element := range array.Elements {
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(out, each(element)...)
	}
	return wire.Raw(append(out, ']'))
}
