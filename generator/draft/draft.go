// Package draft makes a notice of an issued text: notice.toml and fragments, with
// every guess marked for the author to check.
//
// It reads no text itself, which is issued's, and asks no data, which is audit's.
// The files must build at once, and the text must agree with them: its tests hold
// that for texts put together at random.
//
// Begin with From: the facts of the text become sketches of milestones (facts.go),
// the sketches are made to fit one another (course.go), the text becomes fragments
// with placeholders where its times stood (prose.go, place.go), and toml.go writes
// what the sketches hold.
package draft

import (
	"fmt"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Setting is where a drafted notice will stand.
type Setting struct {
	Vocabulary site.Vocabulary
	Issuer     string                        // of the region; another one in the sign-off is written into the notice
	Places     []string                      // names of the region and of those above it
	Today      site.Day                      // the day of issue where the text has none
	Where      func(problem.Position) string // says a place of the text in the file that it was read from; nil for 第 3 行
}

// A File is one file of a drafted notice's folder.
type File struct {
	Name    string
	Content string
}

// A drafter turns a document into files. Whatever it cannot know it guesses, and
// marks the guess with a comment that begins with 请核对.
type drafter struct {
	*issued.Facts
	set      Setting
	sketches []*sketch
	coined   []*coined
	ids      map[string]int
	at       map[int]*sketch // the milestone that a time of the text becomes, by its octet
}

// A sketch is a milestone to be.
type sketch struct {
	id        string
	kind      site.Kind
	service   string
	moment    site.Moment
	follows   *sketch // its time is that one's
	tbd       bool
	after     *sketch
	gradual   bool
	permanent bool
	label     string
	text      string
	doubts    []string // what the author should check
	start     int      // octet of the text that it comes from
}

// A coined service is one that the vocabulary does not have.
type coined struct{ id, name string }

// From writes notice.toml and the fragments of an issued text: every time that
// a milestone can have becomes one, and a placeholder in the prose; every other
// stands as {{meant}}. A damaged text gives problems and no files.
func From(file, text string, set Setting) ([]File, problem.List) {
	facts, problems := issued.Read(file, text, set.Vocabulary, set.Places, set.Today)
	if facts == nil {
		return nil, problems
	}
	d := &drafter{Facts: facts, set: set, ids: map[string]int{}, at: map[int]*sketch{}}
	d.sketchTimes(false)
	d.sketchTimes(true)
	d.sketchWindows()
	d.sketchWordings()
	d.settle()
	fragments := d.fragments()
	return append([]File{{"notice.toml", d.notice()}}, fragments...), nil
}

// where is the place of an octet, as the author finds it: 第 3 行, 表1第2行第3格.
func (d *drafter) where(at int) string {
	if p := d.Doc.Position(at); d.set.Where == nil {
		return fmt.Sprintf("第 %d 行", p.Line)
	} else {
		return d.set.Where(p)
	}
}

// id returns a name that is not taken: base, base-2, base-3.
func (d *drafter) id(base string) string {
	d.ids[base]++
	if n := d.ids[base]; n > 1 {
		return base + "-" + digits(n)
	}
	return base
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + digits(n%10)
}

// serviceOf returns the id of the service that an effect turns, and a doubt. A
// service that the vocabulary lacks is coined from the words behind the turning
// word.
func (d *drafter) serviceOf(x *issued.Fact, e issued.Effect) (ids []string, doubt string) {
	if len(x.Services) > 0 {
		for _, s := range x.Services {
			ids = append(ids, s.ID)
		}
		return ids, "业务由上下文推断"
	}
	if e.Kind != site.Suspend {
		if id := d.stopped(); id != "" {
			return []string{id}, "原文没有写明业务，按前面暂停的业务推断"
		}
	}
	name := d.object(x, e)
	if name == "" {
		name = d.subject(x, e)
	}
	for _, c := range d.coined {
		if c.name == name {
			return []string{c.id}, "业务按原文用词新建"
		}
	}
	c := &coined{"service-" + digits(len(d.coined)+1), name}
	d.coined = append(d.coined, c)
	return []string{c.id}, "词汇表里没有这项业务，按原文用词新建"
}

// stopped returns the coined service that was stopped last, or "".
func (d *drafter) stopped() string {
	for i := len(d.sketches) - 1; i >= 0; i-- {
		if s := d.sketches[i]; s.kind == site.Suspend && strings.HasPrefix(s.service, "service-") {
			return s.service
		}
	}
	return ""
}

// fillers stand between a turning word and what it turns.
var fillers = []string{"办理", "受理", "提供", "开展", "部分", "所有", "全部", "各类", "各项", "全市", "全省", "全县", "全区", "本市", "我市"}

// object returns what a turning word turns: 暂停办理各类供水报装业务 is about 供水报装业务.
func (d *drafter) object(x *issued.Fact, e issued.Effect) string {
	rest := ""
	if e.At < x.Sentence.End {
		rest = issued.Clean(strings.TrimPrefix(d.Doc.Text[e.At:x.Sentence.End], e.Words))
	}
	for again := true; again; {
		again = false
		for _, f := range fillers {
			if strings.HasPrefix(rest, f) {
				rest, again = rest[len(f):], true
			}
		}
	}
	name := issued.FirstRunes(upTo(rest, "，。；、：（）()“”,;:,.!?！？"), 12)
	for _, tail := range [...]string{"业务", "服务"} {
		if i := strings.Index(name, tail); i > 0 {
			name = name[:i+len(tail)]
		}
	}
	if len([]rune(name)) < 2 || strings.HasPrefix(name, "运行") {
		return ""
	}
	return name
}

// subject returns what stands before a turning word in its clause: 医保卡停止使用 is
// about 医保卡.
func (d *drafter) subject(x *issued.Fact, e issued.Effect) string {
	name := ""
	if e.At > x.End && e.At <= x.Sentence.End {
		name = tidy(issued.Clean(d.Doc.Text[x.End:e.At]))
	}
	if i := strings.LastIndexAny(name, "，。；、："); i >= 0 {
		name = name[i+len("，"):]
	}
	if name == "" {
		name = d.whose(x.Sentence.Start, x.Start)
	}
	if n := len([]rune(name)); n < 2 || n > 14 {
		return "业务办理"
	}
	return name
}

// upTo cuts words before the first of some marks.
func upTo(words, marks string) string {
	if i := strings.IndexAny(words, marks); i >= 0 {
		return words[:i]
	}
	return words
}
