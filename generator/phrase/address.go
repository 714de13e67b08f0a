package phrase

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/phone"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// bare finds addresses that are typed as such: of the web, in the letters that an
// address has (RFC 3986); hosts that say themselves that they are one; of mail.
var bare = regexp.MustCompile(`(?i)\bhttps?://[a-z0-9][!#-;=?-Z_a-z~%]*|\b[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}\b|\b(?:www\.(?:[a-z0-9-]+\.)+[a-z]{2,}|(?:[a-z0-9-]+\.)+gov\.cn)\b(?:/[!#-;=?-Z_a-z~%]*)?`)

// Addressed cuts a plain text at the addresses in it, which become links.
func Addressed(text string) []Run { return addressed(nil, text) }

// addressed adds such runs to others.
func addressed(runs []Run, text string) []Run {
	if !strings.Contains(text, "://") && !strings.ContainsAny(text, "@") && !strings.Contains(text, "www.") && !strings.Contains(text, ".gov.cn") {
		return append(runs, Run{Text: text})
	}
	at := 0
	for _, found := range bare.FindAllStringIndex(text, -1) {
		written := withoutEnd(text[found[0]:found[1]])
		if u, err := url.Parse(whole(written)); err != nil || u.Host == "" && u.Opaque == "" {
			continue
		}
		if found[0] > at {
			runs = append(runs, Run{Text: text[at:found[0]]})
		}
		runs = append(runs, Run{Text: written, URL: whole(written)})
		at = found[0] + len(written)
	}
	if at < len(text) {
		runs = append(runs, Run{Text: text[at:]})
	}
	return runs
}

// withoutEnd takes the marks of the sentence from the end of an address.
func withoutEnd(address string) string {
	for {
		short := strings.TrimRight(address, `.,:;!?'`)
		if strings.HasSuffix(short, ")") && strings.Count(short, "(") < strings.Count(short, ")") {
			short = strings.TrimSuffix(short, ")")
		}
		if short == address {
			return address
		}
		address = short
	}
}

// whole puts the scheme before an address that is typed without. A host is asked by
// http, as a browser asks one that is typed so: it says itself where it has https.
func whole(address string) string {
	switch {
	case strings.Contains(address, "://"):
		return address
	case strings.Contains(address, "@") && !strings.Contains(address, "/"):
		return "mailto:" + address
	}
	return "http://" + address
}

// link words a link, and behind words that do not show where they lead the address,
// which readers of paper need.
func (v Voice) link(n *site.Notice, a *site.Audience, l prose.Link) []Run {
	runs := v.fill(n, a, l.Words)
	target, written := l.URL, l.URL
	if scheme, rest, _ := strings.Cut(l.URL, ":"); slices.Contains([]string{"tel", "mailto"}, strings.ToLower(scheme)) {
		written, _, _ = strings.Cut(rest, "?")
		if strings.EqualFold(scheme, "tel") {
			target = phone.Tel(written)
		}
	}
	for i := range runs {
		runs[i].URL = target
	}
	if shows(Plain(runs), written) {
		return runs
	}
	return append(runs, Run{Text: fmt.Sprintf(v.words.Aside, written), Paper: true})
}

// shows reports whether words hold an address, or the figures of a number.
func shows(words, address string) bool {
	plain := func(text string) string {
		_, rest, found := strings.Cut(text, "://")
		if !found {
			rest = text
		}
		return strings.ToLower(strings.TrimSuffix(rest, "/"))
	}
	if strings.Contains(plain(words), plain(address)) {
		return true
	}
	number := phone.Tel(address)
	return number != "" && phone.Tel(words) == number
}

// OnScreen leaves out what only paper needs: a screen leads there.
func OnScreen(runs []Run) []Run {
	if !slices.ContainsFunc(runs, func(r Run) bool { return r.Paper }) {
		return runs // as most
	}
	return slices.DeleteFunc(slices.Clone(runs), func(r Run) bool { return r.Paper })
}
