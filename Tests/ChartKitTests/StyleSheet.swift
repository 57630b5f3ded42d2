import Foundation
import TestSupport

/// What the site's style sheets say, for tests that hold drawings against them.
enum StyleSheet {
  /// The custom properties of light mode, by name without dashes.
  static func lightTokens() throws -> [String: String] {
    tokens(in: try text("tokens.css").split(separator: "@media")[0])
  }

  /// The custom properties of dark mode, by name without dashes.
  static func darkTokens() throws -> [String: String] {
    tokens(in: try text("tokens.css").split(separator: "@media")[1])
  }

  /// The text of one sheet.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: Fixture.packageFolder + "/Resources/css/" + name), encoding: .utf8)
  }

  private static func tokens(in sheet: Substring) -> [String: String] {
    var tokens: [String: String] = [:]
    for match in sheet.matches(of: /--([a-z0-9-]+): *(#[0-9a-f]+);/) {
      tokens[String(match.1)] = String(match.2)
    }
    return tokens
  }
}
