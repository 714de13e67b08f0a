package site

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"hash"
	"reflect"
	"slices"
	"sync"
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// Crockford's alphabet has no I, L, O and U: a code read aloud over a counter
// or typed from a poster is not mistaken.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// ShortCode returns the eight characters, as XXXX-XXXX, that name what a sheet of
// the notice says: its facts, its text, its revision. Two sheets that differ in one
// of them have two codes. That of an earlier sheet cannot be made again; what was
// published remembers it.
func (n *Notice) ShortCode(a *Audience) string {
	id := n.First()
	if a != nil {
		id += "/for/" + a.ID
	}
	return shortCode(id, n.content().article)
}

// ShortCode returns the code of the milestone's poster. It names the facts of the
// whole notice, since a poster shows the course that others take part in, but not
// its text.
func (m *Milestone) ShortCode() string {
	return shortCode(m.Notice.First()+"#"+m.First(), m.Notice.content().facts)
}

// ShortCode returns the code of the notice of a change, of the notice's facts too.
func (c *Change) ShortCode(n *Notice) string {
	return shortCode(n.First()+"/change", n.content().facts)
}

func shortCode(id string, sum sum) string {
	s := sha256.Sum256([]byte("tonggao\x00" + id + "\x00" + string(sum[:])))
	code := crockford.EncodeToString(s[:5])
	return code[:4] + "-" + code[4:]
}

type sum [sha256.Size]byte

// A content is what a notice says, as sums: its facts, and those with its text.
type content struct{ facts, article sum }

// Digest says that the notice does not change any more: the sums that codes are made of
// are made once for all its sheets, when the first asks for them.
func (n *Notice) Digest() { n.kept = sync.OnceValue(n.summed) }

func (n *Notice) content() content {
	if n.kept != nil {
		return n.kept()
	}
	return n.summed()
}

// summed hashes what is printed. Instants are hashed, not their words: a program
// that words them otherwise leaves the codes on the walls as they are.
func (n *Notice) summed() content {
	d := digest{sha256.New(), map[string]string{}}
	for _, m := range n.Milestones {
		d.first[m.ID] = m.First()
	}
	for _, part := range []any{n.Title, n.Number, n.Addressee, n.Issuers, n.Source, n.Issued, n.Published, n.Terms, n.Services, n.Unaffected, n.Editions, n.Revisions, n.Related} {
		d.add(reflect.ValueOf(part))
	}
	for _, m := range n.Milestones {
		named := *m
		named.ID = m.First()
		d.add(reflect.ValueOf(named))
	}
	if r := n.Region; r != nil {
		for _, part := range []any{r.Name, r.Issuer, r.OtherNames, r.Hotlines, r.Contacts, r.Channels} {
			d.add(reflect.ValueOf(part))
		}
	}
	var c content
	d.Sum(c.facts[:0])
	fragments, annexes := slices.Clone(n.Fragments), slices.Clone(n.Annexes)
	for i, f := range fragments {
		if len(f.Former) > 0 {
			named := *f
			named.ID, fragments[i] = f.Former[0], &named
		}
	}
	for i, x := range annexes {
		if len(x.Former) > 0 {
			named := *x
			named.ID, annexes[i] = x.Former[0], &named
		}
	}
	d.add(reflect.ValueOf(fragments))
	d.add(reflect.ValueOf(annexes))
	d.Sum(c.article[:0])
	return c
}

// A digest hashes values field by field. What is empty is left out, so that a
// field that a later program adds changes no code.
type digest struct {
	hash.Hash
	first map[string]string // the ids that milestones first had, by those that they have
}

// add hashes one value behind its length or its kind, so that no two values look
// alike.
func (d digest) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		d.text(v.String())
	case reflect.Bool:
		d.text("true")
	case reflect.Int:
		d.Write(binary.AppendVarint([]byte{'i'}, v.Int()))
	case reflect.Slice, reflect.Array:
		d.Write(binary.AppendUvarint([]byte{'['}, uint64(v.Len())))
		for i := range v.Len() {
			d.add(v.Index(i))
		}
	case reflect.Interface:
		if !v.IsNil() {
			d.text(v.Elem().Type().String())
			d.add(v.Elem())
		}
	case reflect.Pointer:
		d.pointer(v)
	case reflect.Struct:
		d.fields(v)
	default:
		panic("site: a sheet says a " + v.Kind().String()) // a field of a kind that is not hashed yet
	}
}

func (d digest) text(s string) {
	d.Write(binary.AppendUvarint([]byte{'s'}, uint64(len(s))))
	d.Write([]byte(s))
}

// pointer follows all but those that lead back: another milestone is its id.
func (d digest) pointer(v reflect.Value) {
	switch p := v.Interface().(type) {
	case *Milestone:
		if p != nil {
			d.text(p.First())
		}
	case *Notice, *Region:
	case *Hours:
		if p != nil {
			d.hours(p)
		}
	default:
		if !v.IsNil() {
			d.fields(v.Elem())
		}
	}
}

// hours hashes the one window of every day as it always was, so that codes on walls
// stay: the field was called Daily then.
func (d digest) hours(h *Hours) {
	if len(h.Windows) == 1 && h.Days == EveryDay && len(h.Except)+len(h.Also) == 0 {
		d.fields(reflect.ValueOf(h.Windows[0]))
		return
	}
	d.fields(reflect.ValueOf(*h))
}

// unsaid are the fields that no sheet shows, or that others say; so are those that are not
// exported.
var unsaid = map[string]bool{"Alarm": true, "BoundBy": true, "File": true, "Former": true, "Called": true}

func (d digest) fields(v reflect.Value) {
	switch x := v.Interface().(type) {
	case problem.Position:
		return
	case time.Time:
		d.Write(binary.AppendVarint([]byte{'t'}, x.Unix()))
		return
	case prose.Placeholder:
		if first := d.first[x.Name]; first != "" {
			x.Name = first
			v = reflect.ValueOf(x)
		}
	}
	d.Write([]byte{'{'})
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.IsExported() && !v.Field(i).IsZero() && !unsaid[f.Name] && !isPosition(v.Field(i)) {
			name := f.Name
			if f.Type == reflect.TypeFor[*Hours]() {
				name = "Daily"
			}
			d.text(name)
			d.add(v.Field(i))
		}
	}
	d.Write([]byte{'}'})
}

func isPosition(v reflect.Value) bool { return v.Type() == reflect.TypeFor[problem.Position]() }
