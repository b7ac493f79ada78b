package main

import (
	"fmt"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// tsExamples checks the reference's examples and samples against the declared
// types.
func tsExamples(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader + "// Every call and every sample of API.md, as TypeScript checks it.\n" +
		"import type { Events, UdeskCCPaasApiClass } from \"@ccpaas/browser-sdk\";\n\n" +
		"type Resolved<M extends keyof UdeskCCPaasApiClass> = UdeskCCPaasApiClass[M] extends (...args: never) => Promise<infer R> ? R : never;\n\n" +
		"export async function methods(instance: UdeskCCPaasApiClass): Promise<void> {\n")
	for _, m := range t.methods {
		for _, call := range exampleCalls(m) {
			if m.Sync {
				fmt.Fprintf(&b, "  %s satisfies void;\n", call)
			} else {
				fmt.Fprintf(&b, "  (await %s) satisfies Resolved<%q>;\n", call, m.Name)
			}
		}
		if !m.Sync {
			fmt.Fprintf(&b, "  (%s) satisfies Resolved<%q>;\n", strings.ReplaceAll(resultSample(t, m), "\n", "\n  "), m.Name)
		}
	}
	b.WriteString("}\n\nexport function events(instance: UdeskCCPaasApiClass): void {\n")
	for _, e := range t.events {
		typ := fmt.Sprintf("Events[%q]", e.Name)
		fmt.Fprintf(&b, "  instance.on(%q, (resp) => resp.Data satisfies %s);\n", e.Name, typ)
		if e.Form == spec.Element {
			typ += "[0]"
		}
		fmt.Fprintf(&b, "  (%s) satisfies %s;\n", eventData(t, e), typ)
	}
	b.WriteString("}\n")
	return b.String()
}
