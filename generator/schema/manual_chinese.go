package schema

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// ReferenceChinese returns docs/reference.zh-CN.md: what Reference returns, for readers of
// Chinese alone, from the same tables.
func ReferenceChinese() string {
	m := &manual{seen: map[*Table]bool{}}
	m.line("# 全部键和占位符\n")
	m.line("`regions/` 下各文件、`templates/print.toml` 的全部键和占位符。本页由程序自动生成，请勿手工修改。\n")
	m.line("- 标 ● 的必填；沿用上级通告的，可由上级给出。")
	m.line("- ID 用小写字母、数字和连字符，以字母开头；它出现在网址里，不再改动。")
	m.line("- 文件夹逐表逐键沿用上级文件夹的内容。")
	for _, c := range contracts {
		m.line("\n## `%s`\n\n%s。", c.file, c.Chinese)
		m.chineseTable("", c.table)
	}
	m.chineseKinds()
	m.chineseHeadings()
	m.line("\n## Markdown 正文\n")
	m.line("写下什么就发布什么：凡 Markdown 会吃掉或改动的字符，检查时都在原处指出。")
	m.chineseForms("写法", proseForms)
	m.line("\n表格的表头下是一行竖线和短横，每行格数与表头相同。TOML 文件中的值是纯文字，不用 Markdown。")
	m.line("\n## 占位符\n\n用于 Markdown 正文和上面各表中写作 `\"…{{…}}…\"` 的值。")
	m.chineseForms("占位符", placeholders)
	m.line("\n### 时间占位符的选项\n\n写作 `{{ID OPTION OPTION}}`，可以并用。")
	m.chineseForms("选项", forms)
	m.line("\n### 独占一段的占位符")
	m.chineseForms("占位符", inserts)
	return m.text.String()
}

func (m *manual) chineseTable(path string, t *Table) {
	m.line("\n| 键 | 值 | 必填 | 说明 |\n| --- | --- | --- | --- |")
	for _, k := range t.Keys {
		needed := ""
		if k.Required {
			needed = "●"
		}
		values := k.values(path)
		if rest, list := strings.CutPrefix(values, "list of "); list {
			values = "列表，可选 " + rest
		}
		m.line("| `%s` | %s | %s | %s |", k.Name, values, needed, k.Chinese)
	}
	for _, k := range t.Keys {
		switch {
		case k.Table == nil:
			continue
		case m.seen[k.Table]:
			m.line("\n### `%s`\n\n同上。", k.header(path))
		default:
			m.line("\n### `%s`", k.header(path))
			m.seen[k.Table] = true
			m.chineseTable(strings.Trim(k.header(path), "[]"), k.Table)
		}
	}
}

func (m *manual) chineseKinds() {
	m.line("\n## 各类时间节点（`[milestone.ID]`）可用的键\n\n● 必填；◐ 下列情形必填；○ 可填；– 不可填。\n")
	m.line("- `service`、`services`：二者填其一。")
	m.line("- `at`、`tbd`、`after`、`before`：至少填一个；`after`、`before` 可以并用，也可以与 `tbd` 并用，不与 `at` 并用；`at` 只写到日或月的，可以加 `tbd`，表示具体时间另行通知。")
	m.line("- `until`：临时开放的 `at` 写到时刻的，或者只有 `after`、`before` 的，必填。")
	m.line("- `includes_day`：截止只写到日或月的，必填。\n")
	row, rule := "| 键 |", "| --- |"
	for _, kind := range site.Kinds {
		row, rule = row+fmt.Sprintf(" `%s` |", kind), rule+" --- |"
	}
	m.line("%s\n%s", row, rule)
	for _, k := range MilestoneTable.Keys {
		row := "| `" + k.Name + "` |"
		for _, kind := range site.Kinds {
			row += " " + k.mark(kind) + " |"
		}
		m.line("%s", row)
	}
}

func (m *manual) chineseHeadings() {
	m.line("\n## 标题\n")
	m.line("文件标题为“一、”级；`#`、`##`、`###` 依次为“（一）”“1.”“（1）”级。标题和列表的序号由程序编排。\n")
	m.line("标题末尾可写锚点和对象；问答文件（`kind = \"faq\"`）中，标题是问，其下是答。\n")
	m.line("```markdown\n# 停机期间怎么购药？ {#pharmacy audience=\"insured provider\"}\n```\n")
	m.line("没有写锚点的标题，地址由文件名和标题文字得出（如 `guide-7k2m9q`），与序号无关：前面加一问、文件换序号，已发出的链接仍然有效。改了标题文字，构建时会提示在标题后写上 `{#guide-7k2m9q}`；改了文件名，提示在开头写 `former = [\"guide\"]`。中文文件名会原样进入地址，浏览器都认得，但聊天软件识别链接时常在汉字处断开，宜用小写字母。")
}

func (m *manual) chineseForms(head string, all []placeholderForm) {
	m.line("\n| %s | 显示 | 说明 |\n| --- | --- | --- |", head)
	for _, f := range all {
		m.line("| `%s` | %s | %s |", f.write, f.shows, f.Chinese)
	}
}
