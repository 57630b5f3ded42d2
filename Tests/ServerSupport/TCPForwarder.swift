import Foundation
import TestSupport

/// A program that passes bytes on between a port of its own and another one, as a network does, and ends with the value.
public final class TCPForwarder {
  /// What it does to the next messages in which a client asks for a change to be kept, one after the other.
  public enum Harm: String, Sendable {
    /// The server gets the message; its answer is lost with the connection.
    case answer
    /// The message is lost with the connection.
    case request
  }

  /// The port that it listens on, on loopback.
  public let port: Int
  private let process = Process()

  private static let text = """
    import asyncio, sys

    harms = sys.argv[2:]

    async def copy(reader, writer, other, is_client):
        try:
            while data := await reader.read(65536):
                harm = harms.pop(0) if harms and is_client and b".words" in data and b"COMMIT" in data else None
                if harm == "answer":
                    # From here on nothing comes back, but what was said arrives.
                    other.transport.abort()
                    writer.write(data)
                    await writer.drain()
                    await asyncio.sleep(0.3)
                if harm:
                    other.transport.abort()
                    break
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()

    async def serve(reader, writer):
        from_server, to_server = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
        await asyncio.gather(
            copy(reader, to_server, writer, True), copy(from_server, writer, to_server, False),
            return_exceptions=True)

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(main())
    """

  /// Starts a forwarder to a port on loopback.
  ///
  /// - Throws: What Foundation throws, or that the program says no port.
  public init(to port: Int, _ harms: Harm...) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.text, "\(port)"] + harms.map(\.rawValue)
    let output = Pipe()
    process.standardOutput = output
    try Command.startLock.withLock { [process] in try process.run() }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let number = Int(line.split(separator: "\n").first ?? "") else {
      throw ServerFailure(text: "the forwarder does not say where it listens: \(line)")
    }
    self.port = number
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
  }

  /// Lets nothing through until ``goOn()``.
  public func halt() { kill(process.processIdentifier, SIGSTOP) }

  /// Lets everything through again, what was held back too.
  public func goOn() { kill(process.processIdentifier, SIGCONT) }
}
