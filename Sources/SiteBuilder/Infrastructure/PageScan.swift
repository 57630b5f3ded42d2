/// What a finished page refers to and what it can be referred to by, read from its HTML.
///
/// A small reader of tags, after the tokenizer of the HTML standard as far as our own pages and users' templates
/// need it: quoted and bare attribute values, comments, and elements whose content is not markup.
struct PageScan: Sendable {
  /// An attribute that names another resource.
  struct Reference: Hashable, Sendable {
    /// The element's name in lower case.
    var element: String
    /// The attribute's name in lower case.
    var attribute: String
    /// Its value with character references replaced.
    var value: String
    /// The line of the tag, from 1.
    var line: Int
  }

  /// Every `id` of the page.
  private(set) var ids: Set<String> = []
  /// Every `href`, `src` and their like.
  private(set) var references: [Reference] = []

  /// Reads the page.
  init(_ bytes: [UInt8]) {
    var reader = TagReader(bytes)
    while let tag = reader.next() {
      for attribute in tag.attributes {
        switch attribute.name {
        case "id": ids.insert(CharacterReferences.replaced(in: attribute.value))
        case "href", "src", "xlink:href", "poster", "data", "action", "formaction", "srcset":
          let value = CharacterReferences.replaced(in: attribute.value)
          references.append(
            Reference(element: tag.name, attribute: attribute.name, value: value, line: tag.line))
        default: break
        }
      }
    }
  }
}
