package document

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"tonggao/generator/later"
	"tonggao/generator/message"
)

// mostPage bounds a web page in octets; a portal's have some hundred thousand.
const mostPage = 2 << 20

const copyPage = "open it in a browser, copy the notice and save it as a text file (.txt)"

var (
	brokenPage  = &failure{message.Say("the page is broken, or nested deeper than a page is"), message.Say(copyPage)}
	tooMuchPage = &failure{message.Say("the page has more than a notice has"), message.Say(copyPage)}
)

// isPage reports whether a text is a web page: by its begin, or by its name where it
// has an element at all.
func isPage(name, text string) bool {
	head := strings.ToLower(text[:min(len(text), 4096)])
	named := strings.HasSuffix(strings.ToLower(name), ".html") || strings.HasSuffix(strings.ToLower(name), ".htm")
	if named && pageMark.MatchString(head) {
		return true
	}
	return pageBegin.MatchString(head)
}

var (
	pageMark  = later.Compile(`<(?:html|head|body|div|p|table|h[1-6]|span)[\s>]`)
	pageBegin = later.Compile(`^(?:\s|\x{FEFF}|<!--(?s:.*?)-->|<\?xml[^>]*>)*<(?:!doctype html|html|head|body)[\s>]`)
)

// readPage reads a web page: its notice is turned into the elements of a Word
// document, and read as one.
func readPage(text string, w *writer) *failure {
	if len(text) > mostPage {
		return tooMuchPage
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return brokenPage
	}
	p := &pageReader{body: &node{name: "body"}, words: map[*html.Node]sum{}}
	p.sum(root)
	p.whole = p.words[root]
	p.into = p.body
	p.walk(root, inherited{})
	p.flush()
	if p.cells > mostCells {
		return tooMuchPage
	}
	p.begin()
	p.head(root)
	d := &docx{w: w, numbers: numbersOf(nil, nil), notes: map[string]map[string]*node{}}
	d.setOutline(p.body)
	d.blocks(p.body, spot{Place{}, new(int)})
	return nil
}

// encodingOf is the encoding that a page names, where its octets do not tell: Big5,
// Shift JIS. The many names of the Chinese ones are all GB 18030, which decoded takes
// without being told.
func encodingOf(raw []byte) (string, bool) {
	m := pageCharset.FindSubmatch(raw[:min(len(raw), 4096)])
	if m == nil || bytes.HasPrefix(bytes.ToLower(m[1]), []byte("gb")) {
		return "", false
	}
	if strings.EqualFold(string(m[1]), "utf-8") { // and some octets are none: what was lost shows
		return strings.ToValidUTF8(string(raw), "\uFFFD"), true
	}
	of, _ := charset.Lookup(string(m[1]))
	if of == nil {
		return "", false
	}
	text, err := of.NewDecoder().Bytes(raw)
	return string(text), err == nil
}

var pageCharset = later.Compile(`(?i)<meta[^>]*charset\s*=\s*["']?([a-z0-9_-]+)`)

// A pageReader writes the elements of a Word document while it walks a page.
type pageReader struct {
	body, into *node // of the whole; where paragraphs go: the body or a cell
	words      map[*html.Node]sum
	whole      sum
	cells      int // that a merged one stands for

	line   strings.Builder // of the paragraph
	number string          // before the next paragraph
	level  int             // of the heading; 0 for text
	tops   []*node         // headings of the first level
}

// A sum is how many letters stand below a node, and how many of them in links.
type sum struct{ all, linked, links int }

// inherited is what an element takes from those above it.
type inherited struct {
	verbatim bool
	article  bool // within main or article
	lists    []*counter
}

// A counter is an ordered list of a page; nil is one that is not.
type counter struct {
	format string
	next   int
}

