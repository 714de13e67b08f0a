package ofd

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"tonggao/generator/testkit"
)

// A rule is what GB/T 33190—2016 lets stand in an element, as far as this program
// writes it: the children in this order, those with * any number of times, those with
// ? not at all or once; the attributes, those without ? always. Words in quotes are
// the only value. The standard's schema has no licence to be copied, so this is written
// from its text.
type rule struct{ children, attributes string }

var form = map[string]rule{
	"OFD":             {"DocBody", `Version="1.0" DocType="OFD"`},
	"DocBody":         {"DocInfo DocRoot", ""},
	"DocInfo":         {"DocID Title Author Subject CreationDate ModDate Keywords Creator CustomDatas", ""},
	"Keywords":        {"Keyword Keyword*", ""},
	"CustomDatas":     {"CustomData", ""},
	"CustomData":      {"", "Name"},
	"Document":        {"CommonData Pages Outlines? Attachments?", ""},
	"CommonData":      {"MaxUnitID PageArea PublicRes DefaultCS", ""},
	"PageArea":        {"PhysicalBox", ""},
	"Area":            {"PhysicalBox", ""},
	"Pages":           {"Page Page*", ""},
	"Outlines":        {"OutlineElem OutlineElem*", ""},
	"OutlineElem":     {"Actions OutlineElem*", "Title"},
	"Actions":         {"Action", ""},
	"Action":          {"Goto", `Event="CLICK"`},
	"Goto":            {"Dest", ""},
	"Dest":            {"", `Type="XYZ" PageID Left Top Zoom`},
	"Res":             {"ColorSpaces Fonts?", `BaseLoc="Res"`},
	"ColorSpaces":     {"ColorSpace", ""},
	"ColorSpace":      {"", `ID Type="RGB" BitsPerComponent="8"`},
	"Fonts":           {"Font Font*", ""},
	"Font":            {"FontFile", `ID FontName FamilyName Charset="unicode"`},
	"Attachments":     {"Attachment Attachment*", ""},
	"Attachment":      {"FileLoc", `ID Name Format="TXT" CreationDate ModDate Size Usage`},
	"Content":         {"Layer", ""},
	"Layer":           {"PathObject* TextObject*", `ID Type="Body"`},
	"PathObject":      {"StrokeColor? FillColor? AbbreviatedData", "ID Boundary LineWidth? DashPattern? Stroke? Fill?"},
	"TextObject":      {"FillColor TextCode TextCode*", "ID Boundary Font Size"},
	"TextCode":        {"", "X Y DeltaX?"},
	"FillColor":       {"", "Value"},
	"StrokeColor":     {"", "Value"},
	"AbbreviatedData": {}, "DocID": {}, "Title": {}, "Author": {}, "Subject": {}, "CreationDate": {}, "ModDate": {}, "Keyword": {}, "Creator": {}, "DocRoot": {},
	"MaxUnitID": {}, "PhysicalBox": {}, "PublicRes": {}, "DefaultCS": {}, "FontFile": {}, "FileLoc": {},
}

// ruleOf is the rule of an element: some names are two things.
func ruleOf(e element, inside string) rule {
	switch {
	case e.name == "Page" && inside == "":
		return rule{"Area Content", ""}
	case e.name == "Page":
		return rule{"", "ID BaseLoc"}
	case e.name == "Attachments" && inside == "Document":
		return rule{}
	}
	return form[e.name]
}

// An element of a part, read.
type element struct {
	name       string
	attributes map[string]string
	children   []element
	text       string
}

func read(t *testing.T, part []byte) element {
	t.Helper()
	stack := []element{{}}
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return stack[0].children[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		last := len(stack) - 1
		switch x := token.(type) {
		case xml.StartElement:
			if x.Name.Space != "http://www.ofdspec.org/2016" {
				t.Errorf("%s is of the namespace %q", x.Name.Local, x.Name.Space)
			}
			e := element{name: x.Name.Local, attributes: map[string]string{}}
			for _, a := range x.Attr {
				if a.Name.Space != "xmlns" {
					e.attributes[a.Name.Local] = a.Value
				}
			}
			stack = append(stack, e)
		case xml.EndElement:
			stack[last-1].children = append(stack[last-1].children, stack[last])
			stack = stack[:last]
		case xml.CharData:
			stack[last].text += string(x)
		}
	}
}

