/// The texts and numbers of a list, in which a value may be.
struct SliceLiterals: Sendable {
  /// The texts as UTF-8.
  var texts: Set<[UInt8]> = []
  /// The numbers.
  var numbers: Set<Double> = []
}
