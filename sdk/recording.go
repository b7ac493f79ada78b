//go:build !js

package sdk

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// recorded is an entry read back.
type recorded struct {
	at               time.Duration
	kind             recordKind
	text, method, id string
	n                int64
	args, frame      wire.Raw
}

func readRecording(recording string) (head wire.Raw, entries []recorded, err error) {
	for i, line := range strings.Split(strings.TrimSpace(recording), "\n") {
		raw, err := wire.Parse(line)
		if err != nil || raw.Kind() != wire.Object {
			return "", nil, fmt.Errorf("sdk: line %d of the recording is no JSON object", i+1)
		}
		member := func(name string) string { return raw.Get(name).TextOrDigits() }
		if i == 0 {
			if member("Kind") != "recording" {
				return "", nil, errors.New("sdk: this is no recording; pass what ExportLog returned")
			}
			head = raw
			continue
		}
		at, _ := raw.Get("T").Int()
		n, _ := raw.Get("N").Int()
		entries = append(entries, recorded{time.Duration(at) * time.Microsecond, kindNamed(member("Kind")), member("Text"),
			member("Method"), member("Id"), n, raw.Get("Args"), raw.Get("Frame")})
	}
	return head, entries, nil
}

func fromBegin(entries []recorded) []recorded {
	for i, e := range entries {
		if e.kind == recordBegin {
			return entries[i:]
		}
	}
	return nil
}

// outcome returns the line of an entry that a replay must reproduce, "" for any
// other. How calls settled that were made before the recording begins is not
// compared.
func (e recorded) outcome(midway bool) string {
	switch {
	case e.kind == recordState || e.kind == recordEvent:
		return e.kind.String() + " " + e.text
	case e.kind == recordSettled && !midway:
		return e.kind.String() + " " + e.method + " " + e.text
	}
	return ""
}

// again returns an entry of the replay as if it had been read back.
func (e *entry) again() recorded {
	text := e.text
	if e.kind == recordEvent {
		text = strings.Join(e.names, " ")
	}
	return recorded{at: e.at, kind: e.kind, text: text, method: e.name}
}

// compare passes on what the replay produced, and reports where that differs.
func compare(want []recorded, got *recorder, midway bool, tell func(string)) error {
	var expected []string
	for _, e := range want {
		if line := e.outcome(midway); line != "" {
			expected = append(expected, line)
		}
	}
	at := 0
	for i := range got.count {
		e := got.entry(i)
		line := e.again().outcome(midway)
		if line == "" {
			continue
		}
		tell(fmt.Sprintf("%10.3f s  %s", e.at.Seconds(), line))
		if at == len(expected) {
			return fmt.Errorf("sdk: the replay goes on with %q, the recording ends before that", line)
		}
		if line != expected[at] {
			return fmt.Errorf("sdk: the replay has %q where the recording has %q", line, expected[at])
		}
		at++
	}
	if at < len(expected) {
		return fmt.Errorf("sdk: the replay ends before %q of the recording", expected[at])
	}
	return nil
}

// kindNamed returns the kind of a line read back.
func kindNamed(name string) recordKind {
	for kind, known := range recordNames {
		if known == name {
			return recordKind(kind)
		}
	}
	return recordNote
}
