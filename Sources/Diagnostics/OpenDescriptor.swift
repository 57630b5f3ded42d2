#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Closes its descriptor when the last reader is gone.
final class OpenDescriptor: Sendable {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
