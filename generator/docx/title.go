package docx

import (
	"strings"

	"tonggao/generator/phrase"
)

// titleRoom is what a line of a title holds: 20 characters of 二号 on 156 mm.
const titleRoom = 20 * character

// mostLines a title is parted into by hand: all ways of parting it are tried.
const mostLines = 4

// entitled is a title with its line breaks, as offices set them by hand: at the sense
// of its words, in as few lines as it needs, of like lengths (GB/T 9704, 7.3.1). A title
// that has no such break where one is needed, or is longer, is left to the program.
func (w *writing) entitled(title string) []phrase.Run {
	pieces := w.sense.Seams(title)
	widths := make([]int, len(pieces))
	total := 0
	for i, piece := range pieces {
		widths[i] = widthOf(piece)
		total += widths[i]
	}
	for lines := (total + titleRoom - 1) / titleRoom; 1 < lines && lines <= min(mostLines, len(pieces)); lines++ {
		ends, _ := shared(widths, lines, total/lines)
		if ends == nil {
			continue
		}
		var runs []phrase.Run
		from := 0
		for i, end := range ends {
			if i > 0 {
				runs = append(runs, phrase.Run{Break: true})
			}
			runs = append(runs, phrase.Run{Text: strings.Join(pieces[from:end], "")})
			from = end
		}
		return runs
	}
	return plain(title)
}

// shared parts pieces into lines that differ least from a width, and returns where each
// ends and by how much they differ in squares; no ends where a line would not hold its
// pieces.
func shared(widths []int, lines, width int) (ends []int, off int) {
	here := 0
	for i, w := range widths {
		here += w
		if here > titleRoom {
			break
		}
		away := (here - width) * (here - width)
		if lines == 1 {
			if i == len(widths)-1 {
				return []int{len(widths)}, away
			}
			continue
		}
		rest, more := shared(widths[i+1:], lines-1, width)
		if rest == nil || ends != nil && away+more >= off {
			continue
		}
		ends, off = []int{i + 1}, away+more
		for _, end := range rest {
			ends = append(ends, end+i+1)
		}
	}
	return ends, off
}
