package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// Reminder stands above a draft's text and bars its publication until every question of
// its notice.toml is answered.
const Reminder = "凡notice.toml中标有“请核对”的，请对照原文逐条核对，核对完删去本行"

// Asked is how a text asks something that bars its publication.
func Asked(question string) string { return "【请核对：" + question + "】\n\n" }

// files names the fragments in tens, in order, and leaves out empty ones. Annexes
// come last.
func (d *drafter) files(all []*fragment) []File {
	var kept []*fragment
	for _, f := range all {
		if strings.TrimSpace(f.body.String()) != "" || f.title != "" {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		f := &fragment{base: "preamble"}
		f.body.WriteString("请补写正文。\n")
		kept = append(kept, f)
	}
	kept[0].questions = append([]string{Reminder}, d.Questions...)
	step := 10
	if len(kept) > 9 {
		step = 1
	}
	counts := map[string]int{}
	var files []File
	for i, f := range kept {
		name := f.base
		if name == "section" || name == "annex" {
			counts[name]++
			name += "-" + sketch.Digits(counts[name])
		}
		files = append(files, File{fmt.Sprintf("%02d-%s.md", i*step, name), f.content()})
	}
	return files
}

func (f *fragment) content() string {
	var out strings.Builder
	out.WriteString("+++\n")
	for _, doubt := range f.doubts {
		out.WriteString("# 请核对：" + oneLine(doubt) + "\n")
	}
	if f.title != "" {
		out.WriteString("title = " + quoted(f.title) + "\n")
	}
	if f.list != "" {
		out.WriteString("list = " + quoted(f.list) + "\n")
	}
	if f.kind != "" {
		out.WriteString("kind = " + quoted(f.kind) + "\n")
	}
	if len(f.audience) > 0 {
		out.WriteString("audience = " + list(f.audience) + "\n")
	}
	out.WriteString("+++\n\n")
	for _, q := range f.questions {
		out.WriteString(Asked(q))
	}
	out.WriteString(strings.TrimSpace(f.body.String()) + "\n")
	return out.String()
}

// notice writes notice.toml.
func (d *drafter) notice() string {
	var out strings.Builder
	out.WriteString("# 由 tonggao audit --draft 从已发布的文字生成。凡写“请核对”的都是推断，逐条核对、改好后删去注释。\n")
	out.WriteString("# 时间节点的名字（方括号里的英文）会出现在网址里，发布以后不再改；现在改成一眼能懂的名字，正文里的 {{…}} 一起改。\n\n")
	d.head(&out)
	for _, c := range d.Coined {
		fmt.Fprintf(&out, "\n# 请核对：词汇表里没有“%s”这项业务，按原文用词新建\n[service.%s]\nname = %s\n", oneLine(c.Name), c.ID, quoted(timeless(c.Name, "业务办理")))
	}
	d.annexes(&out)
	for _, s := range d.inOrder() {
		out.WriteByte('\n')
		d.milestone(&out, s)
	}
	return out.String()
}

// inOrder sorts the sketches as the text states them.
func (d *drafter) inOrder() []*sketch.Sketch {
	all := slices.Clone(d.Sketches)
	slices.SortStableFunc(all, func(a, b *sketch.Sketch) int { return a.Start - b.Start })
	return all
}

// beyond is what a page says behind its source in one line.
var beyond = regexp.MustCompile(`(?:发布|发表|更新|时间|日期|作者|编辑|责任编辑|浏览|阅读|点击|字号|字体|[0-9]{4}[-年/.]).*$`)

// head writes what is about the notice as a whole.
func (d *drafter) head(out *strings.Builder) {
	name, number, publisher := "", "", ""
	var signers []string
	for _, b := range d.Doc.Blocks {
		switch b.Role {
		case issued.Title:
			name = timed(squared.Replace(unmarked(strings.TrimRight(issued.FullWidth(d.Doc.Words(b)), "：。"))))
		case issued.Signer:
			line := issued.FullWidth(d.Doc.Words(b))
			if !strings.Contains(line, "）") {
				line = strings.TrimPrefix(line, "（") // （某某局　2021年9月26日）
			}
			if line != "" && !slices.Contains(signers, line) && !strings.HasPrefix(line, "（") {
				signers = append(signers, line)
			}
		case issued.Meta:
			words := issued.Clean(d.Doc.Text[b.Body:b.End])
			if issued.IsDocumentNo(words) {
				number = words
			}
			if strings.HasPrefix(issued.FullWidth(words), "（此件") {
				fmt.Fprintf(out, "# 请核对：原文%s的附注%s不印\n", d.where(b.Start), oneLine(words))
			}
			if rest, found := strings.CutPrefix(issued.FullWidth(words), "来源："); found {
				publisher = strings.TrimRight(beyond.ReplaceAllString(grammar.UpTo(rest, " 　|｜"), ""), "，,；;")
			}
		}
	}
	if name == "" {
		name = "请补写标题"
	}
	fmt.Fprintf(out, "# 请核对：标题\ntitle = %s\n", quoted(name))
	if i := d.addressee(); i >= 0 {
		fmt.Fprintf(out, "addressee = %s\n", quoted(strings.TrimSuffix(issued.FullWidth(d.Doc.Words(d.Doc.Blocks[i])), "：")))
	}
	d.days(out, publisher)
	if number != "" {
		fmt.Fprintf(out, "number = %s\n", quoted(number))
	}
	d.signed(out, signers)
}

// day is that of issue; where neither the text nor its reader knows it, the first day
// that the text names, and the draft asks.
func (d *drafter) day() site.Day {
	switch {
	case !d.Issued.IsZero():
		return d.Issued
	case !d.Set.Issued.IsZero():
		return d.Set.Issued
	}
	first := site.Day{Year: 2000, Month: 1, Day: 1}
	for i, x := range d.Times {
		if day := x.Moment.Day(); x.Moment.Known() && (i == 0 || day.Compare(first) < 0 || first.Year == 2000) {
			first = day
		}
	}
	return first
}

// days writes the day of issue and the publisher's time.
func (d *drafter) days(out *strings.Builder, publisher string) {
	doubt := "发布日期，取自落款或发布时间"
	switch {
	case !d.Issued.IsZero():
	case !d.Set.Issued.IsZero():
		doubt = "原文没有发布日期，按 --issued 所写"
	default:
		doubt = "原文没有发布日期，暂写文中最早的一天，必须改"
	}
	fmt.Fprintf(out, "# 请核对：%s\nissued = %s\n", doubt, d.day())
	if publisher == "" {
		return
	}
	fmt.Fprintf(out, "source = %s\n", quoted(publisher))
	if d.Published.Exact() {
		fmt.Fprintf(out, "published = %s\n", quoted(written(d.Published)))
	}
}

// annexes names those whose text does not follow.
func (d *drafter) annexes(out *strings.Builder) {
	var at []string
	for _, b := range d.Doc.Blocks {
		if b.Role == issued.AnnexHead {
			at = append(at, d.headline(b))
		}
	}
	count := 0
	for i, b := range d.Doc.Blocks {
		if b.Role != issued.AnnexNote && !d.isAnnexItem(i) {
			continue
		}
		_, width := issued.Numbering(d.Doc.Text[b.Body:b.End])
		b.Body += width
		name := d.headline(b)
		if slices.Contains(at, name) || b.Body >= b.End {
			continue
		}
		count++
		fmt.Fprintf(out, "\n# 请核对：附件“%s”只有名称，没有正文\n[annex.missing-%s]\ntitle = %s\nmissing = true\n", oneLine(name), sketch.Digits(count), quoted(name))
	}
}

// quote is the time of a sketch as the text has it, for its author to find: “3月1日8:00”.
func (d *drafter) quote(s *sketch.Sketch) string {
	for i := range d.Times {
		if x := &d.Times[i]; x.Start == s.Start {
			return "“" + issued.Clean(x.Words(d.Doc.Text)) + "”"
		}
	}
	return ""
}

// milestone writes one table.
func (d *drafter) milestone(out *strings.Builder, s *sketch.Sketch) {
	doubts := append([]string{fmt.Sprintf("%s：原文%s%s", s.Sure, d.where(s.Start), d.quote(s))}, s.Doubts...)
	fmt.Fprintf(out, "# 请核对：%s\n[milestone.%s]\nkind = %s\n", oneLine(strings.Join(doubts, "；")), s.ID, quoted(string(s.Kind)))
	if s.Service != "" {
		fmt.Fprintf(out, "service = %s\n", quoted(s.Service))
	}
	d.when(out, s)
	d.flags(out, s)
	if s.Scope != "" {
		fmt.Fprintf(out, "scope = %s\n", quoted(timeless(s.Scope, "所列范围")))
	}
	if s.State != "" {
		fmt.Fprintf(out, "state = %s\n", quoted(s.State))
	}
	if s.Label != "" {
		fmt.Fprintf(out, "label = %s\n", quoted(timeless(s.Label, "请补写短标题")))
	}
	text := timed(squared.Replace(unmarked(issued.FullWidth(issued.Clean(s.Text)))))
	for _, q := range s.Questions {
		text += "【请核对：" + strings.NewReplacer("{", "", "}", "").Replace(timeless(q, "时间")) + "】"
	}
	fmt.Fprintf(out, "text = %s\n", quoted(text))
	if s.From != nil {
		fmt.Fprintf(out, "\n# 请核对：公布变更的日期按成文日期，原因照原文补写\n[[milestone.%s.move]]\nfrom = %s\non = %s\n", s.ID, quoted(written(*s.From)), d.day())
		if s.FromUntil != nil && s.Until != nil && !s.FromUntil.Same(*s.Until) {
			fmt.Fprintf(out, "until = %s\n", quoted(written(*s.FromUntil)))
		}
	}
}

// when writes a milestone's time, its bounds and its end.
func (d *drafter) when(out *strings.Builder, s *sketch.Sketch) {
	switch {
	case s.Tbd:
		out.WriteString("tbd = true\n")
		if s.After != nil {
			fmt.Fprintf(out, "after = %s\n", quoted(s.After.ID))
		}
	case s.Before != nil || s.Later != nil:
		if s.Later != nil {
			fmt.Fprintf(out, "after = %s\n", quoted(written(*s.Later)))
		}
		if s.Before != nil {
			fmt.Fprintf(out, "before = %s\n", quoted(written(*s.Before)))
		}
	case s.Follows != nil:
		fmt.Fprintf(out, "at = %s\n", quoted(s.Follows.ID))
	default:
		fmt.Fprintf(out, "at = %s\n", quoted(written(s.Moment)))
	}
	if s.Until != nil {
		fmt.Fprintf(out, "until = %s\n", quoted(written(*s.Until)))
	}
}

func (d *drafter) flags(out *strings.Builder, s *sketch.Sketch) {
	if s.Kind == site.Deadline && !s.Moment.Exact() {
		out.WriteString("includes_day = true  # 请核对：原文没有写是否含当日\n")
	}
	if s.Expected {
		out.WriteString("expected = true\n")
	}
	if s.Gradual && s.Kind != site.Suspend && s.Kind != site.Deadline && s.Kind != site.Opening {
		out.WriteString("gradual = true\n")
	}
	if s.Permanent && s.Kind == site.Suspend {
		out.WriteString("permanent = true  # 请核对：是否不再恢复\n")
	}
	if s.Withdrawn {
		out.WriteString("withdrawn = true\n")
	}
}
