import Glibc

/// Goals 9 to 12 and 19: what is saved, and commands as whole processes.
struct CommandGoals {
  let bench: Bench

  // MARK: 9, a note on the screen

  func saving() -> [Row] {
    let goal = "9 a note saved on the screen:"
    let book = copy(bench.small, "saving")
    let probe = PtyProbe([bench.leadline, "--book", book, "--now", Bench.now], bench.scratch)
    _ = probe.opening()
    let times = (0..<15).map { _ -> Double in
      _ = probe.press("i")
      _ = probe.press("call back on Monday")
      return probe.press("\r", quiet: 40).milliseconds
    }
    let bare = bareAppend()
    var rows = [
      Row(
        "\(goal) Enter -> last byte <= 1.5 x append + fdatasync", median(times).milliseconds,
        reference: "append \(bare.milliseconds)", ratio: (median(times) / bare).short,
        holds: median(times) <= 1.5 * bare)
    ]
    guard let strace = Files.tool("strace") else { return rows + [.skipped("\(goal) one fdatasync", "no strace")] }
    let out = bench.scratch + "/strace.out"
    let traced = PtyProbe(
      [
        strace, "-f", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2", "-o", out, bench.leadline, "--book",
        book,
      ]
        + ["--now", Bench.now], bench.scratch)
    _ = traced.opening(quiet: 400)
    // The first append of a process also makes sure of the directory.
    save(traced)
    let before = Bench.count(out)
    save(traced)
    let after = Bench.count(out)
    let count = { (name: String) in (after[name] ?? 0) - (before[name] ?? 0) }
    let renames = count("rename") + count("renameat") + count("renameat2")
    rows.append(
      Row(
        "\(goal) one fdatasync, no rename",
        "\(count("fdatasync")) fdatasync, \(count("fsync")) fsync, \(renames) rename",
        holds: count("fdatasync") == 1 && count("fsync") == 0 && renames == 0))
    return rows
  }

  private func save(_ probe: PtyProbe) {
    _ = probe.press("i")
    _ = probe.press("a note")
    _ = probe.press("\r", quiet: 400)
  }

