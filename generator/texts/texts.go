// Package texts writes what a notice is published with elsewhere: an article for WeChat,
// a short message, a line for a ticker, a text for loudspeakers, a script for the
// telephone desk, a text for a portal's editor, a picture of the code. They are further
// spellings of the facts: times are worded by phrase, and nothing is typed again.
//
// It knows how long a message may be and what an editor keeps, and no page: html shows
// the same texts with buttons that copy them. Begin with Kit, which has all texts of a
// notice or of one of its editions; Items has those of its milestones.
package texts

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"tonggao/generator/article"
	"tonggao/generator/code"
	"tonggao/generator/lexicon"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A Writer writes the texts of a plan. It can be used by many goroutines.
type Writer struct {
	plan  *plan.Plan
	codes *code.Coder
	kits  sync.Pool // of those that were used last: the outputs of a notice follow each other
}

// New returns the writer of a plan's texts.
func New(p *plan.Plan) *Writer { return &Writer{plan: p, codes: code.New()} }

// Write writes one output. An error is the destination's.
func (w *Writer) Write(to io.Writer, o plan.Output) error {
	k := w.kit(o)
	defer w.kits.Put(k)
	text := ""
	switch o.Kind {
	case plan.WeChatText:
		text = document(k, k.WeChat())
	case plan.PortalText:
		text = document(k, k.Portal())
	case plan.ShortText:
		text = k.Short() + "\n"
	case plan.TickerText:
		text = k.Ticker() + "\n"
	case plan.SpeechText:
		text = k.Speech() + "\n\n" + k.Unread() + "\n"
	case plan.DeskText:
		text = "\ufeff" + strings.ReplaceAll(k.Desk(), "\n", "\r\n") // for the editors of Windows
	case plan.PlainText:
		text = k.Plain()
	case plan.CodePicture:
		made, err := w.codes.Of(k.Address)
		if err != nil {
			return message.Errorf("draw the code of %s: %w", k.Address, err)
		}
		text = string(made.PNG())
	default:
		return message.Errorf("no text of kind %q", o.Kind)
	}
	_, err := io.WriteString(to, text)
	return err
}

// kit is that of an output: the one that was used last, where it is of the same notice. Its
// pictures lie beside, and show without the net.
func (w *Writer) kit(o plan.Output) *Kit {
	if last, _ := w.kits.Get().(*Kit); last != nil && last.Notice == o.Notice && last.Edition == o.Audience {
		return last
	}
	k := w.Kit(o.Notice, o.Audience, phrase.In(site.Chinese))
	k.Code = "code.png"
	if k.Picture != "" {
		k.Picture = "share.png"
	}
	return k
}

// A Kit is the texts of a notice, or of its edition for one audience, in a language. What
// several of them say is worded once, so a kit is for one goroutine.
type Kit struct {
	Notice  *site.Notice
	Edition *site.Audience   // nil for the whole
	Address string           // of the official page
	Code    string           // of the picture of its code
	Picture string           // of the picture of its summary; empty where the site has none
	Text    *article.Article // of the notice, in the kit's voice; nil until it is asked for

	courses func() []*site.Course // that have a story
	lines   func() lines          // in the kit's voice
	rows    func() [][][]phrase.Run
	tells   map[*site.Milestone]string

	voice phrase.Voice
	words *lexicon.Kit
}

// Kit returns the texts of a notice, or of its edition for an audience, in a voice.
func (w *Writer) Kit(n *site.Notice, a *site.Audience, v phrase.Voice) *Kit {
	dir := plan.NoticeDir(n)
	if a != nil {
		dir = plan.EditionDir(n, a)
	}
	picture := ""
	if w.plan.Site.Has(site.Pictures) && a == nil {
		picture = w.plan.URL(plan.TextsDir(n, nil) + "share.png")
	}
	k := &Kit{Notice: n, Edition: a, Picture: picture, Address: w.plan.URL(dir), Code: w.plan.URL(plan.TextsDir(n, a) + "code.png"), voice: v, words: v.Kit(), tells: map[*site.Milestone]string{}}
	k.rows = sync.OnceValue(k.schedule)
	k.lines = sync.OnceValue(func() lines { return k.linesIn(v) })
	k.courses = sync.OnceValue(func() []*site.Course {
		return slices.DeleteFunc(slices.Clone(n.Courses), func(c *site.Course) bool { return !c.For(a) || v.Story(c) == "" })
	})
	return k
}

// Title is what an article is called elsewhere.
func (k *Kit) Title() string {
	title := k.voice.NoticeChange(k.Notice) + k.voice.Name(k.Notice.Title).Text
	if k.Edition != nil {
		title += fmt.Sprintf(k.words.For, k.voice.Name(k.Edition.Name).Text)
	}
	return title
}

func (k *Kit) issuer() string { return k.voice.Name(k.Notice.Issuers[0]).Text }

// version names the revision, and the day of it.
func (k *Kit) version() string { return k.voice.Issue(k.Notice) }

// short is an address without what a reader need not type.
func short(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	return strings.TrimSuffix(rest, "/")
}

// Lines are the facts of a kit, one a line: how services stop and come back, then
// deadlines and whatever else has a time.
type lines struct{ services, others []string }

func (k *Kit) linesIn(v phrase.Voice) lines {
	l := lines{services: v.Stories(k.Notice, k.Edition)}
	for _, m := range k.others() {
		l.others = append(l.others, v.Line(m))
	}
	return l
}

// others are the milestones that no line about a service tells.
func (k *Kit) others() []*site.Milestone {
	var all []*site.Milestone
	for _, m := range phrase.Schedule(k.Notice, k.Edition) {
		if !k.told(m) {
			all = append(all, m)
		}
	}
	return all
}

// told reports whether the story of a service tells of a milestone.
func (k *Kit) told(m *site.Milestone) bool {
	return slices.Contains(k.Notice.CalledOff(k.Edition), m) || slices.ContainsFunc(k.courses(), func(c *site.Course) bool { return c.Has(m) })
}

// tell words a milestone as one sentence.
func (k *Kit) tell(m *site.Milestone) string {
	text, told := k.tells[m]
	if !told {
		text = k.voice.Tell(m)
		k.tells[m] = text
	}
	return text
}

// article is the text of the notice.
func (k *Kit) article() *article.Article {
	if k.Text == nil {
		k.Text = article.Of(k.voice, k.Notice, k.Edition)
	}
	return k.Text
}
