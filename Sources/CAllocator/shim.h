#include <malloc.h>

/// What the C library's allocator keeps of memory that was given back, in bytes: the largest piece,
/// all of it, and by how much memory grows at least. A limit that cannot be set stays as it was.
static inline void callocator_keep(int piece, int all, int step) {
  (void)mallopt(M_MMAP_THRESHOLD, piece);
  (void)mallopt(M_TRIM_THRESHOLD, all);
  (void)mallopt(M_TOP_PAD, step);
}

/// Returns to the system all whole pages that nobody uses.
static inline void callocator_give_back(void) { (void)malloc_trim(0); }
