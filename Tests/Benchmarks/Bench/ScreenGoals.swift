import Glibc

/// Goals 1, 4 to 8 and 12a: the screen on a pty, beside a bare ncurses program and tig.
struct ScreenGoals {
  let bench: Bench

  private func screen(_ book: String, columns: Int32 = 120, rows: Int32 = 40) -> PtyProbe {
    PtyProbe(bench.on(book), bench.scratch, columns: columns, rows: rows)
  }

  private func bare(columns: Int32 = 120, rows: Int32 = 40) -> PtyProbe {
    PtyProbe([bench.bare], bench.scratch, columns: columns, rows: rows)
  }

  // MARK: 1 and 6, the first paint

  func opening() -> [Row] {
    let tig = History(bench.scratch)
    var (ours, bares, tigs): ([PtyProbe.Burst], [PtyProbe.Burst], [PtyProbe.Burst]) = ([], [], [])
    for _ in 0..<15 {
      ours.append(screen(bench.small).opening())
      bares.append(bare().opening())
      if let tig { tigs.append(tig.probe(bench).opening()) }
    }
    let time = { (bursts: [PtyProbe.Burst]) in median(bursts.map(\.milliseconds)) }
    let bytes = { (bursts: [PtyProbe.Burst]) in median(bursts.map { Double($0.bytes) }) }
    var rows = [
      Row(
        "1 exec -> first paint, 1,000 leads: <= 2.5 x bare ncurses", time(ours).milliseconds,
        reference: "bare \(time(bares).milliseconds)", ratio: (time(ours) / time(bares)).short,
        holds: time(ours) <= 2.5 * time(bares)),
      tigs.isEmpty
        ? .skipped("1 the same: <= 0.5 x tig", "tig or git is not installed")
        : Row(
          "1 the same: <= 0.5 x tig", time(ours).milliseconds, reference: "tig \(time(tigs).milliseconds)",
          ratio: (time(ours) / time(tigs)).short, holds: time(ours) <= 0.5 * time(tigs)),
      instructions(),
      Row(
        "6 bytes of the first screen 120x40: <= 5,120", "\(Int(bytes(ours)))", reference: "bare \(Int(bytes(bares)))",
        ratio: (bytes(ours) / bytes(bares)).short, holds: bytes(ours) <= 5_120),
    ]
    let resized = screen(bench.small)
    let first = resized.opening()
    let after = resized.resize(columns: 118, rows: 39)
    rows.append(
      Row(
        "6 bytes after a resize: <= 1.2 x the first screen", "\(after.bytes)", reference: "first \(first.bytes)",
        ratio: (Double(after.bytes) / Double(first.bytes)).short,
        holds: after.bytes > 0 && Double(after.bytes) <= 1.2 * Double(first.bytes)))
    return rows
  }

  private func instructions() -> Row {
    let goal = "1 instructions to the first paint and out again: <= 40 M"
    guard let valgrind = Files.tool("valgrind") else { return .skipped(goal, "valgrind is not installed") }
    let out = bench.scratch + "/callgrind.out"
    unlink(out)
    let probe = PtyProbe(
      [valgrind, "--tool=callgrind", "--log-file=/dev/null", "--callgrind-out-file=\(out)"] + bench.on(bench.small),
      bench.scratch)
    _ = probe.opening(quiet: 3_000)
    _ = probe.press("q")
    var status: Int32 = 0
    _ = probe.end(&status, patience: 30_000)
    guard let total = Bench.total(out) else { return .skipped(goal, "callgrind wrote nothing") }
    return Row(goal, "\(total.short) M", ratio: (total / 40).short, holds: total <= 40)
  }

  // MARK: 4, memory

  func memory() -> [Row] {
    [("1,000 leads", bench.small, 10.0), ("100,000 leads, 1 M events", bench.large, 100)].map { name, book, limit in
      let probe = screen(book)
      _ = probe.opening(quiet: 500)
      let megabytes = Memory.of(probe.id).map { Double($0) / 1024 } ?? .nan
      return Row(
        "4 memory of the program, \(name): PSS <= \(Int(limit)) MiB", "\(megabytes.short) MiB",
        ratio: (megabytes / limit).short, holds: megabytes <= limit)
    }
  }

  // MARK: 5, bytes of a move

  func bytes() -> [Row] {
    let bares = moves(bare(), "j", "")
    return [
      row("in due today 120x40", moves(screen(bench.small), "j", "gd"), 320, bares),
      row("board 120x40, the detail following", moves(screen(bench.small), "j", "gb"), 700, bares),
      row("board 80x24", moves(screen(bench.small, columns: 80, rows: 24), "j", "gb"), 400, bares),
      row("pane switch 120x40", moves(screen(bench.small), "\t", "gb"), 160, bares),
      together(),
    ]
  }

  private func moves(_ probe: PtyProbe, _ key: String, _ before: String) -> Double {
    _ = probe.opening()
    for key in before { _ = probe.press(String(key)) }
    return median((0..<21).map { _ in Double(probe.press(key).bytes) })
  }

  private func row(_ what: String, _ bytes: Double, _ limit: Double, _ bare: Double) -> Row {
    Row(
      "5 bytes of a move, \(what): <= \(Int(limit))", "\(Int(bytes))", reference: "bare \(Int(bare))",
      ratio: (bytes / bare).short, holds: bytes > 0 && bytes <= limit)
  }

