package phrase

import "tonggao/generator/site"

// words is the fixed vocabulary of one language.
type words struct {
	kinds    map[site.Kind]string
	states   map[site.State]string
	statuses map[site.Status]string
}

var vocabulary = map[site.Language]*words{
	site.Chinese: {
		kinds:    map[site.Kind]string{site.Suspend: "暂停", site.Partial: "部分恢复", site.Resume: "恢复", site.Deadline: "截止", site.Rule: "时点"},
		states:   map[site.State]string{site.On: "正常办理", site.Off: "暂停", site.Partly: "部分恢复", site.Ended: "停止使用", site.Uncertain: "当日恢复，时点未定"},
		statuses: map[site.Status]string{site.Confirmed: "确定", site.Tentative: "待定", site.Cancelled: "已取消"},
	},
}

// Kind words what a milestone does.
func (v Voice) Kind(k site.Kind) string { return v.words.kinds[k] }

// State words how a service stands.
func (v Voice) State(s site.State) string { return v.words.states[s] }

// Status words a milestone's standing.
func (v Voice) Status(s site.Status) string { return v.words.statuses[s] }
