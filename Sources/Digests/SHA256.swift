internal import CLibMD

/// The SHA-256 digest of bytes, as 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  // Digest in hexadecimal and the closing zero.
  let length = 65
  let digits = unsafe [CChar](unsafeUninitializedCapacity: length) { buffer, count in
    // libmd writes through the buffer that it is given and returns it.
    let result = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe SHA256Data(input.baseAddress, input.count, buffer.baseAddress)
    }
    count = unsafe result == nil ? 0 : length
  }
  return String(decoding: digits.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
