import Diagnostics
import FileFormats

/// What the names in the lines of one piece serve as; names without a role become attributes as they are met.
struct JSONNames: Sendable {
  /// The names of the attributes, in the order of their columns behind those of the layout.
  private(set) var attributes: [ExactString] = []

  private var names = TextTable()
  /// What the name of each number serves as; nothing for attributes beyond the limit.
  private var roles: [JSONRole?] = []
  private let namedColumnCount: Int
  private var scratch: [UInt8] = []

  /// The most attributes: more are data, not something to slice by.
  private static let attributeLimit = 100

  init(_ layout: JSONLayout) {
    namedColumnCount = layout.purposes.count
    for (name, role) in layout.roles.sorted(by: { $0.key < $1.key }) {
      names.insert(name.text)
      roles.append(role)
    }
  }

  /// What a name serves as.
  mutating func role(of name: JSONText, _ cursor: JSONCursor) -> JSONRole? {
    scratch.removeAll(keepingCapacity: true)
    cursor.append(name, to: &scratch)
    let number = Int(scratch.withUnsafeBufferPointer { names.insert($0) })
    if number < roles.count { return roles[number] }
    if attributes.count < Self.attributeLimit {
      roles.append(.text(namedColumnCount + attributes.count))
      attributes.append(ExactString(String(decoding: scratch, as: UTF8.self)))
    } else {
      roles.append(nil)
    }
    return roles[number]
  }
}
