package import Diagnostics

/// Proves that every link inside the site leads somewhere, and that no page loads anything from outside.
///
/// ```swift
/// var checker = LinkChecker()
/// checker.add(page: bytes, at: route)
/// checker.add(file: imageRoute)
/// checker.diagnostics  // one error for each dead link
/// ```
package struct LinkChecker: Sendable {
  private var pages: [Route: PageScan] = [:]
  private var files: Set<Route> = []

  /// A checker of an empty site.
  package init() {}

  /// Adds a page: its links are checked, and others may lead to it and to its ids.
  package mutating func add(page bytes: [UInt8], at route: Route) {
    add(PageScan(bytes), at: route)
  }

  /// Adds a page that was taken apart already.
  mutating func add(_ page: PageScan, at route: Route) {
    pages[route] = page
    files.insert(route)
  }

  /// Adds a file that is no page: others may lead to it.
  package mutating func add(file route: Route) {
    files.insert(route)
  }

  /// What is wrong, in the order of the pages' routes and of the links on each.
  package var diagnostics: [Diagnostic] {
    var log = DiagnosticLog()
    for (route, page) in pages.sorted(by: { $0.key < $1.key }) {
      for reference in page.references {
        if let problem = problem(with: reference, on: route, page) { log.add(problem) }
      }
    }
    return log.diagnostics
  }

  private func problem(with reference: PageScan.Reference, on route: Route, _ page: PageScan) -> Diagnostic? {
    if reference.attribute == "srcset" || Self.isOutside(reference.value) {
      guard reference.element != "a" else { return nil }
      return diagnostic(
        "site.outside-load", reference, on: route, expected: "only what the site itself holds")
    }
    if reference.value.hasPrefix("data:") { return nil }
    guard let relative = RelativeReference(reference.value) else {
      return diagnostic("site.dead-link", reference, on: route, expected: "a link relative to the page")
    }
    guard let target = relative.resolved(from: route), files.contains(target) else {
      return diagnostic("site.dead-link", reference, on: route, expected: "a file of the site")
    }
    guard let fragment = relative.fragment, !fragment.isEmpty, let ids = pages[target]?.ids else {
      return nil
    }
    if ids.contains(fragment) { return nil }
    return diagnostic("site.dead-fragment", reference, on: route, expected: "an id on \(target.path)")
  }

  private static func isOutside(_ value: String) -> Bool {
    ["http:", "https:", "mailto:", "//"].contains { value.lowercased().hasPrefix($0) }
  }

  private func diagnostic(
    _ kind: String, _ reference: PageScan.Reference, on route: Route, expected: String
  ) -> Diagnostic {
    Diagnostic(
      .error, .init(kind), at: SourcePlace(path: route.path, line: reference.line),
      found: "\(reference.attribute) \(VisibleText.quoting(reference.value)) of <\(reference.element)>",
      expected: expected)
  }
}
