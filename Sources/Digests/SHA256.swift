internal import CMessageDigest

/// The SHA-256 digest of some bytes, as 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  var context = SHA2_CTX()
  unsafe SHA256Init(&context)
  unsafe bytes.withUnsafeBufferPointer { buffer in
    // An empty array may have no address, and the C function copies from it only when it must.
    if let address = buffer.baseAddress { unsafe SHA256Update(&context, address, buffer.count) }
  }
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  unsafe digest.withUnsafeMutableBufferPointer { unsafe SHA256Final($0.baseAddress, &context) }
  let digits = Array("0123456789abcdef".utf8)
  var hexadecimal: [UInt8] = []
  for byte in digest {
    hexadecimal.append(digits[Int(byte >> 4)])
    hexadecimal.append(digits[Int(byte & 15)])
  }
  return String(decoding: hexadecimal, as: UTF8.self)
}
