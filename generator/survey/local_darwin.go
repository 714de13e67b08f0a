package survey

import "golang.org/x/sys/unix"

// Local reports whether all that is done to a folder's files is done by this system, so that
// it has a stamp for it. What another machine did to a shared folder is not seen at once.
func Local(dir string) bool {
	var s unix.Statfs_t
	return unix.Statfs(dir, &s) == nil && unix.ByteSliceToString(s.Fstypename[:]) == "apfs"
}
