package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// The bounds of a part of a .docx. Word itself writes some ten thousand elements
// for a notice, some twenty deep.
const (
	mostPart  = 16 << 20 // octets unpacked
	mostNodes = 400_000  // elements and attributes
	mostDepth = 200
)

// A node is an element of a part, by its name without the name space: what Word
// reads is told apart by that.
type node struct {
	name  string
	attrs []xml.Attr
	text  []byte // of an element that has text only
	kids  []*node
}

var errBounds = errors.New("more than a document has")

// part reads a part of a zip; nil where there is none.
func part(parts *zip.Reader, name string) (*node, error) {
	for _, f := range parts.File {
		if !strings.EqualFold(f.Name, name) {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer in.Close()
		raw, err := io.ReadAll(io.LimitReader(in, mostPart+1))
		if len(raw) > mostPart {
			return nil, errBounds
		}
		if err != nil {
			return nil, err
		}
		return parse(raw)
	}
	return nil, nil
}

// parse reads XML into nodes. Declarations of types and entities are refused.
func parse(raw []byte) (*node, error) {
	in := xml.NewDecoder(bytes.NewReader(raw))
	root := &node{}
	open := []*node{root}
	for count := 0; ; {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.Directive:
			return nil, errors.New("it declares types of its own")
		case xml.StartElement:
			if count += 1 + len(token.Attr); count > mostNodes || len(open) > mostDepth {
				return nil, errBounds
			}
			child := &node{name: token.Name.Local, attrs: token.Attr}
			top.kids = append(top.kids, child)
			open = append(open, child)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if holdsText[top.name] {
				top.text = append(top.text, token...)
			}
		}
	}
}

// holdsText names the elements whose text is words of the document.
var holdsText = map[string]bool{"t": true}

// child returns the first child of a name, or an empty node.
func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return &node{}
}

// has reports whether a child of a name is there and not switched off.
func (n *node) has(name string) bool {
	k := n.child(name)
	switch k.attr("val") {
	case "0", "false", "off":
		return false
	}
	return k.name != ""
}

// attr returns an attribute by its name without the name space, or "".
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// val is the attribute in which Word keeps the value of a child.
func (n *node) val(child string) string { return n.child(child).attr("val") }
