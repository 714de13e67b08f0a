package schema

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// Reference returns docs/reference.md: every key and placeholder in Chinese and
// English, made from the tables by which the reader checks files.
func Reference() string {
	m := &manual{seen: map[*Table]bool{}}
	m.line("# Reference 参考")
	m.line("")
	m.line("Every key of the files under `regions/` and of `templates/print.toml`, and every placeholder. This page is made by `tonggao schema DIR`; do not edit it by hand.")
	m.line("")
	m.line("`regions/` 下各文件、`templates/print.toml` 的全部键和占位符。本页由 `tonggao schema DIR` 生成，请勿手工修改。")
	m.line("")
	m.line("- A value marked ● is needed. Below a cascading notice it may come from the notice above. 标 ● 的必填；沿用上级通告的，可由上级给出。")
	m.line("- An ID is lower-case letters, digits and hyphens, and begins with a letter: it appears in addresses for ever. ID 用小写字母、数字和连字符，以字母开头；它出现在网址里，不再改动。")
	m.line("- A folder inherits from the folders above it, table by table and key by key. 文件夹逐表逐键沿用上级文件夹的内容。")
	for _, c := range contracts {
		m.line("")
		m.line("## `%s`", c.file)
		m.line("")
		m.line("%s。%s.", c.Chinese, capital(c.English))
		m.table("", c.table)
	}
	m.kinds()
	m.headings()
	m.prose()
	m.placeholders()
	return m.text.String()
}

type manual struct {
	text strings.Builder
	seen map[*Table]bool // tables that stand in several files are shown once
}

func (m *manual) line(format string, args ...any) { fmt.Fprintf(&m.text, format+"\n", args...) }

// table writes the keys of a table, then the tables inside it.
func (m *manual) table(path string, t *Table) {
	m.line("")
	m.line("| key 键 | value 值 | | 说明 | meaning |")
	m.line("| --- | --- | --- | --- | --- |")
	for _, k := range t.Keys {
		needed := ""
		if k.Required {
			needed = "●"
		}
		m.line("| `%s` | %s | %s | %s | %s |", k.Name, k.values(path), needed, k.Chinese, k.English)
	}
	for _, k := range t.Keys {
		if k.Table == nil {
			continue
		}
		m.line("")
		m.line("### `%s`", k.header(path))
		if m.seen[k.Table] {
			m.line("")
			m.line("As above. 同上。")
			continue
		}
		m.seen[k.Table] = true
		m.table(strings.Trim(k.header(path), "[]"), k.Table)
	}
}

// header is how the table that a key holds is opened.
func (k Key) header(path string) string {
	if path != "" {
		path += "."
	}
	switch k.Kind {
	case ASeries:
		return "[[" + path + k.Name + "]]"
	case ANamed:
		return "[" + path + k.Name + ".ID]"
	}
	return "[" + path + k.Name + "]"
}

// values says what a key can hold.
func (k Key) values(path string) string {
	if k.One != nil {
		list := "`" + strings.Join(k.One, "` `") + "`"
		if k.Kind == ATexts {
			return "list of " + list
		}
		return list
	}
	switch k.Kind {
	case AFlag:
		return "`true` `false`"
	case AHold:
		return "`true` `false` `2021-12-20`"
	case ADay:
		return "`2021-12-20`"
	case ATime:
		return "`\"2021-12-30 20:00\"` `\"2021-12-30 24:00\"` `\"2022-03-31\"` `\"2022-01\"`"
	case ATexts:
		return "`[\"…\", \"…\"]`"
	case AList:
		return "`\"…\"` `[\"…\", \"…\"]`"
	case ADays:
		return "`[2021-12-20, 2021-12-21]`"
	case ANumber:
		return fmt.Sprintf("`%g` … `%g`", k.Least, k.Most)
	case AWords:
		return "`\"…{{…}}…\"`"
	case ATable, ANamed, ASeries, AColors:
		return "`" + k.header(path) + "`"
	}
	return "`\"…\"`"
}