// sum counts the words of each node, scripts left out.
func (p *pageReader) sum(n *html.Node) sum {
	var s sum
	if n.Type == html.TextNode {
		for _, r := range n.Data {
			if unicode.IsLetter(r) {
				s.all++
			}
		}
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if !silent[k.DataAtom] {
			of := p.sum(k)
			s.all, s.linked, s.links = s.all+of.all, s.linked+of.linked, s.links+of.links
		}
	}
	if n.DataAtom == atom.A && attribute(n, "href") != "" {
		s.linked, s.links = s.all, 1
	}
	p.words[n] = s
	return s
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// walk writes what stands below a node.
func (p *pageReader) walk(n *html.Node, in inherited) {
	switch n.Type {
	case html.TextNode:
		p.text(n.Data, in.verbatim)
		return
	case html.ElementNode:
		if silent[n.DataAtom] || hiddenElement(n) || p.around(n, in) {
			return
		}
		p.element(n, in)
		return
	}
	p.kids(n, in)
}

func (p *pageReader) kids(n *html.Node, in inherited) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		p.walk(k, in)
	}
}

// element writes an element that is shown.
func (p *pageReader) element(n *html.Node, in inherited) {
	switch n.DataAtom {
	case atom.Br:
		p.line.WriteByte('\n')
		return
	case atom.Main, atom.Article:
		in.article = true
	case atom.Pre:
		in.verbatim = true
	case atom.Ol, atom.Ul:
		in.lists = append(in.lists[:len(in.lists):len(in.lists)], listOf(n))
	case atom.Table:
		if !p.laysOutPage(n) {
			p.flush()
			p.table(n)
			return
		}
	}
	if !blocks[n.DataAtom] {
		p.kids(n, in)
		return
	}
	p.flush()
	switch {
	case n.DataAtom == atom.Li && len(in.lists) > 0:
		p.number = in.lists[len(in.lists)-1].mark(n)
	case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6':
		p.level = int(n.Data[1] - '0')
	}
	p.kids(n, in)
	p.flush()
	p.level, p.number = 0, ""
}

// text adds words to the paragraph. A line end in a page is a blank; between Chinese
// characters it is none.
func (p *pageReader) text(words string, verbatim bool) {
	if verbatim {
		p.line.WriteString(words)
		return
	}
	p.line.WriteString(strings.NewReplacer("\r\n", "\x00", "\n", "\x00", "\r", "\x00").Replace(words))
}

var (
	wideBreak = later.Compile(`([\p{Han}，。；：、！？（）《》“”〔〕])[ \t]*\x00[ \t\x00]*|[ \t]*\x00[ \t\x00]*([\p{Han}，。；：、！？（）《》“”〔〕])`)
	blanks    = later.Compile(`[ \t\x00\x{A0}]+`)
)

// newParagraph is a break behind which a paragraph begins: portals indent by blanks that
// are shown, or leave an empty line.
var newParagraph = later.Compile(`\n[ \t\x00]*(?:(?:\n[ \t\x00]*)+|(?:\x{A0}[ \t\x00]*){2,}|\x{3000})`)

// flush ends a paragraph, or several of one element.
func (p *pageReader) flush() {
	all := p.line.String()
	p.line.Reset()
	for _, words := range newParagraph.Split(all, -1) {
		p.paragraph(words)
	}
}

func (p *pageReader) paragraph(words string) {
	words = wideBreak.ReplaceAllString(words, "$1$2")
	words = tidy(blanks.ReplaceAllString(words, " "))
	if words == "" || ofThePage.MatchString(words) {
		return
	}
	out := &node{name: "p"}
	if p.level > 0 {
		out.kids = append(out.kids, element("pPr", element("outlineLvl").with("val", string(rune('0'+p.level-1)))))
		if p.level == 1 {
			p.tops = append(p.tops, out)
		}
	}
	words, p.number = p.number+words, ""
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			out.kids = append(out.kids, element("r", element("br")))
		}
		out.kids = append(out.kids, element("r", &node{name: "t", text: []byte(line)}))
	}
	p.into.kids = append(p.into.kids, out)
}

// ofThePage are lines that portals set around a notice.
var ofThePage = later.Compile(`^(?:您?(?:当前|现在)?的?(?:位置|所在位置)[：:]|您现在的位置|[【\[（]?(?:字体|字号|打印|关闭)|分享(?:到|至)?[：:]?|扫一?扫|上一[篇条][：:]?|下一[篇条][：:]?|浏览(?:次数|量)?[：:]|点击(?:数|量|次数)[：:]|版权所有|Copyright|©|主办单位?[：:]|承办单位?[：:]|网站标识码|.?ICP备|.{0,4}公网安备|.{0,6}网站地图|首页$)`)
