package texts_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
	"unicode/utf8"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/texts"
)

// TestLengths holds texts of any site to their limits: a message is at most four segments
// and begins with its signature, a line is one line, every text names page and revision.
func TestLengths(t *testing.T) {
	for seed := range uint64(100) {
		s := any(t, seed)
		w := texts.New(planned(s))
		for _, n := range s.Notices() {
			k := w.Kit(n, nil, phrase.In(site.Chinese))
			page := strings.TrimSuffix(strings.TrimPrefix(k.Address, "https://"), "/")
			for name, text := range whole(k) {
				if name != "title" && name != "speech" && (!strings.Contains(text, page) || !strings.Contains(text, "第"+string('0'+rune(n.Latest().Number))+"版")) {
					t.Errorf("seed %d: %s of %s does not name its page and revision:\n%s", seed, name, n.ID, text)
				}
			}
			messages := []string{k.Short()}
			lines := []string{k.Ticker(), k.Speech()}
			for _, m := range n.Milestones {
				messages = append(messages, k.ShortOf(m))
				lines = append(lines, k.TickerOf(m), k.SpeechOf(m))
			}
			for _, text := range messages {
				signature, _, closed := strings.Cut(text, "】")
				if long := utf8.RuneCountInString(n.Region.Name) > 12; texts.Segments(text) > 4 && texts.Units(text) > 500 || !closed || !strings.HasPrefix(text, "【") || !long && utf8.RuneCountInString(signature) > 13 {
					t.Errorf("seed %d: %d segments: %s", seed, texts.Segments(text), text)
				}
			}
			for _, text := range append(messages, lines...) {
				if strings.ContainsAny(text, "\n\r\t") || strings.Contains(text, "。。") || strings.Contains(text, "；。") || strings.Contains(text, "%!") {
					t.Errorf("seed %d: %q", seed, text)
				}
			}
		}
	}
}

// TestSegments counts as gateways do.
func TestSegments(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"", 1}, {strings.Repeat("字", 70), 1}, {strings.Repeat("字", 71), 2}, {strings.Repeat("a", 134), 2}, {strings.Repeat("字", 135), 3}, {strings.Repeat("𠮷", 35), 1}, {strings.Repeat("𠮷", 36), 2}} {
		if have := texts.Segments(c.text); have != c.want {
			t.Errorf("%d characters are %d segments, want %d", utf8.RuneCountInString(c.text), have, c.want)
		}
	}
}

// TestCalledOffIsTold shows the texts of a stop that is called off, and of one that moved.
func TestCalledOffIsTold(t *testing.T) {
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	for _, m := range n.Milestones {
		if m.Kind == site.Suspend || m.Kind == site.Partial || m.Kind == site.Resume {
			m.Withdrawn = true
			m.Moves = append(m.Moves, site.Move{Kind: site.Withdrawn, From: m.Moment, To: m.Moment, On: testkit.Day(t, "2021-12-28"), Why: "联调未通过"})
		}
	}
	n.Revisions = append(n.Revisions, site.Revision{Number: 2, On: testkit.Day(t, "2021-12-28"), What: "取消暂停"})
	testkit.Settle(n)
	k := texts.New(planned(s)).Kit(n, nil, phrase.In(site.Chinese))
	for name, text := range whole(k) {
		if name != "title" && (!strings.Contains(text, "照常办理") || !strings.Contains(text, "取消")) {
			t.Errorf("%s does not say that all goes on:\n%s", name, text)
		}
		if strings.Contains(text, "起暂停，") {
			t.Errorf("%s tells the stop as valid:\n%s", name, text)
		}
	}
	if title := k.Title(); !strings.HasPrefix(title, "【") {
		t.Errorf("the title is %s", title)
	}
}

// TestAloud words times as people say them, whatever the hour.
func TestAloud(t *testing.T) {
	v := phrase.In(site.Chinese).Aloud()
	for written, want := range map[string]string{"2021-12-30 20:00": "二〇二一年十二月三十日晚上八点", "2022-01-01 00:00": "二〇二二年一月一日凌晨零点", "2022-02-27 24:00": "二〇二二年二月二十七日夜里十二点",
		"2022-01-02 08:30": "二〇二二年一月二日早上八点半", "2022-01-02 12:05": "二〇二二年一月二日中午十二点零五分", "2022-01-02 14:10": "二〇二二年一月二日下午两点十分", "2022-01-02 02:00": "二〇二二年一月二日凌晨两点", "2022-03-31": "二〇二二年三月三十一日", "2022-11": "二〇二二年十一月"} {
		if have := v.Moment(testkit.At(t, written)); have != want {
			t.Errorf("%s is spoken as %s, want %s", written, have, want)
		}
	}
}

// TestCodeIsAPicture reads the code's picture.
func TestCodeIsAPicture(t *testing.T) {
	s := testkit.Changshu(t)
	p := planned(s)
	var out bytes.Buffer
	n := s.Notices()[0]
	if err := texts.New(p).Write(&out, plan.Output{Kind: plan.CodePicture, Format: plan.Texts, Path: plan.TextsDir(n, nil) + "code.png", Region: n.Region, Notice: n}); err != nil {
		t.Fatal(err)
	}
	if picture, err := png.Decode(&out); err != nil || picture.Bounds().Dx() < 200 {
		t.Errorf("%v, %v", picture, err)
	}
}