// kinds writes which key has a place in which kind of milestone.
func (m *manual) kinds() {
	m.line("")
	m.line("## Keys and kinds of `[milestone.ID]` 各类时间节点可用的键")
	m.line("")
	m.line("● needed 必填; ◐ needed in the case told below 下列情形必填; ○ may stand 可填; – refused 不可填.")
	m.line("")
	m.line("- `service`, `services`: one of the two. 二者填其一。")
	m.line("- `at`, `tbd`, `after`, `before`: one of them at least; `after` and `before` stand together and with `tbd`, not with `at`; `tbd` beside an `at` that is a day or a month leaves the hour open. 至少填一个；`after`、`before` 可以并用，也可以与 `tbd` 并用，不与 `at` 并用；`at` 只写到日或月的，可以加 `tbd`，表示具体时间另行通知。")
	m.line("- `until`: an opening needs it whose `at` has an hour, or that has bounds alone. 临时开放的 `at` 写到时刻的，或者只有 `after`、`before` 的，必填。")
	m.line("- `includes_day`: a deadline by day or month needs it. 截止只写到日或月的，必填。")
	m.line("")
	row, rule := "| key 键 |", "| --- |"
	for _, kind := range site.Kinds {
		row, rule = row+" `"+string(kind)+"` |", rule+" --- |"
	}
	m.line("%s", row)
	m.line("%s", rule)
	for _, k := range MilestoneTable.Keys {
		row := "| `" + k.Name + "` |"
		for _, kind := range site.Kinds {
			row += " " + k.mark(kind) + " |"
		}
		m.line("%s", row)
	}
}

// mark says how a key stands to a kind of milestone.
func (k *Key) mark(kind site.Kind) string {
	switch {
	case k.Required:
		return "●"
	case k.Asks(kind):
		return "◐"
	case k.Fits(kind):
		return "○"
	}
	return "–"
}

func (m *manual) headings() {
	m.line("")
	m.line("## Headings 标题")
	m.line("")
	m.line("The title of a file is level 一、; `#` is （一）, `##` is 1., `###` is （1）. The program sets the numbers of headings and of lists. 文件标题为“一、”级；`#`、`##`、`###` 依次为“（一）”“1.”“（1）”级。标题和列表的序号由程序编排。")
	m.line("")
	m.line("A heading may end with its address and its audience; in a file of `kind = \"faq\"` a heading is a question, what stands below it the answer. 标题末尾可写锚点和对象；问答文件中，标题是问，其下是答。")
	m.line("")
	m.line("```markdown")
	m.line("# 停机期间怎么购药？ {#pharmacy audience=\"insured provider\"}")
	m.line("```")
	m.line("")
	m.line("A heading without an address of its own has one that follows from its file and its words, such as `guide-7k2m9q`, never from its number: links that were sent on stay right when another question is put before it, or the file gets another number. When its words change, the build names the `{#guide-7k2m9q}` to write behind it; when the file gets another name, the `former = [\"guide\"]` for its front matter. A file name in Chinese is part of the address as it is: every browser takes it, but chat programs that find links in a text end them there, so small letters are better. 没有写锚点的标题，地址由文件名和标题文字得出（如 `guide-7k2m9q`），与序号无关：前面加一问、文件换序号，已发出的链接仍然有效。改了标题文字，构建时会提示在标题后写上 `{#guide-7k2m9q}`；改了文件名，提示在开头写 `former = [\"guide\"]`。中文文件名会原样进入地址，浏览器都认得，但聊天软件识别链接时常在汉字处断开，宜用小写字母。")
}

func (m *manual) placeholders() {
	m.line("")
	m.line("## Placeholders 占位符")
	m.line("")
	m.line("They stand in Markdown and in values shown as `\"…{{…}}…\"`. 用于 Markdown 正文和上表中写作 `\"…{{…}}…\"` 的值。")
	m.forms("placeholder 占位符", placeholders)
	m.line("")
	m.line("### Options of a milestone's placeholder 时间占位符的选项")
	m.line("")
	m.line("`{{ID OPTION OPTION}}`; they add up. 可以并用。")
	m.forms("option 选项", forms)
	m.line("")
	m.line("### Alone in a paragraph 独占一段")
	m.forms("placeholder 占位符", inserts)
}

func (m *manual) forms(head string, all []placeholderForm) {
	m.line("")
	m.line("| %s | 显示 shows | 说明 | meaning |", head)
	m.line("| --- | --- | --- | --- |")
	for _, f := range all {
		m.line("| `%s` | %s | %s | %s |", f.write, f.shows, f.Chinese, f.English)
	}
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
