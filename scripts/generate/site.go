package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// words are the texts of the pages of the reference in one language.
type words struct {
	lang                                       string
	groups                                     map[string]string
	events, options, codes                     string
	eventsLead, optionsLead, codesLead         string
	params, optionColumns, codeColumns         string
	yes, no, oneOf, defaults                   string
	rejects, separator, badValue, forbidden    string
	resolves, wire, notification, noWire, data string
	faults, faultsLead                         string
	faultColumns, memberColumns                string
	extra                                      string
	evidence                                   map[spec.Evidence]string
}

var english = words{
	lang: "en",
	groups: map[string]string{"connection": "Connection", "agent": "Agent", "calls": "Calls", "numbers": "Relay numbers",
		"supervisor": "Supervisor", "webphone": "Web phone"},
	events: "Events", options: "Constructor options", codes: "Codes",
	eventsLead:    "`instance.on(name, handler)` listens to an event, `off(name, handler)` stops it. Every handler gets an envelope with `Code`, `Data`, `Message` and `Visible`.",
	optionsLead:   "The constructor takes one object. It throws an Error that names the first option which is missing or has a wrong type.",
	codesLead:     "Every rejection is an `Error` with `Code`, `Message`, `Data` and `Visible`. `Message` says what failed, why, and what to do next.",
	params:        "| parameter | type | required | meaning |",
	optionColumns: "| option | type | required | meaning |",
	codeColumns:   "| code | meaning | methods |",
	yes:           "yes", no: "no", oneOf: "one of two", defaults: "no, default `%q`",
	rejects: "Rejects with ", separator: ", ", badValue: " for a bad %s", forbidden: " in a state that forbids it",
	resolves: "resolves to", wire: "Request: ", notification: "Notification on the wire: `%s`, %s.", noWire: "It has no notification of its own, %s.",
	faults:       "Faults",
	faultsLead:   "What the sandbox can let go wrong for an agent: `box.fault({ AgentId, Fault, … })` in the [test kit](../guide/testing), `Platform.Fault` in Go, `POST /sandbox/faults` over HTTP, and the panel of the console. A member in brackets may be left out; `Count` is how often it strikes, once if it is missing.",
	faultColumns: "| fault | members | what it does |", memberColumns: "| member | what it must be |",
	data: "Data is of type `%s`.", extra: "Not in the vendor's document.", evidence: evidence,
}

var simplified = words{
	lang: "zh",
	groups: map[string]string{"connection": "连接", "agent": "坐席", "calls": "通话", "numbers": "中继号码",
		"supervisor": "班长", "webphone": "网页电话"},
	events: "事件", options: "构造选项", codes: "错误码",
	eventsLead:    "`instance.on(name, handler)` 监听事件，`off(name, handler)` 取消监听。处理函数收到的对象含 `Code`、`Data`、`Message` 和 `Visible`。",
	optionsLead:   "构造函数接收一个对象。缺少必填项或类型错误时抛出 Error，并指出第一个出错的选项。",
	codesLead:     "每次拒绝都是一个带有 `Code`、`Message`、`Data` 和 `Visible` 的 `Error`。`Message` 说明失败的操作、原因和处理办法。",
	params:        "| 参数 | 类型 | 必填 | 含义 |",
	optionColumns: "| 选项 | 类型 | 必填 | 含义 |",
	codeColumns:   "| 错误码 | 含义 | 方法 |",
	yes:           "是", no: "否", oneOf: "二选一", defaults: "否，默认 `%q`",
	rejects: "失败时的错误码：", separator: "、", badValue: "（%s 有误）", forbidden: "（当前状态不允许）",
	resolves: "成功时得到", wire: "请求：", notification: "线路通知：`%s`，%s。", noWire: "没有对应的线路通知，%s。",
	faults:       "故障",
	faultsLead:   "沙箱可以为坐席注入的故障：[测试套件](../guide/testing)的 `box.fault({ AgentId, Fault, … })`、Go 的 `Platform.Fault`、HTTP 的 `POST /sandbox/faults`，以及控制台的面板。方括号内的成员可省略；`Count` 为触发次数，默认一次。",
	faultColumns: "| 故障 | 成员 | 作用 |", memberColumns: "| 成员 | 取值 |",
	data: "Data 的类型为 `%s`。", extra: "供应商文档中没有。",
	evidence: map[spec.Evidence]string{spec.Documented: "有文档", spec.Observed: "观察所得", spec.Inferred: "推断"},
}

