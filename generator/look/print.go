package look

import (
	"errors"
	"io/fs"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// readPrint reads print.toml of the templates. Where there is none, everything is as
// GB/T 9704 has it. The error is the machine's.
func readPrint(templates fs.FS) (site.Print, problem.List, error) {
	var problems problem.List
	text, err := fs.ReadFile(templates, "print.toml")
	if errors.Is(err, fs.ErrNotExist) {
		return site.Print{}, nil, nil
	}
	if err != nil {
		return site.Print{}, nil, message.Errorf("read print settings: %w", err)
	}
	n := toml.Read(schema.PrintPath, string(text), 1, &problems)
	if n == nil {
		return site.Print{}, problems, nil
	}
	toml.Check(n, schema.PrintTable, &problems)
	face, size, margin := n.Get("face"), n.Get("size"), n.Get("margin")
	return site.Print{
		Title: printFace(face, "title"), Heading: printFace(face, "heading"),
		Subheading: printFace(face, "subheading"), Body: printFace(face, "body"),
		TitleSize: size.Number("title"), BodySize: size.Number("body"), LargeSize: size.Number("large"),
		Top: margin.Number("top"), Bottom: margin.Number("bottom"), Left: margin.Number("left"), Right: margin.Number("right"),
	}, problems.Sorted(), nil
}

func printFace(n *toml.Node, key string) site.PrintFace {
	if n.Get(key) == nil {
		return site.PrintFace{}
	}
	return site.PrintFace{File: n.Text(key), At: n.ValueAt(key)}
}
