package advice

import (
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// timeWords are what a revision says that changed a time.
var timeWords = []string{"延期", "延后", "延长", "推迟", "提前", "改期", "改为", "顺延", "取消", "撤销", "时间已定", "时间待定", "时间确定", "另行通知"}

// lintRevisions reports a move that no revision tells of, since the printed
// sheets would keep their number, and a revision that tells of a changed time
// that no move records, since the old time would be lost.
func (b *brief) lintRevisions() {
	revised, moved := map[site.Day]bool{}, map[site.Day]bool{}
	for _, r := range b.notice.Revisions {
		revised[r.On] = true
	}
	for _, m := range b.notice.Milestones {
		for i, mv := range m.Moves {
			moved[mv.On] = true
			if !revised[mv.On] && mv.On.Compare(b.notice.Issued) > 0 {
				b.problems.Warn(b.node(m).Get("move").List[i].ValueAt("on"), message.Say("add [[revision]] with on = %s and what = \"…\"", mv.On),
					"%s was moved on %s, but no revision is of that day", m.ID, mv.On)
			}
		}
	}
	series := b.facts.Get("revision")
	if series == nil {
		return
	}
	for _, n := range series.List {
		on := n.Day("on")
		if b.toldAbove(n) {
			continue // there the moves are that it tells of; here a time of its own may have none
		}
		if word := wordIn(n.Text("what"), timeWords); word != "" && !moved[on] {
			b.problems.Warn(n.ValueAt("what"), message.Say("add [[milestone.ID.move]] with on = %s to the milestone, or run tonggao move", on), "the revision of %s speaks of a changed time (%s), but no milestone was moved on that day", on, word)
		}
	}
}

// toldAbove reports whether a revision comes from the notice above and is linted
// there.
func (b *brief) toldAbove(revision *toml.Node) bool {
	above := b.above
	return revision.At.File != b.facts.At.File && above != nil && slices.Contains(above.Notice.Region.Notices, above.Notice)
}
