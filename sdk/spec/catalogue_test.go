package spec

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// constants are the names of a file's constants of a type, in order.
func constants(t *testing.T, file, typ string) (names []string) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	require.NoError(t, err)
	for _, decl := range parsed.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.CONST {
			continue
		}
		of := "" // a constant without a type has the one before it
		for _, s := range gen.Specs {
			if ident, ok := s.(*ast.ValueSpec).Type.(*ast.Ident); ok {
				of = ident.Name
			}
			if of == typ {
				names = append(names, s.(*ast.ValueSpec).Names[0].Name)
			}
		}
	}
	require.NotEmpty(t, names)
	return names
}

func TestEveryCodeHasOneTextInEachLanguage(t *testing.T) {
	assert.Len(t, failures, len(constants(t, "codes.go", "Code")))
	seen := map[Code]bool{}
	for _, f := range failures {
		assert.False(t, seen[f.code], "code %s stands there twice", f.code)
		seen[f.code] = true
		inBoth(t, f.text)
		assert.NotContains(t, f.text[Chinese]+f.text[English], "{}", "a code has no detail")
	}
	for _, m := range Methods {
		assert.True(t, m.Code == "" || seen[m.Code], m.Name)
		for _, p := range m.Params {
			assert.True(t, p.Bad == "" || seen[p.Bad], "%s %s", m.Name, p.Name)
		}
	}
}

func TestEveryReasonHasATextInEachLanguageThatSaysWhatToDo(t *testing.T) {
	names := constants(t, "messages.go", "Reason")
	require.Len(t, reasons, len(names))
	before := regexp.MustCompile(`^.*(\. |; |。)`) // all but the last sentence
	doEnglish := regexp.MustCompile(`^(?i:if it happens again, tell|if allow is already set, change|add|allow|answer|ask|ConnectAsync takes it back|in a test, use|change|check|choose|click|close|connect|create|deploy|give|log|look|make|open|pass|reload|remove|request|return|send|serve|set|shorten|tell|try|use|wait|it must be)\b`)
	doChinese := regexp.MustCompile(`请|应为|必须|调用`)
	for i, name := range names {
		text := reasons[i]
		if Reason(i) == NoReason {
			assert.Equal(t, Translated{}, text, "the code says it all")
			continue
		}
		inBoth(t, text)
		if Reason(i) == WaitFailed || Reason(i) == EchoCame || Reason(i) == EchoUntried {
			continue // nothing is to be done, or the detail says what
		}
		assert.Regexp(t, doEnglish, before.ReplaceAllString(text[English], ""), name)
		assert.Regexp(t, doChinese, before.ReplaceAllString(strings.TrimSuffix(text[Chinese], "。"), ""), name)
	}
}

// inBoth checks that a text exists in both languages, each in its own letters,
// with as many details.
func inBoth(t *testing.T, text Translated) {
	t.Helper()
	assert.Regexp(t, `\p{Han}`, text[Chinese])
	assert.NotEmpty(t, text[English])
	assert.NotRegexp(t, `\p{Han}`, text[English])
	assert.Equal(t, strings.Count(text[Chinese], "{}"), strings.Count(text[English], "{}"), text[English])
	assert.LessOrEqual(t, strings.Count(text[English], "{}"), 1, "there is one detail")
}

func TestEveryReasonIsUsed(t *testing.T) {
	used := map[string]bool{"NoReason": true}
	for _, folder := range []string{"../../sdk", "../../wasm", "../../scripts/generate"} {
		require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			for _, match := range regexp.MustCompile(`\bspec\.([A-Z]\w+)`).FindAllSubmatch(source, -1) {
				used[string(match[1])] = true
			}
			return err
		}))
	}
	// ReasonFor chooses among those that a server's code names.
	names := constants(t, "messages.go", "Reason")
	for _, code := range []ServerCode{"999999", ServerParameterError, ServerTimeout, ServerBadRequest, ServerInternalError, ServerNoSuchSpNumber,
		ServerNoRecord, ServerBadAgentState, ServerAuthFailed} {
		used[names[ReasonFor(code)]] = true
	}
	for _, fault := range []PhoneFault{FaultUnsupported, FaultMissing, FaultDenied, FaultNoDevice, FaultNoCall, FaultFailed} {
		used[names[ReasonForFault(fault)]] = true
	}
	for _, status := range []int64{0, 486, 480, 487, 503} {
		used[names[ReasonForStatus(status)]] = true
	}
	for _, name := range names {
		assert.True(t, used[name], "%s is used nowhere: remove it", name)
	}
}

func TestAMessageSaysWhatFailedWhyWhatToDoAndWhere(t *testing.T) {
	assert.Equal(t, "The call could not be held: the server refused it (123456). Try again; if it happens again, tell an administrator this code. [HoldAsync 0908]",
		Words{Language: English}.Message(HoldFailed, Refused, "123456", "HoldAsync"))
	assert.Equal(t, "保持失败：缺少参数 CallId。请传入该参数。 [HoldAsync 0908]", Words{Language: Chinese}.Message(HoldFailed, ParamMissing, "CallId", "HoldAsync"))
	assert.Equal(t, "Connecting failed [0905]", Words{Language: English}.Message(ConnectFailed, NoReason, "", ""))
	for i := range failures {
		for reason := range reasons {
			for _, l := range []Language{Chinese, English} {
				text := Words{Language: l}.Message(failures[i].code, Reason(reason), "detail", "method")
				assert.NotContains(t, text, "{}")
				assert.True(t, strings.HasSuffix(text, " [method "+string(failures[i].code)+"]"), text)
			}
		}
	}
}

func TestLabelsAreInBothLanguages(t *testing.T) {
	for _, id := range []string{"cellphone", "voip", "webrtc", "idle", "busy", "onBreak", "offline"} {
		inBoth(t, labels[id])
	}
	assert.Equal(t, "sip", PhoneModeName(English, "sip"))
	assert.Equal(t, "talking", AgentStateLabel(Chinese, AgentTalking))
	assert.Equal(t, "小休", AgentStateLabel(Chinese, AgentOnBreak))
}
