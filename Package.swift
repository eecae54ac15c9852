// swift-tools-version:6.2
import PackageDescription

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

let gnu: [CSetting] = [.define("_GNU_SOURCE")]
let curses: [CSetting] = gnu + [.define("NCURSES_WIDECHAR", to: "1")]

/// A room of the house: pure or edge, its imports are the ones listed and no others (Sources/README.md).
func room(_ name: String, _ uses: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: house)
}

func suite(_ name: String, _ uses: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: ["LeadlineTestKit"] + uses, swiftSettings: house)
}

let package = Package(
  name: "leadline",
  products: [.executable(name: "leadline", targets: ["leadline"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .target(name: "CSys", cSettings: gnu),
    .target(
      name: "CTerm", cSettings: curses,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),

    room("LeadlineCore", [.product(name: "HeapModule", package: "swift-collections")]),
    room("LeadlineText", ["LeadlineCore"]),
    room("LeadlineDesk", ["LeadlineCore", "LeadlineText"]),
    room("LeadlineScreen", ["LeadlineDesk", "LeadlineText"]),
    room("LeadlineBook", ["LeadlineCore", "LeadlineText", "CSys"]),
    room("LeadlineExchange", ["LeadlineCore", "LeadlineText"]),
    room("LeadlineTerminal", ["LeadlineScreen", "LeadlineDesk", "CTerm", "CSys"]),
    .executableTarget(
      name: "leadline",
      dependencies: [
        "LeadlineCore", "LeadlineText", "LeadlineDesk", "LeadlineScreen", "LeadlineBook", "LeadlineExchange",
        "LeadlineTerminal", "CSys",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    .systemLibrary(
      name: "CVterm", path: "Tests/TestKit/CVterm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPty", path: "Tests/TestKit/CPty", cSettings: gnu),
    .target(
      name: "LeadlineTestKit",
      dependencies: ["CVterm", "CPty", "LeadlineScreen", "LeadlineDesk", "LeadlineText", "LeadlineCore"],
      path: "Tests/TestKit/LeadlineTestKit", swiftSettings: house),
    .executableTarget(
      name: "canvas-demo", dependencies: ["LeadlineTerminal", "LeadlineScreen", "LeadlineDesk"],
      path: "Tests/TestKit/CanvasDemo", swiftSettings: house),
    .executableTarget(
      name: "torture", dependencies: ["LeadlineTestKit", "LeadlineScreen", "CPty", "CSys"], path: "Tests/Torture",
      swiftSettings: house),

    suite("CoreTests", ["LeadlineCore"]),
    suite("EngineTests", ["LeadlineDesk", "LeadlineText", "LeadlineCore"]),
    suite("TextTests", ["LeadlineText", "LeadlineCore"]),
    suite("DeskTests", ["LeadlineDesk", "LeadlineText", "LeadlineCore"]),
    suite("ScreenTests", ["LeadlineScreen", "LeadlineDesk", "LeadlineText", "LeadlineCore"]),
    suite("BookTests", ["LeadlineBook", "LeadlineText", "LeadlineCore"]),
    suite("ExchangeTests", ["LeadlineExchange", "LeadlineText", "LeadlineCore"]),
    suite("TerminalTests", ["LeadlineTerminal", "LeadlineScreen", "LeadlineDesk", "leadline", "canvas-demo"]),
    suite("CommandTests", ["leadline", "LeadlineCore", "LeadlineText", "LeadlineBook"]),
    suite("HouseTests", ["LeadlineDesk", "LeadlineScreen", "LeadlineText", "LeadlineCore"]),
  ],
  swiftLanguageModes: [.v6]
)

// `LEADLINE_FUZZ=1 swift build …` (Tests/Fuzz/README.md): the linker flag would break every other build.
if Context.environment["LEADLINE_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzz", path: "Tests/Fuzz/CFuzz"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "LeadlineCore", "LeadlineText", "LeadlineDesk", "LeadlineScreen", "LeadlineExchange", "LeadlineTerminal",
        "CFuzz",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: house, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ]
}

// Benchmarks: `LEADLINE_BENCH=1 swift build -c release --scratch-path .build-bench`.
if Context.environment["LEADLINE_BENCH"] != nil {
  package.targets += [
    .target(
      name: "CBare", path: "Tests/Benchmarks/CBare", cSettings: curses,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .executableTarget(name: "bench-bare", dependencies: ["CBare"], path: "Tests/Benchmarks/Bare", swiftSettings: house),
    .executableTarget(
      name: "bench", dependencies: ["LeadlineBook", "LeadlineText", "LeadlineCore", "CPty"],
      path: "Tests/Benchmarks/Bench", swiftSettings: house),
  ]
}
