import ArgumentParser

struct ImportCommand: BookCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: "Take leads in from a table.")
  @OptionGroup var common: CommonOptions

  func run(_ shell: Shell) throws {}
}
