package import Artifacts
package import CivilTime
package import Community
package import Content
package import Diagnostics
import Digests
package import Encoding
import Feeds
import Files
import Signing
import Words

/// What a build leaves for one that would make the same once more: what it was made of, until when that makes the same, and what it said. The bytes are
/// a note beside the release, which they say everything of. [0077]
package struct StandingSite: Sendable, Equatable {
  /// A page that is dated ahead.
  package struct Waiting: Sendable, Equatable {
    package let url: String
    package let from: LocalDateTime

    package init(url: String, from: LocalDateTime) { (self.url, self.from) = (url, from) }
  }

  /// `SiteInputs.digest`.
  package let inputs: String
  /// From then on something has come that was still ahead.
  package let until: Instant
  /// Warnings that a build prints each time.
  package let problems: [Diagnostic]
  package let waiting: [Waiting]

  package init(inputs: String, until: Instant, problems: [Diagnostic], waiting: [Waiting]) {
    (self.inputs, self.until, self.problems, self.waiting) = (inputs, until, problems, waiting)
  }

  /// Of a site that was published. Addresses that are gone are reported once: they are not in the release that is compared with next.
  ///
  /// - Parameter inputs: what it was read from; nil where they were touched since, or can't be digested.
  /// - Returns: nil then.
  package init?(_ site: Site, _ problems: [Diagnostic], inputs: SiteInputs?) {
    guard let inputs, inputs.areUntouched else { return nil }
    self.init(
      inputs: inputs.digest, until: site.community.horizon.standsUntil,
      problems: problems.filter { $0.code != LostAddressCheck.code },
      waiting: site.community.waitingPages.map { Waiting(url: $0.url, from: $0.from) })
  }

  // MARK: The same once more

  /// What a build makes of a moment at which all else is the same.
  package struct Renewal: Sendable {
    package let artifacts: [Artifact]
    /// What the next release is to know.
    package let memory: Bytes
    package let horizon: Horizon
    package let baseURL: String
    package let last: PublishedHistory.Release
  }

  /// - Parameters:
  ///   - memory: what the release that is public left for the next to know.
  ///   - index: its index.
  ///   - options, site: what it is built with.
  /// - Returns: nil where it has to be made anew.
  package func renewal(
    _ options: Site.Options, of site: SiteConfiguration, memory: Bytes, index: Bytes
  ) -> Renewal? {
    let now = options.now
    guard let last = PublishedHistory.release(in: memory), last.moment <= now, now < until,
      SHA256.hexadecimal(index) == last.digest
    else { return nil }
    let baseURL = options.baseURL.flatMap(BaseURL.normalized) ?? site.baseURL
    var published = PublishedHistory()
    published.release = last
    func horizon(_ now: Instant, _ generation: Int) -> Horizon {
      Horizon(now: now, zone: site.zone, days: site.horizonDays, generation: generation)
    }
    let new = horizon(now, published.generation(at: now))
    let (signer, problems) = SigningKeyFile.signer(
      for: site, in: PublicPlaces(site: options.directory, output: options.output))
    guard !problems.hasErrors,
      let unsigned = FeedIndex.renewed(
        FeedSigner.unsigned(index), from: horizon(last.moment, last.generation), to: new, baseURL: baseURL)
    else { return nil }
    let renewed = signer?.sign(unsigned) ?? unsigned
    let digest = SHA256.hexadecimal(renewed)
    // Another release for the same moment: none may stand.
    if last.moment == now, digest != last.digest { return nil }
    let release = PublishedHistory.Release(generation: new.generation, digest: digest, moment: now)
    guard let memory = PublishedHistory.replacing(release: release, in: memory) else { return nil }
    let words = site.language.datedWords(in: new.today.year)
    return Renewal(
      artifacts: [
        ReleaseFile.artifact(baseURL: baseURL, words: words, new), Artifact(.feedIndex, .json, .bytes(renewed)),
      ], memory: memory, horizon: new, baseURL: baseURL, last: last)
  }

  // MARK: As bytes

  private static let head = "gongshi standing 1"

  package var bytes: Bytes {
    var out = NoteWriter()
    out.write(Self.head)
    out.write(inputs)
    out.write(until.seconds)
    out.write(problems.count)
    for problem in problems { out.write(problem) }
    out.write(waiting.count)
    for page in waiting {
      out.write(page.url)
      out.write(page.from.minuteNumber)
    }
    return out.bytes
  }

  /// nil for what another program wrote otherwise.
  package init?(_ bytes: Bytes) {
    var reader = NoteReader(bytes)
    guard reader.text() == Self.head, let inputs = reader.text(), let until = reader.number(),
      let problems = reader.list({ $0.diagnostic() }),
      let waiting = reader.list({ reader -> Waiting? in
        guard let url = reader.text(), let minute = reader.number() else { return nil }
        return Waiting(url: url, from: LocalDateTime(minuteNumber: minute))
      }), reader.isAtEnd
    else { return nil }
    self.init(inputs: inputs, until: Instant(seconds: until), problems: problems, waiting: waiting)
  }
}
