import Diagnostics
package import Markup

/// Where a file of the site lies, counted from the site's own folder: `experiments/digits/index.html`.
///
/// Links between routes are relative and name the file in full, so that a page works from disk and under any
/// prefix of a server.
///
/// ```swift
/// let run = Route("runs", "12", "index.html")
/// run.link(from: Route("index.html")).string      // "runs/12/index.html"
/// Route("index.html").link(from: run).string      // "../../index.html"
/// run.link(from: run, fragment: "errors").string  // "#errors"
/// ```
package struct Route: Sendable {
  /// The folders and the file name, outermost first.
  package let segments: [String]

  /// A route of these segments, which must have been made safe (see ``Slug``).
  ///
  /// - Precondition: at least one segment; none empty, `.` or `..`, none with a slash, backslash or NUL.
  package init(_ segments: [String]) {
    precondition(
      !segments.isEmpty && segments.allSatisfy(Self.isSafe), "a route needs safe segments: \(segments)")
    self.segments = segments
  }

  /// A route of these segments; see ``init(_:)-([String])``.
  package init(_ segments: String...) {
    self.init(segments)
  }

  /// The route of these segments, if all are safe: for names that come from outside.
  package init?(validating segments: [String]) {
    guard !segments.isEmpty, segments.allSatisfy(Self.isSafe) else { return nil }
    self.segments = segments
  }

  /// The route that `path` spells, if it stays inside the site.
  package init?(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    self.init(validating: parts.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The path below the site's folder, with `/`.
  package var path: String { segments.joined(separator: "/") }

  /// The route of a file of this name beside this one.
  package func sibling(_ name: String) -> Route {
    Route(segments.dropLast() + [name])
  }

  private static func isSafe(_ segment: String) -> Bool {
    !segment.isEmpty && segment != "." && segment != ".."
      && !segment.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == 0 }
  }
}

extension Route {
  /// The relative link from the page at `page` to this file.
  ///
  /// A link to the page itself is its file name, or only the fragment if there is one.
  package func link(from page: Route, fragment: String? = nil) -> SafeURL {
    if let fragment, page == self { return .fragment(fragment) }
    let origin = page.segments.dropLast()
    let folders = segments.dropLast()
    let shared = zip(origin, folders).prefix { ExactString($0) == ExactString($1) }.count
    let ups = Array(repeating: "..", count: origin.count - shared)
    return SafeURL(path: (ups + segments.dropFirst(shared)).joined(separator: "/"), fragment: fragment)
  }
}

extension Route: Hashable, Comparable {
  package static func == (left: Route, right: Route) -> Bool {
    ExactString(left.path) == ExactString(right.path)
  }

  /// Orders by the bytes of the path.
  package static func < (left: Route, right: Route) -> Bool {
    ExactString(left.path) < ExactString(right.path)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(path))
  }
}

extension Route: CustomStringConvertible {
  package var description: String { path }
}
