package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// fault is a row of the sandbox's table of faults, with the comment of its
// constant.
type fault struct {
	sandbox.FaultForm
	doc string // what it does, a sentence
}

// readFaults reads the table of faults. Each constant has a row, and each row a
// constant with a comment that begins with its name.
func readFaults(docs sandboxSource) (faults []fault, err error) {
	kinds := docs.valuesOf("FaultKind")
	for _, form := range sandbox.FaultForms() {
		at := slices.IndexFunc(kinds, func(v value) bool { return v.text == string(form.Fault) })
		if at < 0 {
			return nil, fmt.Errorf("the fault %s has no constant", form.Fault)
		}
		doc, named := strings.CutPrefix(kinds[at].doc, kinds[at].name+" ")
		if !named {
			return nil, fmt.Errorf("the comment of %s must begin with its name", kinds[at].name)
		}
		faults = append(faults, fault{form, strings.ToUpper(doc[:1]) + strings.ReplaceAll(doc[1:], "\n", " ")})
	}
	if len(faults) != len(kinds) {
		return nil, fmt.Errorf("there are %d constants of FaultKind, and %d rows in the table of faults", len(kinds), len(faults))
	}
	return faults, nil
}

func (d sandboxSource) valuesOf(enum string) []value {
	for _, e := range d.enums {
		if e.name == enum {
			return e.values
		}
	}
	return nil
}

// faultRows are the names under which chinese.txt has the faults and their
// members.
func faultRows(faults []fault) (rows [][]string) {
	seen := map[string]bool{}
	for _, f := range faults {
		rows = append(rows, []string{"fault " + string(f.Fault)})
		for _, m := range f.Members {
			if !seen[m.Name] {
				seen[m.Name] = true
				rows = append(rows, []string{"member " + m.Name})
			}
		}
	}
	return rows
}

// chineseFault is a fault's title and what it does, which a colon separates in
// the text.
func chineseFault(c *chinese, f fault) (title, does string) {
	title, does, _ = strings.Cut(c.of["fault "+string(f.Fault)], "：")
	return title, does
}

// jsFaultTitles are the names of the faults in the console, in both languages.
func jsFaultTitles(t *table, c *chinese) string {
	var english, chinese strings.Builder
	for _, f := range t.faults {
		title, _ := chineseFault(c, f)
		fmt.Fprintf(&english, "    %q: %q,\n", f.Fault, f.Title)
		fmt.Fprintf(&chinese, "    %q: %q,\n", f.Fault, title)
	}
	return "// Generated from sdk/sandbox and scripts/generate/chinese.txt by make gen. Do not edit.\n" +
		"/** What each fault is called. */\nexport const faultTitles = {\n" +
		"  \"en-US\": {\n" + english.String() + "  },\n  \"zh-CN\": {\n" + chinese.String() + "  },\n};\n"
}

// sitePageOfFaults is the reference of the sandbox's faults.
func sitePageOfFaults(t *table, c *chinese, w words) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n|---|---|---|\n", w.faults, w.faultsLead, w.faultColumns)
	var members []sandbox.FaultMember
	for _, f := range t.faults {
		_, does := chineseFault(c, f)
		var names []string
		for _, m := range f.Members {
			if !slices.ContainsFunc(members, func(other sandbox.FaultMember) bool { return other.Name == m.Name }) {
				members = append(members, m)
			}
			if name := "`" + m.Name + "`"; m.Needed {
				names = append(names, name)
			} else {
				names = append(names, "["+name+"]")
			}
		}
		if f.Counts {
			names = append(names, "[`Count`]")
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Fault, strings.Join(names, " "), cell(w.in(f.doc, does)))
	}
	fmt.Fprintf(&b, "\n%s\n|---|---|\n", w.memberColumns)
	for _, m := range members {
		fmt.Fprintf(&b, "| `%s` | %s |\n", m.Name, cell(w.in(m.Want, c.of["member "+m.Name])))
	}
	return b.String()
}
