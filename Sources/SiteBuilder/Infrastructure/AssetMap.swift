import Diagnostics
import Markup

/// Where each asset is published: its name with eight digits of its SHA-256 before the extension.
///
/// A name that changes with the content may be cached for ever. References from style sheets, `url(…)`, are
/// replaced by final names before the sheet itself is named.
///
/// ```swift
/// let map = try AssetMap(assets)
/// map.route(of: "css/base.css")  // assets/css/base-1f0a6b3c.css
/// ```
package struct AssetMap: Sendable {
  /// The folder of the site that holds all assets.
  package static let folder = "assets"

  /// What is published, in the order of the routes.
  package private(set) var files: [Route: [UInt8]] = [:]
  private var routes: [ExactString: Route] = [:]
  private let sources: [ExactString: Asset]

  /// Names the assets.
  ///
  /// - Throws: ``SiteError`` with one diagnostic for each reference from a style sheet that leads to no asset,
  ///   to the outside or in a circle, and for each name that cannot be published.
  package init(_ assets: [Asset]) throws(SiteError) {
    sources = Dictionary(assets.map { (ExactString($0.name), $0) }) { $1 }
    var log = DiagnosticLog()
    for asset in assets { publish(asset, path: [], log: &log) }
    guard log.isEmpty else { throw SiteError(log.diagnostics) }
  }

  /// The route of the asset called `name`.
  ///
  /// - Throws: ``SiteError`` with a near name if there is none.
  package func route(of name: String) throws(SiteError) -> Route {
    guard let route = routes[ExactString(name)] else {
      throw SiteError([unknown(name, at: nil)])
    }
    return route
  }

  /// The published content of the asset called `name`; throws like ``route(of:)``.
  package func bytes(of name: String) throws(SiteError) -> [UInt8] {
    files[try route(of: name)] ?? []
  }

  /// A digest of all final names: part of the key of every page that may link to any of them.
  package var digest: String {
    var digest = ContentDigest()
    for route in files.keys.sorted() { digest.add(route.path) }
    return digest.hex
  }

  /// Publishes the asset after those it refers to; `path` are the assets that led here.
  private mutating func publish(_ asset: Asset, path: [ExactString], log: inout DiagnosticLog) {
    let name = ExactString(asset.name)
    guard routes[name] == nil else { return }
    guard let plain = Route(path: asset.name) else {
      return log.add(problem("the asset name \(VisibleText.quoting(asset.name))", at: asset.name))
    }
    var bytes = asset.bytes
    if FilePath.fileExtension(of: asset.name) == "css" {
      bytes = rewritten(asset, from: plain, path: path + [name], log: &log)
    }
    let route = Route([Self.folder] + plain.segments.dropLast() + [finalName(plain, of: bytes)])
    routes[name] = route
    files[route] = bytes
  }

  /// The style sheet with final names in its references.
  private mutating func rewritten(
    _ asset: Asset, from route: Route, path: [ExactString], log: inout DiagnosticLog
  ) -> [UInt8] {
    let sheet = StyleSheetReferences(asset.bytes)
    for place in sheet.imports {
      log.add(problem("an @import", expected: "style sheets that stand alone", at: asset.name, line: place))
    }
    return sheet.replacing { reference, line in
      guard let target = Self.target(of: reference, from: route) else {
        if reference.hasPrefix("data:") || reference.hasPrefix("#") { return nil }
        let found = "the reference \(VisibleText.quoting(reference))"
        log.add(problem(found, expected: "an asset of the site", at: asset.name, line: line))
        return nil
      }
      let name = ExactString(target.path)
      guard let source = sources[name] else {
        log.add(unknown(target.path, at: SourcePlace(path: "Resources/" + asset.name, line: line)))
        return nil
      }
      guard !path.contains(name) else {
        log.add(problem("references in a circle", at: asset.name, line: line))
        return nil
      }
      publish(source, path: path, log: &log)
      let from = Route([Self.folder] + route.segments)
      return routes[name]?.link(from: from).string
    }
  }

  /// The asset that a relative reference leads to; nothing for other kinds of reference.
  private static func target(of reference: String, from route: Route) -> Route? {
    RelativeReference(reference).flatMap { $0.resolved(from: route) }
  }

  private func finalName(_ route: Route, of bytes: [UInt8]) -> String {
    let name = FilePath.name(of: route.path)
    let suffix = FilePath.fileExtension(of: name)
    let hash = ContentDigest.sha256(of: bytes).prefix(8)
    guard !suffix.isEmpty else { return "\(name)-\(hash)" }
    let stem = String(decoding: name.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self)
    return "\(stem)-\(hash).\(suffix)"
  }

  private func problem(
    _ found: String, expected: String = "a path below the folder of resources", at name: String,
    line: Int? = nil
  ) -> Diagnostic {
    let place = SourcePlace(path: "Resources/" + name, line: line)
    return Diagnostic(.error, .init("site.asset-reference"), at: place, found: found, expected: expected)
  }

  private func unknown(_ name: String, at place: SourcePlace?) -> Diagnostic {
    let near = NearestName.suggestion(for: name, among: sources.keys.sorted().map(\.text))
    return Diagnostic(
      .error, .init("site.unknown-asset"), at: place, found: "the asset name \(VisibleText.quoting(name))",
      expected: near.map { "a file of the resources; perhaps \($0)" } ?? "a file of the resources")
  }
}
