package relink

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// link changes some addresses, and to some that need to be escaped.
func link(address []byte) []byte {
	switch a := string(address); {
	case strings.HasPrefix(a, "../"):
		return []byte("https://a.example/?x=1&y=" + a[3:])
	case strings.Contains(a, "&"):
		return []byte(strings.ReplaceAll(a, "&", `"`))
	}
	return address
}

// pieces are what pages are made of, in plain form and not.
var pieces = []string{
	"<!doctype html>\n", "<!DOCTYPE html>", "<!doctype html5>", "<html lang=\"zh\">", "<p>", "</p>", "停水通告", " ", "\n", "\r\n", "1 < 2", "&lt;", "<", ">", "</", "\x00",
	`<a href="../x">`, `<a class="b" href="y" id="c">`, `<A HREF="../x">`, `<a href='../x'>`, `<a href=../x>`, `<a href = "../x">`, `<a href="../x"hidden>`, `<a href="../x"/>`, `<a href>`,
	`<a href="?a=1&amp;b=2">`, `<a href="&#46;./x" title="a&amp;b">`, `<a data-href="../x">`, `<a HIDDEN Class="b" href="../x" src="../y&amp;z" title='>'/>`, `<A hidden Class="<>'" SRC="../x" href="y" data-x="" />`, `<a class="a" CLASS="b" href="../x">`, `<img alt="a&amp;b" src="../x">`, `<a href="../x" href="../y">`, `<a hidden href="../x">`, `<a title="it's > <b" href="../x">`, "<a href=\"..\r/x\">",
	`<img src="../i.png" alt="">`, `<br/>`, `<br />`, `<hr hidden/>`, `<link rel="stylesheet" href="../../assets/a.css">`, `<svg:path d="M0 0"/>`, `<x-y>`, "<a\nhref=\"../x\"\n>", `<p href`, `<a href="../x`,
	"<script>", "</script>", "</SCRIPT>", "</script >", `<script src="../a.js"></script>`, "<script>if (a < b) { '<a href=\"../x\">' }</script>", "<!--", "-->", "<!-- <script> -->", "<![CDATA[", "<?x?>",
	"<style>", "a > b {}", "</style>", "<title>", "</title>", "<title>a <b> c</title>", "<noscript>", "</noscript>", "<textarea>", "</textarea>", "<iframe>", "</iframe>", `<iframe src="../x"></iframe>`, "<xmp>", "</xmp>", "<noembed>", "</noembed>", "<plaintext>", "</scriptx>", "<scripts>", "</1>", "<1>", "<a b=c>", "<a/b>", "</a b>",
}

// TestPlainPagesAreReadAlike makes pages of pieces that chance has chosen: a page that is
// taken to be plain becomes what it becomes by the tokenizer.
func TestPlainPagesAreReadAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	plain := 0
	for range 300_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if alike(t, b.String()) {
			plain++
		}
	}
	if plain < 10_000 {
		t.Errorf("%d pages are plain", plain)
	}
}

// FuzzPage does so with any page.
func FuzzPage(f *testing.F) {
	for _, p := range pieces {
		f.Add(p + `<a href="../x">`)
	}
	f.Fuzz(func(t *testing.T, page string) { alike(t, page) })
}

// alike reports whether a page is plain.
func alike(t *testing.T, page string) bool {
	t.Helper()
	r := reader{link: link}
	got, plain := r.page([]byte("> "), []byte(page))
	if want := anyPage([]byte("> "), []byte(page), link); plain && string(got) != string(want) {
		t.Fatalf("%q became %q, want %q", page, got, want)
	}
	return plain
}
