/// Cuts texts into words, as scikit-learn's vectorisers do by default.
///
/// ```swift
/// TextTokens.words(of: "A b, C3PO and user_1!")  // ["c3po", "and", "user_1"]
/// ```
///
/// Text is put in lower case, scalar by scalar. A word is a run of at least two letters, digits and underscores as long as
/// can be: Unicode scalars of the general categories L and N, and `_`. Accents of their own (category M) end a word.
enum TextTokens {
  /// The words of a text, in order.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if word.count > 1 { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      for scalar in lowerCase(scalar) {
        if isOfWord(scalar) { word.append(scalar) } else { end() }
      }
    }
    end()
    return words
  }

  /// All runs of `shortest` to `longest` words, joined by a blank: shorter ones first, each in order.
  static func runs(of words: [String], from shortest: Int, to longest: Int) -> [String] {
    var runs: [String] = []
    for length in shortest...max(shortest, longest) where length <= words.count {
      if length == 1 {
        runs += words
      } else {
        for start in 0...words.count - length {
          runs.append(words[start..<start + length].joined(separator: " "))
        }
      }
    }
    return runs
  }

  private static func lowerCase(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII {
      let isUpper = (0x41...0x5A).contains(scalar.value)
      return [isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar]
    }
    return Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": return true
    default:
      if scalar.isASCII { return false }
      return switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}
