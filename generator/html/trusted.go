package html

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"unicode/utf8"

	"tonggao/generator/look"
	"tonggao/generator/phone"
)

// This is the only file that makes values which html/template does not escape.
// Each of them either comes from the program's own templates or has passed a
// pattern that leaves no room for markup.

// functions are what templates may call.
var functions = template.FuncMap{"datetime": datetime, "address": address, "percent": percent, "mime": mime, "refresh": refresh, "whole": whole, "tied": tied, "tel": tel}

// datetimeForms are what an attribute of a time may be, with a d for each figure.
var datetimeForms = []string{"dddd-dd-ddTdd:dd:dd+08:00", "dddd-dd-dd", "dddd-dd"}

// datetime is the attribute of a time element. The escaper would write the plus
// sign of +08:00 as a character reference, which is right and reads badly.
func datetime(moment string) template.HTMLAttr {
	for _, form := range datetimeForms {
		if formed(moment, form) {
			return template.HTMLAttr(`datetime="` + moment + `"`)
		}
	}
	return ""
}

// formed reports whether a text is a form with figures in it.
func formed(text, form string) bool {
	if len(text) != len(form) {
		return false
	}
	for i := range len(form) {
		same := text[i] == form[i]
		if form[i] == 'd' {
			same = '0' <= text[i] && text[i] <= '9'
		}
		if !same {
			return false
		}
	}
	return true
}

var mimeForm = regexp.MustCompile(`^[a-z]+/[a-z+.-]+$`)

// mime is the attribute of a media type, for the same reason.
func mime(kind string) template.HTMLAttr {
	if !mimeForm.MatchString(kind) {
		return ""
	}
	return template.HTMLAttr(`type="` + kind + `"`)
}

// refresh is the attribute by which a page leads on at once. The link is one inside the
// site, made by plan.Relative.
func refresh(link string) template.HTMLAttr {
	if strings.Contains(link, ":") {
		return ""
	}
	return template.HTMLAttr(`content="0; url=` + template.HTMLEscapeString(link) + `"`)
}

var schemes = regexp.MustCompile(`^(https?|webcal)://|^(tel|mailto):`)

// address lets the schemes through that notices and calendars use; html/template
// knows only http, https and mailto. Anything else leads nowhere.
func address(url string) template.URL {
	if schemes.MatchString(url) {
		return template.URL(url)
	}
	if strings.Contains(url, ":") {
		return "#"
	}
	return template.URL(url) // a link inside the site, made by plan.Relative
}

// tel is the link that calls a number, "" where what is written is none.
func tel(number string) template.URL { return template.URL(phone.Tel(number)) }

// percent writes a share of a drawing's width.
func percent(share float64) string { return fmt.Sprintf("%.4g%%", share) }

// times are what a line does not break inside: a date, a clock, a weekday.
var times = regexp.MustCompile(`(\d+年)?\d+月(\d+日)?|\d+[时時](\d+分)?|（星期.）`)

// whole writes a text in which each part of a time stays on one line.
func whole(text string) template.HTML {
	var b strings.Builder
	at := 0
	for _, place := range times.FindAllStringIndex(text, -1) {
		b.WriteString(template.HTMLEscapeString(text[at:place[0]]))
		if place[0] > 0 && place[0] == at {
			b.WriteString("<wbr>")
		}
		b.WriteString(`<span class="whole">` + text[place[0]:place[1]] + `</span>`)
		at = place[1]
	}
	b.WriteString(template.HTMLEscapeString(text[at:]))
	return template.HTML(b.String())
}

// connector is what joins two words or numbers into one (GB/T 15834—2011, 4.13 and
// 4.16), but for the signs behind which browsers do not break a line anyway.
var connector = regexp.MustCompile(`[—–－～〜／]+`)

func isConnector(r rune) bool {
	switch r {
	case '—', '–', '－', '～', '〜', '／':
		return true
	}
	return false
}

// tied writes a text in which no line begins with a connector (5.1.7), and none ends
// with one inside a number such as GB/T 9704—2012. Two dashes are a mark of their own.
// The ties stand in the style sheet: who copies or hears the text has no trace of them.
func tied(text string) template.HTML {
	if !strings.ContainsFunc(text, isConnector) {
		return template.HTML(template.HTMLEscapeString(text)) // as most texts
	}
	var b strings.Builder
	at := 0
	for _, place := range connector.FindAllStringIndex(text, -1) {
		from, to := place[0], place[1]
		if utf8.RuneCountInString(text[from:to]) > 1 {
			continue
		}
		b.WriteString(template.HTMLEscapeString(text[at:from]))
		class := "behind"
		if inWord(lastLetter(text[:from])) && inWord(firstLetter(text[to:])) {
			class = "tie"
		}
		b.WriteString(`<span class="` + class + `">` + text[from:to] + `</span>`)
		at = to
	}
	b.WriteString(template.HTMLEscapeString(text[at:]))
	return template.HTML(b.String())
}

func firstLetter(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

func lastLetter(text string) string {
	letters := []rune(text)
	if len(letters) == 0 {
		return ""
	}
	return string(letters[len(letters)-1])
}

// inWord reports whether a character is a Latin letter or a figure.
func inWord(letter string) bool {
	return len(letter) == 1 && (letter >= "0" && letter <= "9" || letter >= "A" && letter <= "Z" || letter >= "a" && letter <= "z")
}

// logo is the bureau's mark, a drawing beside the templates.
func logo(l *look.Look, name string) (template.HTML, error) {
	if name == "" {
		return "", nil
	}
	drawing, err := l.Drawing(name)
	return template.HTML(drawing), err
}

// An inlineStyle stands in the page itself, with the hash by which the content
// security policy lets it through.
type inlineStyle struct {
	Text   template.CSS
	Source string // sha256-…, in quotes as CSP writes it
}

func inline(l *look.Look, name string) (inlineStyle, error) {
	style, err := l.Asset(name)
	sum := sha256.Sum256([]byte(style))
	return inlineStyle{template.CSS(style), "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"}, err
}
