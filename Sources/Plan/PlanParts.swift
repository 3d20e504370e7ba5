import Diagnostics

/// One thing that a plan says, in words that two versions of the plan can be compared by.
package struct PlanPart: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case indicator, target, element, form, unit, setting
  }

  package var kind: Kind
  /// Id of the indicator, target or data element; name of the form; code of the unit.
  package var name: String
  package var property: String
  package var text: String

  package init(kind: Kind, name: String, property: String, text: String) {
    self.kind = kind
    self.name = name
    self.property = property
    self.text = text
  }
}

extension Plan {
  /// All that can change a figure, in the plan's order.
  ///
  /// What only names or shows things is left out: titles, sentences, decimals.
  package var parts: [PlanPart] {
    indicators.flatMap(parts) + targets.flatMap(parts) + elements.map(part) + forms.flatMap(parts)
      + orgUnits.all.map(part) + unitChanges.map(part) + settings
  }

  private func parts(_ indicator: Indicator) -> [PlanPart] {
    func part(_ property: String, _ text: String) -> PlanPart {
      PlanPart(kind: .indicator, name: indicator.id, property: property, text: text)
    }
    let formula =
      switch indicator.formula {
      case .ratio(let numerator, let denominator, let per):
        [
          part("numerator", numerator.text), part("denominator", denominator.text),
          part("per", "\(per)"),
        ]
      case .units(let condition): [part("condition", condition.text)]
      case .count(let value): [part("value", value.text)]
      }
    return formula + [
      part("place", indicator.place.rawValue), part("direction", indicator.direction.rawValue),
      part("proportion", "\(indicator.isProportion)"),
      part("merged", indicator.answerRule?.rawValue ?? ""),
    ]
  }

  private func parts(_ target: Target) -> [PlanPart] {
    [
      ("indicator", target.indicator), ("form", target.form.rawValue),
      ("value", target.value.map { "\($0)" } ?? ""), ("when", target.when.rawValue),
      ("reading", target.reading?.id ?? ""),
    ].map { PlanPart(kind: .target, name: target.id, property: $0.0, text: $0.1) }
  }

  private func part(_ element: DataElement) -> PlanPart {
    PlanPart(kind: .element, name: element.id, property: "source", text: source(element))
  }

  private func source(_ element: DataElement) -> String {
    guard let form = form(element.form) else { return "" }
    switch element.source {
    case .field(_, let field): return form.fields[field].name
    case .register(let aggregate):
      var words = [aggregate.operation.rawValue]
      if let of = aggregate.of { words.append("of \(name(of, form))") }
      if let condition = aggregate.condition { words.append("where \(condition.text)") }
      if let by = aggregate.by { words.append("by \(form.fields[by].name)") }
      if let at = aggregate.at { words.append("at \(name(at, form))") }
      return (words + ["within \(aggregate.window.rawValue)"]).joined(separator: " ")
    }
  }

  /// The field, behind the field that refers to its form where it is another's.
  package func name(_ path: FieldPath, _ form: Form) -> String {
    let own = form.fields[path.field].name
    guard let reference = path.reference,
      form.foreignKeys.indices.contains(reference.foreignKey),
      let other = self.form(form.foreignKeys[reference.foreignKey].form)
    else { return own }
    return "\(own).\(other.fields[reference.field].name)"
  }

  private func parts(_ form: Form) -> [PlanPart] {
    func part(_ property: String, _ text: String) -> PlanPart {
      PlanPart(kind: .form, name: form.name, property: property, text: text)
    }
    let keys = form.foreignKeys.map { "\(form.fields[$0.field].name)=\($0.form).\($0.key)" }
    return [
      part("kind", form.kind.rawValue), part("senders", form.senders.joined(separator: " ")),
      part("covers", form.covers.rawValue),
      part("years", "\(form.years.lowerBound)-\(form.years.upperBound)"),
      part("due", "\(form.due.day)/\(form.due.month)"),
      part("key", form.primaryKey.map { form.fields[$0].name }.joined(separator: " ")),
      part("references", keys.joined(separator: " ")),
      part(
        "parts",
        form.partSets.map { set in
          "\(set.name): "
            + set.parts.map { $0.headers.joined(separator: ",") }.joined(separator: ";")
        }.joined(separator: "; ")
      ),
    ] + form.fields.map { part("field \($0.name)", text($0)) }
  }

  /// All of a field by which cells are recognised and read.
  private func text(_ field: Field) -> String {
    let categories = field.categories.map {
      "\($0.value) (\(([$0.label.vietnamese, $0.label.english] + $0.spellings).joined(separator: ",")))"
    }
    let headers = field.headers.map { $0.scale == 1 ? $0.text : "\($0.text)*\($0.scale)" }
    let parts: [(String, String)] = [
      ("type", field.type.rawValue), ("role", field.role.rawValue),
      ("title", field.title.vietnamese), ("headers", headers.joined(separator: ",")),
      ("blank", field.blank.rawValue), ("dash", field.dash.rawValue),
      ("categories", categories.joined(separator: ";")),
      ("minimum", field.minimum?.description ?? ""), ("maximum", field.maximum?.description ?? ""),
      ("codes", field.codes.joined(separator: ",")),
      ("parts", field.partSets.map { "\($0)" }.joined(separator: ",")),
      ("required", "\(field.isRequired)"), ("summed", "\(field.isSummed)"),
    ]
    return parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
  }

  private func part(_ unit: OrgUnit) -> PlanPart {
    let days = [unit.validFrom, unit.validTo].map { $0?.description ?? "" }
    let aliases = unit.aliases.joined(separator: ",")
    return PlanPart(
      kind: .unit,
      name: unit.code,
      property: "from \(days[0])",
      text:
        "\(unit.name); \(unit.kind); \(unit.level); in \(unit.parent); to \(days[1]); \(aliases)"
    )
  }

  private func part(_ change: UnitChange) -> PlanPart {
    PlanPart(
      kind: .unit,
      name: change.from,
      property: "\(change.date) to \(change.to)",
      text: "\(change.kind.rawValue); \(change.share) \(change.basis.rawValue)"
        + (change.isEstimate ? " estimate" : "") + "; covered \(change.covered)"
    )
  }

  private var settings: [PlanPart] {
    let senders = senders.map { "\($0.id)\($0.eachLevel.map { "=\($0)" } ?? "")" }
    let prefixes = unitPrefixes.keys.sorted().map {
      "\($0): \((unitPrefixes[$0] ?? []).joined(separator: ","))"
    }
    let words: [(String, [String])] = [
      ("none", self.words.none), ("not reported", self.words.notReported),
      ("not applicable", self.words.notApplicable), ("yes", self.words.yes), ("no", self.words.no),
      ("ditto", self.words.ditto), ("total", self.words.total), ("group", self.words.group),
      ("signature", self.words.signature), ("long unit", self.words.long.unit),
      ("long element", self.words.long.element), ("long period", self.words.long.period),
      ("long value", self.words.long.value),
    ]
    return [
      ("years", "\(years.base) \(years.first)-\(years.last)"), ("unit", unit),
      ("member level", memberLevel), ("estimated shares", "\(usesEstimatedShares)"),
      ("due", "\(due.day)/\(due.month)"), ("senders", senders.joined(separator: " ")),
      ("unit prefixes", prefixes.joined(separator: "; ")),
    ].map { PlanPart(kind: .setting, name: "plan", property: $0.0, text: $0.1) }
      + words.map {
        PlanPart(
          kind: .setting,
          name: "words",
          property: $0.0,
          text: $0.1.joined(separator: ",")
        )
      }
  }
}
