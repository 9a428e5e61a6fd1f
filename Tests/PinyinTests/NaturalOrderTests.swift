import Testing

@testable import Pinyin

@Suite struct NaturalOrderTests {
  /// Each stands in its order.
  @Test(arguments: [
    ["第1网格", "第2网格", "第10网格", "第11网格", "第100网格"],
    ["府东第一网格", "府东第二网格", "府东第九网格", "府东第十网格", "府东第十一网格", "府东第二十网格", "府东第二十一网格", "府东第一百零八网格"],
    ["1号楼", "2号楼", "10号楼", "10号楼1单元", "10号楼2单元"],
    ["一号楼微网格", "二号楼微网格", "十号楼微网格"],
    ["A座", "B座", "C座"], ["２号", "１０号"], ["2026年", "二〇二七年"], ["3期", "第一期"],
    ["", "1", "a"],
  ])
  func numbersCountByWhatTheyComeTo(names: [String]) {
    for seed in 0..<names.count {
      let turned = names[seed...] + names[..<seed]
      #expect(turned.sorted { NaturalOrder($0) < NaturalOrder($1) } == names)
    }
  }

  /// 东 before 河 before 西: `dong`, `he`, `xi`; 百 and 千 begin names, not numbers.
  @Test func namesWithoutNumbersStandByReading() {
    let names = ["西堤社区", "千佛社区", "河沿社区", "百花社区", "菜市社区", "东堤社区"]
    #expect(names.sorted { NaturalOrder($0) < NaturalOrder($1) } == ["百花社区", "菜市社区", "东堤社区", "河沿社区", "千佛社区", "西堤社区"])
  }

  /// Two names are in one order or the other, and no number is too long to be told.
  @Test func theOrderIsWhole() {
    let names = [
      "重庆", "崇庆", "第1格", "第一格", "第01格", String(repeating: "9", count: 400), "九" + String(repeating: "九", count: 400),
      "十十十", "零",
    ]
    for a in names {
      for b in names where a != b {
        #expect((NaturalOrder(a) < NaturalOrder(b)) != (NaturalOrder(b) < NaturalOrder(a)), "\(a) \(b)")
      }
      #expect(!(NaturalOrder(a) < NaturalOrder(a)))
    }
  }
}
