package document

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tonggao/generator/later"
)

// silent are the elements whose words a page does not show.
var silent = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Iframe: true,
	atom.Object: true, atom.Svg: true, atom.Select: true, atom.Button: true, atom.Textarea: true, atom.Del: true, atom.S: true, atom.Strike: true, atom.Rt: true, atom.Rp: true}

// blocks are the elements that begin a line and end one.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Caption: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Aside: true,
	atom.Form: true, atom.Fieldset: true, atom.Blockquote: true, atom.Pre: true, atom.Hr: true, atom.Center: true, atom.Figure: true, atom.Figcaption: true,
	atom.Address: true, atom.Details: true, atom.Summary: true, atom.Body: true, atom.Html: true}

var (
	notShown = later.Compile(`(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment|text-decoration[^;]*line-through)`)
	noteMark = later.Compile(`^#(?:_ftn|_edn|sdfootnote|sdendnote|fn|cite)`) // a number that would pass for a digit of the text
	// aroundNames are what portals call what stands around a notice.
	aroundNames = later.Compile(`^(?:nav|navs|navbar|navigation|menu|menus|header|top|topbar|topnav|head|foot|footer|bottom|copyright|breadcrumb|breadcrumbs|crumb|crumbs|bread|sidebar|aside|share|bdshare|bdsharebuttonbox|toolbar|login|search|pager|pagination|page|related|relate|recommend|hot|friendlink|friendlinks|links|qrcode|comment|comments|ad|ads|banner|position|location|weizhi|dqwz|daohang|dibu|yqlj|xgxx|xgyd|xgwz|msocomtxt)$`)
	wordsOfName = later.Compile(`[A-Z]?[a-z]+|[A-Z]+`)
)

var listed = map[atom.Atom]bool{atom.Ul: true, atom.Ol: true, atom.Dl: true}

func hiddenElement(n *html.Node) bool {
	if n.DataAtom == atom.A && noteMark.MatchString(attribute(n, "href")) {
		return true
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden", a.Key == "aria-hidden" && a.Val == "true", a.Key == "style" && notShown.MatchString(a.Val):
			return true
		}
	}
	return false
}

// around reports whether an element stands around the notice: it is called so, or it
// is a list of links. What holds most of the words of a page is its notice, whatever
// its name.
func (p *pageReader) around(n *html.Node, in inherited) bool {
	s := p.words[n]
	switch role := attribute(n, "role"); {
	case n.DataAtom == atom.Nav || n.DataAtom == atom.Aside || role == "navigation" || role == "search" || role == "complementary":
		return true
	case n.DataAtom == atom.Footer || role == "contentinfo" || n.DataAtom == atom.Header && !in.article || role == "banner":
		return !p.most(s)
	case !blocks[n.DataAtom] || n.DataAtom == atom.Body || n.DataAtom == atom.Html:
		return false
	case s.links >= 3 && s.linked*10 >= s.all*6 && (listed[n.DataAtom] || !p.most(s)):
		return true
	}
	return !p.most(s) && (calledAround(attribute(n, "id")) || slices.ContainsFunc(strings.Fields(attribute(n, "class")), calledAround))
}

// most reports whether a node has more than a third of the page's words that are no
// links.
func (p *pageReader) most(s sum) bool { return (s.all-s.linked)*3 > p.whole.all-p.whole.linked }

// calledAround reports whether the last or first word of a name says so: site-nav,
// footerWrap.
func calledAround(name string) bool {
	words := wordsOfName.FindAllString(name, 8)
	if len(words) == 0 {
		return false
	}
	return aroundNames.MatchString(strings.ToLower(words[0])) || aroundNames.MatchString(strings.ToLower(words[len(words)-1]))
}

// listOf begins a list; that of an unordered one is nil.
func listOf(n *html.Node) *counter {
	if n.DataAtom == atom.Ul {
		return nil
	}
	l := &counter{format: "decimal", next: 1}
	if from, err := strconv.Atoi(attribute(n, "start")); err == nil && from >= 0 && from < 10000 {
		l.next = from
	}
	switch style := attribute(n, "style"); {
	case strings.Contains(style, "simp-chinese"), strings.Contains(style, "cjk-ideographic"):
		l.format = "chineseCounting"
	}
	if format := listTypes[attribute(n, "type")]; format != "" {
		l.format = format
	}
	return l
}

