package pdf

import (
	"bytes"
	"crypto/sha256"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/testkit"
)

// TestSameBytes prints everything twice, the second time from many goroutines with
// a writer of its own: the files are equal.
func TestSameBytes(t *testing.T) {
	w, p := press(t, testkit.Regions())
	first := make([][32]byte, p.Len())
	for i, o := range p.Outputs() {
		first[i] = sha256.Sum256(print(t, w, o))
	}
	w, p = press(t, testkit.Regions())
	var all sync.WaitGroup
	for i, o := range p.Outputs() {
		all.Go(func() {
			var b bytes.Buffer
			if err := write(&b, w, o); err != nil || sha256.Sum256(b.Bytes()) != first[i] {
				t.Errorf("%s differs (%v)", o.Path, err)
			}
		})
	}
	all.Wait()
}

// TestFilesHaveIdentifiersOfTheirOwn holds that files with one identifier are equal.
func TestFilesHaveIdentifiersOfTheirOwn(t *testing.T) {
	w, p := press(t, testkit.Regions())
	known := map[string][]byte{}
	for _, o := range p.Outputs() {
		file := print(t, w, o)
		id, _, _ := strings.Cut(string(file[bytes.LastIndex(file, []byte("/ID["))+len("/ID["):]), "]")
		if before := known[id]; len(id) != 68 || before != nil && !bytes.Equal(before, file) {
			t.Errorf("%s has the identifier %s", o.Path, id)
		}
		known[id] = file
	}
}

// TestMemoryOfADocument holds what one document allocates in all, which is more
// than what it ever holds at once.
func TestMemoryOfADocument(t *testing.T) {
	w, p := press(t, testkit.Regions())
	if err := write(io.Discard, w, p.Output(0)); err != nil { // for which the faces are unpacked
		t.Fatal(err)
	}
	for _, o := range p.Outputs() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := write(io.Discard, w, o); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 15<<20 {
			t.Errorf("%s allocates %d KB", o.Path, used>>10)
		}
	}
}

// BenchmarkNotice prints the notices of a country that fill three pages, in four
// faces, each prefecture's in words of its own: those that .ci/typst writes for
// Typst.
func BenchmarkNotice(b *testing.B) {
	w, outputs := nation(b, prints.Notice, "/for/employer/notice.pdf")
	for _, o := range outputs {
		if pages := bytes.Count(print(b, w, o), []byte("/Type /Page\n")); pages != 3 {
			b.Fatalf("%s has %d pages", o.Path, pages)
		}
	}
	benchmark(b, w, outputs)
}

// BenchmarkPoster prints the posters of a country.
func BenchmarkPoster(b *testing.B) {
	w, outputs := nation(b, prints.Poster, "/poster.pdf")
	benchmark(b, w, outputs)
}

// BenchmarkTags spells the same notices with their structure and without: the ratios are
// what tags cost in octets and in processor time, of spelling alone and of making the
// file, which is laid out first.
func BenchmarkTags(b *testing.B) {
	w, outputs := nation(b, prints.Notice, "/for/employer/notice.pdf")
	var tagged, bare []*placed.Document
	before := testkit.Processor()
	for _, o := range outputs {
		doc, err := w.Compose(o)
		if err != nil {
			b.Fatal(err)
		}
		tagged = append(tagged, doc)
	}
	layout := int64(testkit.Processor() - before)
	for _, doc := range tagged {
		bare = append(bare, untagged(doc))
	}
	spell := func(docs []*placed.Document) (size counter, cost int64) {
		before := testkit.Processor()
		for _, doc := range docs {
			if err := presses.Write(&size, doc); err != nil {
				b.Fatal(err)
			}
		}
		return size, int64(testkit.Processor() - before)
	}
	var sizes [2]counter
	var costs [2]int64
	rounds := int64(0)
	for b.Loop() {
		rounds++
		for i, docs := range [][]*placed.Document{tagged, bare} {
			size, cost := spell(docs)
			sizes[i], costs[i] = sizes[i]+size, costs[i]+cost
		}
	}
	b.ReportMetric(float64(sizes[0])/float64(sizes[1]), "size-ratio")
	b.ReportMetric(float64(costs[0])/float64(costs[1]), "cpu-ratio")
	b.ReportMetric(float64(rounds*layout+costs[0])/float64(rounds*layout+costs[1]), "made-ratio")
}

// TestTagsAreSmall holds what the structure adds to the files of the real regions.
func TestTagsAreSmall(t *testing.T) {
	w, p := press(t, testkit.Regions())
	sizes := make(map[plan.Kind][2]counter)
	for _, o := range p.Outputs() {
		doc, err := w.Compose(o)
		if err != nil {
			t.Fatal(err)
		}
		size := sizes[o.Kind]
		for i, d := range []*placed.Document{doc, untagged(doc)} {
			if err := presses.Write(&size[i], d); err != nil {
				t.Fatal(err)
			}
		}
		sizes[o.Kind] = size
	}
	for kind, size := range sizes {
		if ratio := float64(size[0]) / float64(size[1]); ratio > 1.08 {
			t.Errorf("with tags files of kind %v are %.3f times as large", kind, ratio)
		}
	}
}

// untagged is a document without its structure.
func untagged(doc *placed.Document) *placed.Document {
	bare := *doc
	bare.Parts, bare.Sheets = nil, slices.Clone(doc.Sheets)
	for i := range bare.Sheets {
		s := &bare.Sheets[i]
		s.Marks, s.Texts, s.Links = nil, slices.Clone(s.Texts), slices.Clone(s.Links)
		for j := range s.Texts {
			s.Texts[j].Pieces = []placed.Piece{{To: len(s.Texts[j].Cells), Mark: -1}}
		}
		for j := range s.Links {
			s.Links[j].Of = nil
		}
	}
	return &bare
}

// nation plans a made-up country and returns what ends in a name.
func nation(b *testing.B, kind plan.Kind, end string) (*sheet.Compositor, []plan.Output) {
	w, p := press(b, testkit.Nation(60))
	var found []plan.Output
	for _, o := range p.Outputs() {
		if o.Kind == kind && strings.HasSuffix(o.Path, end) {
			found = append(found, o)
		}
	}
	return w, found
}

func benchmark(b *testing.B, w *sheet.Compositor, outputs []plan.Output) {
	b.ReportAllocs()
	var size counter
	before, n := testkit.Processor(), 0
	for b.Loop() {
		if err := write(&size, w, outputs[n%len(outputs)]); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(testkit.Processor()-before)/float64(n)/1e6, "cpu-ms/op")
	b.ReportMetric(float64(size)/float64(n), "bytes/file")
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
