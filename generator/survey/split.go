package survey

import (
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Split does the same for many folders, side by side.
func Split[T any](folders []T, do func(T)) {
	var group errgroup.Group
	for some := range slices.Chunk(folders, 1+len(folders)/runtime.GOMAXPROCS(0)/4) {
		group.Go(func() error {
			for _, one := range some {
				do(one)
			}
			return nil
		})
	}
	_ = group.Wait() // none of them fails
}