var listTypes = map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// mark is what stands before an item.
func (l *counter) mark(n *html.Node) string {
	if l == nil {
		return "- "
	}
	if value, err := strconv.Atoi(attribute(n, "value")); err == nil && value >= 0 && value < 10000 {
		l.next = value
	}
	l.next++
	if l.format == "chineseCounting" {
		return spelled(l.next-1, l.format) + "、"
	}
	return spelled(l.next-1, l.format) + ". "
}

// laysOutPage reports whether a table is there for its page's layout: another stands
// in it, or a cell that is as long as a notice.
func (p *pageReader) laysOutPage(table *html.Node) bool {
	var found bool
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for k := n.FirstChild; k != nil && !found; k = k.NextSibling {
			if k.DataAtom == atom.Table || k.DataAtom == atom.H1 || (k.DataAtom == atom.Td || k.DataAtom == atom.Th) && p.words[k].all > 400 {
				found = true
				return
			}
			walk(k)
		}
	}
	walk(table)
	return found
}

// mostCells bounds the merged cells of a page, which cost it few octets.
const mostCells = 20_000

// table writes a table of Word: a cell that spans rows is merged with those below it.
func (p *pageReader) table(table *html.Node) {
	out := element("tbl")
	open := map[int]int{} // by column, how many rows more a cell goes on
	wide := map[int]int{}
	before := p.into
	for _, row := range rowsBelow(table, nil) {
		tr, column := element("tr"), 0
		merged := func() {
			for open[column] > 0 && column < mostColumns {
				open[column]--
				p.cells++
				tr.kids = append(tr.kids, cellOf(element("vMerge"), wide[column]))
				column += max(1, wide[column])
			}
		}
		for k := row.FirstChild; k != nil; k = k.NextSibling {
			if k.DataAtom != atom.Td && k.DataAtom != atom.Th || hiddenElement(k) {
				continue
			}
			merged()
			width := span(attribute(k, "colspan"), 1)
			tc := cellOf(element("vMerge").with("val", "restart"), width)
			p.into = tc
			p.kids(k, inherited{})
			p.flush()
			tr.kids = append(tr.kids, tc)
			open[column], wide[column] = max(0, span(attribute(k, "rowspan"), 1)-1), width
			column += max(1, width)
		}
		merged()
		out.kids = append(out.kids, tr)
		if p.cells > mostCells {
			break
		}
	}
	p.into = before
	p.into.kids = append(p.into.kids, out)
}

func cellOf(merge *node, width int) *node {
	return element("tc", element("tcPr", element("gridSpan").with("val", strconv.Itoa(max(1, width))), merge))
}

func rowsBelow(n *html.Node, rows []*html.Node) []*html.Node {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.DataAtom {
		case atom.Tr:
			rows = append(rows, k)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = rowsBelow(k, rows)
		}
	}
	return rows
}

// begin finds the title: the only heading of the first level. What a page says before
// it, tables left out, is its site's: 今天是…….
func (p *pageReader) begin() {
	if len(p.tops) != 1 {
		return
	}
	title := p.tops[0]
	at := slices.Index(p.body.kids, title)
	if at < 0 || at > len(p.body.kids)/2 {
		return
	}
	title.kids = title.kids[1:]
	before := slices.DeleteFunc(slices.Clone(p.body.kids[:at]), func(n *node) bool { return n.name == "p" })
	p.body.kids = append(before, p.body.kids[at:]...)
}

// head puts what the head of a page says of its notice before it, where the page does
// not show it: Chinese government sites must name title and day there.
func (p *pageReader) head(root *html.Node) {
	metas := map[string]string{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Meta {
			metas[strings.ToLower(attribute(n, "name"))] = tidy(blanks.ReplaceAllString(attribute(n, "content"), " "))
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(root)
	if title := metas["articletitle"]; title != "" && !strings.Contains(squeezed(wordsOf(p.body)), squeezed(title)) {
		p.body.kids = append([]*node{{name: "p", kids: []*node{element("r", &node{name: "t", text: []byte(title)})}}}, p.body.kids...)
	}
}

func squeezed(words string) string { return strings.Join(strings.Fields(words), "") }

// wordsOf are those below a node.
func wordsOf(n *node) string {
	var out strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
		out.Write(n.text)
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return out.String()
}

// element makes one of Word's.
func element(name string, kids ...*node) *node { return &node{name: name, kids: kids} }

func (n *node) with(key, value string) *node {
	n.attrs = append(n.attrs, xml.Attr{Name: xml.Name{Local: key}, Value: value})
	return n
}
