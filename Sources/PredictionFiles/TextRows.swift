import Diagnostics
import Evaluation

/// A column of texts that is being filled, and from which the last row can be taken back.
///
/// Short texts are copied; of long ones that stand in a file as they are, only the place is kept, and of numbers that
/// count up nothing but how many there are. Which it is to be, the first rows decide: ``settle()``.
struct TextRows: Sendable {
  /// Up to this mean length in bytes, a text is copied: with its end, that takes no more than a place and a hash.
  private static let copiedLength = 12

  private var bytes: [UInt8] = []
  private var ends = TextEnds()
  private var places = TextPlaces()
  /// The hashes of texts of which the places are kept, if they are wanted.
  private var hashes: [UInt64] = []
  private var isHashed = false
  private var counted = CountedTexts(from: 0)
  private var keeping = Keeping.copies

  /// What is kept of texts.
  private enum Keeping {
    /// The texts.
    case copies
    /// The texts and their places, until it is decided.
    case both
    /// Their places.
    case places
    /// That they count up.
    case counted
  }

  /// Whether the texts can be had without the file.
  var isHere: Bool { keeping != .places }
  private var isCopied: Bool { keeping == .copies || keeping == .both }
  private var isPlaced: Bool { keeping == .both || keeping == .places }

  /// A column whose texts are copied.
  init() {}

  /// A column of which only the places may be kept; with `isHashed`, hashes too.
  init(ofPlacesHashed isHashed: Bool) {
    keeping = .both
    self.isHashed = isHashed
  }

  /// The number of rows.
  var count: Int {
    switch keeping {
    case .copies, .both: ends.count
    case .places: places.count
    case .counted: counted.count
    }
  }

  /// Adds a row.
  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Adds a row.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Adds a row whose text stands at `place` in the file, with doubled quotes if so.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, at place: Range<Int>, hasDoubledQuotes: Bool
  ) {
    if keeping == .counted {
      if counted.isNext(text) { return counted.append() }
      copyCounted()
    }
    if isCopied { append(text) }
    if isPlaced {
      places.append(place, hasDoubledQuotes: hasDoubledQuotes)
      if isHashed { hashes.append(TextHash.shared.value(of: text)) }
    }
  }

  /// Decides by the rows so far whether texts are copied or only their places kept, or neither.
  mutating func settle() {
    guard keeping == .both else { return }
    if let numbers = countedCopies() {
      self = TextRows()
      counted = numbers
      keeping = .counted
    } else if bytes.count > Self.copiedLength * ends.count {
      keeping = .places
      bytes = []
      ends = TextEnds()
    } else {
      keeping = .copies
      places = TextPlaces()
      hashes = []
    }
  }

  /// The texts that were copied, if there are some and they count up.
  private func countedCopies() -> CountedTexts? {
    guard ends.count > 0, let first = withBytes(of: 0, { CountedTexts.number($0) }) else { return nil }
    var numbers = CountedTexts(from: first)
    for row in 0..<ends.count {
      guard withBytes(of: row, { numbers.isNext($0) }) else { return nil }
      numbers.append()
    }
    return numbers
  }

  /// Copies the texts after all, because the next one does not count up.
  private mutating func copyCounted() {
    keeping = .copies
    for row in 0..<counted.count { counted.withBytes(of: row) { append($0) } }
  }

  /// Makes room for `count` rows as long as those there are.
  mutating func reserve(_ count: Int) {
    if isCopied, ends.count > 0 {
      bytes.reserveCapacity(bytes.count * count / ends.count)
      ends.reserveCapacity(count)
    }
    if isPlaced { places.reserve(count) }
    if isPlaced, isHashed { hashes.reserveCapacity(count) }
  }

  /// Adds empty rows until there are `count`.
  mutating func fill(to count: Int) {
    while ends.count < count { ends.append(bytes.count) }
  }

  /// Takes back all rows from `count` on.
  mutating func truncate(to count: Int) {
    if isPlaced {
      places.truncate(to: count)
      if isHashed, hashes.count > count { hashes.removeLast(hashes.count - count) }
    }
    if keeping == .counted { counted.truncate(to: count) }
    guard isCopied, ends.count > count else { return }
    ends.truncate(to: count)
    bytes.removeLast(bytes.count - ends.last)
  }

  /// The hash of a row's text.
  func hash(of row: Int) -> UInt64 {
    isHere ? withBytes(of: row) { TextHash.shared.value(of: $0) } : hashes[row]
  }

  /// Gives the bytes of a row, which must be here, to `body`.
  @inline(__always)
  func withBytes<Result>(of row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if keeping == .counted { return counted.withBytes(of: row, body) }
    let range = ends.range(of: row)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Whether a row, which must be copied, has these bytes.
  @inline(__always)
  func isEqual(_ text: UnsafeBufferPointer<UInt8>, at row: Int) -> Bool {
    let range = ends.range(of: row)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < text.count, bytes[range.lowerBound &+ offset] == text[offset] { offset &+= 1 }
      return offset == text.count
    }
  }

  /// The text of a row, which must be here.
  subscript(row: Int) -> String {
    withBytes(of: row) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether each text, which must be here, is longer than the one before, or as long and greater.
  var isAscending: Bool {
    keeping == .counted
      || bytes.withUnsafeBufferPointer { bytes in
        var last = UnsafeBufferPointer(rebasing: bytes[..<0])
        for row in 0..<ends.count {
          let next = UnsafeBufferPointer(rebasing: bytes[ends.range(of: row)])
          if row > 0, !Self.isAscending(last, next) { return false }
          last = next
        }
        return true
      }
  }

  /// Whether the second text is longer than the first, or as long and greater.
  @inline(__always)
  static func isAscending(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return left.count < right.count }
    for index in 0..<left.count where left[index] != right[index] { return left[index] < right[index] }
    return false
  }

  /// The column as predictions hold it; `file` is where places are.
  func column(in file: ReadableFile) -> TextColumn {
    switch keeping {
    case .copies, .both: TextColumn(bytes: bytes, ends: ends)
    case .places: TextColumn(FileTexts(places, in: file))
    case .counted: TextColumn(counted)
    }
  }
}
