/* What shows at a second: the rules of `Programme.moment(at:)`, word for word. `skipped`: that many turns of the round can't be drawn. */

var TOLERANCE = 300;
function momentOf(feed, now, skipped) {
  var covered = now !== null && now >= feed.from - TOLERANCE && now < feed.until;
  var low = 0, high = feed.timeline.length - 1, middle, stretch = null, round, second, rest, turn = 0, slide, shown = [];
  /* Lines that belong to no slide. */
  function holding(lines) {
    return (lines || []).filter(function (number) { return feed.items[number].shownFrom <= now && now < feed.items[number].shownUntil; });
  }
  if (covered) {
    /* To a box that is a little behind, the build's day begins at once. */
    now = Math.max(now, feed.timeline[0].begins);
    while (low < high) {
      middle = Math.floor((low + high + 1) / 2);
      if (feed.timeline[middle].begins <= now) { low = middle; } else { high = middle - 1; }
    }
    stretch = feed.timeline[low];
  }
  round = feed.rounds[stretch ? stretch.round : feed.evergreen];
  /* Without a clock the evergreen round goes by what the box counts, whatever it is. */
  second = now === null ? Math.floor(new Date().getTime() / 1000) : now;
  rest = stretch ? now - stretch.begins + stretch.phase : second;
  rest = ((rest % round.total) + round.total) % round.total;
  while (rest >= round[turn][1]) {
    rest -= round[turn][1];
    turn += 1;
  }
  slide = feed.data[round[(turn + (skipped || 0)) % round.length][0]];
  slide.items.forEach(function (number) {
    var item = feed.items[number];
    if (stretch && !(item.shownFrom <= now && now < item.shownUntil)) { return; }
    shown.push({
      number: number, item: item,
      isNow: now !== null && item.begins !== undefined && item.status !== "cancelled" && item.status !== "postponed" &&
        item.begins <= now && now < item.ends
    });
  });
  return {
    state: stretch ? "timeline" : "evergreen", interruption: !!(stretch && stretch.interruption),
    daypart: stretch && stretch.daypart || null, slide: slide, elapsed: rest, seconds: round[turn][1], shown: shown,
    round: round, began: second - rest,
    /* An urgent notice has the wall alone; without a feed that holds, nothing dated is said. */
    band: stretch && !stretch.interruption ? holding(feed.band) : [], weather: stretch ? holding(feed.weather) : []
  };
}
