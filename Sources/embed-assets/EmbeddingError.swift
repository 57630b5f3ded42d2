/// Why the assets could not be embedded.
struct EmbeddingError: Error, CustomStringConvertible {
  let message: String

  var description: String { message }
}
