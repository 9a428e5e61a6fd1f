import CivilTime
import Community
import Content
import Templates
import Words

struct StatusView: TemplateView {
  let screens: [ScreenStatusView]
  let horizon: Horizon
  let words: any Words
  let isSigned: Bool
  let isSecure: Bool

  static let fields: [String: TemplateField<StatusView>] = [
    "screens": .list(ScreenStatusView.self) { $0.screens },
    "isEmpty": .flag { $0.screens.isEmpty },
    "generatedLabel": .text { $0.words.moment($0.horizon.localNow) },
    "isSigned": .flag { $0.isSigned },
    // Browsers verify signatures over HTTPS only.
    "isVerified": .flag { $0.isSigned && $0.isSecure },
    "isUnverified": .flag { $0.isSigned && !$0.isSecure },
  ]
}

struct ScreenStatusView: TemplateView {
  let screen: ScreenConfiguration
  let status: ScreenStatus
  let community: Community

  static let fields: [String: TemplateField<ScreenStatusView>] = [
    "id": .text { $0.screen.id.text },
    "title": .text { $0.screen.title },
    "url": .text { "/screens/\($0.screen.id)/" },
    "feedURL": .text { $0.status.feedURL },
    "packageURL": .text { "/feeds/xibo/\($0.screen.id).htz" },
    "orientationLabel": .text { $0.community.words.label($0.screen.orientation) },
    "sizeLabel": .text { "\($0.screen.width)×\($0.screen.height)" },
    "units": .text { view in
      view.screen.units.isEmpty
        ? view.community.words.allUnits
        : view.screen.units.compactMap { view.community.units[$0]?.name }
          .joined(separator: view.community.words.listComma)
    },
    "generation": .text { String($0.community.horizon.now.seconds) },
    "digest": .text { $0.status.digest },
    "showsCorner": .flag { $0.screen.showsCorner },
    "validUntil": .text { TimeText.rfc3339($0.community.horizon.validUntil, in: $0.community.horizon.zone) },
    "validUntilLabel": .text { $0.community.words.until($0.community.horizon.end) },
  ]
}