  /// Milliseconds of one line appended and synced, on the same file system.
  private func bareAppend() -> Double {
    let file = open(bench.scratch + "/append", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    let line = [UInt8](repeating: 0x61, count: 120) + [0x0a]
    return median(
      (0..<31).map { _ in
        let start = Time.now
        _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        fdatasync(file)
        return Time.now - start
      })
  }

  private func copy(_ book: String, _ name: String) -> String {
    let copy = "\(bench.scratch)/\(name)"
    _ = Command(shell: "rm -rf \(copy); cp -r \(book) \(copy)").run(bench.scratch)
    return copy
  }

  // MARK: 10 and 11, against sqlite

  func note() -> [Row] {
    let goal = "10 leadline note, 10,000 leads / 100 k events: <= 8 x sqlite3 inserting a row"
    let book = copy(bench.middle, "note")
    guard let lead = firstLead(book) else { return [.skipped(goal, "the book has no lead")] }
    let ours = Command([bench.leadline, "--book", book, "--now", Bench.now, "note", lead, "a note"])
    guard let database = Database(bench) else { return [.skipped(goal, "sqlite3 is not installed")] }
    let times = Command.inTurn([ours, database.insert], bench.scratch, runs: 15)
    return [
      Row(
        goal, times[0].milliseconds, reference: "sqlite3 \(times[1].milliseconds)", ratio: (times[0] / times[1]).short,
        holds: times[0] <= 8 * times[1]),
      Row(
        "10 and faster than taskwarrior adding to 10,000 tasks (75 ms, measured elsewhere)", times[0].milliseconds,
        ratio: (times[0] / 75).short, holds: times[0] < 75),
    ]
  }

  func due() -> [Row] {
    let goal = "11 due --format=line --max 1, 10,000 leads:"
    let ours = Command(bench.on(bench.middle, ["due", "--format=line", "--max", "1"]))
    guard let database = Database(bench) else { return [.skipped(goal, "sqlite3 is not installed")] }
    let times = Command.inTurn([ours, database.due], bench.scratch, runs: 15)
    return [
      Row("\(goal) <= 30 ms", times[0].milliseconds, ratio: (times[0] / 30).short, holds: times[0] <= 30),
      Row(
        "\(goal) <= 5 x sqlite3", times[0].milliseconds, reference: "sqlite3 \(times[1].milliseconds)",
        ratio: (times[0] / times[1]).short, holds: times[0] <= 5 * times[1]),
    ]
  }

  private func firstLead(_ book: String) -> String? {
    var list = Command([bench.leadline, "--book", book, "--now", Bench.now, "list", "--format", "ids"])
    list.output = bench.scratch + "/leads"
    guard list.run(bench.scratch).status == 0 else { return nil }
    return Files.text(list.output)?.split(separator: "\n").first.map(String.init)
  }

  // MARK: 12, import

  func importing() -> [Row] {
    let goal = "12 import of 8,800 rows, synced:"
    guard let csv = bench.csv, Files.exists(csv) else { return [.skipped(goal, "say --csv FILE")] }
    guard let python = python() else { return [.skipped(goal, "python3 is not installed")] }
    let maps = [
      "account=company", "sales_agent=owner", "close_value=value", "engage_date=contacted", "close_date=closed",
      "product=tag",
    ]
    let book = bench.scratch + "/import"
    let now = ["--now", "2017-12-31T12:00:00Z"]
    let words =
      [bench.leadline, "--book", book] + now + ["import", csv, "--key", "opportunity_id"]
      + maps.flatMap { ["--map", $0] }
      + ["--state-map", "Won=won,Lost=lost,Engaging=warm,Prospecting=recycle", "--park", "90d"]
      + ["--reason", "imported", "--dates", "dmy", "--yes"]
    let script =
      "import csv, json, sys; [sys.stdout.write(json.dumps(r) + '\\n') for r in csv.DictReader(open(sys.argv[1]))]"
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for _ in 0..<7 {
      _ = Command(shell: "rm -rf \(book)").run(bench.scratch)
      _ = Command([bench.leadline] + now + ["init", book]).run(bench.scratch)
      let run = Command(words).run(bench.scratch)
      ours.append(run.status == 0 ? run.milliseconds : .nan)
      theirs.append(Command([python, "-c", script, csv]).run(bench.scratch).milliseconds)
    }
    let (own, reference) = (median(ours), median(theirs))
    return [
      Row("\(goal) <= 500 ms", own.milliseconds, ratio: (own / 500).short, holds: own <= 500),
      Row(
        "\(goal) <= 3 x python3", own.milliseconds, reference: "python3 \(reference.milliseconds)",
        ratio: (own / reference).short, holds: own <= 3 * reference),
    ]
  }

  /// The interpreter itself, not a script that looks for one.
  private func python() -> String? {
    var asked = Command(shell: "python3 -c 'import sys; print(sys.executable)'")
    asked.output = bench.scratch + "/python"
    if asked.run(bench.scratch).status != 0 { return nil }
    return Files.text(asked.output)?.split(separator: "\n").first.map(String.init)
  }

  // MARK: 19, the binary

  func binary() -> [Row] {
    let bytes = Double(Files.size(bench.leadline) ?? 0) / 1_000_000
    return [
      Row(
        "19 stripped binary, static Swift: <= 20 MB", "\(bytes.short) MB", ratio: (bytes / 20).short,
        holds: bytes > 0 && bytes <= 20)
    ]
  }
}

/// A table of as many rows in sqlite, durable as it comes.
private struct Database {
  let insert: Command
  let due: Command

  /// Nil without sqlite3.
  init?(_ bench: Bench) {
    guard let sqlite = Files.tool("sqlite3") else { return nil }
    let file = bench.scratch + "/reference.db"
    if !Files.exists(file) {
      let made = Command([
        sqlite, file,
        """
        create table event(id text primary key, lead text, at text, kind text, text text);
        create table lead(id text primary key, name text, owner text, due text);
        create index lead_due on lead(due);
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
        insert into event select 'e' || i, 'l' || (i % 10000), '2025-11-30T11:00:00Z', 'note', 'a note of some words' from n;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
        insert into lead select 'l' || i, 'Name ' || i, 'ana', date('2025-11-30', (i % 90 - 5) || ' days') from n;
        """,
      ]).run(bench.scratch)
      if made.status != 0 { return nil }
    }
    insert = Command([
      sqlite, file, "insert into event values(hex(randomblob(10)), 'l7', '2025-11-30T11:00:00Z', 'note', 'a note')",
    ])
    due = Command([sqlite, file, "select * from lead where due <= '2025-11-30' order by due limit 1"])
  }
}
