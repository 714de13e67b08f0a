package survey

import (
	"slices"

	"golang.org/x/sys/unix"
)

// local are file systems in which nothing is done to a file without this system, nor
// without a stamp.
var local = []int64{unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.F2FS_SUPER_MAGIC, unix.BCACHEFS_SUPER_MAGIC, zfs, unix.TMPFS_MAGIC, unix.OVERLAYFS_SUPER_MAGIC}

// zfs is what ZFS calls itself; it is no part of the kernel.
const zfs = 0x2FC12FC1

// Local reports whether all that is done to a folder's files is done by this system, so that
// it has a stamp for it. What another machine did to a shared folder is not seen at once.
func Local(dir string) bool {
	var s unix.Statfs_t
	return unix.Statfs(dir, &s) == nil && slices.Contains(local, int64(s.Type))
}
