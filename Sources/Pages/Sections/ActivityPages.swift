import Activities
import Artifacts
import CivilTime
import Community
import Content
import Vocabulary

/// `/activities/<id>/`: one page an activity, with its occurrences of the window.
struct ActivityPages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] { context.community.activities.map(artifact) }

  private func artifact(_ activity: Activity) -> Artifact {
    let context = context
    let subscription = context.subscription(page: activity.url, to: .activity(activity.id))
    var head = PageHead(
      path: .activity(activity.id), title: activity.title, description: activity.record.summary,
      breadcrumbs: [context.scheduleLink])
    head.subject = .activity(activity)
    return context.page(head, template: "activity") {
      let community = context.community
      let joining = community.joining(activity)
      return ActivityPageView(
        activity: activity, joining: joining, zone: community.horizon.zone,
        occurrences: community.appearances(of: activity).map(context.view),
        past: community.pastOccurrences(of: activity).reversed().map { context.view(Appearance($0)) },
        videos: community.videos(of: activity).map(context.view),
        structuredData: { EventMarkup(community: community).json(activity) },
        subscription: subscription(),
        calendars: joining == .closed ? [] : context.calendars(insteadOf: .activity(activity.id)),
        words: context.words)
    }
  }
}
