import Activities
import CivilTime
import Community
import Content
import Encoding
import Fields
import Templates
import Vocabulary
import Words

/// Something that stands for a period: a service, a lecture, a reward, a call for volunteers.
struct OfferView: TemplateView {
  let offer: Offer
  let zone: Zone
  let words: any Words

  static let about =
    "Something that residents can order, take or join: a service, a lecture, a reward, a call for volunteers."
  static let fields: [Field<OfferView>] = [
    Field(
      "id", "stays the same as long as it is offered; `offer-` and it is the end of its address",
      .text { $0.offer.record.id.text }),
    Field("title", "what is offered", .text { $0.offer.record.title }),
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.offer.record.summary }),
    Field("price", "what it costs, in words", .optionalText { $0.offer.priceText($0.words) }),
    Field("isFree", "whether it is free of charge", .flag { $0.offer.record.feeYuan == 0 }),
    Field("marketLabel", "what it costs elsewhere, in words", .optionalText { $0.offer.marketText($0.words) }),
    Field("pointsLabel", "how many points it costs, in words", .optionalText { $0.offer.pointsText($0.words) }),
    Field("leftLabel", "how much of it is left, in words", .optionalText { $0.offer.leftText($0.words) }),
    Field("isGone", "whether nothing of it is left", .flag { $0.offer.left == 0 }),
    Field("isPaused", "whether it can't be had for the time being", .flag { $0.offer.record.isPaused }),
    Field("pausedLabel", "that it can't, in words", .optionalText { $0.offer.record.isPaused ? $0.words.paused : nil }),
    Field("trial", "terms of trying before paying", .optionalText { $0.offer.record.trial }),
    Field(
      "fromISO", "the first day on which it can be had, as YYYY-MM-DD",
      .optionalText { $0.offer.record.availableFrom.map(TimeText.date) }),
    Field(
      "fromLabel", "the same in words",
      .optionalText { view in view.offer.record.availableFrom.map { view.words.availableFrom(view.words.date($0)) } }),
    Field(
      "untilLabel", "the last day on which it can be had, in words",
      .optionalText { view in view.offer.record.availableUntil.map { view.words.availableUntil(view.words.date($0)) } }),
    Field(
      "until", "the moment from which it can't be had (RFC 3339)",
      .optionalText { view in view.offer.endsAt.map { TimeText.rfc3339($0, in: view.zone) } }),
    Field(
      "checkedLabel", "when somebody last made sure that it is so, in words",
      .optionalText { view in view.offer.record.checkedOn.map { view.words.checked(on: view.words.date($0)) } }),
    Field(
      "partner", "the partner who does it",
      .optionalRecord(LinkView.self) { $0.offer.partner.map { LinkView(title: $0.page.title, url: $0.page.url) } }),
    Field(
      "menu", "the page it stands on",
      .optionalRecord(LinkView.self) { $0.offer.page.map { LinkView(title: $0.page.title, url: $0.page.url) } }),
    Field(
      "more", "a page about it",
      .optionalRecord(LinkView.self) { view in
        view.offer.record.page.map { LinkView(title: view.words.details, url: $0) }
      }),
    Field(
      "order", "where it is ordered",
      .optionalRecord(LinkView.self) { view in
        view.offer.record.url.map { LinkView(title: view.words.orderOnline, url: $0) }
      }),
    Field(
      "facts", "who does it, for whom, when, how to order it: a line each",
      .list(FactView.self) { view in view.offer.facts(view.words).map { FactView($0) } }),
  ]
}
