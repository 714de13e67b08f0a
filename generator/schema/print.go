package schema

// PrintTable is print.toml.
var PrintTable = &Table{[]Key{
	{Name: "face", Kind: ATable, Table: PrintFaces, English: "typeface files (TrueType, .ttf), paths under templates/", Chinese: "字体文件（TrueType，.ttf），写 templates/ 下的路径"},
	{Name: "size", Kind: ATable, Table: PrintSizes, English: "sizes in points", Chinese: "字号，单位为磅"},
	{Name: "margin", Kind: ATable, Table: PrintMargins, English: "margins of a notice in millimetres", Chinese: "通告的页边距，单位为毫米"},
}}

// PrintFaces is [face] of print.toml.
var PrintFaces = &Table{[]Key{
	{Name: "title", Kind: AText, English: "titles", Chinese: "标题，如 方正小标宋"},
	{Name: "heading", Kind: AText, English: "headings of the first level, posters", Chinese: "一级标题和海报，如 黑体"},
	{Name: "subheading", Kind: AText, English: "headings of the second level", Chinese: "二级标题，如 楷体_GB2312"},
	{Name: "body", Kind: AText, English: "the text", Chinese: "正文，如 仿宋_GB2312"},
}}

// PrintSizes is [size] of print.toml, in points.
var PrintSizes = &Table{[]Key{
	{Name: "title", Kind: ANumber, Least: 12, Most: 48, English: "titles; 22, which is 2号", Chinese: "标题，默认 22（2号）"},
	{Name: "body", Kind: ANumber, Least: 9, Most: 36, English: "the text; 15.79, of which 28 characters fill a line", Chinese: "正文，默认 15.79（3号，每行 28 字）"},
	{Name: "large", Kind: ANumber, Least: 12, Most: 48, English: "the text of the large print; 22.1, of which 20 characters fill a line", Chinese: "大字版正文，默认 22.1（2号，每行 20 字）"},
}}

// PrintMargins is [margin] of print.toml, in millimetres.
var PrintMargins = &Table{[]Key{
	{Name: "top", Kind: ANumber, Least: 10, Most: 80, English: "above the text; 37", Chinese: "天头，默认 37"},
	{Name: "bottom", Kind: ANumber, Least: 30, Most: 80, English: "below the text, with room for the page number and the foot; 35", Chinese: "地脚（含页码和页脚说明），默认 35"},
	{Name: "left", Kind: ANumber, Least: 10, Most: 45, English: "left of the text; 28", Chinese: "订口，默认 28"},
	{Name: "right", Kind: ANumber, Least: 10, Most: 45, English: "right of the text; 26", Chinese: "切口，默认 26"},
}}
