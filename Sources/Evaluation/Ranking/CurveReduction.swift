/// Leaves out the points of a curve that its area depends on least.
enum CurveReduction {

  /// At most `limit` of the points, the first and the last among them; `points` themselves if they are that few.
  ///
  /// The points are thinned to a fine resolution, then the point whose triangle with its neighbours is smallest goes,
  /// again and again (Visvalingam and Whyatt 1993, The Cartographic Journal 30): that triangle is what the area by
  /// trapezoids changes by.
  ///
  /// - Precondition: `limit` is at least 2.
  /// - Complexity: Linear in the number of points; at most some ten thousand of them are left for the
  ///   triangles, which take O(*n* log *n*).
  static func reduce(_ points: [CurvePoint], to limit: Int) -> [CurvePoint] {
    precondition(limit >= 2, "a curve has two ends")
    guard points.count > limit else { return points }
    let thinned = thin(points)
    guard thinned.count > limit else { return thinned }
    return removingSmallestTriangles(thinned, to: limit)
  }

  /// The points that are a step of the resolution away from the last one kept, each with the point before it.
  private static func thin(_ points: [CurvePoint]) -> [CurvePoint] {
    var kept = [points[0]]
    var lastKept = 0
    for index in points.indices.dropFirst() {
      let from = kept[kept.count - 1]
      let isFar =
        abs(points[index].x - from.x) > CurveWriter.resolution
        || abs(points[index].y - from.y) > CurveWriter.resolution
      guard isFar || index == points.count - 1 else { continue }
      if lastKept < index - 1 { kept.append(points[index - 1]) }
      kept.append(points[index])
      lastKept = index
    }
    return kept
  }

  private static func removingSmallestTriangles(_ points: [CurvePoint], to limit: Int) -> [CurvePoint] {
    var previous = Array(-1..<points.count - 1)
    var next = Array(1...points.count)
    var areas = points.indices.map { index in
      index == 0 || index == points.count - 1
        ? .infinity : area(points[index - 1], points[index], points[index + 1])
    }
    var heap = IndexHeap(keys: areas)
    var isLeft = [Bool](repeating: true, count: points.count)
    for _ in limit..<points.count {
      guard let index = heap.popSmallest(), areas[index] < .infinity else { break }
      isLeft[index] = false
      let (before, after) = (previous[index], next[index])
      next[before] = after
      previous[after] = before
      for neighbour in [before, after] where neighbour > 0 && neighbour < points.count - 1 {
        areas[neighbour] = area(points[previous[neighbour]], points[neighbour], points[next[neighbour]])
        heap.update(neighbour, key: areas[neighbour])
      }
    }
    return points.indices.filter { isLeft[$0] }.map { points[$0] }
  }

  /// Twice the area of the triangle.
  private static func area(_ left: CurvePoint, _ middle: CurvePoint, _ right: CurvePoint) -> Double {
    abs((middle.x - left.x) * (right.y - left.y) - (right.x - left.x) * (middle.y - left.y))
  }
}
