package site

import (
	"math/rand/v2"
	"regexp"
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	for written, want := range map[string]string{
		"2021-12-30 20:00": "2021-12-30T20:00:00+08:00 hour",
		"2021-12-30T20:00": "2021-12-30T20:00:00+08:00 hour",
		"2022-01-04 08:30": "2022-01-04T08:30:00+08:00 minute",
		"2021-12-31 24:00": "2022-01-01T00:00:00+08:00 hour",
		"2022-02-28 24:00": "2022-03-01T00:00:00+08:00 hour",
		"2024-02-28 24:00": "2024-02-29T00:00:00+08:00 hour",
		"2022-01-01 00:00": "2022-01-01T00:00:00+08:00 hour",
		"2022-03-31":       "2022-03-31 day",
		"2022-01":          "2022-01 month",
	} {
		m, err := ParseMoment(written)
		if got := m.Datetime() + " " + m.Precision.String(); err != nil || got != want {
			t.Errorf("%s: have %s, %v; want %s", written, got, err, want)
		}
	}
}

func TestParseMomentRefuses(t *testing.T) {
	for written, want := range map[string]error{
		"2021-02-29": ErrDay, "2021-13-01": ErrDay, "2021-00-10": ErrDay, "2021-04-31 08:00": ErrDay, "1021-12-30 20:00": ErrDay, "2021-12-00": ErrDay,
		"2021-12-30 24:01": ErrClock, "2021-12-30 25:00": ErrClock, "2021-12-30 08:60": ErrClock,
		"": ErrForm, "2021": ErrForm, "2021-1-2": ErrForm, "30.12.2021": ErrForm, "2021-12-30 20": ErrForm, "2021-12-30 20:00:00": ErrForm,
		"2021-12-30 20:00+08:00": ErrForm, "settlement-stop": ErrForm, "２０２１-12-30": ErrForm,
	} {
		if m, err := ParseMoment(written); err != want {
			t.Errorf("%q: have %v, %v; want %v", written, m, err, want)
		}
	}
}

// A moment that was read is written back as it was, and its day is the one that
// the author named, for 24时 too.
func TestMomentIsWrittenBack(t *testing.T) {
	for _, written := range []string{"2021-12-30 20:00", "2022-01-04 08:30", "2021-12-31 24:00", "2022-03-31", "2022-01"} {
		m, err := ParseMoment(written)
		if err != nil || m.String() != written {
			t.Errorf("%s: have %s, %v", written, m, err)
		}
		if len(written) >= 10 && m.Day().String() != written[:10] {
			t.Errorf("%s: its day is %s", written, m.Day())
		}
	}
}

func TestLimitOfADeadline(t *testing.T) {
	m, _ := ParseMoment("2022-03-31")
	if got := m.Limit().Format(time.RFC3339); got != "2022-03-31T00:00:00+08:00" {
		t.Error("a day that does not count:", got)
	}
	m.Includes = true
	if got := m.Limit().Format(time.RFC3339); got != "2022-04-01T00:00:00+08:00" {
		t.Error("a day that counts:", got)
	}
}

// TestFormIsThatOfTheExpression holds the form of times against an expression for it.
func TestFormIsThatOfTheExpression(t *testing.T) {
	form := regexp.MustCompile(`^\d{4}-\d{2}(?:-\d{2}(?:[ T]\d{2}:\d{2})?)?$`)
	random := rand.New(rand.NewPCG(1, 9))
	for _, written := range []string{"2022-01-04 09:00", "2022-01-04T09:00", "2022-03-31", "2022-01"} {
		for range 5_000 {
			text := []byte(written[:len(written)-random.IntN(2)*random.IntN(3)])
			for range random.IntN(2) {
				text[random.IntN(len(text))] = "0-: T９a\n"[random.IntN(10)]
			}
			if hasForm(string(text)) != form.Match(text) {
				t.Fatalf("%q", text)
			}
		}
	}
}

func FuzzParseMoment(f *testing.F) {
	for _, seed := range []string{"2021-12-30 20:00", "2021-12-31 24:00", "2022-03-31", "2022-01", "9999-99-99 99:99", "tbd"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		m, err := ParseMoment(written)
		if err != nil {
			if m.Known() {
				t.Errorf("%q is refused and yet has a time", written)
			}
			return
		}
		again, err := ParseMoment(m.String())
		if err != nil || again != m {
			t.Errorf("%q is written back as %q, which reads as %v, %v", written, m, again, err)
		}
	})
}
