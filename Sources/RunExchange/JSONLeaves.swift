import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// Flattens objects within objects.
enum JSONLeaves {
  /// Every value of an object that is none itself, under the names that lead to it with full stops between them.
  ///
  /// Lists and empty objects become JSON scalars, as do objects more than ``ImportLimit/depth`` deep. Of two values
  /// that come to have one name the later counts. Anything but an object gives nothing.
  ///
  /// ```swift
  /// JSONLeaves.of(value)  // {"a": {"b": 1}, "c": []} gives "a.b": 1, "c": []
  /// ```
  static func of(_ value: JSONValue?) -> [ExactString: Scalar] {
    guard let value, value.object != nil else { return [:] }
    var result: [ExactString: Scalar] = [:]
    collect(value, "", 0, &result)
    return result
  }

  private static func collect(
    _ value: JSONValue, _ prefix: String, _ depth: Int, _ result: inout [ExactString: Scalar]
  ) {
    for member in value.object?.members ?? [] {
      let name = prefix + member.name
      if let inner = member.value.object, inner.count > 0, depth < ImportLimit.depth {
        collect(member.value, name + ".", depth + 1, &result)
      } else {
        result[ExactString(name)] = Scalar(member.value)
      }
    }
  }
}
