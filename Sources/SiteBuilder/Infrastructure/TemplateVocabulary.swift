/// The names that a page gives to its templates, with those of its parts below them.
package struct TemplateVocabulary: Sendable {
  /// The names, in the order in which they are documented.
  package let names: [TemplateName]

  /// A vocabulary of these names.
  package init(_ names: [TemplateName]) {
    self.names = names
  }

  /// The name spelt `name`, if there is one.
  package subscript(name: String) -> TemplateName? {
    names.first { $0.name == name }
  }
}

/// A name that templates may use.
package struct TemplateName: Sendable {
  /// The name itself.
  package let name: String
  /// What it stands for, in one line.
  package let summary: String
  /// What may be done with it.
  package let content: TemplateContent

  /// A name.
  package init(_ name: String, _ summary: String, _ content: TemplateContent) {
    self.name = name
    self.summary = summary
    self.content = content
  }
}

/// What a name in a template stands for, and so how it may be used.
package enum TemplateContent: Sendable {
  /// Text, to be escaped: `{{name}}`; as a section, drawn if there is any, with `{{.}}` inside.
  case text
  /// Yes or no: a section only.
  case flag
  /// Finished markup: `{{{name}}}`; as a section, drawn if there is any, with `{{{.}}}` inside.
  case fragment
  /// Texts: a section, drawn for each, with `{{.}}` inside.
  case texts
  /// A part with names of its own: a section, drawn if it is there.
  case object(TemplateVocabulary)
  /// Parts with names of their own: a section, drawn for each.
  case list(TemplateVocabulary)
}

extension TemplateVocabulary {
  /// The documentation: a line for each name, parts indented below their own.
  ///
  /// ```
  /// title     text    What the page is about.
  /// sections  list    The sections, in reading order.
  ///   slug    text    Names the section within its page.
  /// ```
  package var outline: String {
    let rows = rows(indent: "")
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let kindWidth = rows.map(\.kind.count).max() ?? 0
    return rows.map { row in
      Self.padded(row.name, nameWidth) + "  " + Self.padded(row.kind, kindWidth) + "  " + row.summary + "\n"
    }
    .joined()
  }

  private func rows(indent: String) -> [(name: String, kind: String, summary: String)] {
    names.flatMap { name -> [(name: String, kind: String, summary: String)] in
      let row = (name: indent + name.name, kind: name.content.kind, summary: name.summary)
      switch name.content {
      case .object(let parts), .list(let parts): return [row] + parts.rows(indent: indent + "  ")
      case .text, .flag, .fragment, .texts: return [row]
      }
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension TemplateContent {
  /// The kind in one word.
  var kind: String {
    switch self {
    case .text: "text"
    case .flag: "flag"
    case .fragment: "markup"
    case .texts: "texts"
    case .object: "object"
    case .list: "list"
    }
  }
}
