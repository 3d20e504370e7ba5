#include <zlib.h>

/// Begins to read gzip streams: a macro, which Swift does not import. 31 asks for gzip's own header,
/// checksum and length (zlib.h, inflateInit2).
static inline int czlib_begin(z_stream *stream) { return inflateInit2(stream, 31); }
