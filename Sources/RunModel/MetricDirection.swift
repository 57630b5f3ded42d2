/// Which way a metric gets better.
public enum MetricDirection: String, Hashable, Sendable, CaseIterable {
  /// A score: more is better.
  case higherIsBetter = "higher"
  /// A loss: less is better.
  case lowerIsBetter = "lower"
  /// Not known; then no run is marked as best.
  case unknown

  /// What the name of a metric says, word by word: `val/accuracy`, `eval_loss`, `macro f1`, `valLoss`.
  ///
  /// A word for a loss outweighs one for a score (`brier score`, `precision error`); scikit-learn's prefix `neg_`
  /// turns a loss into a score. A name without a known word is ``unknown``.
  ///
  /// ```swift
  /// MetricDirection.known(for: "val/accuracy")  // .higherIsBetter
  /// MetricDirection.known(for: "rows")          // .unknown
  /// ```
  public static func known(for name: String) -> MetricDirection {
    let words = MetricWords.split(name)
    let isLoss = words.contains { matches($0, lowerWords) } || lowerPhrases.contains { contains(words, $0) }
    if isLoss { return words.first == "neg" ? .higherIsBetter : .lowerIsBetter }
    if contains(words, ["log", "likelihood"]) {
      return words.contains("neg") || words.contains("negative") ? .lowerIsBetter : .higherIsBetter
    }
    let isScore =
      words.contains { matches($0, higherWords) } || higherPhrases.contains { contains(words, $0) }
    return isScore ? .higherIsBetter : .unknown
  }

  /// Whether `better` is better than `other`; nil if the direction is unknown or a value is NaN.
  public func isBetter(_ better: Double, than other: Double) -> Bool? {
    guard !better.isNaN, !other.isNaN else { return nil }
    return switch self {
    case .higherIsBetter: better > other
    case .lowerIsBetter: better < other
    case .unknown: nil
    }
  }

  /// A known word, also with a number behind it: `bleu4`, `ap50`.
  private static func matches(_ word: String, _ known: Set<String>) -> Bool {
    if known.contains(word) { return true }
    let stem = word.utf8.reversed().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return stem.count < word.utf8.count && stem.count > 1
      && known.contains(String(decoding: stem.reversed(), as: UTF8.self))
  }

  private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }

  private static let lowerWords: Set<String> = [
    "loss", "losses", "logloss", "nll", "crossentropy", "entropy", "xent", "hinge", "deviance", "divergence",
    "error", "errors", "err", "rmse", "rmsle", "mse", "msle", "mae", "mape", "smape", "mase", "wape",
    "perplexity", "ppl", "brier", "ece", "ace", "mce", "eer", "wer", "cer", "ter", "fpr", "fnr", "fdr",
    "hamming",
    "time", "seconds", "secs", "minutes", "hours", "milliseconds", "ms", "duration", "latency", "runtime",
    "cost",
    "regret", "fid", "misclassified", "misclassification",
  ]

  private static let lowerPhrases: [[String]] = [
    ["false", "positive"], ["false", "positives"], ["false", "negative"], ["false", "negatives"],
    ["false", "discovery"], ["cross", "entropy"], ["negative", "log", "likelihood"],
  ]

  private static let higherWords: Set<String> = [
    "accuracy", "acc", "f1", "f2", "f05", "fbeta", "fscore", "fmeasure", "f1score", "precision", "recall",
    "sensitivity", "specificity", "auc", "auroc", "roc", "rocauc", "auprc", "aucpr", "prauc", "ap", "map",
    "ppv",
    "npv", "tpr", "tnr", "r2", "kappa", "qwk", "mcc", "matthews", "jaccard", "iou", "miou", "dice", "gini",
    "bleu",
    "rouge", "meteor", "chrf", "ndcg", "mrr", "hits", "score", "reward", "throughput", "correct", "spearman",
    "pearson", "informedness", "youden",
  ]

  private static let higherPhrases: [[String]] = [
    ["true", "positive"], ["true", "positives"], ["true", "negative"], ["true", "negatives"],
    ["exact", "match"],
    ["predictive", "value"],
  ]
}
