package advice

import (
	"strings"
	"unicode/utf8"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// The words that say that something stops, and that it comes back.
var (
	stopWords = []string{"暂停", "停止", "停办", "停用", "停机", "停运", "中断", "关闭"}
	backWords = []string{"恢复", "重新开放", "重新办理", "启用", "开通", "重启"}
)

// lintKinds reports a milestone whose words say the opposite of its kind, one
// that readers could not tell apart by its label, and a clause that ends as a
// sentence does.
func (b *brief) lintKinds() {
	for _, m := range b.notice.Milestones {
		for _, key := range []string{"text", "label"} {
			b.lintKind(m, key)
		}
		b.lintEnd(m, "text", m.Text)
		b.lintEnd(m, "instead", m.Instead)
		if m.Label == "" && (m.Kind == site.Deadline || m.Kind == site.Rule) {
			b.problems.Warn(m.At, `add label = "…", a few words for headings, calendars and posters`, "the %s %s has no label", m.Kind, m.ID)
		}
	}
}

func (b *brief) lintKind(m *site.Milestone, key string) {
	written := b.node(m).Text(key)
	switch m.Kind {
	case site.Suspend:
		if back := wordIn(written, backWords); back != "" && wordIn(written, stopWords) == "" {
			b.problems.Warn(b.valueOf(m, key), `kind = "resume" or "partial" brings a service back; else say what stops`, "%s is a suspend, but its %s says %s", m.ID, key, back)
		}
	case site.Resume, site.Partial:
		if stop := wordIn(written, stopWords); stop != "" && wordIn(written, backWords) == "" && (m.Kind == site.Resume || m.State == "") {
			b.problems.Warn(b.valueOf(m, key), `kind = "suspend" stops a service; else say what comes back`, "%s is a %s, but its %s says %s", m.ID, m.Kind, key, stop)
		}
	}
}

func wordIn(text string, words []string) string {
	for _, w := range words {
		if strings.Contains(text, w) {
			return w
		}
	}
	return ""
}

// lintEnd reports a clause that ends as a sentence: the program adds its time in
// front and its full stop behind.
func (b *brief) lintEnd(m *site.Milestone, key string, words prose.Words) {
	if len(words) == 0 {
		return
	}
	last, ok := words[len(words)-1].(prose.Text)
	if !ok {
		return
	}
	end, size := utf8.DecodeLastRuneInString(last.Value)
	if strings.ContainsRune("。.，,；;：:", end) {
		b.problems.Warn(last.Place(len(last.Value)-size), "leave it away: the program sets the mark", "%s of %s ends with %c", key, m.ID, end)
	}
}
