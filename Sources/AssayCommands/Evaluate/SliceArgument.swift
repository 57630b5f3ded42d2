import ArgumentParser
import Evaluation

/// Reads a slice expression from the command line.
enum SliceArgument {
  /// The expression that `text` is.
  ///
  /// - Throws: `ValidationError` that says where it goes wrong, what was found, what was expected.
  static func read(_ text: String) throws -> SliceExpression {
    do {
      return try SliceExpression(text)
    } catch {
      throw ValidationError(error.description)
    }
  }
}
