import Glibc

let trials: [Trial] =
  KillTrials.all + FaultTrials.all + FormTrial.all + OrderTrial.all + PoisonTrial.all + LockTrials.all

let options = Options(CommandLine.arguments)
var failed = 0
for trial in trials where options.isWanted(trial.id) {
  let outcome = trial.needsRoot && !options.isRoot ? Outcome.skip("needs --root") : trial.run(options.setting)
  for line in outcome.lines(of: trial, options) { print(line) }
  if !outcome.held { failed += 1 }
}
exit(failed == 0 ? 0 : 1)
