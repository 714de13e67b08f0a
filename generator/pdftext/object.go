package pdftext

import (
	"bytes"
	"slices"
)

// An object is a value of a file with a number; raw is what its stream has.
type object struct {
	value any
	raw   []byte
	at    int // where in the file it stands; the last of a number counts
}

type file struct {
	raw     []byte
	objects map[int]object
	root    any
	locked  bool
	left    budget
	faces   map[int]*face // by the number of their object

	named, unnamed int // glyphs whose characters are known, and not
	unseen         int // of the known, those without ink
}

// scan finds all objects from the first octet to the last.
func (f *file) scan() {
	for i := 0; ; {
		next := bytes.Index(f.raw[i:], []byte("obj"))
		if next < 0 {
			break
		}
		i += next
		n, ok := f.numberBefore(i)
		i += len("obj")
		if !ok {
			continue
		}
		l := &lexer{b: f.raw, i: i, left: &f.left, refs: true}
		o := object{value: l.value(0), at: i}
		i = l.i
		if d, ok := o.value.(dict); ok {
			o.raw, i = f.stream(d, l)
			f.trailer(d)
		}
		f.objects[n] = o
	}
	for i := 0; ; {
		next := bytes.Index(f.raw[i:], []byte("trailer"))
		if next < 0 {
			break
		}
		i += next + len("trailer")
		l := &lexer{b: f.raw, i: i, left: &f.left, refs: true}
		if d, ok := l.value(0).(dict); ok {
			f.trailer(d)
		}
		i = l.i
	}
	if !f.locked {
		f.unpackObjects()
	}
}

// trailer takes what a trailer says, or a stream of cross-references.
func (f *file) trailer(d dict) {
	if d["Type"] != nil && d["Type"] != name("XRef") || d["Root"] == nil {
		return
	}
	f.root = d["Root"]
	f.locked = f.locked || d["Encrypt"] != nil
}

// numberBefore reads the number of the object that begins at an octet: 12 0 obj.
func (f *file) numberBefore(i int) (int, bool) {
	number := func() (int, bool) {
		for i > 0 && white(f.raw[i-1]) {
			i--
		}
		end := i
		for i > 0 && end-i < 8 && f.raw[i-1] >= '0' && f.raw[i-1] <= '9' {
			i--
		}
		n := 0
		for _, c := range f.raw[i:end] {
			n = n*10 + int(c-'0')
		}
		return n, i < end
	}
	if _, ok := number(); !ok {
		return 0, false
	}
	return number()
}

// stream returns what stands between stream and endstream behind a dictionary, and
// where reading goes on.
func (f *file) stream(d dict, l *lexer) ([]byte, int) {
	after := l.i
	l.skip()
	if !l.at("stream") {
		return nil, after
	}
	start := l.i + len("stream")
	if bytes.HasPrefix(f.raw[start:], []byte("\r\n")) {
		start += 2
	} else if start < len(f.raw) && (f.raw[start] == '\n' || f.raw[start] == '\r') {
		start++
	}
	if length, ok := d["Length"].(float64); ok && length >= 0 && start+int(length) <= len(f.raw) {
		stop := start + int(length)
		if rest := bytes.TrimLeft(f.raw[stop:min(stop+4, len(f.raw))], "\r\n "); bytes.HasPrefix([]byte("endstream"), rest) && len(rest) > 0 {
			return f.raw[start:stop], stop
		}
	}
	length := bytes.Index(f.raw[start:], []byte("endstream"))
	if length < 0 {
		return f.raw[start:], len(f.raw)
	}
	return f.raw[start : start+length], start + length
}

// unpackObjects takes the objects out of the streams that hold some.
func (f *file) unpackObjects() {
	var holders []object
	for _, o := range f.objects {
		if d, ok := o.value.(dict); ok && d["Type"] == name("ObjStm") {
			holders = append(holders, o)
		}
	}
	slices.SortFunc(holders, func(a, b object) int { return a.at - b.at })
	for _, h := range holders {
		d := h.value.(dict)
		first, _ := d["First"].(float64)
		inside := f.unpacked(h)
		heads := &lexer{b: inside, left: &f.left}
		for range mostValues {
			n, ok1 := heads.value(0).(float64)
			at, ok2 := heads.value(0).(float64)
			offset := int(first) + int(at)
			if !ok1 || !ok2 || heads.i > int(first) || offset < 0 || offset >= len(inside) {
				break
			}
			if f.objects[int(n)].at > h.at {
				continue
			}
			l := &lexer{b: inside, i: offset, left: &f.left, refs: true}
			f.objects[int(n)] = object{value: l.value(0), at: h.at}
		}
	}
}

// get follows references, a few at most.
func (f *file) get(v any) any {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[int(r)].value
	}
	return nil
}

func (f *file) dict(v any) dict {
	d, _ := f.get(v).(dict)
	return d
}

func (f *file) array(v any) array {
	a, _ := f.get(v).(array)
	return a
}

func (f *file) number(v any, other float64) float64 {
	if n, ok := f.get(v).(float64); ok {
		return n
	}
	return other
}

// content returns what a stream has, unpacked.
func (f *file) content(v any) []byte {
	r, ok := v.(ref)
	if !ok {
		return nil
	}
	for range 8 { // a reference to a reference
		next, again := f.objects[int(r)].value.(ref)
		if !again {
			break
		}
		r = next
	}
	return f.unpacked(f.objects[int(r)])
}

// pages gathers the pages of the tree, or where there is none those that the file has.
func (f *file) pages() []dict {
	var all []dict
	seen := map[ref]bool{}
	var walk func(v any, above dict)
	walk = func(v any, above dict) {
		r, isRef := v.(ref)
		if isRef && seen[r] || len(all) >= mostPages || len(seen) > 4*mostPages {
			return
		}
		seen[r] = seen[r] || isRef
		d := f.dict(v)
		if d == nil {
			return
		}
		own := dict{}
		for _, key := range [...]name{"Resources", "MediaBox", "Rotate"} {
			if own[key] = d[key]; own[key] == nil {
				own[key] = above[key]
			}
		}
		if kids := f.array(d["Kids"]); kids != nil {
			for _, k := range kids {
				spend(&f.left.values, 1)
				if _, ok := k.(ref); ok {
					walk(k, own)
				}
			}
			return
		}
		own["Contents"] = d["Contents"]
		all = append(all, own)
	}
	walk(f.dict(f.root)["Pages"], dict{})
	if len(all) > 0 {
		return all
	}
	var numbers []int
	for n, o := range f.objects {
		if d, ok := o.value.(dict); ok && d["Type"] == name("Page") {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	for _, n := range numbers[:min(len(numbers), mostPages)] {
		all = append(all, f.objects[n].value.(dict))
	}
	return all
}
