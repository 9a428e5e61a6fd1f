import Encoding
import Scanning

/// Words in which a character is not read as the table says (《现代汉语词典》), place names among them; and single characters that are read
/// otherwise in almost all words (`地` is `di` in addresses, not the particle `de`).
enum PinyinWords {
  /// The word that a character begins, if the text goes on with it.
  ///
  /// Where the last character of one may begin another, as in 人参|与, the reading from the right is the better one: of the words that
  /// overlap so, the last one holds, the one before it doesn't, and so on (backward maximum matching).
  static func word(beginningWith first: Unicode.Scalar, then rest: ScalarReader) -> Word? {
    guard let word = longest(first, rest) else { return nil }
    var isHeld = true
    var (last, place) = (word, rest)
    while last.characters.count > 1 {
      for _ in 1..<last.characters.count { _ = place.next() }
      guard let next = longest(last.characters[last.characters.count - 1], place), next.characters.count > 1 else {
        break
      }
      isHeld.toggle()
      last = next
    }
    return isHeld ? word : nil
  }

  private static func longest(_ first: Unicode.Scalar, _ rest: ScalarReader) -> Word? {
    byFirst[simplified(first)]?.first { word in
      var rest = rest
      return word.characters.dropFirst().allSatisfy { character in rest.next().map(simplified) == character }
    }
  }

  /// Characters that begin a word, traditional forms too.
  static var beginnings: [Unicode.Scalar] {
    byFirst.keys + simplifiedForms.filter { byFirst[$1] != nil }.map(\.key)
  }

  private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar { simplifiedForms[scalar] ?? scalar }

  struct Word: Sendable {
    let characters: [Unicode.Scalar]
    /// None where each character is read as the table says.
    let syllables: [Substring]
    var text: String { String(String.UnicodeScalarView(characters)) }
  }

  /// Those with readings of their own.
  static var all: [Word] { byFirst.values.flatMap(\.self).filter { !$0.syllables.isEmpty } }

  /// The longest first.
  private static let byFirst: [Unicode.Scalar: [Word]] = {
    var found: [Unicode.Scalar: [Word]] = [:]
    for line in list.split(separator: "\n") {
      for entry in line.split(separator: "，") {
        let parts = entry.split(separator: " ")
        let word = Word(characters: Array(parts[0].unicodeScalars), syllables: Array(parts.dropFirst()))
        found[word.characters[0], default: []].append(word)
      }
    }
    for text in ordinary {
      let word = Word(characters: Array(text.unicodeScalars), syllables: [])
      found[word.characters[0], default: []].append(word)
    }
    return found.mapValues { $0.sorted { $0.characters.count > $1.characters.count } }
  }()

