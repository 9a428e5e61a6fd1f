/// Characters that are compared as another, one for one, in texts and in what is asked for: what an input method, a keyboard or a PDF makes of the
/// same thing.
enum AlikeCharacters {
  /// Marks and signs. Full-width ASCII is known by its code points.
  private static let signs: [(alike: String, as: Character)] = [
    ("\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}", "'"),
    ("\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}\u{300C}\u{300D}\u{300E}\u{300F}", "\""),
    ("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2500}", "-"), ("\u{301C}", "~"),
    ("\u{FFE5}", "\u{A5}"),
    ("\u{30FB}\u{FF65}\u{2022}", "\u{B7}"),
  ]
  /// Radicals of simplified characters and other forms, as PDFs have them for whole characters, and those characters (Unicode,
  /// EquivalentUnifiedIdeograph.txt).
  private static let radicals = (
    "⺁⺂⺃⺄⺅⺆⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁"
      + "⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂刂卜㔾小小兀尣尢尣巳幺彑彐忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁羊羊羋耂肀聿肉臼艹艹艹虎" + "衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
  )
  /// The characters of the 214 radicals of the Kangxi dictionary, U+2F00 and following; 户, 青 and 黄 as texts of today have them.
  private static let kangxi =
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
    + "心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
    + "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音" + "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
  /// Compatibility ideographs, which some fonts' PDFs have, and the characters that they are (Unicode, UnicodeData.txt). By their numbers: an editor may
  /// put the one in place of the other.
  private static let compatible: [(first: UInt16, characters: String)] = [
    (
      0xF900,
      "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌"
        + "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮"
        + "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈"
        + "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘" + "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀"
    ),
    (0xFA10, "塚"),
    (0xFA12, "晴"),
    (0xFA15, "凞猪益礼神祥福靖精羽"),
    (0xFA20, "蘒"),
    (0xFA22, "諸"),
    (0xFA25, "逸都"),
    (0xFA2A, "飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈" + "辶逸難響頻恵"),
    (0xFA6D, "舘"),
    (0xFA70, "並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌" + "窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜"),
    (0xFAD2, "㮝䀘䀹"),
    (0xFAD8, "齃龎"),
  ]

  /// Some by themselves, each with what it is compared as, ASCII apart. The search's script is given these and `runs`.
  static let pairs: [(from: UInt16, to: UInt16)] = {
    var pairs: [(UInt16, UInt16)] = []
    for (alike, character) in signs { pairs += alike.utf16.map { ($0, character.utf16.first!) } }
    return pairs + zip(radicals.0.utf16, radicals.1.utf16)
  }()
  /// Others that follow one another: the first, and what it and those behind it are compared as.
  static let runs: [(first: UInt16, characters: String)] = [(0x2F00, kangxi)] + compatible

  /// What each UTF-16 unit is compared as: `pairs`, `runs`, and letters, digits and marks of ASCII and as wide ones as small ASCII.
  static let table: [UInt16] = {
    var table = (0...UInt16.max).map { $0 }
    for (from, to) in pairs { table[Int(from)] = to }
    for (first, characters) in runs {
      for (place, unit) in characters.utf16.enumerated() { table[Int(first) + place] = unit }
    }
    for wide in UInt16(0xFF01)...0xFF5E { table[Int(wide)] = wide - 0xFEE0 }
    for unit in table.indices where (0x41...0x5A).contains(table[unit]) { table[unit] += 32 }
    for letter in UInt16(0)..<26 { table[Int(SearchKeys.starts + letter)] = SearchKeys.letters + letter }
    return table
  }()
}
