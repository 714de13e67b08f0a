package texts_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/texts"
)

// What the editor of WeChat leaves of an article once its draft has been saved, as far as
// public sources say (doocs/md issues 387, 480, 521, 907, 1144, read in August 2026): these
// elements, of these the style and of pictures the address; of a style no position, no
// variable and no address of a drawing inside the page. Newlines become breaks, div is
// taken apart, links and what is in head are dropped.
var (
	kept   = []string{"section", "p", "span", "strong", "br", "img", "table", "tbody", "tr", "td"}
	styles = []string{"margin", "padding", "color", "background-color", "font-size", "font-weight", "line-height", "letter-spacing", "text-align", "text-indent",
		"border", "border-collapse", "width", "vertical-align", "word-break", "text-decoration"}
	lost = regexp.MustCompile(`var\(|url\(|!important`)
)

// saved is what is left of an article.
func saved(t *testing.T, article string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(article), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var save func(n *html.Node)
	inside := func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			save(c)
		}
	}
	save = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(html.EscapeString(n.Data), "\n", "<br>"))
		case n.Type != html.ElementNode:
		case !slices.Contains(kept, n.Data):
			inside(n)
		default:
			b.WriteString("<" + n.Data)
			for _, a := range n.Attr {
				if a.Key == "src" && n.Data == "img" {
					b.WriteString(` src="` + html.EscapeString(a.Val) + `"`)
				}
				if a.Key == "style" {
					b.WriteString(` style="` + savedStyle(a.Val) + `"`)
				}
			}
			b.WriteString(">")
			if n.Data == "br" || n.Data == "img" {
				return
			}
			inside(n)
			b.WriteString("</" + n.Data + ">")
		}
	}
	for _, n := range nodes {
		save(n)
	}
	return b.String()
}

func savedStyle(style string) string {
	var all []string
	for _, d := range strings.Split(strings.TrimSuffix(style, ";"), ";") {
		name, value, _ := strings.Cut(d, ":")
		if name = strings.TrimSpace(name); slices.Contains(styles, name) && !lost.MatchString(value) {
			all = append(all, name+": "+strings.TrimSpace(value)+";")
		}
	}
	return strings.Join(all, " ")
}

// TestWeChatKeepsTheArticle holds that saving a draft changes nothing of any article.
func TestWeChatKeepsTheArticle(t *testing.T) {
	for seed := range uint64(60) {
		s := any(t, seed)
		keeps(t, s)
	}
	keeps(t, testkit.Changshu(t))
}

func keeps(t *testing.T, s *site.Site) {
	t.Helper()
	w := texts.New(planned(s))
	for _, n := range s.Notices() {
		article := w.Kit(n, nil, phrase.In(site.Chinese)).WeChat()
		if after := saved(t, article); after != article {
			t.Errorf("%s:\n%s\nis saved as\n%s", n.ID, article, after)
		}
	}
}

// TestSavingIsModelled shows that the model drops what the editor drops.
func TestSavingIsModelled(t *testing.T) {
	have := saved(t, "<div class=\"a\"><p id=\"x\" style=\"position: absolute; top: 3px; color: var(--ink); margin: 0px\">a\nb <a href=\"https://x.cn\">c</a></p><ul><li>d</li></ul></div>")
	if want := `<p style="margin: 0px;">a<br>b c</p>d`; have != want {
		t.Errorf("%s, want %s", have, want)
	}
}

// TestPortalHasNoLooks holds that the text for a portal has elements alone.
func TestPortalHasNoLooks(t *testing.T) {
	for seed := range uint64(30) {
		s := any(t, seed)
		w := texts.New(planned(s))
		for _, n := range s.Notices() {
			portal := w.Kit(n, nil, phrase.In(site.Chinese)).Portal()
			for tokens := html.NewTokenizer(strings.NewReader(portal)); tokens.Next() != html.ErrorToken; {
				token := tokens.Token()
				for _, a := range token.Attr {
					if a.Key != "href" && a.Key != "datetime" {
						t.Errorf("%s: %s", n.ID, token)
					}
				}
			}
		}
	}
}
