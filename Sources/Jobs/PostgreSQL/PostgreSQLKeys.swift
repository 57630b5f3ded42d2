#if PostgreSQL
  /// The numbers of the advisory locks that a queue takes, and of what it tells.
  ///
  /// Such locks are numbers that belong to nobody; these have a class of their own. Two names with the same number only
  /// wait for each other, or wake each other, without need.
  enum PostgreSQLKeys {
    /// The class of the locks of experiments: “AsJQ”.
    static let experiments: Int32 = 0x4173_4A51
    /// The class of the locks of schemas, held while tables are made.
    static let schemas: Int32 = 0x4173_4A52

    /// The number of a name: 32 bits of FNV-1a over its bytes, http://www.isthe.com/chongo/tech/comp/fnv.
    static func number(of name: String) -> Int32 {
      Int32(bitPattern: name.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
    }
  }
#endif
