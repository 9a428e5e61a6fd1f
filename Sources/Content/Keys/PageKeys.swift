import Diagnostics
package import Vocabulary

/// The keys of pages' front matter, as docs/pages.md lists them. They are read in `FrontMatterReader` and `Kinds`; `DeclaredKeysTests` holds both
/// to each other.
package enum PageKeys {
  static let unitName = Message(zh: "单位", en: "a unit")
  static let venueName = Message(zh: "场所", en: "a place")
  static let activityName = Message(zh: "活动", en: "an activity")
  static let listName = Message(zh: "清单", en: "a list")

  static func page(_ zh: String, _ en: String) -> Message { Message(zh: zh + "的编号", en: "slug of a " + en) }

  /// Of every page.
  package static let common: [KeyForm] = [
    KeyForm("title", .text, required: true, zh: "标题", en: "its title", example: "北门今起开放"),
    KeyForm(
      "kind", .term(PageKind.self), required: true, zh: "类型；`kind: 公示` 就是这一类的公告", en: "what kind of page",
      example: "notice"),
    KeyForm(
      "slug", .text, zh: "网址最后一段；不写就用文件名，中文文件名转成拼音。两页网址相同是错误",
      en:
        "last part of its URL, `a-z0-9-`; by default the file's name, in pinyin if it is Chinese (`冬季停水.md` → `dong-ji-ting-shui`); two pages of one address are an error",
      example: "north-gate"),
    KeyForm("unit", .reference(unitName), zh: "所属单位", en: "the unit whose page it is", example: "taoyuan"),
    KeyForm("summary", .text, zh: "一句话摘要", en: "one sentence, for lists and feeds", example: "北门每天开放"),
    KeyForm("date", .date, zh: "日期；公告从这一天起公开", en: "its day; a notice is public from then on", example: "2026-11-20"),
    KeyForm(
      "publishAt", .moment, zh: "到这时才公开；公告的日期在以后的，到那天才公开",
      en: "public from then on; a notice whose `date` is still to come waits for that day too",
      example: "2026-11-20T08:00"),
    KeyForm(
      "expiresAt", .moment, zh: "失效时间；只写日期则含当天；`9999-12-31` 是永久有效",
      en: "no longer current from then on; a date includes that day; `9999-12-31` is never", example: "2026-11-30"),
    KeyForm(
      "updated", .moment, zh: "更新日期；不写，正文改了也认得出",
      en:
        "when what it says last changed, for feed readers and search engines; without it, a change of the text is noticed by the build",
      example: "2026-11-22"),
    KeyForm(
      "aliases", .texts, zh: "用过的网址，打开后转到本页，印出去的二维码不失效",
      en: "earlier addresses: each leads on to the page, so that printed codes live", example: "[/notices/old/]"),
    KeyForm("tags", .texts, zh: "标签", en: "tags", example: "[停水, 维修]"),
    KeyForm(
      "draft", .flag, else: "false", zh: "草稿，加 `--drafts` 才发布", en: "published with `--drafts` only", example: "true"),
    KeyForm(
      "image", .text,
      zh: "题图，`content/images/` 里的 PNG、JPEG、WebP 或 GIF；文件内容要和后缀相符，中文名照写",
      en:
        "a PNG, JPEG, WebP or GIF below `content/images/`, whose bytes are what its name's ending says; a Chinese name is written as it is and published in pinyin",
      example: "/images/gate.jpg"),
    KeyForm(
      "order", .integer(0...1_000_000), zh: "列表里的先后，小的在前", en: "place in lists, the smallest first", example: "10"),
    KeyForm(
      "attachments", .entries, zh: "供读者下载的[附件](#files-附件)，`content/files/` 里的文件",
      en: "[files](#files-附件) below `content/files/` for readers to keep: `[报名表.docx]`, or with a title",
      [
        KeyForm("file", .text, required: true, zh: "文件名", en: "its name", example: "报名表.docx"),
        KeyForm("title", .text, zh: "读者看到的名称", en: "what readers see", example: "报名表"),
      ]),
    approval,
    KeyForm(
      "method", .group, zh: "[工作法](#methods-工作法)", en: "a [way of working](#methods-工作法) with a number for a name",
      methodMembers
    ),
    KeyForm(
      "video", .entries, zh: "[回放](#recordings-看回放)：视频网址，或名称和网址",
      en: "[recordings](#recordings-看回放): an address, or several with titles",
      [
        KeyForm("title", .text, zh: "名称", en: "its title", example: "怎么报名"),
        KeyForm("url", .text, required: true, zh: "网址", en: "its address", example: "https://video.example.cn/1"),
      ]),
  ]

  /// Who let a text through.
  static let approval = KeyForm(
    "approval", .group, zh: "审批，由 [`gongshi approve`](pages.md#approval-审批) 填写",
    en: "who wrote, checked and let through the text, written by [`gongshi approve`](pages.md#approval-审批)",
    [
      KeyForm("author", .text, zh: "起草的岗位", en: "the role that wrote it", example: "社工"),
      KeyForm("reviewer", .text, zh: "审核的岗位", en: "the role that checked it", example: "社区党委副书记"),
      KeyForm("approver", .text, zh: "审批的岗位", en: "the role that let it through", example: "社区党委书记"),
      KeyForm("authoredOn", .date, zh: "起草签字的日期", en: "the day of the first signature", example: "2026-11-18"),
      KeyForm("reviewedOn", .date, zh: "审核签字的日期", en: "of the second", example: "2026-11-19"),
      KeyForm("approvedOn", .date, zh: "审批签字的日期", en: "of the third", example: "2026-11-20"),
      KeyForm(
        "digest", .text, zh: "签的是哪一稿：正文和页面信息改了，签字就作废",
        en:
          "of all of the file but `approval`, and of the signatures; line ends, a byte order mark and empty lines at the end don't count",
        example: "sha256:0123"),
    ])

  private static let methodMembers = [
    KeyForm(
      "name", .text, required: true, zh: "名称，里面的数字要和下面的数目对上", en: "its name, whose numerals are the parts' counts",
      example: "1团1队"),
    KeyForm("summary", .text, zh: "一句话", en: "in a sentence", example: "总团管质量"),
    KeyForm(
      "parts", .groups, required: true, zh: "各部分", en: "its parts",
      [
        KeyForm("count", .text, required: true, zh: "几个；`N` 是不定数", en: "how many, 1 to 99, or `N`", example: "1"),
        KeyForm("name", .text, required: true, zh: "量词或名称", en: "of what", example: "团"),
        KeyForm("summary", .text, zh: "一句话", en: "in a sentence", example: "管质量"),
        KeyForm(
          "items", .entries, zh: "逐条列出", en: "each of them: a text, or a group that leads somewhere", itemMembers),
      ]),
  ]

  /// An entry that may lead to one thing of the community.
  private static let itemMembers: [KeyForm] =
    [
      KeyForm("title", .text, required: true, zh: "名称", en: "what it is called", example: "宣讲团"),
      KeyForm("summary", .text, zh: "一句话", en: "in a sentence", example: "讲政策"),
    ] + subjects

  private static let subjects: [KeyForm] = NamedSubject.keys.map { key in
    KeyForm(
      key, .reference(Message(zh: "编号", en: "id or slug")), zh: "通向哪里，只写一个", en: "where it leads; one of these at most",
      example: "lecture")
  }

  // MARK: By kind

  /// What a kind has of its own, beside what all pages have.
  package static func of(_ kind: PageKind) -> [KeyForm] {
    switch kind {
    case .page:
      [
        KeyForm(
          "aboutUnit", .flag, else: "false", zh: "这是单位介绍，正文显示在单位自己的页面上",
          en: "its text stands on its unit's page, and it has none of its own",
          example: "true")
      ]
    case .notice: notice
    case .brand: brand
    case .menu: menu
    case .classroom:
      [
        KeyForm("track", .term(Track.self), zh: "课程类别", en: "which track of the classroom", example: "theory"), venue,
        activities,
      ]
    case .venue:
      [
        KeyForm(
          "venue", .reference(venueName), required: true, zh: "是哪个场所", en: "the place that it is about", example: "hall"
        ),
        KeyForm(
          "zones", .groups, zh: "分区", en: "its parts",
          [
            KeyForm("name", .text, required: true, zh: "名称", en: "its name", example: "阅览区"),
            KeyForm("area", .number, zh: "平方米", en: "square metres", example: "80"),
            KeyForm("summary", .text, zh: "一句话", en: "in a sentence", example: "看书看报"),
          ]),
        KeyForm(
          "facilities", .texts, zh: "“场所设施”表里没有的[设施](#places-阵地和便民服务圈)",
          en: "what is found there and the [table](#places-阵地和便民服务圈) has no word for",
          example: "[钢琴]"),
      ]
    case .partner: partner
    case .team:
      [
        KeyForm(
          "type", .term(TeamType.self), zh: "哪一类队伍；队伍表里有就不写", en: "what sort; here or in the [team's row](#teams-队伍)",
          example: "performing"),
        KeyForm(
          "members", .integer(0...1_000_000), zh: "人数；队伍表里有就不写", en: "how many; here or in the row", example: "30"),
        venue,
        activities, contact,
      ]
    case .council:
      [
        venue, activities,
        KeyForm(
          "topics", .groups, zh: "议题，或者用 `list`", en: "its topics; or `list`",
          [
            KeyForm("title", .text, required: true, zh: "议题", en: "the topic", example: "加装座椅"),
            KeyForm(
              "status", .term(TopicStatus.self), required: true, zh: "到哪一步", en: "how far it is", example: "discussed"),
            KeyForm("outcome", .text, zh: "结果", en: "what came of it", example: "同意"),
          ]),
        lists,
      ]
    case .list: list
    }
  }

  private static let venue = KeyForm("venue", .reference(venueName), zh: "在哪里", en: "where it is", example: "hall")
  private static let activities = KeyForm(
    "activities", .references(activityName), zh: "列出这些活动的场次", en: "whose occurrences it shows", example: "[choir]")
  private static let contact = KeyForm("contact", .text, zh: "联系方式", en: "whom to ask", example: "服务台 0531-0000-1234")
  private static let lists = KeyForm(
    "list", .references(listName), zh: "显示哪份[清单](#lists-清单)", en: "the [lists](#lists-清单) that it shows",
    example: "topics")

  private static let notice = [
    KeyForm("date", .date, required: true, zh: "落款日期，必填", en: "its day, required here", example: "2026-11-20"),
    KeyForm(
      "category", .term(NoticeCategory.self), else: "announcement", zh: "类别", en: "what sort of notice",
      example: "result"),
    KeyForm("pinned", .flag, else: "false", zh: "置顶", en: "stands first", example: "true"),
    KeyForm("activity", .reference(activityName), zh: "说的是哪个活动", en: "the activity that it is about", example: "choir"),
    contact,
    KeyForm(
      "publicNoticeDays", .integer(1...60), zh: "公示几个工作日，起止日期由程序算；不能再写 `expiresAt`",
      en: "for how many working days it stands open; the days are counted by the program, and it takes no `expiresAt`",
      example: "5"),
    KeyForm(
      "publicNoticeFrom", .date, zh: "公示从哪天算起；不写是发布后的第一个工作日",
      en: "their first day, if not the working day after `date`", example: "2026-11-23"),
    KeyForm(
      "duty", .reference(Message(zh: "公开事项", en: "a duty")), zh: "完成哪项[公开事项](#disclosure-公开目录)",
      en: "the [duty](#disclosure-公开目录) that it meets", example: "accounts"),
    KeyForm(
      "dutyPeriod", .text, zh: "补发或提前发的，写是哪一期", en: "which period it is for, if its day does not say",
      example: "2026-Q3"),
    KeyForm(
      "severity", .term(AlertSeverity.self), zh: "写了就是[紧急插播](screens.md#urgent-notices-紧急插播)，要写 `expiresAt`",
      en: "makes it [urgent](screens.md#urgent-notices-紧急插播): it takes over screens and needs `expiresAt`",
      example: "severe"),
    KeyForm("instruction", .text, zh: "要大家做什么，一句话", en: "what to do, in one sentence", example: "收好阳台杂物"),
  ]

  private static let brand = [
    KeyForm("parent", .reference(page("上级品牌", "brand")), zh: "上级品牌", en: "the brand above it", example: "quanxi"),
    KeyForm("motto", .text, zh: "口号", en: "its motto", example: "有事好商量"),
    KeyForm("edition", .text, zh: "版本，只有一个时", en: "its edition, where there is one alone", example: "\"1.0\""),
    KeyForm(
      "editions", .groups, zh: "历次[版本](#brands-党建品牌)，按日期自己换",
      en: "its [editions](#brands-党建品牌): the present one follows from the day",
      [
        KeyForm("edition", .text, required: true, zh: "版本号", en: "its number", example: "\"2.0\""),
        KeyForm("name", .text, zh: "名称", en: "its name", example: "单位自己挑"),
        KeyForm("from", .partialDate, required: true, zh: "从什么时候", en: "when it begins", example: "2023-05"),
        KeyForm(
          "until", .partialDate, zh: "到什么时候；不写就到下一版", en: "its last day, month or year; else until the next",
          example: "2024"),
        KeyForm("changes", .texts, zh: "改了什么", en: "what is new", example: "[随办随公示]"),
      ]),
    KeyForm(
      "carriers", .entries, zh: "载体：阵地、队伍、活动等", en: "what carries it: texts, or groups that lead somewhere",
      [KeyForm("title", .text, required: true, zh: "名称", en: "what it is called", example: "宣讲堂")] + subjects),
    KeyForm("partners", .references(page("合伙人", "partner")), zh: "共建单位", en: "partners", example: "[school]"),
    KeyForm("teams", .references(page("队伍", "team")), zh: "队伍", en: "teams", example: "[choir]"), activities,
    KeyForm(
      "metrics", .references(Message(zh: "指标", en: "a measure")), zh: "列出本单位的这些指标", en: "figures of its unit",
      example: "[members]"),
    premises, KeyForm("since", .text, zh: "从哪年开始", en: "since when", example: "\"2020\""),
  ]

  private static let premises = KeyForm(
    "premises", .group, zh: "用房面积，单位平方米", en: "floor space, in square metres",
    [
      KeyForm("area", .number, required: true, zh: "一共", en: "all of it", example: "260"),
      KeyForm("offices", .number, zh: "办公", en: "offices", example: "20"),
      KeyForm("shared", .number, zh: "对外开放", en: "open to all", example: "180"),
      KeyForm("given", .number, zh: "交给合伙人运营", en: "run by partners in return for services", example: "60"),
      KeyForm("terms", .text, zh: "换来什么", en: "what is served in return", example: "免租金，换40个免费名额"),
    ])

  private static let menu = [
    KeyForm(
      "category", .term(MenuCategory.self), required: true, zh: "类别，必填", en: "what it offers", example: "convenience"),
    KeyForm(
      "list", .references(listName), zh: "服务在哪份[清单](#lists-清单)里；和 `services` 至少写一个",
      en: "the [lists](#lists-清单) of its offers; this or `services`", example: "repairs"),
    contact, KeyForm("hours", .text, zh: "服务时间", en: "when", example: "周一至周五 9:00–17:00"),
    KeyForm(
      "services", .groups, zh: "直接写在页面里的服务", en: "services that stand in the page itself",
      [
        KeyForm(
          "id", .text, required: true, zh: "编号，各菜单之间不重复", en: "its id, unique over all menus", example: "haircut"),
        KeyForm("title", .text, required: true, zh: "名称", en: "what it is", example: "理发"),
        KeyForm("summary", .text, zh: "一句话", en: "in a sentence", example: "60岁以上免费"),
        KeyForm("price", .text, zh: "价格，怎么说就怎么写", en: "its price in words", example: "10元一次"),
        KeyForm("feeYuan", .number, zh: "价格，元；0 是免费", en: "its price in yuan; 0 is free", example: "10"),
        KeyForm("trial", .text, zh: "怎么试", en: "how to try it", example: "首次免费"),
        KeyForm("provider", .text, zh: "谁提供", en: "who offers it", example: "便民服务队"),
        KeyForm(
          "partner", .reference(page("合伙人", "partner")), zh: "哪个合伙人提供", en: "the partner who does", example: "barber"),
        KeyForm("audience", .text, zh: "给谁", en: "for whom", example: "老年人"),
        KeyForm("hours", .text, zh: "什么时间", en: "when", example: "每周三上午"),
        KeyForm("phone", .text, zh: "电话", en: "whom to call", example: "0531-0000-1234"),
        KeyForm("howTo", .text, zh: "怎么约", en: "how to order it", example: "提前一天打电话"),
      ]),
  ]

  private static let partner = [
    KeyForm(
      "type", .term(PartnerType.self), required: true, zh: "哪一类合伙人，必填", en: "what sort of partner", example: "operation"
    ),
    KeyForm("offers", .texts, zh: "提供什么", en: "what it offers", example: "[场地, 讲师]"), venue, activities, contact,
    KeyForm(
      "agreement", .group, zh: "[协议](#partners-合伙人和共建单位)，到期前 30 天提醒",
      en: "the [agreement](#partners-合伙人和共建单位); its end is warned of 30 days ahead",
      [
        KeyForm("from", .partialDate, zh: "从什么时候", en: "when it begins", example: "2026-11-01"),
        KeyForm("until", .partialDate, zh: "到什么时候", en: "when it ends", example: "2028-10"),
        KeyForm("assessed", .partialDate, zh: "什么时候评议的", en: "when the partner was assessed", example: "2026-10"),
        KeyForm("result", .text, zh: "评议结果", en: "what came of it", example: "续聘"),
        KeyForm("admission", .text, zh: "怎么进来的", en: "how the partner was chosen", example: "公示5个工作日"),
        KeyForm("exit", .text, zh: "怎么退出", en: "when and how it ends", example: "居民不满意的不续签"),
      ]), premises,
  ]

  private static let list = [
    KeyForm(
      "layout", .term(ListLayout.self), required: true, zh: "版式，必填", en: "how the list is [shown](#lists-清单)",
      example: "board"),
    KeyForm(
      "list", .references(listName), required: true, zh: "哪份[清单](#lists-清单)；台账、公开目录、找网格不写",
      en: "the lists; not of a ledger, a catalogue of disclosure or a finder", example: "projects"),
    KeyForm("venue", .reference(venueName), zh: "便民服务圈以哪里为中心", en: "of a circle: around which place", example: "hall"),
    KeyForm(
      "minutes", .integer(5...60), else: "15", zh: "便民服务圈走几分钟", en: "of a circle: how long a walk", example: "15"),
    contact, activities,
    KeyForm(
      "stories", .references(Message(zh: "事项", en: "a matter")), zh: "台账页讲哪几件事",
      en: "of a ledger: matters whose path is shown", example: "[lift]"),
  ]
}
