import Diagnostics

extension ExactString {
  /// The label as messages name it: in quotation marks, cut, with what is invisible escaped.
  var quoted: String { VisibleText.quoting(text) }
}
