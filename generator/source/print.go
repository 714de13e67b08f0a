package source

import (
	"errors"
	"fmt"
	"io/fs"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// printFile is where positions show the file of print settings.
const printFile = "templates/print.toml"

var printTable = &table{[]key{
	{name: "face", kind: aTable, table: printFaces, English: "typeface files (TrueType, .ttf), paths under templates/", Chinese: "字体文件（TrueType，.ttf），写 templates/ 下的路径"},
	{name: "size", kind: aTable, table: printSizes, English: "sizes in points", Chinese: "字号，单位为磅"},
	{name: "margin", kind: aTable, table: printMargins, English: "margins of a notice in millimetres", Chinese: "通告的页边距，单位为毫米"},
}}

var printFaces = &table{[]key{
	{name: "title", kind: aText, English: "titles", Chinese: "标题，如 方正小标宋"},
	{name: "heading", kind: aText, English: "headings of the first level, posters", Chinese: "一级标题和海报，如 黑体"},
	{name: "subheading", kind: aText, English: "headings of the second level", Chinese: "二级标题，如 楷体_GB2312"},
	{name: "body", kind: aText, English: "the text", Chinese: "正文，如 仿宋_GB2312"},
}}

var printSizes = &table{[]key{
	{name: "title", kind: aNumber, least: 12, most: 48, English: "titles; 22, which is 2号", Chinese: "标题，默认 22（2号）"},
	{name: "body", kind: aNumber, least: 9, most: 36, English: "the text; 15.79, of which 28 characters fill a line", Chinese: "正文，默认 15.79（3号，每行 28 字）"},
	{name: "large", kind: aNumber, least: 12, most: 48, English: "the text of the large print; 22.1, of which 20 characters fill a line", Chinese: "大字版正文，默认 22.1（2号，每行 20 字）"},
}}

var printMargins = &table{[]key{
	{name: "top", kind: aNumber, least: 10, most: 80, English: "above the text; 37", Chinese: "天头，默认 37"},
	{name: "bottom", kind: aNumber, least: 26, most: 80, English: "below the text, with room for the page number; 35", Chinese: "地脚（含页码），默认 35"},
	{name: "left", kind: aNumber, least: 10, most: 80, English: "left of the text; 28", Chinese: "订口，默认 28"},
	{name: "right", kind: aNumber, least: 10, most: 80, English: "right of the text; 26", Chinese: "切口，默认 26"},
}}

// Print reads print.toml of the templates. Where there is none, everything is as
// GB/T 9704 has it. The error is the machine's.
func Print(templates fs.FS) (site.Print, problem.List, error) {
	var problems problem.List
	text, err := fs.ReadFile(templates, "print.toml")
	if errors.Is(err, fs.ErrNotExist) {
		return site.Print{}, nil, nil
	}
	if err != nil {
		return site.Print{}, nil, fmt.Errorf("read print settings: %w", err)
	}
	n := readTOML(printFile, string(text), 1, &problems)
	if n == nil {
		return site.Print{}, problems, nil
	}
	check(n, printTable, &problems)
	face, size, margin := n.get("face"), n.get("size"), n.get("margin")
	return site.Print{
		Title: printFace(face, "title"), Heading: printFace(face, "heading"),
		Subheading: printFace(face, "subheading"), Body: printFace(face, "body"),
		TitleSize: size.number("title"), BodySize: size.number("body"), LargeSize: size.number("large"),
		Top: margin.number("top"), Bottom: margin.number("bottom"), Left: margin.number("left"), Right: margin.number("right"),
	}, problems.Sorted(), nil
}

func printFace(n *node, key string) site.PrintFace {
	if n.get(key) == nil {
		return site.PrintFace{}
	}
	return site.PrintFace{File: n.text(key), At: n.valueAt(key)}
}
