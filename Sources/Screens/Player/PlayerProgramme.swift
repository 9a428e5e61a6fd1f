extension ScreenPlayer {
  /// A feed's text → a programme, or null where anything about it is not as it must be: what is cut off, empty, a page of HTML, another
  /// screen's or of another kind changes nothing on the screen.
  static let programme: StaticString = #"""
    function programmeOf(text) {
      var feed, ok = true;
      function list(value) { return Object.prototype.toString.call(value) === "[object Array]"; }
      function string(value) { return typeof value === "string"; }
      function whole(value) { return typeof value === "number" && isFinite(value) && Math.floor(value) === value; }
      function index(value, of) { return whole(value) && value >= 0 && value < of.length; }
      function seconds(value) {
        var ms = string(value) ? Date.parse(value) : NaN;
        if (isNaN(ms)) { ok = false; }
        return ms / 1000;
      }
      function need(condition) { if (!condition) { ok = false; } return condition; }
      function each(value, check) {
        var i;
        if (!need(list(value))) { return; }
        for (i = 0; i < value.length && ok; i += 1) { check(value[i], i); }
      }
      function indexes(value, of) { each(value, function (one) { need(index(one, of)); }); }

      try { feed = JSON.parse(text); } catch (e) { return null; }
      if (!feed || typeof feed !== "object" || !need(/^1[.]/.test(feed.schemaVersion) && whole(feed.generation) &&
          whole(feed.utcOffsetMinutes) && string(feed.digest) && feed.screen && feed.screen.id === SCREEN && feed.screen.words &&
          list(feed.items) && list(feed.data) && list(feed.rounds) && list(feed.timeline) && list(feed.codes) && list(feed.pictures))) {
        return null;
      }
      feed.text = text;
      feed.from = seconds(feed.generatedAt);
      feed.until = seconds(feed.validUntil);
      need(feed.until > feed.from);
      each(feed.codes, function (code) {
        need(code && whole(code.size) && code.size > 20 && code.size < 178 && string(code.modules) &&
          code.modules.length === Math.ceil(code.size * code.size / 4) && /^[0-9a-f]*$/.test(code.modules));
      });
      each(feed.pictures, function (picture) {
        need(picture && string(picture.url) && /^[/][^/]/.test(picture.url) &&
          (picture.data === undefined || /^data:image[/](png|jpeg|webp|gif);base64,[A-Za-z0-9+/=]*$/.test(picture.data)));
      });
      each(feed.items, function (item) {
        var name;
        if (!need(item && string(item.id) && string(item.title))) { return; }
        for (name in item) {
          if (item.hasOwnProperty(name)) {
            if (name === "lines") { each(item.lines, function (line) { need(string(line)); }); }
            else if (name === "series") {
              each(item.series, function (point) { need(point && string(point.label) && typeof point.value === "number"); });
            }
            else if (name === "picture") { need(index(item.picture, feed.pictures)); }
            else if (name === "code") { need(index(item.code, feed.codes)); }
            else { need(string(item[name])); }
          }
        }
        item.shownFrom = seconds(item.from);
        item.shownUntil = seconds(item.until);
        need(item.shownFrom < item.shownUntil);
        if (item.startsAt !== undefined) {
          item.begins = seconds(item.startsAt);
          item.ends = seconds(item.endsAt);
        }
      });
      each(feed.data, function (slide) {
        if (!need(slide && string(slide.id) && string(slide.kind) && string(slide.layout) && string(slide.title))) { return; }
        need(slide.empty === undefined || string(slide.empty));
        indexes(slide.items, feed.items);
      });
      each(feed.rounds, function (round) {
        var total = 0;
        each(round, function (turn) {
          need(list(turn) && index(turn[0], feed.data) && whole(turn[1]) && turn[1] > 0);
          total += turn[1];
        });
        need(total > 0);
        round.total = total;
      });
      need(index(feed.evergreen, feed.rounds));
      need(feed.timeline.length > 0);
      each(feed.timeline, function (stretch, i) {
        if (!need(stretch && index(stretch.round, feed.rounds) && whole(stretch.phase) && stretch.phase >= 0)) { return; }
        stretch.begins = seconds(stretch.from);
        need(i === 0 || stretch.begins > feed.timeline[i - 1].begins);
      });
      each(feed.days, function (day) { need(day && string(day.date) && string(day.label)); });
      return ok ? feed : null;
    }

    """#
}
