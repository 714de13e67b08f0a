package site

import "tonggao/generator/problem"

// A Print says how the PDF files look, as templates/print.toml sets it. What is
// zero is as GB/T 9704—2012 and the faces of this program have it.
type Print struct {
	Title, Heading, Subheading, Body PrintFace // 小标宋, 黑体, 楷体, 仿宋
	TitleSize, BodySize, LargeSize   float64   // points; LargeSize is the body of the large print
	Top, Bottom, Left, Right         float64   // margins of a notice, millimetres
}

// A PrintFace is a typeface file that a bureau has put in. File is its path under
// templates/; empty for the face of this program.
type PrintFace struct {
	File string
	At   problem.Position // where print.toml names it
}
