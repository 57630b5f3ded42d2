import Diagnostics

/// The ids of one page: each is given out once, and those that a figure's drawing derives from its own are kept free.
///
/// ```swift
/// var ids = PageIDs()
/// ids.claim("roc", isFigure: true)  // "roc", and with it "roc-t", "roc-d", "roc-c1", …
/// ids.claim("roc")                  // "roc-2"
/// ids["roc"]                        // "roc": links lead to the first
/// ```
struct PageIDs: Sendable {
  private var firsts: [ExactString: String] = [:]
  private var taken: Set<String> = ["main"]
  private var figures: Set<String> = []
  private var origins: Set<String> = []
  private var counts: [String: Int] = [:]
  private var names: [ExactString: Int] = [:]

  /// The id of the first that claimed `slug`, if any did.
  subscript(slug: String) -> String? { firsts[ExactString(slug)] }

  /// An id for `slug` that nobody else on the page has: the slug itself, or the slug with a number.
  mutating func claim(_ slug: String, isFigure: Bool = false) -> String {
    let plain = Slug.name(for: slug)
    var id = plain
    while !isFree(id, isFigure: isFigure) {
      counts[plain, default: 1] += 1
      id = "\(plain)-\(counts[plain, default: 1])"
    }
    take(id, for: slug, isFigure: isFigure)
    return id
  }

  /// A name for a region that no other region of the page has: the name itself, or the name with a number.
  mutating func distinctName(_ name: String) -> String {
    names[ExactString(name), default: 0] += 1
    let count = names[ExactString(name), default: 1]
    return count == 1 ? name : distinctName("\(name) (\(count))")
  }

  /// Whether `slug` could be had as it is; if so, it is taken now.
  mutating func claimExactly(_ slug: String) -> Bool {
    guard Slug.name(for: slug) == slug, isFree(slug, isFigure: false) else { return false }
    take(slug, for: slug, isFigure: false)
    return true
  }

  private mutating func take(_ id: String, for slug: String, isFigure: Bool) {
    taken.insert(id)
    if isFigure { figures.insert(id) }
    if let origin = Self.origin(of: id) { origins.insert(origin) }
    if firsts[ExactString(slug)] == nil { firsts[ExactString(slug)] = id }
  }

  private func isFree(_ id: String, isFigure: Bool) -> Bool {
    if taken.contains(id) || isFigure && origins.contains(id) { return false }
    return Self.origin(of: id).map(figures.contains) != true
  }

  /// The figure whose drawing would have the id `id`, for its title, its description or a clip.
  private static func origin(of id: String) -> String? {
    guard let hyphen = id.lastIndex(of: "-") else { return nil }
    let suffix = id[id.index(after: hyphen)...]
    let isClip = suffix.count > 1 && suffix.first == "c" && suffix.dropFirst().allSatisfy(\.isNumber)
    return suffix == "t" || suffix == "d" || isClip ? String(id[..<hyphen]) : nil
  }
}
