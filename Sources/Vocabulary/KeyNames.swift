/// The keys of front matter, data blocks and settings as people write them in Chinese: the words of the sheets' columns, where these have the
/// same thing. Messages in Chinese call a key by its first one.
package enum KeyNames {
  /// The names of a key; none for one that is written in English alone.
  package static func names(of key: String) -> [String] { chinese[key] ?? [] }

  /// Whether a key that is written so can mean it.
  package static func means(_ written: String, _ key: String) -> Bool {
    let folded = WrittenName.folded(written)
    return folded == WrittenName.folded(key) || chinese[key]?.contains(folded) == true
  }

  /// The keys that a written one can mean.
  package static func keys(meantBy written: String, among keys: some Sequence<String>) -> [String] {
    keys.filter { means(written, $0) }
  }

  /// Whether a Chinese word is the name of any key.
  package static func isKey(_ written: String) -> Bool {
    let folded = WrittenName.folded(written)
    return chinese.values.contains { $0.contains(folded) }
  }

  private static let chinese: [String: [String]] = [
    "dutyNames": ["值班姓名", "公开值班姓名"],
    // Every page.
    "title": ["标题", "题目", "名称", "標題"], "kind": ["类型", "页面类型", "栏目", "種類"], "slug": ["网址", "网址名"],
    "unit": ["单位", "所属单位", "发布单位", "主办单位", "社区", "单元", "單位"], "summary": ["摘要", "简介", "说明", "概要"],
    "date": ["日期", "发布日期", "成文日期"], "publishAt": ["发布时间", "公开时间"],
    "expiresAt": ["失效时间", "截止时间", "有效期至", "截止日期", "结束时间", "失效日期"], "tags": ["标签", "关键词", "標籤"],
    "draft": ["草稿"], "image": ["图片", "题图", "封面", "圖片"], "order": ["排序", "顺序", "次序"], "attachments": ["附件"],
    "approval": ["审批"], "aboutUnit": ["单位介绍"], "updated": ["更新日期", "更新时间", "修改日期"], "aliases": ["旧网址", "原网址"],
    // Kinds of their own.
    "category": ["类别", "分类", "類別"], "pinned": ["置顶"], "publicNoticeDays": ["公示天数", "公示期", "公示工作日"],
    "publicNoticeFrom": ["公示开始", "公示起始日期"], "activity": ["活动", "活动编号"], "contact": ["联系方式", "联系人", "联系电话"],
    "severity": ["预警级别", "紧急程度", "级别"], "instruction": ["应对措施", "怎么做", "行动提示"], "duty": ["职责", "公开事项"],
    "dutyPeriod": ["公开时段", "所属时段"], "type": ["类别", "队伍类型", "合伙人类型", "场所类型"],
    "venue": ["场所", "地点", "阵地", "场地", "活动地点"], "activities": ["活动"], "track": ["课程类别", "课程类型"],
    "members": ["人数", "成员数", "队员数"], "motto": ["口号"], "layout": ["版式", "显示方式"], "list": ["清单"],
    "hours": ["时间", "服务时间"],
    "since": ["成立时间", "起始时间"], "until": ["截止", "到期时间"], "status": ["状态"], "topics": ["议题"], "offers": ["供给"],
    "services": ["服务", "服务项目"], "file": ["文件"],
    // Data blocks.
    "days": ["天数"], "limit": ["条数", "最多"], "menu": ["菜单"], "phase": ["阶段"], "partner": ["合伙人"], "facility": ["设施"],
    "metrics": ["指标"], "url": ["地址", "链接"], "label": ["文字"], "brand": ["品牌"],
    // Screens and the site.
    "id": ["编号"], "orientation": ["方向"], "size": ["尺寸"], "units": ["单位"], "playlist": ["播放列表", "节目单"],
    "dayparts": ["时段"], "safeArea": ["安全边距"], "rotate": ["旋转"], "dates": ["日期范围"], "every": ["每隔"],
    "language": ["语言"], "timeZone": ["时区"], "theme": ["主题"], "database": ["数据库"], "horizonDays": ["向前天数"],
    "keepReleases": ["保留发布次数"], "shareCards": ["分享图", "分享卡片"], "pages": ["页数"], "font": ["字体"],
    "license": ["许可", "数据许可"], "region": ["所在地区"], "country": ["国家"], "province": ["省", "省份"],
    "city": ["市", "城市"], "postalCode": ["邮编", "邮政编码"],
    "search": ["搜索"], "officePhones": ["办公电话"], "footer": ["页脚"], "slide": ["内容", "页面"], "seconds": ["秒数"],
    "name": ["名称"], "band": ["提示条"], "background": ["背景", "背景图片"], "weather": ["天气"], "before": ["倒计时文字"],
    "onDay": ["当天文字", "当天"], "film": ["影片", "短片"], "poster": ["影片封面"], "document": ["文件"],
    "caption": ["图片说明"], "filmSize": ["影片大小"],
    // The weather.
    "observedAt": ["观测时间"], "validMinutes": ["有效分钟"], "place": ["哪里"], "now": ["现在"], "forecast": ["预报"],
    "warnings": ["预警"], "temperature": ["气温"], "humidity": ["湿度"], "wind": ["风"], "air": ["空气质量"], "low": ["最低气温"],
    "high": ["最高气温"], "level": ["颜色"], "source": ["来源"], "issuedAt": ["开始时间"],
    "text": ["文字", "正文"], "phone": ["电话"], "address": ["地址"],
  ].mapValues { $0.map(WrittenName.folded) }
}
