/// Traditional characters of the words that columns, keys and terms are called by, with their simplified forms: who writes `標題` means `标题`.
/// Names are compared by it; nothing is shown in it, so that where two simplified characters would be one it does no harm.
enum TraditionalForms {
  static let simplified: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    zip(traditional.unicodeScalars, plain.unicodeScalars).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })

  private static let traditional = """
    丟並佈佔來個側備傳僅價儀儲兌兒內兩冊別刪則創劃動務勝勞匯區協卻參員問單嚴國圍園圓圖團執報場塊壓壞夥婦\
    嬰學實審寫寬將專對導層屬崗師帶幫幹幾庫廁廣廳後徑從復徵愛態慶憲應戰戶掃換損擇擔據擴攜攢數時暫書會條棄\
    棟業榮構樂樓標樣樹機橫檔檢櫃欄權歲歷歸殘氣決沒況減測準溫滿潔瀏災為無熱燈營爐爲牽狀獎獨獲現環畫當發盞\
    眾碼礎礙禮種稱積節範篩簡簽籤紀約紅納級細紹終組結絡給統經網緊線編緯練縮總織繼續羣習聯職聽腳臘臺與舉舊\
    藍藝藥蘋處號蟄衆衛衞裏補裡見規視親覽訂計訓記訪設評詞詢試話該詳認語說説誰課調請論諮諾講識譜議護譽讀變\
    豎豐負責費資賬贊踐車軌軍較載輪輸轉辦農這連週進運過遠遲選還邏鄰醫銷鋒錄錯鍵鍾鏈鏡長門開閏閒間閱閲關陣\
    陽隊階際隨隱雙離電響頁頂項順須預頒領頭頻題額願類顫顯風飯飲餘館騎驗驚驛體麼黃點黨齊龍\
    複鐘製髮係迴捲麵乾
    """
  private static let plain = """
    丢并布占来个侧备传仅价仪储兑儿内两册别删则创划动务胜劳汇区协却参员问单严国围园圆图团执报场块压坏伙妇\
    婴学实审写宽将专对导层属岗师带帮干几库厕广厅后径从复征爱态庆宪应战户扫换损择担据扩携攒数时暂书会条弃\
    栋业荣构乐楼标样树机横档检柜栏权岁历归残气决没况减测准温满洁浏灾为无热灯营炉为牵状奖独获现环画当发盏\
    众码础碍礼种称积节范筛简签签纪约红纳级细绍终组结络给统经网紧线编纬练缩总织继续群习联职听脚腊台与举旧\
    蓝艺药苹处号蛰众卫卫里补里见规视亲览订计训记访设评词询试话该详认语说说谁课调请论咨诺讲识谱议护誉读变\
    竖丰负责费资账赞践车轨军较载轮输转办农这连周进运过远迟选还逻邻医销锋录错键钟链镜长门开闰闲间阅阅关阵\
    阳队阶际随隐双离电响页顶项顺须预颁领头频题额愿类颤显风饭饮余馆骑验惊驿体么黄点党齐龙\
    复钟制发系回卷面干
    """
}
