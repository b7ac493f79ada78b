package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"regexp"
	"strings"
)

// undefined represents JavaScript's undefined in decoded JSON. Vectors write
// undefined, as the vendor's document does; the page's executor sends this.
const undefined = "<undefined>"

var undefinedWord = regexp.MustCompile(`:\s*undefined\b`)

// decode reads JSON in which a member may be undefined. Numbers keep their
// text.
func decode(text string) (value any, err error) {
	text = undefinedWord.ReplaceAllString(text, `:"`+undefined+`"`)
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err = d.Decode(&value); err != nil {
		return nil, err
	}
	if _, err = d.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("something follows the value in %s", text)
	}
	return value, nil
}

// encode writes JSON for a person or for the wire.
func encode(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // what was decoded can be encoded
	}
	return string(text)
}

// same fails unless two JSON values are equal, members in any order.
func same(what string, want, got any) error {
	if reflect.DeepEqual(want, got) {
		return nil
	}
	return fmt.Errorf("%s\n    want %s\n    got  %s", what, encode(want), encode(got))
}

// defined is value without the members that are undefined, for worlds without
// undefined.
func defined(value any) any {
	switch v := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, member := range v {
			if member != undefined {
				kept[name] = defined(member)
			}
		}
		return kept
	case []any:
		kept := make([]any, len(v))
		for i := range v {
			kept[i] = defined(v[i])
		}
		return kept
	}
	return value
}

// idleState is the Data of a GetState reply without a call.
func idleState() any {
	return map[string]any{
		"CurState": "idle", "CurSubStateId": "", "CurMode": "voip", "CurContact": "90310468561028", "CurExtState": "idle",
		"CallID": "", "CallDirection": "", "DestNumber": "", "DestNumberLoc": "", "SpNumber": "", "StartTime": "",
		"UserData": "", "Payload": nil,
	}
}

// withUndefined is a state as in the events GetState and Ready: a page finds
// these keys even if the server did not send them.
func withUndefined(state any) any {
	members := maps.Clone(state.(map[string]any))
	for _, name := range []string{"AdvancedCallStatus", "AgentInfo", "CallType", "CustomerInfo"} {
		if _, ok := members[name]; !ok {
			members[name] = undefined
		}
	}
	return members
}
