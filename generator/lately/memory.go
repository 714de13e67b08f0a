// Package lately remembers what was made last, where much of it is asked for again soon.
//
// What is remembered is what would be made again, so nothing depends on who came first, and a
// memory does not grow with the site. Begin with Memory.
package lately

import "sync"

// A Memory has the values that were kept or found last: two generations of them. When the
// young ones weigh too much, the old ones are forgotten, and the young become old. It may be
// used by many goroutines at once, and its values are shared: nobody may write into them.
type Memory[K comparable, V any] struct {
	Most  int         // what a generation weighs before the next begins
	Weigh func(V) int // nil where each weighs one

	mu         sync.Mutex
	young, old map[K]V
	weight     int // of the young
}

// Find returns a value that was kept and not forgotten, and keeps it for longer.
func (m *Memory[K, V]) Find(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.find(key)
}

func (m *Memory[K, V]) find(key K) (V, bool) {
	v, known := m.young[key]
	if !known {
		if v, known = m.old[key]; known {
			m.add(key, v)
		}
	}
	return v, known
}

// Keep returns the value that is remembered from now on: the one at hand, or that of somebody
// who was faster. What is to be made once, while others wait for it, is kept as a
// sync.OnceValue.
func (m *Memory[K, V]) Keep(key K, v V) V {
	m.mu.Lock()
	defer m.mu.Unlock()
	if first, known := m.find(key); known {
		return first
	}
	m.add(key, v)
	return v
}

func (m *Memory[K, V]) add(key K, v V) {
	weight := 1
	if m.Weigh != nil {
		weight = m.Weigh(v)
	}
	if m.weight += weight; m.young == nil || m.weight > m.Most {
		m.young, m.old, m.weight = make(map[K]V, len(m.young)), m.young, weight
	}
	m.young[key] = v
}

// Spelled is the value of a key that stands in octets, made where it is not remembered. Nobody
// waits for another, so two may make the same. Only a key that was not asked for lately becomes
// a string.
func Spelled[V any](m *Memory[string, V], key []byte, made func() V) V {
	m.mu.Lock()
	v, known := m.young[string(key)]
	m.mu.Unlock()
	if known {
		return v
	}
	name := string(key)
	if v, known = m.Find(name); !known {
		v = m.Keep(name, made())
	}
	return v
}
