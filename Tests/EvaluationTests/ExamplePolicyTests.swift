import Evaluation
import Testing

struct ExamplePolicyTests {
  @Test func theStrictestLetsTheLeastThrough() {
    #expect(ExamplePolicy.strictest([.full, .ids]) == .ids)
    #expect(ExamplePolicy.strictest([.none, .full, .ids]) == .none)
    #expect(ExamplePolicy.strictest([.full]) == .full)
    #expect(ExamplePolicy.strictest([ExamplePolicy]()) == .full)
  }
}
