import Evaluation
import Markup

/// How the origin of an interval is written: the short name of its method, and what it rests on.
enum IntervalWords {
  /// The method and n as a table has room for: `Wilson, n = 899`.
  static func origin(_ interval: Interval) -> String {
    "\(shortName(interval.method)), n = \(Wording.number(interval.count))"
  }

  /// The methods among `intervals`, each once, in the order of ``Interval/Method``, as a sentence lists them.
  static func methods(_ intervals: some Sequence<Interval>) -> RichText {
    let found = Set(intervals.map(\.method))
    return RichText.list(Interval.Method.allCases.filter { found.contains($0) }.map { "\(longName($0))" })
  }

  /// Why metrics have no interval: each reason once, with the metrics it holds for.
  static func reasons(_ metrics: some Sequence<(title: String, reason: String)>) -> RichText {
    var order: [String] = []
    var titles: [String: [String]] = [:]
    for metric in metrics {
      if titles[metric.reason] == nil { order.append(metric.reason) }
      titles[metric.reason, default: []].append(metric.title)
    }
    return RichText.list(
      order.map { reason in
        let names = titles[reason, default: []].map { title -> RichText in "\(MetricText.inSentence(title))" }
        return RichText.list(names) + " (\(reason))"
      })
  }

  private static func shortName(_ method: Interval.Method) -> String {
    switch method {
    case .wilson: "Wilson"
    case .standardError, .pairedStandardError: "standard error"
    case .delong, .delongPaired: "DeLong"
    case .influence, .influencePaired: "influence"
    case .averagePrecision: "logit"
    case .exactBound: "exact bound"
    case .bootstrap, .pairedBootstrap: "bootstrap"
    case .delta: "delta"
    case .rowBootstrap: "rows redrawn"
    case .groupBootstrap: "groups redrawn"
    case .newcombe: "Newcombe"
    case .varianceRecovery: "from both intervals"
    }
  }

  private static func longName(_ method: Interval.Method) -> String {
    switch method {
    case .wilson: "Wilson’s for proportions"
    case .standardError: "1.96 standard errors for means"
    case .delong: "DeLong’s for areas under ROC curves"
    case .influence: "from the influence of each row for means over labels"
    case .averagePrecision: "the logit interval for average precision"
    case .exactBound: "an exact bound where every pair of rows came out alike"
    case .bootstrap: "a multinomial bootstrap for functions of counts"
    case .delta: "the delta method for functions of counts"
    case .rowBootstrap: "a bootstrap of rows"
    case .groupBootstrap: "a bootstrap of whole groups"
    case .newcombe: "Newcombe’s for differences of proportions"
    case .varianceRecovery: "from both intervals for differences of independent numbers"
    case .delongPaired: "DeLong’s for correlated areas"
    case .influencePaired: "from the difference of each row’s influence"
    case .pairedBootstrap: "a paired bootstrap"
    case .pairedStandardError: "1.96 standard errors of paired differences"
    }
  }
}
