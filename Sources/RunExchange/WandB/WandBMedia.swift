import Diagnostics
import FileFormats

/// Something that wandb logged as a file beside the log.
struct WandBMedia {
  /// wandb's name for what it is: `table-file`, `image-file`.
  var type: String
  /// The file's path below `files/`, as the log has it; never trusted.
  var path: String?
  /// The step at which it was logged.
  var step: Int

  /// Something with these members; nil if they do not say of what type it is.
  init?(_ members: [ExactString: JSONValue], step: Int) {
    guard let type = members["_type"]?.string else { return nil }
    self.type = type
    path = members["path"]?.string
    self.step = step
  }
}
