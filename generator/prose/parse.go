package prose

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"tonggao/generator/problem"
)

// markdown is CommonMark with tables. It may be used from many goroutines.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// Parse reads a fragment's Markdown. firstLine is the line of the file that the
// source begins at, after the front matter; file names it in positions.
func Parse(file, source string, firstLine int) (*Fragment, problem.List) {
	p := &parser{file: file}
	if blocks, plain := p.plain(source, firstLine); plain {
		return &Fragment{File: file, Blocks: blocks}, p.problems
	}
	return p.any(source, firstLine)
}

// any reads a fragment with the library, and accounts for all of it.
func (p *parser) any(source string, firstLine int) (*Fragment, problem.List) {
	p.source, p.places = []byte(source), newPlaces(p.file, source, firstLine)
	if p.tooLarge() {
		return &Fragment{File: p.file}, p.problems
	}
	document := markdown.Parse(text.NewReader(p.source))
	blocks := p.blocks(document, 0)
	p.settle(len(source))
	return &Fragment{File: p.file, Blocks: blocks}, p.problems
}

type parser struct {
	file     string
	source   []byte
	places   places
	problems problem.List
	account  account
}

// blocks turns the children of a node into the closed tree.
func (p *parser) blocks(parent ast.Node, depth int) []Block {
	var blocks []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := p.block(n, depth); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func (p *parser) block(n ast.Node, depth int) Block {
	at := p.places.at(start(n))
	switch n := n.(type) {
	case *ast.Heading:
		if depth > 0 {
			p.refuse(at, "end the list above it: begin the heading at the start of its line", "a heading has no place in a list")
			return nil
		}
		return p.heading(n, at)
	case *ast.Paragraph, *ast.TextBlock:
		return p.paragraph(n, at)
	case *ast.List:
		return p.list(n, at, depth)
	case *east.Table:
		return p.table(n, at)
	case *ast.HTMLBlock:
		p.refuse(at, "write it as Markdown, or leave it out", "HTML has no place in a notice")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.refuse(at, "a line that begins with four spaces is read as code: take the spaces away", "code has no place in a notice")
	case *ast.Blockquote:
		p.refuse(at, "write it as a paragraph", "a quotation begun with > has no place in a notice")
	case *ast.ThematicBreak:
		p.refuse(at, "leave it out; headings part the text", "a dividing line has no place in a notice")
	}
	return nil
}

func (p *parser) paragraph(n ast.Node, at problem.Position) Block {
	words := p.words(n)
	p.habits(n)
	return paragraph(words, at)
}

// paragraph is the block that words make; nil without any.
func paragraph(words Words, at problem.Position) Block {
	if insert := asInsert(words); insert != nil {
		return insert
	}
	if len(words) == 0 {
		return nil
	}
	return &Paragraph{At: at, Words: words}
}

// asInsert returns the block that a placeholder becomes when it stands alone.
func asInsert(words Words) *Insert {
	if len(words) != 1 {
		return nil
	}
	h, ok := words[0].(Placeholder)
	if !ok || h.To != nil || !isInsert(h.Name) {
		return nil
	}
	return &Insert{At: h.At, Name: h.Name, Args: h.Options}
}

// start returns the offset of the first character of a node; where the library
// does not keep it, of what follows the node before it.
func start(n ast.Node) int {
	isBlock := n.Type() == ast.TypeBlock
	switch t, isText := n.(*ast.Text); {
	case isText:
		return t.Segment.Start
	case isBlock && n.Lines() != nil && n.Lines().Len() > 0:
		return n.Lines().At(0).Start
	case n.Kind() == ast.KindAutoLink, isBlock && !n.HasChildren() && n.Pos() >= 0:
		return n.Pos()
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := start(c); s > 0 {
			return s
		}
	}
	if n.PreviousSibling() != nil {
		return end(n.PreviousSibling())
	}
	return 0
}

// end returns the offset behind the last character of a node.
func end(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(n.Lines().Len() - 1).Stop
	}
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Stop
	}
	if n.LastChild() != nil {
		return end(n.LastChild())
	}
	return start(n)
}
