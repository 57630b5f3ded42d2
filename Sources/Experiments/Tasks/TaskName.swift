import Diagnostics

/// Names of tasks as they stand in the names of files.
public enum TaskName {
  /// The name of a type in small letters, with `_` before every capital but the first: the file stems of skrobot.
  ///
  /// ```swift
  /// TaskName.snakeCase("HyperParametersSearchCrossValidationTask")  // hyper_parameters_search_cross_validation_task
  /// TaskName.snakeCase("TAPTask")                                   // t_a_p_task
  /// ```
  ///
  /// What stands from `<` on, the parameters of a generic type, is left out. Only ASCII letters, digits and `_` stay;
  /// anything else becomes `_`.
  public static func snakeCase(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8.prefix(while: { $0 != UInt8(ascii: "<") }) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
        bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "_"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The stem of the files of one execution: the name itself, then `name_0002`, `name_0003`, ….
  static func stem(_ name: String, execution: Int) -> String {
    execution == 1 ? name : name + "_" + padded(execution)
  }

  /// A number of at least four digits.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// What is wrong with `name` as a stem of files, or nil if nothing is.
  static func problem(of name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.count > 200 { return "it has more than 200 bytes" }
    if name.utf8.first == UInt8(ascii: ".") { return "it begins with a full stop" }
    if name.utf8.contains(UInt8(ascii: "/")) { return "it contains a slash" }
    if name != VisibleText.escaping(name) { return "it contains characters that cannot be seen" }
    return nil
  }
}
