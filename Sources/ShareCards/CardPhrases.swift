/// What a title's line does not end within beside dates and sums: names that the site has (a venue's, a unit's), and words of the field. Chinese is
/// written without blanks; a list of words finds most of those that titles of communities are made of, and what it does not know may end a line
/// anywhere, as in any book.
package struct CardPhrases: Sendable {
  /// By their first character, the longest first.
  private let phrases: [Unicode.Scalar: [[Unicode.Scalar]]]

  /// Characters of the longest phrase that is kept whole: a card's line holds six of the largest.
  private static let longest = 6

  /// - Parameter names: those that titles may have in them.
  package init(names: some Sequence<String>) {
    var phrases = Set<[Unicode.Scalar]>()
    for phrase in Self.words.split(separator: " ").map({ Array($0.unicodeScalars) }) { phrases.insert(phrase) }
    for name in names {
      let scalars = Array(name.unicodeScalars)
      if (2...Self.longest).contains(scalars.count) { phrases.insert(scalars) }
    }
    // Of two that are equally long at most one stands at a place.
    self.phrases = Dictionary(grouping: phrases) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The text with a word joiner (U+2060) wherever no line may end; those that it has stay.
  package func joined(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    var isGlued: [Bool] = []
    for scalar in text.unicodeScalars {
      if scalar == CardText.joiner {
        if !isGlued.isEmpty { isGlued[isGlued.count - 1] = true }
      } else {
        scalars.append(scalar)
        isGlued.append(false)
      }
    }
    var index = 0
    while index < scalars.count {
      guard let phrase = phrases[scalars[index]]?.first(where: { scalars[index...].starts(with: $0) }) else {
        index += 1
        continue
      }
      for place in index..<index + phrase.count - 1 { isGlued[place] = true }
      index += phrase.count
    }
    var out = String.UnicodeScalarView()
    for (scalar, glued) in zip(scalars, isGlued) {
      out.append(scalar)
      if glued { out.append(CardText.joiner) }
    }
    return String(out)
  }

  /// Words of the field: of two or three characters.
  private static let words = """
    社区 街道 居委会 居民 居务 物业 业主 楼长 楼委会 网格 网格员 单元 小区 院落 邻里 家庭 老人 老年 儿童 少年 青年 妇女 孩子 学生 家长 新居民 党员 党建 党群 \
    党组织 党课 支部 书记 主题 党日 学习 理论 教育 培训 课堂 课程 讲座 讲堂 宣讲 读书 书吧 书屋 书房 书院 阅读 图书 图书室 书法 绘画 摄影 合唱 舞蹈 舞台 音乐 \
    戏曲 电影 太极 太极拳 健身 体育 运动 比赛 联赛 棋牌 象棋 乒乓球 羽毛球 广场 广场舞 公园 花园 食堂 餐厅 厨房 茶室 活动 活动室 会议 会议室 会场 大厅 门厅 \
    礼堂 剧场 展览 展厅 驿站 服务 服务站 服务队 中心 阵地 站点 公告 公示 公示期 通知 告知 告知书 通告 提醒 预警 报名 招募 征集 征求 意见 意向 方案 项目 计划 \
    清单 名单 台账 制度 办法 规定 公约 协商 议事 议事会 议题 投票 表决 选举 换届 监督 巡查 检查 排查 整治 改造 维修 更换 加装 电梯 楼道 车棚 停车 停车场 停车位 \
    充电 充电桩 电动 自行车 消防 安全 用电 用火 用水 停水 停电 停暖 供水 供电 供暖 供热 燃气 管道 管网 垃圾 分类 投放 绿化 环境 卫生 清洁 清扫 扫雪 除冰 防火 \
    防汛 防寒 低温 大风 暴雨 暴雪 寒潮 高温 疫苗 接种 体检 义诊 健康 医保 社保 养老 助老 助残 助餐 助浴 托育 托管 日间 照料 照护 关爱 慰问 帮扶 救助 志愿 志愿者 \
    公益 便民 惠民 利民 家政 理发 缝补 磨刀 积分 兑换 捐赠 义卖 集市 市集 合伙人 品牌 故事 展示 风采 荣誉 表彰 先锋 先进 典型 示范 样板 春节 元宵 清明 端午 \
    中秋 重阳 冬至 元旦 国庆 今年 全年 上午 下午 晚上 周末 工作 工作日 时间 地点 地址 电话 方式 办理 办事 指南 流程 材料 证明 申请 登记 审核 批准 公开 财务 收支 \
    经费 资金 结果 进展 情况 报告 总结 季度 月度 年度 第一 第二 第三 北门 南门 东门 西门 楼宇 企业 商户 单位 学校 医院 银行 法律 咨询 调解 反诈 宣传 宣讲团 手工 \
    剪纸 编织 烘焙 烹饪 插花 园艺 种植 科普 科技 智能 手机 电脑 网络 直播 视频 回放 调整 取消 改期 延期 开放 关闭 启用 试行 实施 完成 正式 新增 免费 优惠 \
    经理 水带 灭火器 姐姐 跳蚤 收纳 接待 接待日 律师 心理 大厦 我们 咱们 这个 出题 点单 备课 动员 普查 线路 空中 流动 烟雾 帐篷 露天 值班 阳台 水管 暖气 路灯 \
    围墙 栏杆 台阶 坡道 扶手 宠物 文明 养犬 晾衣 晾晒 油烟 噪声 高空 抛物 电池 灯泡 家具 衣物 照片 录像 乐器 钢琴 二胡 门球 小提琴 晨练 写字 茶座
    """
}
