package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

var update = flag.Bool("update", false, "write the golden files")

// asProgram makes the test's own program run as wirecheck.
const asProgram = "CCPAAS_TEST_AS_WIRECHECK"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestExitCodes(t *testing.T) {
	for _, test := range []struct {
		code int
		args []string
	}{
		{0, []string{"testdata/call.har"}}, {1, []string{"testdata/doctored.har"}}, {2, []string{"testdata/none.har"}},
		{2, []string{"testdata/call.golden"}}, {2, nil},
	} {
		program := exec.Command(os.Args[0], test.args...)
		program.Env = append(os.Environ(), asProgram+"=1")
		_ = program.Run()
		assert.Equal(t, test.code, program.ProcessState.ExitCode(), "%v", test.args)
	}
}

// recorded is what Chromium recorded of a page and a sandbox.
func recorded(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "call.har"))
	require.NoError(t, err)
	return string(text)
}

// check runs wirecheck on a HAR.
func check(t *testing.T, har string) (printed string, contradictions int) {
	t.Helper()
	var out strings.Builder
	contradictions, err := run(strings.NewReader(har), &out)
	require.NoError(t, err)
	return out.String(), contradictions
}

// TestGolden: call.har is as Chromium recorded it, doctored.har the same with
// violations.
func TestGolden(t *testing.T) {
	for name, contradictions := range map[string]int{"call": 0, "doctored": 9} {
		t.Run(name, func(t *testing.T) {
			har, err := os.ReadFile(filepath.Join("testdata", name+".har"))
			require.NoError(t, err)
			printed, found := check(t, string(har))
			assert.Equal(t, contradictions, found)
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(printed), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), printed)
		})
	}
}

// sensitive finds the tokens, passwords, numbers and ids in a HAR.
var sensitive = regexp.MustCompile(`[0-9a-f]{40}|(?:voip|webrtc)-\d+|\d{7,}|[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]+-\d+\b`)

func TestNothingSensitiveIsPrinted(t *testing.T) {
	for _, name := range []string{"call", "doctored"} {
		har, err := os.ReadFile(filepath.Join("testdata", name+".har"))
		require.NoError(t, err)
		found := sensitive.FindAllString(string(har), -1)
		require.Greater(t, len(found), 50)
		printed, _ := check(t, string(har))
		for _, text := range found {
			assert.NotContains(t, printed, text)
		}
		assert.NotContains(t, printed, "Alice")
	}
}

func TestTheTablesTypesAreAllThere(t *testing.T) {
	for _, m := range spec.Methods {
		if m.Result.Type != "" {
			name := strings.TrimPrefix(m.Result.Type, "[]")
			assert.True(t, types[name] != nil || m.Via == spec.Local || m.Via == spec.WebPhone, "the type %s of %s", name, m.Name)
		}
	}
	for _, e := range spec.Events {
		if e.Type != "" && e.Wire != "" {
			assert.Contains(t, types, e.Type)
		}
	}
	for _, of := range types {
		for _, m := range fieldTypes(of) {
			assert.NotContains(t, []reflect.Kind{reflect.Map, reflect.Pointer, reflect.Interface}, m.Kind(), "%s: compare does not know it", of)
		}
	}
}

func fieldTypes(typ reflect.Type) (all []reflect.Type) {
	if typ.Kind() == reflect.Struct {
		for _, m := range members(typ) {
			all = append(all, m.typ)
		}
	}
	return all
}

func TestTimesInBothUnits(t *testing.T) {
	want := time.UnixMilli(1_795_562_293_668)
	assert.Equal(t, want.UnixMilli(), unix(1_795_562_293.668).UnixMilli(), "as Chrome writes them")
	assert.Equal(t, want.UnixMilli(), unix(1_795_562_293_668).UnixMilli(), "as Playwright does")
}

func TestWhatIsNothingToCheck(t *testing.T) {
	for har, tells := range map[string]string{
		`x`:                      "Export HAR",
		`{"log":{}}`:             "no log.entries",
		`{"log":{"entries":[]}}`: "no entries",
		`{"log":{"entries":1}}`:  "Export HAR",
		`{"log":{"entries":[{"request":{"url":"https://page.example/"}}]}}`:                                                                    "no connection to a gateway",
		`{"log":{"entries":[{"request":{"url":"https://b.example/agents?Token=x"},"response":{"content":{"text":"!","encoding":"base64"}}}]}}`: "base64",
	} {
		_, err := run(strings.NewReader(har), &strings.Builder{})
		assert.ErrorContains(t, err, tells, har)
	}
}
