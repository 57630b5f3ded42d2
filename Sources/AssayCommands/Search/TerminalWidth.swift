import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How wide the terminal is that standard error is.
enum TerminalWidth {
  /// Columns, from 20 to 500; 80 where it does not say.
  static var columns: Int {
    var size = winsize()
    let request = UInt(TIOCGWINSZ)
    guard ioctl(STDERR_FILENO, request, &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 20), 500)
  }

  /// `line` cut so that it takes at most `columns`; characters that may be two columns wide count as two.
  ///
  /// - Precondition: The line has no control characters.
  static func fit(_ line: String, columns: Int) -> String {
    var width = 0
    var fitting = ""
    for scalar in line.unicodeScalars {
      width += scalar.value < 0x1100 ? 1 : 2
      if width > columns - 1 { return fitting + "…" }
      fitting.unicodeScalars.append(scalar)
    }
    return fitting
  }
}
