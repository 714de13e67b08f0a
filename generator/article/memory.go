package article

import (
	"sync"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A Memory has the articles that were composed last, in one voice: a notice is printed in
// two sizes and more than one format, and each prints the same. It does not grow with the
// site, and may be used by many goroutines at once. Its articles are shared: nobody may
// write into them.
type Memory struct {
	voice phrase.Voice

	mu   sync.Mutex
	last [32]composed
	next int // the oldest
}

// composed is an article, or one that somebody is about to compose.
type composed struct {
	notice  *site.Notice
	edition *site.Audience
	article func() *Article
}

// NewMemory makes a memory of what is said in a voice.
func NewMemory(v phrase.Voice) *Memory { return &Memory{voice: v} }

// Of is the text of a notice, or of the edition for one audience.
func (m *Memory) Of(n *site.Notice, a *site.Audience) *Article { return m.find(n, a)() }

func (m *Memory) find(n *site.Notice, a *site.Audience) func() *Article {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.last {
		if c.notice == n && c.edition == a {
			return c.article
		}
	}
	c := composed{n, a, sync.OnceValue(func() *Article { return Of(m.voice, n, a) })}
	m.last[m.next] = c
	m.next = (m.next + 1) % len(m.last)
	return c.article
}
