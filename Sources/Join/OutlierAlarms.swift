import Diagnostics
import Plan

/// Runs the plan's checks over the years of every unit.
struct OutlierAlarms {
  let plan: Plan
  let years: ClosedRange<Int>
  let table: OwnYearsTable
  private let wording: FigureWording

  init(_ plan: Plan, years: ClosedRange<Int>, table: OwnYearsTable) {
    self.plan = plan
    self.years = years
    self.table = table
    wording = FigureWording(plan)
  }

  /// All alarms, several about one figure among them.
  func alarms() -> [Alarm] {
    plan.checks.flatMap { check -> [Alarm] in
      switch check.kind {
      case .unlikeOwnYears(let settings): unlikeOwnYears(check, settings)
      case .jump(let settings): jumps(check, settings)
      case .factor(let settings): factors(check, settings)
      case .swappedDigits(let settings): swappedDigits(check, settings)
      case .swappedColumns(let settings): swappedColumns(check, settings)
      case .copied: []
      }
    }
  }

  /// Calls the body for each figure that the elements have in the years.
  ///
  /// Errors of the hand show better the more years there are, so that earlier years are looked at
  /// again. What is merely unusual is asked about once, in its own year: a bad year of the whole
  /// district would stand in every list for ever.
  private func figures(
    _ elements: [String],
    onlyLast: Bool = false,
    _ body: (OwnYears, Int) -> Alarm?
  ) -> [Alarm] {
    let years = onlyLast ? years.upperBound...years.upperBound : years
    return elements.flatMap { element in
      table.units(of: element).flatMap { own in
        own.points.compactMap { years.contains($0.year) ? body(own, $0.year) : nil }
      }
    }
  }

  private func unlikeOwnYears(_ check: OutlierCheck, _ settings: OutlierCheck.OwnYears) -> [Alarm] {
    let unlike = UnlikeOwnYears(check: settings, plan: plan, table: table)
    return figures(settings.elements, onlyLast: true) { own, year in
      unlike.reason(own, year).map { reason in
        alarm(check, rank: 3, own, year, reason)
      }
    }
  }

  private func jumps(_ check: OutlierCheck, _ settings: OutlierCheck.Jump) -> [Alarm] {
    let jump = JumpAgainstDenominator(check: settings, plan: plan, table: table)
    return settings.parts.flatMap { part in
      let isSensitive = plan.element(part.denominator)?.isSensitive ?? false
      return figures([part.numerator], onlyLast: true) { own, year in
        jump.reason(part, own, year).map { reason in
          alarm(check, rank: 4, own, year, reason, isSensitive: isSensitive)
        }
      }
    }
  }

  private func factors(_ check: OutlierCheck, _ settings: OutlierCheck.Factor) -> [Alarm] {
    let factor = FactorOfTen(check: settings, plan: plan)
    return figures(settings.elements) { own, year in
      factor.reading(own, year).map { reading in
        var alarm = alarm(check, rank: 1, own, year, FactorOfTen.sentence(reading))
        alarm.proposal = reading.mended
        return alarm
      }
    }
  }

  private func swappedDigits(
    _ check: OutlierCheck,
    _ settings: OutlierCheck.SwappedDigits
  ) -> [Alarm] {
    let swapped = SwappedDigits(check: settings)
    return figures(settings.elements) { own, year in
      swapped.reading(own, year).map { reading in
        var alarm = alarm(check, rank: 2, own, year, SwappedDigits.sentence(reading))
        alarm.proposal = reading
        return alarm
      }
    }
  }

  private func swappedColumns(
    _ check: OutlierCheck,
    _ settings: OutlierCheck.SwappedColumns
  ) -> [Alarm] {
    let swapped = SwappedColumns(check: settings)
    let pairs = settings.forms.compactMap { plan.form($0) }
      .flatMap { SwappedColumns.neighbours(in: $0, plan) }
    return pairs.flatMap { left, right in
      figures([left]) { own, year in
        guard let other = table.years(of: right, unit: own.unit), let point = other.point(year),
          swapped.areSwapped(own, other, year)
        else { return nil }
        let figure = FigureWording.text(point.value)
        let then = FigureWording.list(other.others(than: year))
        let title = other.element.title
        var alarm = alarm(
          check,
          rank: 0,
          own,
          year,
          LocalisedText(
            vi: "trong khi '\(title.vietnamese)' là \(figure.vietnamese) (\(then.vietnamese)); "
              + "có thể đã ghi nhầm số của hai cột cho nhau",
            en: "while '\(title.english)' is \(figure.english) (\(then.english)); "
              + "maybe the two columns hold each other's figures"
          ),
          isSensitive: other.element.isSensitive
        )
        alarm.partner = right
        alarm.proposal = point.value
        return alarm
      }
    }
  }

  private func alarm(
    _ check: OutlierCheck,
    rank: Int,
    _ own: OwnYears,
    _ year: Int,
    _ reason: LocalisedText,
    isSensitive: Bool = false
  ) -> Alarm {
    let value = own.point(year)?.value ?? .zero
    let name = wording.figure(own, year)
    let text = FigureWording.text(value)
    let others = FigureWording.list(own.others(than: year))
    return Alarm(
      code: check.kind.code,
      rank: rank,
      severity: year == years.upperBound ? check.severity : .note,
      element: own.element.id,
      unit: own.unit,
      year: year,
      found: value,
      isSensitive: own.element.isSensitive || isSensitive,
      message: LocalisedText(
        vi: "\(name.vietnamese) là \(text.vietnamese), các năm khác là \(others.vietnamese): "
          + "\(reason.vietnamese). Đề nghị kiểm tra lại; nếu đúng, xin nêu lý do",
        en: "\(name.english) is \(text.english), other years are \(others.english): "
          + "\(reason.english). Please check; if it is right, please say why"
      )
    )
  }
}