  private static let list = """
    重庆 chong qing，重阳 chong yang，重新 chong xin，重复 chong fu，重建 chong jian，重走 chong zou，重返 chong fan
    重温 chong wen，重申 chong shen，重修 chong xiu，重叠 chong die，重逢 chong feng，重塑 chong su，重拾 chong shi
    多重 duo chong，双重 shuang chong，三重 san chong，着重 zhuo zhong，银行 yin hang，行业 hang ye，行列 hang lie
    行家 hang jia，行情 hang qing，排行 pai hang，同行 tong hang，内行 nei hang，外行 wai hang，商行 shang hang，行会 hang hui
    央行 yang hang，支行 zhi hang，分行 fen hang，农商行 nong shang hang，长期 chang qi，长城 chang cheng，长江 chang jiang
    长征 chang zheng，长度 chang du，长短 chang duan，长效 chang xiao，长远 chang yuan，长处 chang chu，长廊 chang lang
    长跑 chang pao，长寿 chang shou，长清 chang qing，长安 chang an，长春 chang chun，长沙 chang sha，长途 chang tu
    长椅 chang yi，长卷 chang juan，特长 te chang，延长 yan chang，专长 zhuan chang，擅长 shan chang，时长 shi chang
    全长 quan chang，漫长 man chang，较长 jiao chang，周长 zhou chang，调解 tiao jie，调整 tiao zheng，调节 tiao jie
    协调 xie tiao，调理 tiao li，空调 kong tiao，调试 tiao shi，调和 tiao he，调休 tiao xiu，调味 tiao wei，烹调 peng tiao
    调皮 tiao pi，音乐 yin yue，乐器 yue qi，乐队 yue dui，乐团 yue tuan，民乐 min yue，声乐 sheng yue，器乐 qi yue，乐曲 yue qu
    乐章 yue zhang，国乐 guo yue，乐理 yue li，奏乐 zou yue，会计 kuai ji，财会 cai kuai，首都 shou du，都市 du shi，成都 cheng du
    都会 du hui，古都 gu du，归还 gui huan，还书 huan shu，退还 tui huan，偿还 chang huan，还款 huan kuan，返还 fan huan
    借还 jie huan，还贷 huan dai，人参 ren shen，参差 cen ci，海参 hai shen，出差 chu chai，差遣 chai qian，率领 shuai ling
    表率 biao shuai，率先 shuai xian，草率 cao shuai，坦率 tan shuai，直率 zhi shuai，统率 tong shuai，今朝 jin zhao
    朝夕 zhao xi，朝气 zhao qi，传记 zhuan ji，自传 zi zhuan，水浒传 shui hu zhuan，列传 lie zhuan，外传 wai zhuan，弹琴 tan qin
    弹奏 tan zou，弹唱 tan chang，弹性 tan xing，单县 shan xian，了解 liao jie，明了 ming liao，了结 liao jie，着火 zhao huo
    着装 zhuo zhuang，着力 zhuo li，着眼 zhuo yan，着手 zhuo shou，沉着 chen zhuo，着陆 zhuo lu，着急 zhao ji，着凉 zhao liang
    睡觉 shui jiao，午觉 wu jiao，角色 jue se，主角 zhu jue，配角 pei jue，名角 ming jue，关卡 guan qia，哨卡 shao qia
    投降 tou xiang，薄弱 bo ruo，单薄 dan bo，薄荷 bo he，淡薄 dan bo，西藏 xi zang，宝藏 bao zang，藏族 zang zu，曾孙 zeng sun
    曾祖 zeng zu，对称 dui chen，称职 chen zhi，匀称 yun chen，称心 chen xin，畜牧 xu mu，大夫 dai fu，目的 mu di，的确 di que
    厌恶 yan wu，可恶 ke wu，仿佛 fang fu，供给 gong ji，自给 zi ji，补给 bu ji，给予 ji yu，给养 ji yang，和面 huo mian
    系鞋带 ji xie dai，校对 jiao dui，校准 jiao zhun，校验 jiao yan，校正 jiao zheng，没收 mo shou，淹没 yan mo，沉没 chen mo
    埋没 mai mo，模样 mu yang，模具 mu ju，模板 mu ban，埋怨 man yuan，什锦 shi jin，反省 fan xing，似的 shi de，一宿 yi xiu
    拓片 ta pian，提防 di fang，恐吓 kong he，切削 qie xiao，包扎 bao za，猪圈 zhu juan，厦门 xia men，曝光 bao guang
    落枕 lao zhen，露馅 lou xian，露面 lou mian，蚌埠 beng bu，番禺 pan yu，六安 lu an，东阿 dong e，阿胶 e jiao，乐陵 lao ling
    乐亭 lao ting，泌阳 bi yang，柏林 bo lin，洪洞 hong tong，铅山 yan shan，牟平 mu ping，尉迟 yu chi，单于 chan yu，龟兹 qiu ci
    长治 chang zhi，长假 chang jia，长护险 chang hu xian，长三角 chang san jiao，长时间 chang shi jian，长宁 chang ning
    长兴 chang xing，长条 chang tiao，长龙 chang long，长桌 chang zhuo，长明 chang ming，长线 chang xian，长年 chang nian
    长存 chang cun，长足 chang zu，长久 chang jiu，长达 chang da，长街 chang jie，长空 chang kong，长发 chang fa，长凳 chang deng
    调处 tiao chu，调委会 tiao wei hui，诉调 su tiao，调控 tiao kong，调剂 tiao ji，调价 tiao jia，调养 tiao yang，调适 tiao shi
    闵行 min hang，太行 tai hang，行长 hang zhang，行业协会 hang ye xie hui，还林 huan lin，还田 huan tian，还建 huan jian
    重置 chong zhi，重组 chong zu，重现 chong xian，重聚 chong ju，重返校园 chong fan xiao yuan，堵塞 du se，呼吁 hu yu
    给水 ji shui，咳嗽 ke sou，乐清 yue qing，浒墅关 xu shu guan，莘庄 xin zhuang，浚县 xun xian，厦大 xia da，着实 zhuo shi
    大宛 da yuan，身毒 yuan du，便宜 pian yi，倔强 jue jiang，扎染 za ran，结扎 jie za，咖喱 ga li，茄子 qie zi，番茄 fan qie
    粘土 nian tu，呱呱 gua gua，哪吒 ne zha，色子 shai zi，拾级 she ji，暖和 nuan huo，掺和 chan huo，汤匙 tang chi
    三重奏 san chong zou，重启 chong qi，重来 chong lai，湖泊 hu po，血泊 xue po，盛饭 cheng fan，解差 jie chai，伺机 si ji
    伺服 si fu，长效机制 chang xiao ji zhi，长虹 chang hong，长乐 chang le，长白 chang bai，长平 chang ping，长裙 chang qun
    长袖 chang xiu，长笛 chang di，长号 chang hao，身长 shen chang，波长 bo chang，都江堰 du jiang yan，会稽 kuai ji
    交响乐 jiao xiang yue，乐谱 yue pu，乐手 yue shou，哀乐 ai yue，礼乐 li yue，弦乐 xian yue，管乐 guan yue，打击乐 da ji yue
    鼓乐 gu yue，弹拨 tan bo，弹词 tan ci，评弹 ping tan，弹力 tan li，弹簧 tan huang，弹跳 tan tiao，调色 tiao se，调料 tiao liao
    微调 wei tiao，失调 shi tiao，上调 shang tiao，下调 xia tiao，可调 ke tiao，行道树 hang dao shu，五行八作 wu hang ba zuo
    一行 yi hang，树行 shu hang，琴行 qin hang，车行 che hang，还清 huan qing，还原 huan yuan，还迁 huan qian，生还 sheng huan
    交还 jiao huan，发还 fa huan，还本 huan ben，差旅 chai lv，邮差 you chai，当差 dang chai，钦差 qin chai，朝霞 zhao xia
    朝晖 zhao hui，朝九晚五 zhao jiu wan wu，地 di，拓 tuo，佛 fo，泊 bo，幢 zhuang
    """

