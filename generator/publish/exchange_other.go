//go:build !linux && !darwin

package publish

import "errors"

// swap reports that this system cannot exchange two folders in one step.
func swap(a, b string) error { return errors.ErrUnsupported }
