import ReportModel
import RunModel
import Synchronization

/// Comparisons with baselines, while a page and the files beside it are made of them.
///
/// Each is made once, when it is first asked for, and not at all where nothing is made anew. Only the last few are kept:
/// files that are made of one comparison are made one after another.
final class ComparisonShelf: Sendable {
  /// How many are kept.
  private static let limit = 8

  private final class Place: Sendable {
    private let made = Mutex<ComparisonReport?>(nil)

    func report(making make: () -> ComparisonReport) -> ComparisonReport {
      made.withLock { made in
        let report = made ?? make()
        made = report
        return report
      }
    }
  }

  private let places = Mutex<[(run: RunID, place: Place)]>([])

  /// The comparison of `run` with its baseline.
  func report(of run: RunID, making make: () -> ComparisonReport) -> ComparisonReport {
    let place = places.withLock { places in
      if let found = places.first(where: { $0.run == run }) { return found.place }
      if places.count >= Self.limit { places.removeFirst() }
      let place = Place()
      places.append((run, place))
      return place
    }
    return place.report(making: make)
  }
}
