package texts

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"tonggao/generator/site"
)

// Lengths of a short message in UCS-2 (3GPP TS 23.038 and 23.040): one of up to 70
// characters is sent whole, a longer one in segments of 67. Gateways in China take 500
// characters, the signature among them, and signatures of at most 12.
const (
	alone         = 70
	segment       = 67
	mostSegments  = 4
	mostSignature = 12
)

// Segments is how many short messages a text is sent as. A character beyond the basic
// plane counts as two.
func Segments(text string) int {
	length := Units(text)
	if length <= alone {
		return 1
	}
	return (length + segment - 1) / segment
}

// Units is the length of a short message as it is counted.
func Units(text string) int {
	units := 0
	for _, r := range text {
		units += utf16.RuneLen(r)
	}
	return units
}

// Short is the short message: as much as four segments hold, and never half a fact. What
// has no room is on the page that it names.
func (k *Kit) Short() string {
	for _, facts := range k.lines().tries(k) {
		if text := k.message(k.sentence(facts)); Segments(text) <= mostSegments {
			return text
		}
	}
	return k.message(fmt.Sprintf(k.words.Titled, k.issuer(), k.Title()))
}

// tries are the facts that a text of limited length tells: all of them, else those of
// services, else the first two of these. What is left out is counted.
func (l lines) tries(k *Kit) [][]string {
	services, others := l.services, l.others
	var all [][]string
	if len(services)+len(others) > 0 {
		all = append(all, slices.Concat(services, others))
	}
	if len(services) > 0 && len(others) > 0 {
		all = append(all, append(slices.Clone(services), fmt.Sprintf(k.words.TheRest, len(others))))
	}
	if len(services) > 2 {
		all = append(all, append(services[:2:2], fmt.Sprintf(k.words.More, len(services)+len(others))))
	}
	return all
}

// ShortOf is the short message of one milestone.
func (k *Kit) ShortOf(m *site.Milestone) string {
	if text := k.message(sparing(k.tell(m))); Segments(text) <= mostSegments {
		return text
	}
	if text := k.message(sparing(k.voice.Line(m) + k.words.Stop)); Segments(text) <= mostSegments {
		return text
	}
	return k.message(fmt.Sprintf(k.words.Titled, k.issuer(), k.Title()))
}

// message puts the signature before a text, and the page behind it.
func (k *Kit) message(text string) string {
	return k.signature() + text + fmt.Sprintf(k.words.Details, short(k.Address), fmt.Sprintf(k.words.Nth, k.Notice.Latest().Number))
}

// signature is who sends: the issuer, or its region where that is too long a name.
func (k *Kit) signature() string {
	name := k.issuer()
	if utf8.RuneCountInString(name) > mostSignature {
		name = k.voice.Name(k.Notice.Region.Name).Text
	}
	return fmt.Sprintf(k.words.Signature, name)
}

func (k *Kit) sentence(facts []string) string {
	if len(facts) == 0 {
		return ""
	}
	return sparing(strings.Join(facts, k.words.Between)) + k.words.Stop
}

// Ticker is the line that runs over a display, which shows some four characters a second.
func (k *Kit) Ticker() string {
	return oneLine(fmt.Sprintf(k.words.Issues, k.issuer(), k.Title()) + k.within(mostShown, k.lines()) + k.calls() + k.from())
}

// Who waits at a display reads a minute, who waits in a hall listens half of one; in
// characters.
const (
	mostShown = 240
	mostSaid  = 120
)

// within is the facts that have room in so many characters; what brings a text over them
// is left out and counted, but for the services, which are what people ask for.
func (k *Kit) within(most int, l lines) string {
	text := k.sentence(slices.Concat(l.services, l.others))
	if utf8.RuneCountInString(text) > most && len(l.services) > 0 && len(l.others) > 0 {
		text = k.sentence(append(slices.Clone(l.services), fmt.Sprintf(k.words.TheRest, len(l.others))))
	}
	return text
}

// TickerOf is the line of one milestone.
func (k *Kit) TickerOf(m *site.Milestone) string {
	return oneLine(sparing(k.tell(m)) + k.calls() + k.from())
}

func (k *Kit) calls() string {
	if numbers := k.voice.Hotlines(k.Notice.Region); numbers != "" {
		return fmt.Sprintf(k.words.Calls, numbers)
	}
	return ""
}

// from says where a text is from: the official page and the revision.
func (k *Kit) from() string { return fmt.Sprintf(k.words.Details, short(k.Address), k.version()) }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// Speech is what a loudspeaker says.
func (k *Kit) Speech() string {
	return k.announce(k.within(mostSaid, k.linesIn(k.voice.Aloud())))
}

// SpeechOf is what it says of one milestone.
func (k *Kit) SpeechOf(m *site.Milestone) string {
	return k.announce(k.voice.Aloud().Tell(m))
}

func (k *Kit) announce(text string) string {
	speech := fmt.Sprintf(k.words.Attention, k.issuer(), k.Title()) + near(text, k.Notice.Issued)
	var numbers []string
	for _, number := range k.Notice.Region.Hotlines {
		numbers = append(numbers, k.voice.Spelled(number))
	}
	if len(numbers) > 0 {
		speech += fmt.Sprintf(k.words.Dial, strings.Join(numbers, k.words.Either))
	}
	return oneLine(speech + k.words.Done)
}

// Unread is what stands under a loudspeaker's text and is not read out.
func (k *Kit) Unread() string { return fmt.Sprintf(k.words.Unread, k.Address, k.version()) }

// perSecond is how many characters a speaker says in a second, as announcements in halls
// are read: 240 a minute.
const perSecond = 4

// Seconds is how long a text takes to be read out.
func Seconds(text string) int { return (utf8.RuneCountInString(text) + perSecond - 1) / perSecond }
