package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
)

// producer is what made the file.
const producer = "tonggao, fpdf"

// metadata writes once more what the file says of itself, as RDF, and which standards
// it follows (XMP, ISO 16684-1; ISO 19005-3, 6.6): those are claimed where all of its
// content is tagged, since nothing else is missing of them.
func (w *writing) metadata() int {
	text := func(s string) string {
		var b bytes.Buffer
		xml.EscapeText(&b, []byte(s)) // a buffer takes all
		return b.String()
	}
	day := w.Day.Start().Format("2006-01-02T15:04:05-07:00")
	n := w.next()
	w.putStream(n, "/Type/Metadata/Subtype/XML", fmt.Appendf(w.spelled[:0], `<?xpacket begin="`+"\uFEFF"+`" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>%s</pdf:Keywords><pdf:Producer>%s</pdf:Producer>
<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
</rdf:Description>%s</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, text(w.Title), text(w.Author), text(w.Subject), w.Language, text(w.Keywords), producer, day, day, w.claims()))
	return n
}

// claims names the standards that a tagged file follows. PDF/A asks that what PDF/UA
// says of itself is described beside it (ISO 19005-3, 6.6.2.3).
func (w *writing) claims() string {
	if len(w.Parts) == 0 {
		return ""
	}
	return `
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="3" pdfaid:conformance="A" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`
}

// intent writes what the file's colours are meant as, sRGB, and returns the catalog's
// entry for it (ISO 19005-3, 6.2.3).
func (w *writing) intent() string {
	profile := w.next()
	w.putStream(profile, "/Filter/FlateDecode/N 3", w.profile)
	return fmt.Sprintf("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(IEC 61966-2-1)/DestOutputProfile %d 0 R>>]", profile)
}

// colourProfile describes sRGB (IEC 61966-2-1) to colour management: an ICC profile of
// version 4.2 (ISO 15076-1) of a display, with its primaries for D50 and its curve.
func colourProfile() []byte {
	xyz := func(values ...float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(values...)...) }
	words := func(text string) []byte {
		b := append([]byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS"), 0, 0, 0, byte(2*len(text)), 0, 0, 0, 28)
		return utf16BE(b, text)
	}
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	bradford := append([]byte("sf32\x00\x00\x00\x00"), fixed(1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", words("sRGB")}, {"cprt", words("No copyright, use freely")}, {"wtpt", xyz(0.9642, 1, 0.8249)}, {"chad", bradford},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)}, {"gXYZ", xyz(0.38515, 0.71687, 0.09708)}, {"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	head := make([]byte, 128)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ \x07\xE6\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00acsp") // a date is asked for
	copy(head[68:], fixed(0.9642, 1, 0.8249))                                                          // the connection space is D50
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	from := len(head) + 4 + 12*len(tags)
	at := 0
	for i, t := range tags {
		if i == 0 || &t.data[0] != &tags[i-1].data[0] { // the three curves are one
			at = from + len(data)
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(data)&3)...)
		}
		table = binary.BigEndian.AppendUint32(append(table, t.name...), uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	profile := append(append(head, table...), data...)
	binary.BigEndian.PutUint32(profile, uint32(len(profile)))
	return profile
}

// fixed are numbers with 16 binary places.
func fixed(values ...float64) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}
