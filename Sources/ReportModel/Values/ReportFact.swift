/// A name and what is to be said of it.
package struct ReportFact: Hashable, Sendable {
  /// The name.
  package var name: String
  /// What is said.
  package var text: RichText

  /// A fact.
  package init(_ name: String, _ text: RichText) {
    self.name = name
    self.text = text
  }
}
