/// A piece of an experiment that is run, recorded and told about: training, evaluating, predicting, anything.
///
/// ```swift
/// struct CountWordsTask: ExperimentTask {
///   var text: String
///   var parameters: TaskParameters { ["text": .text(text)] }
///
///   func run(in directory: String) async throws -> Int {
///     text.split(separator: " ").count
///   }
/// }
/// ```
///
/// (`Task` itself is a name of Swift's own.) Its files are named for its type: `count_words_task.params`.
public protocol ExperimentTask: Sendable {
  /// What comes of it.
  associatedtype Output: Sendable

  /// The name of its files, without suffix; by default the type's own as ``TaskName/snakeCase(_:)`` writes it.
  static var typeName: String { get }

  /// What it was given, as it is recorded before the task runs. Never a password.
  var parameters: TaskParameters { get }

  /// Does the work.
  ///
  /// - Parameter directory: The folder for its files, which is there. The first task of a type shares it with tasks of
  ///   other types, so that its files should bear names of their own; every further one has a folder to itself.
  /// - Returns: The result.
  /// - Throws: Any error; it is recorded, told to the notifiers and thrown again as it is.
  func run(in directory: String) async throws -> Output
}

extension ExperimentTask {
  /// The type's name in small letters, with `_` before what was a capital.
  public static var typeName: String { TaskName.snakeCase(String(describing: Self.self)) }

  /// None.
  public var parameters: TaskParameters { TaskParameters() }
}