// writeSite writes the reference's pages, in both languages, as Markdown for the
// documentation site.
func writeSite(t *table, folder string) error {
	c, err := readChinese(chineseText, t)
	if err != nil {
		return err
	}
	for _, w := range []words{english, simplified} {
		pages := map[string]string{"events": sitePageOfEvents(t, c, w), "options": sitePageOfOptions(t, c, w), "codes": sitePageOfCodes(t, c, w),
			"faults": sitePageOfFaults(t, c, w)}
		for _, g := range c.groups {
			pages[g.name] = sitePageOfMethods(t, c, w, g)
		}
		for name, text := range pages {
			dir := filepath.Join(folder, map[string]string{"en": "", "zh": "zh"}[w.lang], map[bool]string{true: "", false: "reference"}[name == "codes"])
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dir, name+".md"), []byte(text), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// in is the text in the page's language.
func (w words) in(english, chinese string) string {
	if w.lang == "zh" {
		return chinese
	}
	return english
}

func sitePageOfMethods(t *table, c *chinese, w words, g group) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", w.groups[g.name])
	for _, name := range g.methods {
		for _, m := range t.methods {
			if m.Name == name {
				siteMethod(&b, t, c, w, m)
			}
		}
	}
	return b.String()
}

func siteMethod(b *strings.Builder, t *table, c *chinese, w words, m method) {
	fmt.Fprintf(b, "## %s {#%s}\n\n%s\n\n", m.Name, strings.ToLower(m.Name), w.in(m.doc, c.of[m.Name]))
	if m.Extra {
		fmt.Fprintf(b, "*%s*\n\n", w.extra)
	}
	fmt.Fprintf(b, "```ts\n%s\n```\n\n", memberDoc.ReplaceAllString(tsSignature(t, m), ""))
	if len(m.params) > 0 {
		fmt.Fprintf(b, "%s\n|---|---|---|---|\n", w.params)
		for _, p := range m.params {
			needed := map[string]string{"yes": w.yes, "no": w.no, "one of two": w.oneOf}[required(m, p)]
			if p.Default != "" {
				needed = fmt.Sprintf(w.defaults, p.Default)
			}
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", p.Name, codeCell(tsParamType(t, p)), needed, cell(w.in(p.doc, c.param(m.Name, p.Name))))
		}
		b.WriteString("\n")
	}
	call := exampleCalls(m)[0]
	if m.Sync {
		fmt.Fprintf(b, "```js\n%s;\n```\n\n", call)
	} else {
		fmt.Fprintf(b, "```js\nconst resp = await %s;\n```\n\n`resp` %s\n\n```js\n%s\n```\n\n", call, w.resolves, resultSample(t, m))
	}
	if m.Code != "" {
		rejections := []string{codeLink(m.Code)}
		for _, p := range m.params {
			if p.Bad != "" {
				rejections = append(rejections, codeLink(p.Bad)+fmt.Sprintf(w.badValue, p.Name))
			}
		}
		if m.StateCode != "" {
			rejections = append(rejections, codeLink(m.StateCode)+w.forbidden)
		}
		b.WriteString(w.rejects + strings.Join(rejections, w.separator))
		b.WriteString(w.in(".\n\n", "。\n\n"))
	}
	if m.Wire != "" {
		fmt.Fprintf(b, "%s`%s`%s%s%s\n\n", w.wire, m.Wire, w.in(", ", "，"), w.evidence[m.Evidence], w.in(".", "。"))
	}
}

// codeLink is a link from a page of the reference to a code's row.
func codeLink(code spec.Code) string {
	return fmt.Sprintf("[`%s`](../codes#code-%s)", code, code)
}

func sitePageOfEvents(t *table, c *chinese, w words) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", w.events, w.eventsLead)
	for _, e := range t.events {
		fmt.Fprintf(&b, "## %s {#%s}\n\n%s\n\n", e.Name, strings.ToLower(e.Name), w.in(e.doc, c.of[e.Name]))
		if e.Extra {
			fmt.Fprintf(&b, "*%s*\n\n", w.extra)
		}
		fmt.Fprintf(&b, "```js\ninstance.on(%q, (resp) => {});\n```\n\n`resp`\n\n```js\n%s\n```\n\n", e.Name, eventSample(t, e))
		if e.Type != "" {
			fmt.Fprintf(&b, w.data+" ", e.Type)
		}
		if e.Wire == "" {
			fmt.Fprintf(&b, w.noWire+"\n\n", w.evidence[e.Evidence])
		} else {
			fmt.Fprintf(&b, w.notification+"\n\n", e.Wire, w.evidence[e.Evidence])
		}
	}
	return b.String()
}

func sitePageOfOptions(t *table, c *chinese, w words) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n|---|---|---|---|\n", w.options, w.optionsLead, w.optionColumns)
	row := func(name string, o option) {
		needed := w.no
		if o.Required {
			needed = w.yes
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", name, codeCell(o.tsType()), needed, cell(w.in(o.says(), c.of["option "+name])))
	}
	for _, o := range t.options {
		row(o.Name, o)
		for _, m := range o.members {
			row(o.Name+"."+m.Name, m)
		}
	}
	return b.String()
}

func sitePageOfCodes(t *table, c *chinese, w words) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n|---|---|---|\n", w.codes, w.codesLead, w.codeColumns)
	for _, v := range codesOfTable(t) {
		var methods []string
		for _, m := range t.methods {
			if string(m.Code) == v.text {
				methods = append(methods, "`"+m.Name+"`")
			}
		}
		_, says, _ := strings.Cut(v.doc, ": ")
		fmt.Fprintf(&b, "| <a id=\"code-%s\"></a>`%s` | %s | %s |\n", v.text, v.text, cell(w.in(says, c.of[v.text])), strings.Join(methods, ", "))
	}
	return b.String()
}
