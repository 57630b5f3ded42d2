package import Diagnostics

/// The names given out in one folder: one for each id, no two alike, also on disks that ignore case.
///
/// The first id to ask gets the plain name; ask in the order of the ids, then every build gives the same names.
///
/// ```swift
/// var names = SlugRegistry(reserved: ["index"])
/// names.name(for: "digits")  // "digits"
/// names.name(for: "Digits")  // "Digits-9cd500d3"
/// names.name(for: "index")   // "index-1bc04b52"
/// ```
package struct SlugRegistry: Sendable {
  private var names: [ExactString: String] = [:]
  private var taken: Set<String>

  /// No names yet; nobody gets the `reserved` ones.
  package init(reserved: [String] = []) {
    taken = Set(reserved.map { $0.lowercased() })
  }

  /// The folder name for `id`, the same at every call.
  package mutating func name(for id: String) -> String {
    register(id, Slug.name(for: id)) { Slug.name(for: id, digits: $0) }
  }

  /// The file name for `id`, with its extension, the same at every call.
  package mutating func fileName(for id: String) -> String {
    register(id, Slug.fileName(for: id)) { Slug.fileName(for: id, digits: $0) }
  }

  /// The name that was given to `id`, if it asked.
  package subscript(id: ExactString) -> String? { names[id] }

  private mutating func register(_ id: String, _ first: String, longer: (Int) -> String) -> String {
    let key = ExactString(id)
    if let name = names[key] { return name }
    var name = first
    for digits in [8, 12, 16, 32, 60] where taken.contains(name.lowercased()) { name = longer(digits) }
    taken.insert(name.lowercased())
    names[key] = name
    return name
  }
}
