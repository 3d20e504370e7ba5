internal import CNettle

/// The SHA-256 digest of bytes, as 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  var digest = SHA256()
  digest.update(bytes)
  return digest.finish()
}

/// A SHA-256 digest of bytes that come piece by piece.
package struct SHA256: ~Copyable {
  private var context = sha256_ctx()

  package init() { unsafe nettle_sha256_init(&context) }

  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
  }

  /// The digest of all bytes, as 64 lower-case hexadecimal digits.
  package consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }
}
