import Diagnostics
import PersonalData
import Testing

@Suite struct MaskedFindingTests {
  @Test(arguments: [
    ("gọi 0912345678", "", "gọi ***", ""),
    ("", "ghi 0912345678", "", "ghi ***"),
    ("0912345678", "0912345678", "***", "***"),
    ("125.000.000", "125000000", "125.000.000", "125000000"),
  ])
  func `what was found and what is proposed hold no number of a person`(
    _ found: String,
    _ proposal: String,
    _ maskedFound: String,
    _ maskedProposal: String
  ) {
    let finding = Finding(
      "code",
      .note,
      at: Location(file: "a.csv"),
      found: found,
      proposal: proposal,
      expected: LocalisedText(vi: "một ô", en: "a cell")
    )
    #expect(finding.masked.found == maskedFound)
    #expect(finding.masked.proposal == maskedProposal)
    #expect(!finding.masked.message.english.contains("0912345678"))
  }
}
