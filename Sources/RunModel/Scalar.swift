import Diagnostics

/// One value of a parameter, a metric or a dict: what it is, and exactly how it was written.
///
/// Some tools store every number as text. A scalar keeps that text for display and for writing it back, and
/// still gives its ``number`` for sorting, comparing and plotting: the text `"0.1"` and the number `0.1` are
/// equal as numbers and different as kinds.
///
/// ```swift
/// Scalar.text("1e-07").number   // 1e-07
/// Scalar.real(0.25).text        // "0.25"
/// Scalar.text("relu").number    // nil
/// ```
public struct Scalar: Hashable, Sendable {
  /// What the source said the value is.
  public enum Kind: String, Hashable, Sendable {
    /// Text, also text that reads as a number.
    case text
    /// A whole number.
    case integer
    /// A number with a fraction or exponent, or a non-finite one.
    case real
    /// True or false.
    case boolean
    /// Nothing.
    case null
    /// A list or an object; the text is its JSON.
    case json
  }

  /// What the source said the value is.
  public let kind: Kind
  /// The value as written: `0.10` stays `0.10`.
  public let text: String

  /// A value of a kind, with the text it was written as.
  public init(_ kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  /// Text.
  public static func text(_ value: String) -> Scalar { Scalar(.text, text: value) }
  /// A whole number.
  public static func integer(_ value: Int) -> Scalar { Scalar(.integer, text: String(value)) }
  /// A number, written with the fewest digits that read back as the same number; `nan`, `inf`, `-inf`.
  public static func real(_ value: Double) -> Scalar { Scalar(.real, text: "\(value)") }
  /// A truth value.
  public static func boolean(_ value: Bool) -> Scalar { Scalar(.boolean, text: value ? "true" : "false") }

  /// Whether kind and text are the same, byte for byte; see ``hasSameValue(as:)`` for what they mean.
  public static func == (left: Scalar, right: Scalar) -> Bool {
    left.kind == right.kind && ExactString(left.text) == ExactString(right.text)
  }

  /// Hashes kind and text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(ExactString(text))
  }
}
