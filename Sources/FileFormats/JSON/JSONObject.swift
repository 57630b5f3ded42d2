import Diagnostics

/// The members of an object in the order of the file, found by the bytes of their names.
///
/// Where a name occurs twice the last value counts and stands where the first one stood.
package struct JSONObject: Sendable {
  /// A name with its value.
  package struct Member: Sendable {
    /// The name, its escapes resolved.
    package let name: String
    /// The offset of the name's opening quote in the file.
    package let offset: Int
    /// The value.
    package var value: JSONValue

    /// A member at an offset.
    package init(name: String, offset: Int, value: JSONValue) {
      self.name = name
      self.offset = offset
      self.value = value
    }
  }

  /// The members, in the order of the file.
  package private(set) var members: [Member] = []
  /// Positions of the names; empty for small objects, where looking along the members is faster.
  private var positions: [ExactString: Int] = [:]

  private static let smallCount = 8

  /// An empty object.
  package init() {}

  /// The number of members.
  package var count: Int { members.count }

  /// The value of the member whose name has the same UTF-8 bytes.
  package subscript(_ name: String) -> JSONValue? {
    position(of: name).map { members[$0].value }
  }

  /// Adds a member; returns false if one of that name was there, whose value is then replaced.
  package mutating func add(_ member: Member) -> Bool {
    if let position = position(of: member.name) {
      members[position].value = member.value
      return false
    }
    members.append(member)
    if members.count == Self.smallCount + 1 {
      for (position, member) in members.enumerated() { positions[ExactString(member.name)] = position }
    } else if members.count > Self.smallCount {
      positions[ExactString(member.name)] = members.count - 1
    }
    return true
  }

  private func position(of name: String) -> Int? {
    if members.count > Self.smallCount { return positions[ExactString(name)] }
    let name = ExactString(name)
    return members.firstIndex { ExactString($0.name) == name }
  }
}
