import Markup

extension MetricOverRunsChart {
  /// How many runs ended in each way that is not as it should be; ways without runs are left out.
  var endings: [(ending: Ending, count: Int)] {
    Ending.allCases.compactMap { ending in
      let count = runs.count { $0.ending == ending }
      return count == 0 ? nil : (ending: ending, count: count)
    }
  }

  /// A sign for each run that did not end as it should, between the plot and its axis, and the key of the signs.
  ///
  /// Signs of one way that would hide one another become one.
  func endingMarks(_ area: PlotArea) -> [Mark] {
    let foot = area.bounds.maxY + 4
    var marks: [Mark] = []
    var left = 0.0
    for (ending, count) in endings {
      var places: [Point] = []
      for position in runs.indices where runs[position].ending == ending {
        let place = Point(x(position, area), foot)
        if let last = places.last, place.x - last.x < 2 { continue }
        places.append(place)
      }
      marks.append(ending.sign.marks(at: places, radius: 3, slot: 0))
      let words = "\(NumberText.integer(count)) \(ending.word)"
      marks.append(ending.sign.marks(at: [Point(left + 5, 282)], radius: 3.5, slot: 0))
      marks.append(.text(words, at: Point(left + 13, 286), size: 11))
      left += 13 + TextWidth.of(words, size: 11) + 12
    }
    return marks
  }
}
