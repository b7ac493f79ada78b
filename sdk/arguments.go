package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// arguments are a call's parameters, checked by its row: JSON values by
// position in the row, "" for those not given, and the object of further
// members, which are sent unchanged.
type arguments struct {
	row    *spec.Method
	values []wire.Raw
	open   wire.Raw
}

// readArguments reads the JSON array of a call's arguments.
func (c *core) readArguments(row *spec.Method, args wire.Raw) (arguments, *Error) {
	a := arguments{row: row, values: make([]wire.Raw, len(row.Params))}
	list := []wire.Raw{}
	if args != "" {
		parsed, err := wire.Parse(string(args))
		if err != nil || parsed.Kind() != wire.Array {
			return a, c.failure(row.Name, row.Code, spec.ArgsNotJSON, "")
		}
		for value := range parsed.Elements {
			list = append(list, value)
		}
	}
	at := func(i int) wire.Raw {
		if i < len(list) && list[i].Given() {
			return list[i]
		}
		return ""
	}
	positions := 0
	switch first := at(0); {
	case row.Shape == spec.Positional:
		positions = len(row.Params)
		for i := range row.Params {
			a.values[i] = at(i)
		}
	case row.Shape == spec.Either && first.Kind() != wire.Object:
		a.values[0] = first
	case first != "" && first.Kind() != wire.Object:
		return a, c.failure(row.Name, row.Code, spec.ParamWrong, "Options")
	default:
		for i := range row.Params {
			a.values[i] = member(first, &row.Params[i])
		}
	}
	if row.Open {
		if a.open = at(positions); a.open != "" && a.open.Kind() != wire.Object {
			return a, c.failure(row.Name, row.Code, spec.ParamWrong, "Options")
		}
	}
	return a, c.checkArguments(row, &a)
}

// member returns the parameter's value under its name or one of its aliases.
func member(object wire.Raw, param *spec.Param) wire.Raw {
	value := object.Get(param.Name)
	for _, alias := range param.Aliases {
		if !value.Given() {
			value = object.Get(alias)
		}
	}
	if !value.Given() {
		return ""
	}
	return value
}

// checkArguments converts each value to its kind's form, or reports a bad one.
func (c *core) checkArguments(row *spec.Method, a *arguments) *Error {
	for i := range row.Params {
		param := &row.Params[i]
		code := param.Bad
		if code == "" {
			code = row.Code
		}
		value, ok := normalise(a.values[i], param.Kind)
		switch {
		case !ok:
			return c.failure(row.Name, code, spec.ParamWrong, param.Name)
		case value == "" && param.Default != "":
			value = wire.Quote(param.Default)
		case value == "" && !param.Optional:
			return c.failure(row.Name, code, spec.ParamMissing, param.Name)
		case value != "" && param.Valid != nil && !param.Valid(value.TextOrDigits()):
			if param.Kind == spec.Number {
				if left := spec.LeftInNumber(a.values[i].TextOrDigits()); left != "" {
					return c.failure(row.Name, code, spec.NumberHolds, left)
				}
			}
			return c.failure(row.Name, code, spec.ParamWrong, param.Name)
		}
		a.values[i] = value
	}
	if one := row.OneOf; one[0] != "" && (a.get(one[0]) == "") == (a.get(one[1]) == "") {
		return c.failure(row.Name, row.Code, spec.ParamChoice, one[0]+", "+one[1])
	}
	return nil
}

// normalise returns the value in the form in which its kind is sent, "" if it
// is missing or blank; false if it is of another kind.
func normalise(value wire.Raw, kind spec.ParamKind) (wire.Raw, bool) {
	text := strings.TrimSpace(value.TextOrDigits())
	switch value.Kind() {
	case wire.Missing:
		return "", true
	case wire.String, wire.Number:
		if text == "" {
			return "", true
		}
	default:
		return "", false
	}
	switch {
	case kind == spec.Integer:
		// Formatted again: JSON has no leading zeros, and a page's "05" is 5.
		n, ok := wire.Quote(text).Int()
		return wire.Raw(number(n)), ok && !strings.HasPrefix(text, "-")
	case kind != spec.AsGiven && value.Kind() == wire.Number:
		return wire.Quote(text), true
	case kind == spec.Number && spec.LeftInNumber(text) == "":
		if text = spec.PlainNumber(text); text == "" {
			return "", true
		}
		return wire.Quote(text), true
	}
	return value, true
}

// get returns the value of the parameter with that JavaScript name.
func (a *arguments) get(name string) wire.Raw {
	for i := range a.row.Params {
		if a.row.Params[i].Name == name {
			return a.values[i]
		}
	}
	return ""
}

// text returns the same as a string.
func (a *arguments) text(name string) string { return a.get(name).TextOrDigits() }

// body adds the parameters, the fixed members and the open ones to b under
// their wire names; skip selects parameters that are sent elsewhere.
func (a *arguments) body(b *wire.Builder, agentID string, skip func(name string) bool) *wire.Builder {
	for i := range a.row.Params {
		param := &a.row.Params[i]
		if !param.Accept && !skip(param.Name) {
			b.Raw(param.Wire, a.values[i])
		}
	}
	for _, fixed := range a.row.Fixed {
		if fixed.JSON == "" {
			b.Text(fixed.Wire, agentID)
		} else {
			b.Raw(fixed.Wire, wire.Raw(fixed.JSON))
		}
	}
	return b.Without(a.open, a.row.Sends)
}
