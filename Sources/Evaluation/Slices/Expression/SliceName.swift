/// A column as an expression names it.
struct SliceName: Hashable, Sendable {
  /// The name, without backquotes.
  let name: String
  /// Where it stands, in bytes from 0.
  let offset: Int
}
