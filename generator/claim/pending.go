package claim

import (
	"fmt"
	"regexp"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// pendingWords mark what is to be announced.
var pendingWords = regexp.MustCompile(`另行|待定|待通知|待公布|待确定|未定|确定后`)

var (
	unpending = regexp.MustCompile(`恕不?$|不再$|不$|^(?:如|若|因|遇)|取消|提前|延[期后]|调整|变[更化]`)
	ifOnly    = regexp.MustCompile(`^(?:如|若|遇|因[^，]{0,12}(?:不能|无法))`)
	restart   = regexp.MustCompile(`(?:重新开放|重新开馆|恢复|开放|开园|开馆|复航|开通|复运|通航|上线|启用|营业)`)
)

// pending makes facts of 恢复时间另行通知.
func (d *Reading) pending() {
	for _, w := range d.Wordings {
		b := d.Doc.Blocks[w.Block]
		if w.Manner != issued.Pending || b.Role == issued.Title || b.Role == issued.Heading || b.Role == issued.Question || b.Role == issued.AnnexHead {
			continue
		}
		from := d.clauseStart(w.Sentence.Start, w.Start)
		words := issued.FullWidth(issued.Clean(d.Doc.Text[from:w.Start]))
		all := issued.FullWidth(issued.Clean(d.Doc.Text[w.Sentence.Start:w.Start]))
		if unpending.MatchString(words) || ifOnly.MatchString(all) || strings.Contains(d.Doc.In(w.Span), "提前") {
			continue
		}
		if plainWords := strings.TrimSpace(words); plainWords == "" {
			words = all
		}
		if label, _, found := strings.Cut(all, "："); found && !strings.ContainsAny(label, "，。；") && nameless.MatchString(words) {
			words = label + words
		}
		d.sketchPending(w, words)
	}
}

// nameless begins what is to be announced of something named before a colon: 3号线：恢复
// 时间待定.
var nameless = regexp.MustCompile(`^(?:恢复|重新开放|开放|复[航运]|开通)`)

func (d *Reading) sketchPending(w issued.Wording, words string) {
	text := grammar.Tidy(words)
	if len([]rune(text)) < 2 || len([]rune(text)) > 30 || len(mention.Find(text, site.Day{})) > 0 {
		text = "具体范围和时间"
	}
	made := Sketch{Kind: site.Rule, Tbd: true, Text: text, Label: grammar.LabelOf(text), Start: w.Start, Sure: likely}
	made.rests(fmt.Sprintf("由“%s”推断：时间待定", issued.Excerpt(issued.Clean(d.Doc.In(w.Span)), 12)))
	var ids []string
	for _, s := range w.Services {
		ids = append(ids, s.ID)
	}
	if at := restart.FindStringIndex(words); len(ids) == 0 && at != nil {
		if ids = d.found(grammar.PlainName(words[:at[0]]), true); len(ids) == 0 {
			if name := grammar.PlainName(words[:at[0]]); name != "" {
				ids = []string{d.coin(name)}
			} else {
				ids = d.stoppedBefore(w.Start)
			}
		}
	}
	switch {
	case len(ids) > 0:
		made.Kind = site.Resume
	case len([]rune(text)) < 4:
		return // 具体以通知为准: of what?
	default:
		ids = []string{""}
	}
	for _, id := range ids {
		one := made
		one.Service = id
		if !d.pends(one) {
			d.Sketches = append(d.Sketches, &one)
		}
	}
}

// pends reports whether a service is pending already.
func (d *Reading) pends(made Sketch) bool {
	for _, s := range d.Sketches {
		if s.Tbd && s.Service == made.Service && (s.Service != "" || s.Text == made.Text) {
			return true
		}
	}
	return false
}

// ofSome are those whose matter is dealt with later, which moves nothing for others.
var ofSome = regexp.MustCompile(`[前后](?:已)?(?:提交|提出|受理|收到|收件|申请|发起)的`)

// afterWork is a part of a day that no clock tells.
var afterWork = regexp.MustCompile(`^(?:上午|下午|晚上?)?(?:下班|营业结束|营业终了|办公结束)(?:以|之)?后`)

// affects is a label in a line of labels, 停机时间：……；影响范围：……, whose words are the services.
var affects = regexp.MustCompile(`(?:影响|涉及|暂停|停办)的?(?:业务)?(?:范围|业务|系统|服务)：([^：。；]{2,40})(?:[。；]|$)`)

// affected is what a label of the same line says is affected by its one stop.
func (d *Reading) affected(it *item) string {
	b := d.Doc.Blocks[it.block]
	if found := affects.FindStringSubmatch(issued.FullWidth(issued.Clean(d.Doc.Text[b.Body:b.End]))); found != nil {
		return grammar.PlainName(found[1])
	}
	return ""
}