  /// Keys that arrive together are painted once, in one write.
  private func together() -> Row {
    let goal = "5 ten keys that arrive together: one write to the terminal"
    guard let strace = Files.tool("strace") else { return .skipped(goal, "strace is not installed") }
    let out = bench.scratch + "/strace.out"
    let probe = PtyProbe([strace, "-f", "-e", "trace=write,writev", "-o", out] + bench.on(bench.small), bench.scratch)
    _ = probe.opening(quiet: 400)
    let before = ScreenGoals.descriptors(out).count
    _ = probe.press("jjjjjjjjjj", quiet: 200)
    // What ncurses works out goes to memory first; the last descriptor is the terminal's.
    let written = ScreenGoals.descriptors(out).dropFirst(before)
    let writes = written.filter { $0 == written.last }.count
    return Row(goal, "\(writes), and \(written.count - writes) into memory", holds: writes == 1)
  }

  /// Where each write of a trace went, in order.
  private static func descriptors(_ path: String) -> [Substring] {
    (Files.text(path) ?? "").split(separator: "\n").compactMap { line in
      line.split(separator: "(", maxSplits: 1).last?.split(separator: ",").first
    }
  }

  // MARK: 7, time of a key

  func keys() -> [Row] {
    let (small, bares) = (times(screen(bench.small)), times(bare()))
    let large = times(screen(bench.large))
    let slowest = small.sorted()[small.count * 99 / 100]
    return [
      Row(
        "7 key -> last byte, 1,000 leads: median <= 2 x bare", median(small).milliseconds,
        reference: "bare \(median(bares).milliseconds)", ratio: (median(small) / median(bares)).short,
        holds: median(small) <= 2 * median(bares)),
      Row("7 the same, 99 of 100: <= 5 ms", slowest.milliseconds, ratio: (slowest / 5).short, holds: slowest <= 5),
      Row(
        "7 100,000 leads: <= 1.2 x 1,000 leads", median(large).milliseconds,
        reference: "1,000 leads \(median(small).milliseconds)", ratio: (median(large) / median(small)).short,
        holds: median(large) <= 1.2 * median(small)),
    ]
  }

  private func times(_ probe: PtyProbe) -> [Double] {
    _ = probe.opening(quiet: 400)
    return (0..<200).map { probe.press($0 % 40 < 20 ? "j" : "k", quiet: 6).milliseconds }
  }

  // MARK: 8, idle

  func idle(seconds: Int) -> [Row] {
    let goal = "8 idle for \(seconds) s:"
    let probe = PtyProbe([bench.leadline, "--book", bench.small], bench.scratch)
    _ = probe.opening(quiet: 500)
    let (wakings, ticks) = (wakings(probe.id), processorTicks(probe.id))
    let start = Time.now
    var bytes = 0
    while Time.now - start < Double(seconds) * 1_000 {
      bytes += probe.listen(quiet: 100, patience: 1_000, from: start).bytes
    }
    let woken = self.wakings(probe.id) - wakings
    let used = processorTicks(probe.id) - ticks
    let minutes = (seconds + 59) / 60
    return [
      Row("\(goal) bytes <= \(40 * minutes)", "\(bytes)", holds: bytes <= 40 * minutes),
      Row("\(goal) wake-ups <= \(minutes)", "\(woken)", holds: woken <= minutes),
      Row("\(goal) processor ticks of 10 ms: 0", "\(used)", holds: used == 0),
    ]
  }

  private func wakings(_ id: pid_t) -> Int {
    (Memory.field("voluntary_ctxt_switches:", in: "/proc/\(id)/status") ?? 0)
  }

  private func processorTicks(_ id: pid_t) -> Int {
    let fields = (Files.text("/proc/\(id)/stat") ?? "").split(separator: " ")
    return fields.count > 14 ? (Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0) : 0
  }

  // MARK: 12a, the end

  func leaving() -> [Row] {
    let leave = (0..<15).map { _ -> (Double, Bool) in
      let probe = screen(bench.small)
      _ = probe.opening()
      let start = Time.now
      _ = probe.press("q", quiet: 0)
      var status: Int32 = 0
      let ended = probe.end(&status) != nil
      return (ended ? Time.now - start : .nan, probe.isGivenBack && status == 0)
    }
    let time = median(leave.map(\.0))
    var rows = [Row("12a q -> exit: <= 3 ms", time.milliseconds, ratio: (time / 3).short, holds: time <= 3)]
    var given = [("q", leave.allSatisfy(\.1))]
    for (name, number) in [("TERM", SIGTERM), ("HUP", SIGHUP), ("INT", SIGINT), ("SEGV", SIGSEGV)] {
      let probe = screen(bench.small)
      _ = probe.opening()
      probe.signal(number)
      var status: Int32 = 0
      let ended = probe.end(&status) != nil
      _ = probe.listen(quiet: 20, patience: 50, from: Time.now)
      // A hang-up may leave the line alone: nobody is there to see it.
      given.append((name, ended && (probe.isGivenBack || number == SIGHUP)))
    }
    rows.append(
      Row(
        "12a terminal given back after q, TERM, HUP, INT, a crash",
        given.map { "\($0.0) \($0.1 ? "yes" : "no")" }.joined(separator: ", "), holds: given.allSatisfy(\.1)))
    return rows
  }
}
