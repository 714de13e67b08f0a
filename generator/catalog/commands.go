package catalog

var commands = []entry{
	{"", "error", "错误"},
	{"", "warning", "警告"},
	{"", "note", "提示"},
}
