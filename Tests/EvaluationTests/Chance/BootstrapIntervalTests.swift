import Testing

@testable import Evaluation

struct BootstrapIntervalTests {
  private let ramp = (0...1000).map(Double.init)

  @Test func withoutBiasAndAccelerationItIsThePlainPercentiles() throws {
    let found = BootstrapInterval(resamples: ramp, estimate: 500).result(method: .bootstrap, count: 9)
    let interval = try #require(found.interval)
    #expect(abs(interval.low - 25) < 1e-9 && abs(interval.high - 975) < 1e-9)
    #expect(interval.method == .bootstrap && interval.count == 9)
  }

  /// 600.5 of 1001 resamples below: z₀ = 0.2533; the ends are the percentiles Φ(2 z₀ ∓ 1.96) by scipy.
  @Test func biasShiftsBothEndsTwice() throws {
    let found = BootstrapInterval(resamples: ramp, estimate: 600).result(method: .bootstrap, count: 9)
    let interval = try #require(found.interval)
    #expect(abs(interval.low - 73.0027) < 1e-3)
    #expect(abs(interval.high - 993.1711) < 1e-3)
  }

  /// With a = 0.1 and no bias the ends are Φ(−1.96 / 1.196) and Φ(1.96 / 0.804).
  @Test func accelerationStretchesOneSide() throws {
    let found = BootstrapInterval(resamples: ramp, estimate: 500, acceleration: 0.1)
      .result(method: .bootstrap, count: 9)
    let interval = try #require(found.interval)
    #expect(abs(interval.low - 50.6305) < 1e-3)
    #expect(abs(interval.high - 992.6106) < 1e-3)
  }

  @Test func fewUndefinedResamplesAreLeftOutAndManyLeaveNoInterval() {
    let few = ramp + [Double](repeating: .nan, count: 50)
    let many = ramp + [Double](repeating: .nan, count: 60)
    #expect(
      BootstrapInterval(resamples: few, estimate: 500).result(method: .bootstrap, count: 9)
        == BootstrapInterval(resamples: ramp, estimate: 500).result(method: .bootstrap, count: 9))
    let result = BootstrapInterval(resamples: many, estimate: 500).result(method: .bootstrap, count: 9)
    #expect(result.reason == "60 of 1061 resamples leave it undefined")
  }

  @Test func resamplesThatAreAllAlikeShowNothing() {
    for values in [[], [1.0, 1, 1]] {
      let result = BootstrapInterval(resamples: values, estimate: 1).result(method: .bootstrap, count: 3)
      #expect(result.reason?.hasPrefix("all resamples have the same value") == true)
    }
  }

  @Test func anEstimateBeyondAllResamplesIsHeldAllTheSame() throws {
    for estimate in [-5.0, 1005] {
      let found = BootstrapInterval(resamples: ramp, estimate: estimate)
      let interval = try #require(found.result(method: .bootstrap, count: 9).interval)
      #expect(interval.low <= estimate && estimate <= interval.high)
    }
  }
}
