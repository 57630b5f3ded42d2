import Diagnostics

/// Names for files on a page: no more of each path than it takes to tell them apart.
///
/// A page that is handed on should not say where on whose machine its files lay.
enum PathNames {
  /// The names of `paths`, in their order; equal paths keep equal names.
  ///
  /// ```swift
  /// PathNames.shortest(of: ["/data/old/p.csv"])                 // ["p.csv"]
  /// PathNames.shortest(of: ["/tmp/old/p.csv", "/tmp/new/p.csv"]) // ["old/p.csv", "new/p.csv"]
  /// ```
  static func shortest(of paths: [String]) -> [String] {
    let parts = paths.map {
      $0.utf8.split(separator: UInt8(ascii: "/")).map { ExactString(String(Substring($0))) }
    }
    let different = Set(parts).count
    let longest = parts.map(\.count).max() ?? 0
    guard longest > 0 else { return paths }
    for count in 1..<longest {
      let names = parts.map { Array($0.suffix(count)) }
      if Set(names).count == different { return names.map { $0.map(\.text).joined(separator: "/") } }
    }
    return parts.map { $0.map(\.text).joined(separator: "/") }
  }
}
