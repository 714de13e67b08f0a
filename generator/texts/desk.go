package texts

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// Desk is the script for whoever answers the telephone: for each service and each date
// the question, the answer, what to ask back; then the notice's own questions.
func (k *Kit) Desk() string {
	s := &script{kit: k}
	s.text.Grow(roomy / 4)
	s.line(fmt.Sprintf(k.words.Desk, k.Title()))
	s.line(fmt.Sprintf(k.words.Page, k.Address))
	s.line(k.version())
	s.courses()
	for _, m := range phrase.Schedule(k.Notice, k.Edition) {
		s.milestone(m)
	}
	s.unaffected()
	s.own()
	numbers := k.voice.Hotlines(k.Notice.Region)
	if numbers == "" {
		numbers = k.issuer()
	}
	s.line("")
	s.line(fmt.Sprintf(k.words.Else, numbers))
	return s.text.String()
}

// A script grows by questions and answers.
type script struct {
	kit  *Kit
	text strings.Builder
}

func (s *script) line(text string) {
	s.text.WriteString(text)
	s.text.WriteByte('\n')
}

// ask writes a question with its answers.
func (s *script) ask(question string, answers ...string) {
	s.line("")
	s.line(s.kit.words.Ask + question)
	for i, answer := range answers {
		if i == 0 {
			answer = s.kit.words.Answer + answer
		}
		s.line(answer)
	}
}

// courses asks of each service whether it works now: the answer has every time, so that
// it is right on any day.
func (s *script) courses() {
	k := s.kit
	for _, c := range site.Asked(k.Notice.Courses, k.Notice.Vocabulary) {
		if !c.For(k.Edition) {
			continue
		}
		story := k.voice.Story(c)
		if story == "" {
			continue
		}
		answers, own := []string{story + k.words.Stop}, []*site.Service{c.Service}
		if do := meanwhile(k.voice, c); do != "" {
			answers = append(answers, fmt.Sprintf(k.voice.Theirs(k.words.Meanwhile, own), strings.TrimSuffix(do, k.words.Stop)))
		}
		s.ask(fmt.Sprintf(k.voice.Theirs(k.words.HowNow, own), k.spoken(c)), answers...)
		if back := k.askBack(c); back != "" {
			s.line(k.words.AskBack + back)
		}
	}
}

// spoken is what people call the service of a course.
func (k *Kit) spoken(c *site.Course) string {
	name := k.voice.Called(c)
	if everyday := k.voice.Name(c.Service.Everyday); everyday.Text != "" && !everyday.Chinese {
		name += fmt.Sprintf(k.words.Aside, everyday.Text)
	}
	return name
}

// meanwhile is what the stops of a course say to do instead.
func meanwhile(v phrase.Voice, c *site.Course) string {
	var all []string
	for _, o := range c.Outages {
		if do := phrase.Plain(v.Meanwhile(o.Stop)); do != "" && !slices.Contains(all, do) {
			all = append(all, do)
		}
	}
	return strings.Join(all, v.Kit().Between)
}

// askBack asks what decides the answer: to whom, by which way, in which part, for what.
func (k *Kit) askBack(c *site.Course) string {
	var questions []string
	var whom, which []string
	for _, o := range k.Notice.Courses {
		if o.Service != c.Service || !o.For(k.Edition) {
			continue
		}
		for _, a := range o.Lane.Audience {
			whom = add(whom, k.voice.Name(a.Name).Text)
		}
		for _, ch := range o.Lane.Channels {
			which = add(which, k.voice.Name(ch.Name).Text)
		}
		if o.Lane.Scope != "" {
			which = add(which, k.voice.Name(o.Lane.Scope).Text)
		}
	}
	if len(whom) > 1 {
		questions = append(questions, fmt.Sprintf(k.words.Whom, strings.Join(whom, k.words.Or)))
	}
	if len(which) > 1 {
		questions = append(questions, fmt.Sprintf(k.words.Which, strings.Join(which, k.words.Or)))
	}
	if len(c.Service.Items) > 1 {
		questions = append(questions, fmt.Sprintf(k.words.Items, k.voice.Names(c.Service.Items).Text))
	}
	return strings.Join(questions, "")
}

func add(list []string, name string) []string {
	if slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}

// milestone asks when something is, or whether what was withdrawn still is.
func (s *script) milestone(m *site.Milestone) {
	k := s.kit
	question := k.words.WhenIs
	switch label := k.voice.Label(m); {
	case m.Withdrawn:
		question = k.words.IsOff
	case strings.HasSuffix(label, "时间") || strings.HasSuffix(label, "日"):
		question = k.words.IsSet
	}
	answers := []string{k.tell(m)}
	if do := phrase.Plain(k.voice.Meanwhile(m)); do != "" && (m.Withdrawn || !k.told(m)) {
		answers = append(answers, strings.TrimSuffix(do, k.words.Stop)+k.words.Stop)
	}
	s.ask(fmt.Sprintf(question, k.voice.Label(m)), answers...)
}

func (s *script) unaffected() {
	var steady []string
	for _, u := range s.kit.Notice.Unaffected {
		if u.For(s.kit.Edition) {
			steady = append(steady, phrase.Plain(s.kit.voice.Unaffected(u)))
		}
	}
	if len(steady) > 0 {
		s.ask(s.kit.words.Unchanged, steady...)
	}
}

// own writes the questions that the notice itself answers.
func (s *script) own() {
	inside := false
	for _, b := range s.kit.article().Blocks {
		h, heading := b.(*article.Heading)
		switch {
		case heading && h.Question:
			inside = true
			s.line("")
			s.line(phrase.Plain(h.Runs))
		case heading:
			inside = false
		case inside:
			if text := article.Text(&article.Article{Blocks: []article.Block{b}}); ends(b) {
				inside = false
			} else {
				s.line(text)
			}
		}
	}
}

// ends reports whether a block closes the text of the notice.
func ends(b article.Block) bool {
	switch b.(type) {
	case *article.SignOff, *article.AnnexNote, *article.AnnexHead:
		return true
	}
	return false
}
