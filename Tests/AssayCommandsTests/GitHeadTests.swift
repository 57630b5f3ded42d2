import Diagnostics
import TestSupport
import Testing

@testable import AssayCommands

struct GitHeadTests {
  private let id = String(repeating: "0a", count: 20)

  @Test func theCommitOfARealRepositoryIsTheOneThatGitSays() throws {
    let scratch = try TemporaryDirectory()
    func git(_ arguments: String...) throws -> String {
      let options = ["-C", scratch.path, "-c", "user.name=a", "-c", "user.email=a@b.c"]
      let result = try Command.run("git", options + arguments)
      #expect(result.exitCode == 0, "\(result.errorOutput)")
      return String(result.output.prefix { $0 != "\n" })
    }
    _ = try git("init", "-q", "-b", "trunk/main")
    #expect(GitHead(of: scratch.path, in: .disk) == nil)
    try scratch.write("x", to: "deep/file")
    _ = try git("add", ".")
    _ = try git("commit", "-q", "-m", "one")
    let commit = try git("rev-parse", "HEAD")
    let head = try #require(GitHead(of: scratch.path + "/deep", in: .disk))
    #expect(head.commit == commit && head.branch == "trunk/main")
    _ = try git("pack-refs", "--all")
    #expect(GitHead(of: scratch.path, in: .disk) == head)
    _ = try git("worktree", "add", "-q", "-b", "other", "tree")
    #expect(GitHead(of: scratch.path + "/tree", in: .disk)?.branch == "other")
    #expect(GitHead(of: scratch.path + "/tree", in: .disk)?.commit == commit)
    _ = try git("checkout", "-q", commit)
    #expect(try #require(GitHead(of: scratch.path, in: .disk)).branch == nil)
  }

  @Test func aBranchThatLeadsElsewhereIsNone() {
    for head in ["ref: ../../secret", "ref: /etc/passwd", "nothing", "ref: refs/heads/gone", ""] {
      let files = FileSystem.inMemory(["/a/.git/HEAD": head + "\n", "/secret": id])
      #expect(GitHead(of: "/a", in: files) == nil)
    }
    #expect(GitHead(of: "/a", in: .inMemory(["/a/.git/HEAD": id + "\n"]))?.commit == id)
    #expect(GitHead(of: "/nowhere", in: .inMemory([:])) == nil)
  }
}
