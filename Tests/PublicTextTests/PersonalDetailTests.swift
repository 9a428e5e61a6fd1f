import Testing

@testable import PublicText

@Suite struct PersonalDetailTests {
  @Test(arguments: [
    ("联系 quanshe@qq.com", PersonalDetail.Kind.email, "quanshe@qq.com"),
    ("邮箱：a.b-c@mail.163.com。", .email, "a.b-c@mail.163.com"),
    ("a＠126.com", .email, "a＠126.com"), ("mailto:x@gmail.com", .email, "x@gmail.com"), ("请找王女士", .person, "王女士"),
    ("写到 wang @ qq.com", .email, "wang @ qq.com"), ("wang@qq。com", .email, "wang@qq。com"),
    ("wang＠163．com", .email, "wang＠163．com"),
    ("li_1 @ 126 . com", .email, "li_1 @ 126 . com"),
    ("李建国先生讲课", .person, "李建国先生"), ("欧阳先生", .person, "欧阳先生"), ("高女士", .person, "高女士"),
    ("3号楼2单元501室王女士", .dwelling, "3号楼2单元501室王女士"), ("3-2-501室 李建国", .dwelling, "3-2-501室 李建国"),
    ("鲁A12345违停", .plate, "鲁A12345"), ("鲁A·D1234", .plate, "鲁A·D1234"), ("京AD12345", .plate, "京AD12345"),
    ("鲁a12345", .plate, "鲁a12345"), ("车牌鲁aD1234b停在门口", .plate, "鲁aD1234b"), ("鲁Ａ１２３４５", .plate, "鲁Ａ１２３４５"),
    ("鲁ａ12345", .plate, "鲁ａ12345"), ("京a·d12345", .plate, "京a·d12345"), ("鲁A-12345", .plate, "鲁A-12345"),
    ("鲁a12345学", .plate, "鲁a12345学"),
    ("护照E12345678", .passport, "E12345678"), ("EA1234567", .passport, "EA1234567"),
    ("卡号6222 0200 0000 0000 000", .bankCard, "6222 0200 0000 0000 000"),
    ("4111111111111111", .bankCard, "4111111111111111"), ("卡号4111－1111－1111－1111", .bankCard, "4111－1111－1111－1111"),
    ("４１１１１１１１１１１１１１１１", .bankCard, "４１１１１１１１１１１１１１１１"), ("回乡证H12345678", .permit, "H12345678"),
    ("往来港澳通行证C12345678", .permit, "C12345678"), ("港澳通行证：CA1234567", .permit, "CA1234567"),
    ("大陆居民往来台湾通行证 L12345678", .permit, "L12345678"),
    ("M1234567801", .permit, "M1234567801"), ("4111 - 1111 - 1111 - 1111", .bankCard, "4111 - 1111 - 1111 - 1111"),
  ])
  func detailsAreFound(text: String, kind: PersonalDetail.Kind, part: String) {
    #expect(PersonalDetail.find(in: text).map(\.kind) == [kind])
    #expect(PersonalDetail.find(in: text).first?.text == part)
  }

  @Test(arguments: [
    "许多女士报名", "任何先生", "女士优先", "各位先生、女士", "这位先生", "对于女士", "王某某女士", "医生", "战士", "活动室", "3号楼2单元501室",
    "社区办公室在3号楼101室", "3号楼101室图书角开放", "图@2x.png", "来 @ 社区", "meet @ example.com", "@ qq.com", "a @ qq", "icon@2x.png",
    "https://user@example.org/", "@社区", "豫园A座12345",
    "新A4纸12345张",
    "湘AB", "京a1号楼12345", "新a4纸12345张", "云a12", "鲁abcde1", "新app12345版", "鲁ＡＢ", "云wifi2024", "E1234567", "G1234",
    "项目编号 E123456789", "零件C12345678", "通行证C123456", "4111111111111112", "1234567812345670",
    "2026111509000000",
    "订单6222020000000000000000000", "M20261121", "E20261121", "S19991231", "H123456789", "H1234567",
    "0531-0000-1200", "37.123456789012345", "云A100", "101室开放时间", "502室党员活动室",
  ])
  func whatIsNoneIsLeftAlone(text: String) {
    #expect(PersonalDetail.find(in: text) == [])
  }

  @Test func anOfficesAddressIsOne() {
    func isOffice(_ text: String, _ listed: Set<String> = []) -> Bool? {
      PersonalDetail.find(in: text).first?.isOffice(listed)
    }
    #expect(isOffice("jiedao@jinan.gov.cn") == true)
    #expect(isOffice("quan@163.com") == false)
    #expect(isOffice("Quan@163.com", ["quan@163.com"]) == true)
    #expect(isOffice("x@example.org", ["@example.org"]) == true)
    #expect(isOffice("x@sub.example.org", ["@example.org"]) == false)
  }

  @Test(arguments: [
    ("参加三人，电话13812345678，11月25日", "参加三人，电话***********，11月25日"), ("138-1234-5678 十二月", "***-****-**** 十二月"),
    ("身份证37010219900101123X", "身份证******************"), ("１３８１２３４５６７８", "***********"),
    ("一三八一二三四五六七八找张三", "***********找张三"), ("l3812345678", "***********"),
    ("没有号码 2026", "没有号码 2026"),
  ])
  func onlyTheNumbersAreMasked(text: String, masked: String) {
    #expect(PersonalNumber.masked(in: text) == masked)
  }

  @Test(arguments: [
    ("3.70102199001011e+17", PersonalNumber.Kind.identity), ("3.70102199001011E+17", .identity),
    ("1.3812345678E+10", .mobile),
  ])
  func numbersThatASpreadsheetShortenedAreStillNumbers(text: String, kind: PersonalNumber.Kind) {
    #expect(PersonalNumber.find(in: text).map(\.kind) == [kind])
  }
}
