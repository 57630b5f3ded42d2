import Foundation

/// What every page of Assay promises, whoever's templates and data made it.
struct PageRules {
  /// Attributes whose value the browser follows or loads.
  static let addresses: Set<String> = [
    "href", "xlink:href", "src", "srcset", "poster", "data", "action", "formaction", "background", "cite",
    "manifest", "ping", "longdesc",
  ]

  /// What is wrong with a page, in words; empty if nothing is.
  static func problems(of page: String, isSingleFile: Bool = false) -> [String] {
    let tags = PageTag.all(in: page)
    return frame(of: tags) + tags.flatMap { problems(of: $0, isSingleFile: isSingleFile) }
  }

  /// The problems of all pages of a site, each led by the page's path.
  static func problems(of site: FolderContents) -> [String] {
    site.texts(ending: ".html").flatMap { page in problems(of: page.text).map { "\(page.name): \($0)" } }
  }

  /// Language, title, one heading, and the policy before anything that it governs.
  private static func frame(of tags: [PageTag]) -> [String] {
    var problems: [String] = []
    if tags.first?.name != "html" || tags.first?.attributes["lang"] != "en" {
      problems.append("no language")
    }
    let titles = tags.filter { $0.name == "title" }
    if titles.first?.text.allSatisfy(\.isWhitespace) ?? true { problems.append("no title") }
    let headings = tags.count { $0.name == "h1" }
    if headings != 1 { problems.append("\(headings) main headings") }
    let head = tags.prefix(4).map { $0.attributes["http-equiv"] ?? $0.name }
    if head != ["html", "head", "meta", "Content-Security-Policy"] {
      problems.append("the policy does not stand directly behind the charset: \(head)")
    }
    let policy = tags.first { $0.attributes["http-equiv"] != nil }?.attributes["content"] ?? ""
    if !policy.hasPrefix("default-src 'none'; ") || policy.contains("unsafe") || policy.contains("*") {
      problems.append("the policy allows much: \(policy)")
    }
    return problems
  }

  private static func problems(of tag: PageTag, isSingleFile: Bool) -> [String] {
    var problems: [String] = []
    for (name, value) in tag.attributes {
      if name == "style" || name.hasPrefix("on") { problems.append("<\(tag.name) \(name)=\"\(value)\">") }
      if addresses.contains(name), !isAllowed(value, of: tag, isSingleFile: isSingleFile) {
        problems.append("<\(tag.name) \(name)=\"\(value.prefix(80))\">")
      }
    }
    let isData = tag.attributes["type"] == "application/json"
    if tag.name == "script", !isData, tag.attributes["src"] == nil || isSingleFile {
      problems.append("an inline script: \(tag.text.prefix(80))")
    }
    if tag.name == "style", !isSingleFile { problems.append("an inline style sheet") }
    if tag.name == "iframe", tag.attributes["sandbox"] != "" { problems.append("a frame without sandbox") }
    if ["base", "object", "embed", "applet", "frame"].contains(tag.name) { problems.append("<\(tag.name)>") }
    return problems
  }

  /// A relative address, or an image as data; of a single file, an address on the page or an image as data.
  private static func isAllowed(_ address: String, of tag: PageTag, isSingleFile: Bool) -> Bool {
    if tag.name == "img", address.hasPrefix("data:image/") { return true }
    if isSingleFile { return address.hasPrefix("#") }
    return !address.hasPrefix("/") && !address.hasPrefix("\\")
      && !address.contains(/^[A-Za-z][A-Za-z0-9+.-]*:/)
  }

  /// The references of a style sheet that lead out of the site.
  static func problems(ofStyleSheet css: String) -> [String] {
    css.matches(of: /url\(\s*["']?([^"')]*)|@import\s*["']([^"']*)/).compactMap { match in
      let address = String(match.output.1 ?? match.output.2 ?? "")
      let leavesSite = address.hasPrefix("/") || address.contains(/^[A-Za-z][A-Za-z0-9+.-]*:/)
      return leavesSite && !address.hasPrefix("data:image/") ? "url(\(address.prefix(80)))" : nil
    }
  }
}
