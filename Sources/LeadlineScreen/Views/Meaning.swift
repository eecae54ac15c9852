import LeadlineDesk

/// Which role the parts of a model are drawn in, and which sign stands before them.
extension StateName {
  var role: Role {
    switch self {
    case .hot: .stateHot
    case .warm: .stateWarm
    case .recycle: .stateRecycle
    case .won: .stateWon
    case .lost, .dead: .stateLost
    }
  }
}

extension WhenModel {
  var role: Role { urgency.role }

  /// `!!`, `!`, `⏲`, or nothing.
  var sign: String { urgency.sign }

  /// The sign in a field of its own.
  func signField(_ columns: Int) -> String {
    sign + String(repeating: " ", count: max(0, columns - sign.count))
  }
}

extension WhenModel.Urgency {
  var role: Role {
    switch self {
    case .overdue: .dueOverdue
    case .today: .dueToday
    case .later: .dueLater
    case .parked: .stateRecycle
    case .asleep: .textDim
    }
  }

  var sign: String {
    switch self {
    case .overdue: Sign.overdue.rawValue
    case .today: Sign.due.rawValue
    case .later, .asleep: ""
    case .parked: Sign.trigger.rawValue
    }
  }
}

extension SignModel {
  var role: Role {
    switch kind {
    case .signal: .signalStrong
    case .weak: .signalWeak
    case .silence: .silenceAging
    case .promise: .dueLater
    case .objection: .statusError
    }
  }

  var sign: String {
    switch kind {
    case .signal, .weak: Sign.signal.rawValue
    case .silence: Sign.silence.rawValue
    case .promise: Sign.trigger.rawValue
    case .objection: Sign.due.rawValue
    }
  }
}

extension TimelineModel {
  var role: Role {
    switch sign {
    case .signal: .signalStrong
    case .weak: .signalWeak
    case .sent, .call: .journalMe
    case .promise: .journalThem
    case .action: .dueToday
    case .rule, .captured, .other: .journalSystem
    }
  }

  /// In three columns, so that a sign of two fits.
  var signField: String {
    switch sign {
    case .signal, .weak: LeadlineScreen.Sign.signal.rawValue + "  "
    case .sent: LeadlineScreen.Sign.sent.rawValue + "  "
    case .call: LeadlineScreen.Sign.call.rawValue + "  "
    case .promise: LeadlineScreen.Sign.trigger.rawValue + "  "
    case .action: LeadlineScreen.Sign.due.rawValue + "  "
    case .rule: LeadlineScreen.Sign.byRule.rawValue + "  "
    case .captured: "+  "
    case .other: "·  "
    }
  }
}

/// Who is responsible: initials where that is not me, and `⚙` where a rule or a state's default set it.
func who(_ owner: String, isMine: Bool, isByRule: Bool, saysMe: Bool) -> String {
  let gear = isByRule ? Sign.byRule.rawValue : ""
  if isMine { return isByRule ? gear : saysMe ? owner : "" }
  return owner + gear
}
