import AssayCommands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The executable: hands the process's arguments to ``AssayProgram`` and ends with its exit code.
@main
enum Main {
  static func main() async {
    exit(await AssayProgram.run(Array(CommandLine.arguments.dropFirst()), in: .process()))
  }
}
