import CTerm

/// What happens to the terminal when the program traps.
package enum CrashGuard {
  /// From now on a crash leaves the screen, restores the terminal's modes, shows what was written to standard error
  /// meanwhile, and lets the program die of the same signal. To be called first in the program: Swift's own handler
  /// would hold the terminal with a question for 30 seconds.
  package static func install() { cterm_install_guard() }
}
