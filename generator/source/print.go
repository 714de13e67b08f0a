package source

import (
	"errors"
	"io/fs"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// Print reads print.toml of the templates. Where there is none, everything is as
// GB/T 9704 has it. The error is the machine's.
func Print(templates fs.FS) (site.Print, problem.List, error) {
	var problems problem.List
	text, err := fs.ReadFile(templates, "print.toml")
	if errors.Is(err, fs.ErrNotExist) {
		return site.Print{}, nil, nil
	}
	if err != nil {
		return site.Print{}, nil, message.Errorf("read print settings: %w", err)
	}
	n := readTOML(schema.PrintPath, string(text), 1, &problems)
	if n == nil {
		return site.Print{}, problems, nil
	}
	check(n, schema.PrintTable, &problems)
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
