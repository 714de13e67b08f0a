package schema

// What Markdown a file of prose may have. All else is refused where it stands, and
// nothing that is typed vanishes; a test reads each form.
var proseForms = []placeholderForm{
	{"# 标题", "标题", "a heading, with a blank behind #", "标题，# 后空一格"},
	{"1. 甲", "编号列表", "a numbered list behind an empty line, from 1 without a gap", "编号列表，前空一行，从 1 连续编号"},
	{"- 甲", "列表", "a list without numbers, with a blank behind -", "不编号的列表，- 后空一格"},
	{"**务必**", "加粗", "stressed words, not beside figures or letters", "加粗；不紧挨数字和字母"},
	{"[网站](https://example.cn)", "网站", "a link", "链接"},
	{"末尾\\", "换行", "a line break, by \\ at the end of a line", "行末的 \\ 表示换行"},
	{"12\\*8", "12*8", "the sign itself, by \\ before it; a product is written ×", "符号本身，前加 \\；乘号写 ×"},
}

func (m *manual) prose() {
	m.line("")
	m.line("## Markdown 正文")
	m.line("")
	m.line("What is typed is what is published: a sign that Markdown would take away, or change, is a problem at its place. 写下什么就发布什么：凡 Markdown 会吃掉或改动的字符，检查时都在原处指出。")
	m.forms("Markdown", proseForms)
	m.line("")
	m.line("A table has a line of bars and dashes below its head, and in every row as many cells as the head. Values of TOML files are plain text and have no Markdown. 表格的表头下是一行竖线和短横，每行格数与表头相同。TOML 文件中的值是纯文字，不用 Markdown。")
}