// An archive is a file's parts by name.
type archive map[string][]byte

func unpacked(t *testing.T, file []byte) archive {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := archive{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	if z.File[0].Name != "OFD.xml" || z.File[0].Method != zip.Store {
		t.Errorf("the file does not open with what it is, but with %s", z.File[0].Name)
	}
	return all
}

// TestFormOfParts holds every part of every sheet of a site that moved to the form.
func TestFormOfParts(t *testing.T) {
	c, p := press(t)
	count := 0
	for _, o := range p.Outputs() {
		if strings.HasPrefix(o.Path, testkit.County) {
			t.Run(o.Path, func(t *testing.T) { check(t, spelled(t, c, o)) })
			count++
		}
	}
	if count < 20 {
		t.Errorf("only %d files", count)
	}
}

// TestFormOfAnySite does the same for the sheets of sites that chance has made.
func TestFormOfAnySite(t *testing.T) {
	for seed := range uint64(6) {
		c, p := pressOf(t, testkit.AnySite(rand.New(rand.NewPCG(seed, 19))))
		for _, o := range p.Outputs() {
			t.Run(fmt.Sprint(seed, " ", o.Path), func(t *testing.T) { check(t, spelled(t, c, o)) })
		}
	}
}

// check holds a file to the form, its numbers to one another, and its faces to its text.
func check(t *testing.T, file []byte) {
	t.Helper()
	all := unpacked(t, file)
	entrance := read(t, all["OFD.xml"])
	follow(t, entrance, "")
	document := read(t, all[text(entrance, "DocRoot")])
	follow(t, document, "")
	resources := read(t, all["Doc_0/PublicRes.xml"])
	follow(t, resources, "")
	seen := map[string]bool{"OFD.xml": true, "Doc_0/Document.xml": true, "Doc_0/PublicRes.xml": true}
	faces := map[string]*sfnt.Font{}
	for _, f := range under(resources, "Font") {
		name := path.Join("Doc_0/Res", f.children[0].text)
		face, err := sfnt.Parse(all[name])
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		seen[name], faces[f.attributes["ID"]] = true, face
	}
	ids := append(under(resources, "ColorSpace"), under(resources, "Font")...)
	for _, page := range under(document, "Page") {
		name := path.Join("Doc_0", page.attributes["BaseLoc"])
		content := read(t, all[name])
		follow(t, content, "")
		checkPage(t, content, faces)
		seen[name] = true
		ids = append(append(append(append(ids, page), under(content, "Layer")...), under(content, "TextObject")...), under(content, "PathObject")...)
	}
	checkIDs(t, ids, text(document, "MaxUnitID"))
	for _, dest := range under(document, "Dest") {
		if !slices.ContainsFunc(under(document, "Page"), func(e element) bool { return e.attributes["ID"] == dest.attributes["PageID"] }) {
			t.Errorf("the outline leads to page %s", dest.attributes["PageID"])
		}
	}
	if list, has := all["Doc_0/Attachs/Attachments.xml"]; has {
		attachments := read(t, list)
		follow(t, attachments, "")
		seen["Doc_0/Attachs/Attachments.xml"] = true
		for _, a := range under(attachments, "Attachment") {
			seen["Doc_0/Attachs/"+a.children[0].text] = path.Ext(a.attributes["Name"]) == ".txt"
		}
	}
	for name := range all {
		if !seen[name] {
			t.Errorf("nothing leads to %s", name)
		}
	}
	if len(seen) != len(all) {
		t.Errorf("%d parts are led to, %d are there", len(seen), len(all))
	}
}

// follow holds an element and all in it to the rules.
func follow(t *testing.T, e element, inside string) {
	t.Helper()
	r := ruleOf(e, inside)
	if _, known := form[e.name]; !known && e.name != "Page" {
		t.Errorf("%s is no element of the form", e.name)
	}
	names := ""
	for _, c := range e.children {
		names += c.name + " "
	}
	pattern := "^"
	for _, c := range strings.Fields(r.children) {
		plain := strings.TrimRight(c, "*?")
		pattern += "(" + plain + " )" + c[len(plain):]
	}
	if !regexp.MustCompile(pattern + "$").MatchString(names) {
		t.Errorf("%s holds %s; it may hold %s", e.name, names, r.children)
	}
	if len(e.children) > 0 && strings.TrimSpace(e.text) != "" {
		t.Errorf("%s holds elements and %q", e.name, e.text)
	}
	var may []string
	for _, a := range strings.Fields(r.attributes) {
		name, value, fixed := strings.Cut(strings.TrimSuffix(a, "?"), "=")
		got, has := e.attributes[name]
		if !has && !strings.HasSuffix(a, "?") || fixed && got != strings.Trim(value, `"`) {
			t.Errorf("%s has %s=%q", e.name, name, got)
		}
		may = append(may, name)
	}
	for name := range e.attributes {
		if !slices.Contains(may, name) {
			t.Errorf("%s may not have %s", e.name, name)
		}
	}
	for _, c := range e.children {
		follow(t, c, e.name)
	}
}

var (
	boxForm  = regexp.MustCompile(`^-?[0-9.]+ -?[0-9.]+ [0-9.]+ [0-9.]+$`)
	pathForm = regexp.MustCompile(`^(M( -?[0-9.]+){2}( L( -?[0-9.]+){2})+( C)? ?)+$`)
)

// checkPage holds what is drawn to numbers that readers can draw, and every character
// to a place and a glyph.
func checkPage(t *testing.T, page element, faces map[string]*sfnt.Font) {
	t.Helper()
	for _, o := range append(under(page, "PathObject"), under(page, "TextObject")...) {
		if !boxForm.MatchString(o.attributes["Boundary"]) || strings.HasSuffix(o.attributes["Boundary"], " 0") {
			t.Errorf("%s has the boundary %s", o.name, o.attributes["Boundary"])
		}
	}
	for _, o := range under(page, "AbbreviatedData") {
		if !pathForm.MatchString(o.text) {
			t.Errorf("path %.80s", o.text)
		}
	}
	var b sfnt.Buffer
	for _, o := range under(page, "TextObject") {
		face := faces[o.attributes["Font"]]
		if face == nil {
			t.Fatalf("no face %s", o.attributes["Font"])
		}
		for _, code := range under(o, "TextCode") {
			chars := []rune(code.text)
			if n := steppings(t, code.attributes["DeltaX"]); n != len(chars)-1 || strings.TrimSpace(code.text) != code.text && strings.Trim(code.text, " ") != code.text {
				t.Errorf("%q has %d steps", code.text, n)
			}
			for _, r := range chars {
				if glyph, err := face.GlyphIndex(&b, r); err != nil || glyph == 0 {
					t.Errorf("the face has no %c: %v", r, err)
				}
			}
		}
	}
}

// steppings counts the steps of a DeltaX.
func steppings(t *testing.T, delta string) int {
	t.Helper()
	n, words := 0, strings.Fields(delta)
	for i := 0; i < len(words); i++ {
		if words[i] != "g" {
			n++
			continue
		}
		times, err := strconv.Atoi(words[i+1])
		if err != nil {
			t.Error(err)
		}
		n, i = n+times, i+2
	}
	return n
}

func checkIDs(t *testing.T, all []element, most string) {
	t.Helper()
	taken := map[string]bool{}
	for _, e := range all {
		id, err := strconv.Atoi(e.attributes["ID"])
		if last, _ := strconv.Atoi(most); err != nil || taken[e.attributes["ID"]] || id > last {
			t.Errorf("%s has the identifier %s of %s", e.name, e.attributes["ID"], most)
		}
		taken[e.attributes["ID"]] = true
	}
}

// under are the elements of a name inside another.
func under(e element, name string) []element {
	var all []element
	for _, c := range e.children {
		if c.name == name {
			all = append(all, c)
		}
		all = append(all, under(c, name)...)
	}
	return all
}

// text is the text of the first element of a name, "" where there is none.
func text(e element, name string) string {
	for _, c := range under(e, name) {
		return c.text
	}
	return ""
}
