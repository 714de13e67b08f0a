package lately

import (
	"math/rand/v2"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
)

// TestMemoryHasTheLast keeps and finds at random, and holds the memory against all that ever
// was: what it has is what was kept first since it was forgotten, what was asked for among the
// last is there, and it has two generations at most.
func TestMemoryHasTheLast(t *testing.T) {
	const most = 100
	r := rand.New(rand.NewPCG(1, 9))
	m := Memory[int, int]{Most: most, Weigh: func(v int) int { return v % 7 }}
	var asked []int // in order, the last of them last
	for range 20000 {
		key := r.IntN(150)
		v, known := m.Find(key)
		if !known {
			v = key + 1000*r.IntN(9)
			if got := m.Keep(key, v); got != v {
				t.Fatalf("kept %d, not %d", got, v)
			}
		}
		if v%1000 != key {
			t.Fatalf("%d is remembered as %d", key, v)
		}
		if again := m.Keep(key, -1); again != v {
			t.Fatalf("%d gave way to %d", v, again)
		}
		asked = append(asked, key)
		weight := 0
		for _, generation := range []map[int]int{m.young, m.old} {
			for _, v := range generation {
				weight += v % 7
			}
		}
		if weight > 2*most {
			t.Fatalf("has %d", weight)
		}
	}
	for _, key := range asked[len(asked)-most/6:] { // weigh no more than a generation
		if _, known := m.Find(key); !known {
			t.Errorf("forgot %d", key)
		}
	}
}

// TestWhatIsAskedForStays keeps thousands beside one that is asked for each time.
func TestWhatIsAskedForStays(t *testing.T) {
	m := Memory[string, int]{Most: 10}
	m.Keep("often", 1)
	for i := range 4000 {
		m.Keep(strconv.Itoa(i), i)
		if _, known := m.Find("often"); !known {
			t.Fatal("forgot what was asked for")
		}
	}
	if _, known := m.Find("0"); known || len(m.young)+len(m.old) > 20 {
		t.Errorf("has %d", len(m.young)+len(m.old))
	}
}

// TestMadeOnce asks from many goroutines at once for what is kept as a sync.OnceValue: all get
// what one of them made.
func TestMadeOnce(t *testing.T) {
	m := Memory[int, func() int]{Most: 50}
	var made [40]atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range made {
				of, known := m.Find(i)
				if !known {
					of = m.Keep(i, sync.OnceValue(func() int { made[i].Add(1); return i * i }))
				}
				if got := of(); got != i*i {
					t.Errorf("%d is %d", i, got)
				}
			}
		})
	}
	all.Wait()
	for i := range made {
		if n := made[i].Load(); n != 1 {
			t.Errorf("%d was made %d times", i, n)
		}
	}
}

// TestSpelledIsFound asks for keys in octets that are written over, from many goroutines.
func TestSpelledIsFound(t *testing.T) {
	m := Memory[string, int]{Most: 20}
	var all sync.WaitGroup
	for seed := range uint64(4) {
		all.Go(func() {
			r, key := rand.New(rand.NewPCG(seed, 2)), []byte(nil)
			for range 5000 {
				n := r.IntN(60)
				key = strconv.AppendInt(key[:0], int64(n), 10)
				if got := Spelled(&m, key, func() int { return n }); got != n {
					t.Errorf("%d is %d", n, got)
				}
			}
		})
	}
	all.Wait()
}

// TestFoundWithoutMemory holds that what is remembered costs no allocation.
func TestFoundWithoutMemory(t *testing.T) {
	m, key := Memory[string, [3]int]{Most: 20}, []byte("a key that is too long to be kept in place of an address, as all are")
	ask := func() { Spelled(&m, key, func() [3]int { return [3]int{len(key)} }) }
	ask()
	if n := testing.AllocsPerRun(100, ask); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { m.Find("key") }); n != 0 {
		t.Errorf("%v allocations where nothing is found", n)
	}
}
