import Diagnostics
import Tables
import Testing

@Suite struct FileVersionTests {
  @Test(arguments: [
    ("bao-cao.csv", 0), ("bao-cao v2.csv", 2), ("bao-cao_lần 3.csv", 3), ("bao-cao (1).csv", 2),
    ("bao-cao sửa.csv", 2), ("bao-cao-V12.csv", 12), ("van-ban-2021.csv", 0), ("lan2.csv", 2),
    ("v.csv", 0), ("a/v9/b.csv", 0), ("báo cáo bổ sung.csv", 2), ("BC final.csv", 2),
    ("BC mới.csv", 2), ("BC chính thức.csv", 2), ("Copy of BC.csv", 1), ("BC - Copy.csv", 1),
    ("BC - Copy (2).csv", 3), ("BC (2).csv", 3), ("BC lần thứ 2.csv", 2),
    ("BC điều chỉnh lần 3.csv", 3), ("chính sách.csv", 0), ("Bản 2.csv", 2), ("phiên bản 4.csv", 4),
    ("BC hoàn chỉnh.csv", 2), ("gửi lại.csv", 2), ("bộ phận.csv", 0), ("BC 15-12-2021.csv", 0),
    ("ban hành 166.csv", 0),
  ])
  func number(_ path: String, expected: Int) {
    #expect(FileVersion(path: "2021/103/\(path)").number == expected)
  }

  @Test(arguments: [
    ("BC 15-12-2021.csv", "2021-12-15"), ("BC_20211215.csv", "2021-12-15"),
    ("BC 2021.12.05.csv", "2021-12-05"), ("BC 15122021.csv", "2021-12-15"),
    ("BC 2021.csv", ""), ("BC 30112.csv", ""), ("BC 99999999.csv", ""),
  ])
  func day(_ path: String, expected: String) {
    #expect(FileVersion(path: path).day?.description ?? "" == expected)
  }

  @Test func aNumberGoesBeforeADay() {
    let paths = ["BC.csv", "BC 01-12-2021.csv", "BC 05-12-2021.csv", "BC v2.csv", "BC v3.csv"]
    let versions = paths.map { FileVersion(path: $0) }
    #expect(versions == versions.sorted())
    #expect(Set(versions).count == versions.count)
  }
}
