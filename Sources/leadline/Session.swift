import LeadlineBook

/// The screen.
enum Session {
  /// Runs until the person leaves; returns the exit code.
  /// - Parameters:
  ///   - book: opened and read.
  ///   - shell: who is there, and what they asked for.
  ///   - isDemo: nothing is saved; the status line says so.
  static func run(book: Book, shell: Shell, isDemo: Bool) throws -> Int32 {
    throw Complaint(69, "the screen is not built yet", "leadline due prints what is due")
  }
}
