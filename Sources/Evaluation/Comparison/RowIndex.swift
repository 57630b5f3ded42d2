import Diagnostics

/// The rows of predictions by id, without a string for each.
///
/// Ids are kept as hashes of 64 bits and compared byte by byte where hashes agree. Nothing that is reported depends on
/// the hashes.
struct RowIndex {
  private let predictions: Predictions
  private var slots: [Int32]
  private let mask: Int

  /// An index over all rows; `repeated` is the first row whose id was there before, if any.
  static func index(_ predictions: Predictions) -> (index: RowIndex, repeated: Int?) {
    var index = RowIndex(predictions)
    var row = 0
    for batch in predictions.batches {
      guard let ids = batch.ids else { continue }
      for offset in 0..<batch.count {
        let isNew = ids.withBytes(of: offset) { index.insert($0, row: row) }
        if !isNew { return (index, row) }
        row += 1
      }
    }
    return (index, nil)
  }

  private init(_ predictions: Predictions) {
    self.predictions = predictions
    var size = 64
    while size < 2 * predictions.count { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The row with this id; nil if there is none.
  func row(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: id)]
    return found < 0 ? nil : Int(found)
  }

  private mutating func insert(_ id: UnsafeBufferPointer<UInt8>, row: Int) -> Bool {
    let slot = slot(of: id)
    guard slots[slot] < 0 else { return false }
    slots[slot] = Int32(truncatingIfNeeded: row)
    return true
  }

  /// The slot that holds the id, or the free one where it belongs.
  private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(id))
    var slot = hasher.finalize() & mask
    while slots[slot] >= 0, !predictions.hasID(id, at: Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }
}

extension Predictions {
  /// Whether the row has this id, which is so only where rows have ids.
  func hasID(_ id: UnsafeBufferPointer<UInt8>, at row: Int) -> Bool {
    let place = place(of: row)
    return batches[place.batch].ids?.withBytes(of: place.offset) { $0.elementsEqual(id) } ?? false
  }

  /// Whether rows have ids of their own, and are not named by their numbers.
  var hasIDs: Bool { batches.contains { $0.ids != nil } }
}
