#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/// glibc shows these calls only under _GNU_SOURCE, which Swift's importer does not define.

/// Lets two paths change places in one step.
static inline int cexchange_paths(const char *a, const char *b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

/// Has all that was written to the file system of an open folder stand on its disk.
static inline int cexchange_sync(int folder) { return (int)syscall(SYS_syncfs, folder); }

/// Has the kernel begin to write an open file to its disk, and waits for nothing.
static inline void cexchange_begin_writing(int file) {
#ifdef SYS_sync_file_range
  (void)syscall(SYS_sync_file_range, file, 0L, 0L, 2 /* SYNC_FILE_RANGE_WRITE */);
#endif
}
