/// Bytes to look for in a text: anywhere, at its beginning or at its end.
struct TextPattern: Sendable {
  /// Where the bytes must be.
  let place: Place
  private let bytes: [UInt8]
  /// For each prefix of the bytes, the length of its longest proper prefix that is also its suffix.
  private let borders: [Int]

  enum Place: String, Sendable, CaseIterable {
    case anywhere = "contains"
    case start = "starts_with"
    case end = "ends_with"
  }

  init(_ text: String, _ place: Place) {
    self.place = place
    bytes = Array(text.utf8)
    var borders: [Int] = []
    for index in bytes.indices {
      var length = borders.last ?? 0
      while length > 0, bytes[index] != bytes[length] { length = borders[length - 1] }
      borders.append(index > 0 && bytes[index] == bytes[length] ? length + 1 : 0)
    }
    self.borders = borders
  }

  /// Whether `text` has the bytes at the place.
  ///
  /// - Complexity: Linear in the length of `text` (Knuth, Morris and Pratt 1977).
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= bytes.count else { return false }
    switch place {
    case .start: return text.prefix(bytes.count).elementsEqual(bytes)
    case .end: return text.suffix(bytes.count).elementsEqual(bytes)
    case .anywhere: break
    }
    guard !bytes.isEmpty else { return true }
    var matched = 0
    for byte in text {
      while matched > 0, byte != bytes[matched] { matched = borders[matched - 1] }
      if byte == bytes[matched] { matched += 1 }
      if matched == bytes.count { return true }
    }
    return false
  }
}
