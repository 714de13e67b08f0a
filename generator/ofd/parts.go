package ofd

import (
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"tonggao/generator/pack"
	"tonggao/generator/typeset"
)

// entrance is OFD.xml: what the document is, and where its parts begin (GB/T 33190, 7.4).
func (w *writing) entrance(id []byte) string {
	var b strings.Builder
	fmt.Fprintf(&b, `%s<ofd:OFD %s Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>%s</ofd:DocID>`, head, space, hex.EncodeToString(id))
	for _, e := range [][2]string{
		{"Title", w.Title}, {"Author", w.Author}, {"Subject", w.Subject}, {"CreationDate", w.Day.String()}, {"ModDate", w.Day.String()},
	} {
		fmt.Fprintf(&b, `<ofd:%s>%s</ofd:%[1]s>`, e[0], quoted(e[1]))
	}
	b.WriteString(`<ofd:Keywords>`)
	for _, word := range strings.Fields(w.Keywords) {
		fmt.Fprintf(&b, `<ofd:Keyword>%s</ofd:Keyword>`, quoted(word))
	}
	fmt.Fprintf(&b, `</ofd:Keywords><ofd:Creator>tonggao</ofd:Creator><ofd:CustomDatas><ofd:CustomData Name="Language">%s</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>`, quoted(string(w.Language)))
	b.WriteString(`<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`)
	return b.String()
}

// box is the paper, from its top left corner.
func (w *writing) box() string { return fmt.Sprintf("0 0 %g %g", w.Width, w.Height) }

// document is what all pages have in common, their list and the outline (7.5).
func (w *writing) document() {
	var b strings.Builder
	fmt.Fprintf(&b, `<ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea>`, space, w.last, w.box())
	fmt.Fprintf(&b, `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DefaultCS>%d</ofd:DefaultCS></ofd:CommonData><ofd:Pages>`, w.space)
	for i, id := range w.pages {
		fmt.Fprintf(&b, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, id, i)
	}
	b.WriteString(`</ofd:Pages>`)
	if len(w.Outline) > 0 {
		fmt.Fprintf(&b, `<ofd:Outlines>%s</ofd:Outlines>`, w.outline())
	}
	if len(w.Files) > 0 {
		b.WriteString(`<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>`)
	}
	b.WriteString(`</ofd:Document>`)
	w.add("Doc_0/Document.xml", b.String())
}

// outline nests the bookmarks by their levels, none of which is skipped.
func (w *writing) outline() string {
	var b strings.Builder
	for i, e := range w.Outline {
		fmt.Fprintf(&b, `<ofd:OutlineElem Title="%s"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="%d" Left="0" Top="%s" Zoom="0"/></ofd:Goto></ofd:Action></ofd:Actions>`,
			quoted(e.Text), w.pages[e.Sheet], lengthOf(e.Y))
		next := 0 // level of what follows
		if i+1 < len(w.Outline) {
			next = w.Outline[i+1].Level
		}
		b.WriteString(strings.Repeat(`</ofd:OutlineElem>`, e.Level-next+1))
	}
	return b.String()
}

// faces embeds what is used of each face (7.9). The colours are those of screens.
func (w *writing) faces() {
	var b strings.Builder
	fmt.Fprintf(&b, `<ofd:Res %s BaseLoc="Res"><ofd:ColorSpaces><ofd:ColorSpace ID="%d" Type="RGB" BitsPerComponent="8"/></ofd:ColorSpaces>`, space, w.space)
	var fonts strings.Builder
	var knife typeset.Knife
	for i, c := range w.cuts {
		if !c.Taken() {
			continue
		}
		name := fmt.Sprintf("font_%d.ttf", i)
		fmt.Fprintf(&fonts, `<ofd:Font ID="%d" FontName="%s" FamilyName="%[2]s" Charset="unicode"><ofd:FontFile>%s</ofd:FontFile></ofd:Font>`, w.fonts[i], quoted(c.Face.Name()), name)
		w.files = append(w.files, pack.File{Name: "Doc_0/Res/" + name, Content: c.Whole(&knife)})
	}
	if fonts.Len() > 0 {
		fmt.Fprintf(&b, `<ofd:Fonts>%s</ofd:Fonts>`, &fonts)
	}
	b.WriteString(`</ofd:Res>`)
	w.add("Doc_0/PublicRes.xml", b.String())
}

// attachments puts the attached files in as text, the only kind besides XML that an
// archive takes (OFD-A, 6.15): a calendar is text, and opens when its name is changed
// back.
func (w *writing) attachments() {
	if len(w.Files) == 0 {
		return
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<ofd:Attachments %s>`, space)
	day := w.Day.Start().Format("2006-01-02T15:04:05-07:00")
	for i, f := range w.Files {
		name := fmt.Sprintf("attachment_%d.txt", i+1)
		fmt.Fprintf(&b, `<ofd:Attachment ID="a%d" Name="%s" Format="TXT" CreationDate="%s" ModDate="%[3]s" Size="%.3f" Usage="%s"><ofd:FileLoc>%s</ofd:FileLoc></ofd:Attachment>`,
			i+1, quoted(strings.TrimSuffix(f.Name, path.Ext(f.Name))+".txt"), day, float64(len(f.Content))/1024, quoted(f.What), name)
		w.files = append(w.files, pack.File{Name: "Doc_0/Attachs/" + name, Content: f.Content})
	}
	b.WriteString(`</ofd:Attachments>`)
	w.add("Doc_0/Attachs/Attachments.xml", b.String())
}
