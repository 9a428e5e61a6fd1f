/* A feed's text -> a programme, or null where anything about it is not as it must be: what is cut off, empty, a page of HTML, another screen's or
   of another kind changes nothing on the screen. */
/* global SCREEN */

/* What a calendar leaf says of a date or a time. */
function dayOf(feed, text) {
  return feed.days.filter(function (one) { return one.date === text.slice(0, 10); })[0];
}
function programmeOf(text) {
  try { return checked(text, JSON.parse(text)); } catch (e) { return null; }
}
function checked(text, feed) {
  var ok = true;
  function list(value) { return Object.prototype.toString.call(value) === "[object Array]"; }
  function string(value) { return typeof value === "string"; }
  function whole(value) { return typeof value === "number" && isFinite(value) && Math.floor(value) === value; }
  function index(value, of) { return whole(value) && value >= 0 && value < of.length; }
  function record(value) { return typeof value === "object" && value !== null && !list(value); }
  function seconds(value) {
    var ms = string(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : NaN;
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

  function screen(value) {
    return record(value) && value.id === SCREEN && ["title", "sponsor"].every(function (name) { return string(value[name]); }) &&
      /^(landscape|portrait)$/.test(value.orientation) && whole(value.width) && value.width > 0 && whole(value.height) && value.height > 0 &&
      whole(value.pollSeconds) && value.pollSeconds >= 10 && value.pollSeconds <= 3600 && /^[0-9a-f]{8}$/.test(value.player) &&
      (value.corner === undefined || typeof value.corner === "boolean") && record(value.words) &&
      (value.safeArea === undefined || whole(value.safeArea) && value.safeArea >= 0 && value.safeArea <= 10) &&
      (value.rotate === undefined || value.rotate === 90 || value.rotate === 270) &&
      (value.theme === undefined || string(value.theme) && /^[a-z-]+$/.test(value.theme)) &&
      [value.bandAt, value.weatherAt].every(function (edge) { return edge === undefined || edge === "head" || edge === "foot"; }) &&
      ["now", "next", "free", "updated", "stale", "continued"].every(function (name) { return string(value.words[name]); });
  }

  if (!record(feed) || !need(/^1[.]\d+$/.test(feed.schemaVersion) && whole(feed.generation) && whole(feed.utcOffsetMinutes) &&
      string(feed.digest) && screen(feed.screen) && list(feed.items) && list(feed.data) && list(feed.rounds) && list(feed.timeline) &&
      list(feed.codes) && list(feed.pictures))) {
    return null;
  }
  feed.text = text;
  feed.from = seconds(feed.generatedAt);
  feed.until = seconds(feed.validUntil);
  need(feed.until > feed.from);
  /* After a clock that was ahead generations stay ahead of the time. One that is no time at all would shut out all that come after it. */
  need(feed.generation >= feed.from && feed.generation - feed.from < 31536000);
  each(feed.codes, function (code) {
    need(record(code) && whole(code.size) && code.size > 20 && code.size < 178 && string(code.modules) &&
      code.modules.length === Math.ceil(code.size * code.size / 4) && /^[0-9a-f]*$/.test(code.modules));
  });
  each(feed.pictures, function (picture) {
    need(record(picture) && string(picture.url) && /^[/][A-Za-z0-9]/.test(picture.url) && !/[\\\s]/.test(picture.url) &&
      (picture.digest === undefined || string(picture.digest)) &&
      (picture.data === undefined || string(picture.data) && /^data:image[/](png|jpeg|webp|gif);base64,[A-Za-z0-9+/=]*$/.test(picture.data)));
  });
  if (feed.films !== undefined) {
    each(feed.films, function (film) {
      need(record(film) && string(film.url) && /^[/][A-Za-z0-9]/.test(film.url) && !/[\\\s]/.test(film.url) && string(film.digest) &&
        whole(film.bytes) && film.bytes > 0 && whole(film.milliseconds) && film.milliseconds > 0);
    });
  }
  each(feed.items, function (item) {
    var name;
    if (!need(record(item) && string(item.id) && string(item.title))) { return; }
    for (name in item) {
      if (Object.prototype.hasOwnProperty.call(item, name)) {
        if (name === "lines") { each(item.lines, function (line) { need(string(line)); }); }
        else if (name === "series") {
          each(item.series, function (point) { need(record(point) && string(point.label) && typeof point.value === "number" && (point.text === undefined || string(point.text))); });
        }
        else if (name === "picture") { need(index(item.picture, feed.pictures)); }
        else if (name === "code") { need(index(item.code, feed.codes)); }
        else { need(string(item[name])); }
      }
    }
    item.shownFrom = seconds(item.from);
    item.shownUntil = seconds(item.until);
    need(item.shownFrom < item.shownUntil);
    if (item.startsAt !== undefined || item.endsAt !== undefined) {
      item.begins = seconds(item.startsAt);
      item.ends = seconds(item.endsAt);
    }
  });
  each(feed.data, function (slide) {
    if (!need(record(slide) && string(slide.id) && string(slide.kind) && string(slide.layout) && string(slide.title))) { return; }
    need(slide.empty === undefined || string(slide.empty));
    need(slide.perPage === undefined || whole(slide.perPage) && slide.perPage > 0);
    need(slide.background === undefined || index(slide.background, feed.pictures));
    need(slide.film === undefined || list(feed.films) && index(slide.film, feed.films));
    indexes(slide.items, feed.items);
  });
  [feed.band, feed.weather].forEach(function (lines) { if (lines !== undefined) { indexes(lines, feed.items); } });
  each(feed.rounds, function (round) {
    var total = 0;
    each(round, function (turn) {
      if (!need(list(turn) && index(turn[0], feed.data) && whole(turn[1]) && turn[1] > 0)) { return; }
      total += turn[1];
    });
    if (need(total > 0)) { round.total = total; }
  });
  need(index(feed.evergreen, feed.rounds));
  need(feed.timeline.length > 0);
  each(feed.timeline, function (stretch, i) {
    if (!need(record(stretch) && index(stretch.round, feed.rounds) && whole(stretch.phase) && stretch.phase >= 0 &&
        (stretch.interruption === undefined || typeof stretch.interruption === "boolean") &&
        (stretch.daypart === undefined || string(stretch.daypart)))) {
      return;
    }
    stretch.begins = seconds(stretch.from);
    need(i === 0 || stretch.begins > feed.timeline[i - 1].begins);
  });
  each(feed.days, function (day) { need(record(day) && string(day.date) && string(day.label) && [day.short, day.line].every(function (text) { return text === undefined || string(text); })); });
  return ok ? feed : null;
}
