#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/// glibc shows the two calls only under _GNU_SOURCE, which Swift's importer does not define.

/// Lets two paths change places in one step.
static inline int cexchange_paths(const char *a, const char *b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

/// Has all that was written to the file system of an open folder stand on its disk.
static inline int cexchange_sync(int folder) { return (int)syscall(SYS_syncfs, folder); }
