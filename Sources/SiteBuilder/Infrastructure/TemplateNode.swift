import Diagnostics

/// A part of a template that names something.
struct TemplateNode: Sendable {
  /// What it does with the name.
  var kind: Kind
  /// The name as written.
  var name: String
  /// Where its tag starts.
  var place: SourcePlace
  /// What stands between its tag and the closing one.
  var children: [TemplateNode] = []

  /// The tags of Mustache that templates here may use.
  enum Kind: Sendable {
    /// `{{name}}`
    case escaped
    /// `{{{name}}}` or `{{&name}}`
    case unescaped
    /// `{{#name}}…{{/name}}`
    case section
    /// `{{^name}}…{{/name}}`
    case invertedSection
    /// `{{>name}}`
    case partial
    /// `{{<name}}…{{/name}}`
    case parent
    /// `{{$name}}…{{/name}}`
    case block
  }
}
