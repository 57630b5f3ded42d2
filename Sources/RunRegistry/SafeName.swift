import Diagnostics

/// Which names from outside may become paths.
///
/// An id or a file name may contain `/` and then is several folders; none of its parts may lead anywhere else.
package enum SafeName {
  /// What is wrong with `id` as the id of an experiment, a variant or a run, or nil if nothing is.
  ///
  /// Beyond what ``problem(of:)`` refuses, no part of it may be the name of one of the registry's own files.
  package static func problem(ofID id: String) -> String? {
    if let problem = problem(of: id) { return problem }
    for part in id.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(Substring(part))
      if name.hasPrefix(RegistryLayout.workshop) || reserved.contains(name) {
        return "\(VisibleText.quoting(name)) is a name that a registry needs for itself"
      }
    }
    return nil
  }

  private static let reserved: Set<String> = [
    RegistryLayout.metadata, RegistryLayout.registryMarker, RegistryLayout.experimentMarker,
    RegistryLayout.variantMarker, ".git",
  ]

  /// What is wrong with `name` as a path below a folder, or nil if nothing is.
  static func problem(of name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.contains(0) { return "it contains a NUL character" }
    if name.utf8.first == UInt8(ascii: "/") { return "it is an absolute path" }
    for part in name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "it has an empty part between slashes" }
      if part.elementsEqual("..".utf8) { return "it leads to a folder above by “..”" }
      if part.elementsEqual(".".utf8) { return "it has a part “.”" }
      if part.count > 255 { return "a part of it is longer than 255 bytes" }
    }
    return name.utf8.count > 4000 ? "it is longer than 4000 bytes" : nil
  }
}
