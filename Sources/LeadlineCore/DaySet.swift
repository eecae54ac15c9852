/// Days given as stretches, merged, so that a look-up takes the same time however long they are.
struct DaySet: Hashable, Sendable {
  /// Ascending and apart.
  private var stretches: [ClosedRange<Day>] = []

  init(_ given: [ClosedRange<Day>] = []) {
    for stretch in given.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = stretches.last, stretch.lowerBound <= last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound...max(last.upperBound, stretch.upperBound)
      } else {
        stretches.append(stretch)
      }
    }
  }

  func contains(_ day: Day) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound < day { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && !(day < stretches[low].lowerBound)
  }
}
