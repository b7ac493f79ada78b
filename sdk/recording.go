//go:build !js

package sdk

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// recorded is an entry read back.
type recorded struct {
	at                     time.Duration
	kind, text, method, id string
	args, frame            wire.Raw
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
		entries = append(entries, recorded{time.Duration(at) * time.Microsecond, member("Kind"), member("Text"),
			member("Method"), member("Id"), raw.Get("Args"), raw.Get("Frame")})
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

func microseconds(text string) time.Duration {
	n, _ := strconv.ParseInt(text, 10, 64)
	return time.Duration(n) * time.Microsecond
}

// compare tells what the replay led to and says where that differs.
func compare(want []recorded, got []entry, midway bool, tell func(string)) error {
	outcome := func(kind string) bool {
		return kind == recordState || kind == recordEvent || kind == recordSettled && !midway
	}
	var expected []string
	for _, e := range want {
		if outcome(e.kind) {
			expected = append(expected, e.kind+" "+e.text)
		}
	}
	at := 0
	for _, e := range got {
		if !outcome(e.kind) {
			continue
		}
		line := e.kind + " " + e.text
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
