package main

import (
	"fmt"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// tsSamples is the default data of the instance for unit tests: the reference's
// samples, and how each method fails.
func tsSamples(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader + "/** How a method fails: its code, and what failed in Chinese and English. */\n" +
		"export const failures: { [method: string]: [code: string, chinese: string, english: string] } = {\n")
	for _, m := range t.methods {
		if m.Sync {
			continue
		}
		what := func(l spec.Language) string { return spec.Words{Language: l}.What(m.Code) + spec.Separator[l] }
		fmt.Fprintf(&b, "  %s: [%q, %q, %q],\n", m.Name, m.Code, what(spec.Chinese), what(spec.English))
	}
	gone := func(l spec.Language) string {
		words := spec.Words{Language: l}
		return words.What(spec.NoSocket) + spec.Separator[l] + words.Why(spec.Destroyed, "")
	}
	fmt.Fprintf(&b, "};\n\n/** Why all fail after Destroy. */\nexport const destroyed: [code: string, chinese: string, english: string] = [%q, %q, %q];\n\n",
		spec.NoSocket, gone(spec.Chinese), gone(spec.English))
	b.WriteString("/** The Data of a method's answer; null where the method is not among them. */\n" +
		"export const answers: { [method: string]: () => unknown } = {\n")
	for _, m := range t.methods {
		if data := resultData(t, m); !m.Sync && data != "null" {
			fmt.Fprintf(&b, "  %s: () => (%s),\n", m.Name, data)
		}
	}
	b.WriteString("};\n\nfunction call(changed: object, ...allowed: string[]): object {\n" +
		"  const data = " + indented(sampleOf(t, "CallEvent", "", "", "")) + ";\n" +
		"  for (const flag of allowed) {\n    (data.CallAuthority as { [flag: string]: boolean })[flag] = true;\n  }\n  return Object.assign(data, changed);\n}\n\n" +
		"/** The Data of an event. */\nexport const samples: { [event: string]: () => unknown } = {\n")
	for _, e := range t.events {
		if e.Type != "CallEvent" {
			fmt.Fprintf(&b, "  %s: () => (%s),\n", e.Name, eventData(t, e))
			continue
		}
		var changed, flags []string
		for _, c := range eventChanges(e) {
			changed = append(changed, c.to)
		}
		for _, flag := range allowed[sampledEvent(e)] {
			flags = append(flags, fmt.Sprintf(", %q", flag))
		}
		fmt.Fprintf(&b, "  %s: () => call({ %s }%s),\n", e.Name, strings.Join(changed, ", "), strings.Join(flags, ""))
	}
	b.WriteString("};\n\n/** The codes of the events that tell of a failure. */\nexport const fails: { [event: string]: string } = {\n")
	for _, e := range t.events {
		if code := e.Fails; code != "" {
			if e.Name == "CallFailed" {
				code = spec.MakeCallFailed
			}
			fmt.Fprintf(&b, "  %s: %q,\n", e.Name, code)
		}
	}
	b.WriteString("};\n")
	return b.String()
}

// indented is a sample with the indentation of a function.
func indented(sample string) string { return strings.ReplaceAll(sample, "\n", "\n  ") }
