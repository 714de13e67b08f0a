package issued_test

import (
	"slices"
	"testing"

	"tonggao/generator/issued"
)

// A number without an area code behind another has that one's; one before any has none,
// and hotlines and mobile numbers never have one.
func TestAreaCodeOfTheNumberBefore(t *testing.T) {
	for words, want := range map[string][]string{
		"经办科：0571-85119460、85119034（参保管理）、0571-85112893、85111525": {"0571-85119460", "0571-85119034", "0571-85112893", "0571-85111525"},
		"电话：（0834）5550123，5550124；12393":                          {"0834-5550123", "0834-5550124", "12393"},
		"电话：5550123、0834-5550124":                                 {"5550123", "0834-5550124"},
		"电话：010-65550123/65550124，13800138000":                    {"010-65550123", "010-65550124", "13800138000"},
		"咨询电话：0571－８５１１９４６０、８５１１９０３４":                             {"0571-85119460", "0571-85119034"},
	} {
		var got []string
		for _, p := range issued.PhonesIn(words) {
			got = append(got, p.Number)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}