  /// Words that are read as their characters are, and keep their neighbours from being taken for others: 会|计划, 人|参与.
  private static let ordinary: Set<String> = Set(
    """
    参与 参加 参观 参赛 参会 参考 参选 行动 行驶 行为 行走 行程 行政 行人 行使 行车 面试 面对 面向 面积 面前 调查 调研 调度 调动 调取
    家长 校长 格长 楼长 组长 站长 所长 部长 院长 会长 队长 班长 店长 社长 处长 局长 科长 厅长 市长 县长 区长 镇长 乡长 村长 首长 团长
    园长 馆长 主任 成长 增长 生长 助长 计划 计票 计算 计生 计量 计入 计分 传统 传播 传承 传达 传递 传染 传真 传授 传唱 乐园 乐趣 乐观 乐意
    收到 收费 收集 收入 收取 收获 收看 收纳 对面 对外 对于 对接 对象 对话 对照 重视 重要 重点 重大 重量 重病 重残 系列 称号 称赞 都是 都有
    还有 还是 还要 还可 率为 会议 会员 会客 会场 会上 觉得 降低 降价 降温 宿舍 没有 差距 弹药 安全 安置 安排 安装 期待 期间 期望 期末 征集 征求 征文
    征询 清单 清洁 清理 清运 清扫 短信 短期 远程 城市 城区 沙龙 沙盘 春节 春季 春游 处理 处置 江水 效果 度假 途中 宁静 兴趣 兴隆 条件
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Traditional forms of characters that stand in the words.
  private static let simplifiedForms: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = Array(
      """
      慶庆復复疊叠雙双銀银業业長长徵征廊廊跑跑壽寿專专擅擅時时較较調调解解節节協协試试樂乐隊队團团聲声會会計计財财還还書书償偿款款貸贷參参\
      與与觀观賽赛選选動动駛驶為为領领張张齊齐傳传記记滸浒傳传彈弹單单縣县瞭了著着陸陆覺觉關关卡卡藏藏薄薄孫孙對对稱称職职勻匀牧牧惡恶給给養养\
      麵面繫系鞋鞋帶带準准驗验沒没淹淹樣样闆板錦锦嚇吓紮扎圈圈廈厦門门園园館馆頭头陽阳農农課课聽听達达遞递誼谊優优劃划量量統统播播承承趣趣\
      費费獲获看看納纳話话議议員员場场號号贊赞處处組组塵尘嶺岭齡龄閔闵莊庄濟济乾干塊块執执橋桥區区縣县鄉乡鎮镇廳厅東东陵陵
      """.unicodeScalars)
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for place in stride(from: 0, to: pairs.count - 1, by: 2) where pairs[place] != pairs[place + 1] {
      forms[pairs[place]] = pairs[place + 1]
    }
    return forms
  }()
}
