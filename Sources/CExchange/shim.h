#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Lets two paths change places in one step; glibc shows renameat2 only under _GNU_SOURCE, which
/// Swift's importer does not define.
static inline int cexchange_paths(const char *a, const char *b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}
