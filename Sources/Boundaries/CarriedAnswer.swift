package import Plan

/// A yes or no of one unit at boundaries other than those it was reported for.
package enum CarriedAnswer: String, Sendable {
  case yes, no
  /// The answers that are there leave it open.
  case open

  /// Combines what the links bring to one target.
  ///
  /// A unit of which only a part comes still decides where its answer holds for every part: what
  /// exists nowhere in it exists nowhere in the part, what holds throughout holds in the part too.
  package init(_ links: [Link], _ answers: [UnitKey: Bool], _ rule: AnswerRule) {
    let deciding = rule == .any
    var isOpen = links.isEmpty
    for link in links {
      switch (answers[link.source], link.amount) {
      case (deciding?, .whole):
        self = deciding ? .yes : .no
        return
      case (deciding?, _), (nil, _): isOpen = true
      case (.some, _): break
      }
    }
    self = isOpen ? .open : deciding ? .no : .yes
  }

  /// Combines as an indicator declares; without a rule only what all say alike is said of the whole.
  package init(_ links: [Link], _ answers: [UnitKey: Bool], declared rule: AnswerRule?) {
    if let rule {
      self.init(links, answers, rule)
    } else if CarriedAnswer(links, answers, .any) == .no {
      self = .no
    } else {
      self = CarriedAnswer(links, answers, .all) == .yes ? .yes : .open
    }
  }
}
