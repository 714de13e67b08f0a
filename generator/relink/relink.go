// Package relink gives the links of a page other addresses, and leaves every other octet
// as it is.
//
// It knows HTML and no address: what a link becomes says who calls. Pages as the templates
// write them, in plain form, are read in one go, in a fifth of the time that the tokenizer
// of golang.org/x/net/html takes (plain.go); it reads all others.
//
// Begin with Page.
package relink

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A Link tells what an address becomes. It leaves the address alone; what it returns
// counts until it is asked again.
type Link func(address []byte) []byte

// Page adds to out a page in which each address, of an attribute href or src, is what link
// makes of it. An element of which none changes stays as it was written.
func Page(out, page []byte, link Link) []byte {
	r := reader{link: link}
	if changed, plain := r.page(out, page); plain {
		return changed
	}
	return anyPage(out, page, link)
}

// anyPage is Page for whatever stands in a page.
func anyPage(out, page []byte, link Link) []byte {
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		if !leads(kind, tokens.Raw()) {
			out = append(out, tokens.Raw()...)
			continue
		}
		raw := slices.Clone(tokens.Raw()) // Token below changes its buffer
		t := tokens.Token()
		if change(&t, link) {
			out = append(out, t.String()...)
			continue
		}
		out = append(out, raw...)
	}
	return out
}

// leads reports whether a token may have a link: a tag with an attribute that holds one.
func leads(kind html.TokenType, raw []byte) bool {
	return (kind == html.StartTagToken || kind == html.SelfClosingTagToken) && (names(raw, "href") || names(raw, "src"))
}

// names reports whether octets have a word in capitals or small letters.
func names(raw []byte, word string) bool {
	for i := 0; i+len(word) <= len(raw); i++ {
		if raw[i]|' ' == word[0] && strings.EqualFold(string(raw[i:i+len(word)]), word) {
			return true
		}
	}
	return false
}

// change changes the addresses in an element and reports whether there were any to be
// changed.
func change(t *html.Token, link Link) bool {
	changed := false
	for i, a := range t.Attr {
		if a.Key != "href" && a.Key != "src" {
			continue
		}
		if to := string(link([]byte(a.Val))); to != a.Val {
			t.Attr[i].Val, changed = to, true
		}
	}
	return changed
}
