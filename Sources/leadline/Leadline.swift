import ArgumentParser

@main struct Leadline: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "leadline", abstract: "Follow-up that does not depend on memory.")
}
