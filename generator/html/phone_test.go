package html

import (
	"strings"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

func TestNumbersInTheArticleCanBeCalled(t *testing.T) {
	r := &site.Region{Hotlines: []string{"12345", "12393"}, Contacts: []*site.Contact{{Phones: []string{"85119460"}, Lines: []site.Line{{Phones: []string{"5283521"}}}}}}
	p := &page{output: plan.Output{Notice: &site.Notice{Region: r}}}
	for text, want := range map[string]string{
		"咨询电话：0519-85119460。":        "[0519-85119460=tel:051985119460]",
		"请拨打12345或12393":             "[12345=tel:12345][12393=tel:12393]",
		"（0519）85119460转2，85119460":  "[（0519）85119460转2=tel:051985119460][85119460=tel:85119460]",
		"手机13912345678、400-810-1234": "[13912345678=tel:13912345678][400-810-1234=tel:4008101234]",
		"常医保〔2021〕12345号，编号2021123450，1234567.5元，ID 139123456789": "",
		"联系5283521": "[5283521=tel:5283521]",
		"11111111":  "",
	} {
		var calls, said strings.Builder
		for _, run := range p.callable([]phrase.Run{{Text: text, Strong: true}, {Text: "12345", Datetime: "2022-01-01"}}) {
			if run.URL != "" {
				calls.WriteString("[" + run.Text + "=" + run.URL + "]")
			}
			if !run.Strong && run.Datetime == "" {
				t.Errorf("%s: %q is not strong any more", text, run.Text)
			}
			said.WriteString(run.Text)
		}
		if calls.String() != want || said.String() != text+"12345" {
			t.Errorf("%s: %s, want %s (%s)", text, calls.String(), want, said.String())
		}
	}
}

func TestOnlyFiguresAreDialled(t *testing.T) {
	for number, want := range map[string]string{"１２３４５": "tel:12345", "0519 8511 9460": "tel:051985119460", "12345转2": "tel:12345", "（0519）85119460": "tel:051985119460", "+86-519-85119460": "tel:+8651985119460"} {
		if got := string(tel(number)); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}
