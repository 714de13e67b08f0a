package audit

import "tonggao/generator/message"

// verdicts says in which words and order a sum counts them.
var verdicts = [...]struct {
	verdict Verdict
	words   string
}{{Has, "%d in the data"}, {Meant, "%d meant literally"}, {Document, "%d about the notice"}, {Old, "%d moved since"},
	{Lacks, "%d lacking"}, {Contradicts, "%d contradicting"}, {Unclear, "%d unclear"}}

// Verdicts counts the findings by verdict.
func (r *Report) Verdicts() map[Verdict]int {
	counts := map[Verdict]int{}
	for _, f := range r.Findings {
		counts[f.Verdict]++
	}
	return counts
}

// Sum says in one sentence what was found.
func (r *Report) Sum() message.Text {
	counts := r.Verdicts()
	facts := message.Count(len(r.Findings), "1 fact", "%d facts")
	if r.Notice == "" {
		return message.Say("%s; the site has no notice like it", facts)
	}
	var sorted message.List
	for _, v := range verdicts {
		if counts[v.verdict] > 0 {
			sorted = append(sorted, message.Say(v.words, counts[v.verdict]))
		}
	}
	sum := message.Say("%s, compared with %s", facts, r.Notice)
	if len(sorted) > 0 {
		sum = message.Say("%s: %s", sum, sorted)
	}
	if len(r.Unstated) > 0 {
		sum = message.Say("%s; %d of the data not stated", sum, len(r.Unstated))
	}
	return sum
}
