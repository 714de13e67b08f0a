package article

import (
	"sync"

	"tonggao/generator/lately"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A Memory has the articles that were composed last, in one voice: a notice is printed in
// two sizes and more than one format, and each prints the same. It may be used by many
// goroutines at once. Its articles are shared: nobody may write into them.
type Memory struct {
	voice phrase.Voice
	last  lately.Memory[composed, func() *Article]
}

// composed is what an article is of.
type composed struct {
	notice  *site.Notice
	edition *site.Audience
}

// few is how many articles are remembered before others are forgotten.
const few = 32

// NewMemory makes a memory of what is said in a voice.
func NewMemory(v phrase.Voice) *Memory {
	m := &Memory{voice: v}
	m.last.Most = few
	return m
}

// Of is the text of a notice, or of the edition for one audience.
func (m *Memory) Of(n *site.Notice, a *site.Audience) *Article {
	article, known := m.last.Find(composed{n, a})
	if !known {
		article = m.last.Keep(composed{n, a}, sync.OnceValue(func() *Article { return Of(m.voice, n, a) }))
	}
	return article()
}
