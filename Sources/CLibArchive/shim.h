#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/// Makes UTF-8 the charset of this thread: libarchive gives no name with an accent under "C".
static inline locale_t clibarchive_use_utf8(void) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  return utf8 == (locale_t)0 ? (locale_t)0 : uselocale(utf8);
}

/// Gives the thread back the charset that it had.
static inline void clibarchive_restore(locale_t previous) {
  if (previous == (locale_t)0) return;
  locale_t utf8 = uselocale(previous);
  if (utf8 != (locale_t)0 && utf8 != LC_GLOBAL_LOCALE && utf8 != previous) freelocale(utf8);
}

/// Whether an entry is a file with a content, which a macro says that Swift does not import.
static inline int clibarchive_is_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG;
}
