/* What a reader sees of what was found. */
/* global SITE, WORDS, said */

function element(name, kind, text) {
  var node = document.createElement(name);
  if (kind) { node.className = kind; }
  if (text) { node.appendChild(document.createTextNode(text)); }
  return node;
}
/* A text with the places that hold what was asked for marked; `ranges` are from where to where, in any order. */
function marked(node, text, ranges) {
  var start = 0;
  ranges.slice().sort(function (one, other) { return one[0] - other[0] || other[1] - one[1]; }).forEach(function (range) {
    if (range[0] < start) { return; }
    node.appendChild(document.createTextNode(text.substring(start, range[0])));
    node.appendChild(element("mark", "", text.substring(range[0], range[1])));
    start = range[1];
  });
  node.appendChild(document.createTextNode(text.substring(start)));
  return node;
}
/* The line that holds the first of the places, cut to what a phone shows in two lines; else the text's first line. */
function excerpt(text, ranges) {
  var found = ranges.length ? Math.min.apply(null, ranges.map(function (range) { return range[0]; })) : 0, start, end, from, to;
  start = text.lastIndexOf("\n", found - 1) + 1;
  if (found === 0) { start = 0; }
  end = text.indexOf("\n", found);
  if (end < 0) { end = text.length; }
  from = found - start > 24 ? found - 16 : start;
  to = end - from > 76 ? from + 72 : end;
  /* No number and no word is cut in two, nor a character of two halves. */
  while (from > start && /[0-9A-Za-z\udc00-\udfff]/.test(text.charAt(from)) && found - from < 40) { from -= 1; }
  while (to < end && /[0-9A-Za-z\udc00-\udfff]/.test(text.charAt(to)) && to - from < 110) { to += 1; }
  return (from > start ? WORDS.ellipsis : "") + text.substring(from, to) + (to < end ? WORDS.ellipsis : "");
}

/* The reader's time in the site's zone, as records write theirs. */
function localNow() {
  var zone = /([+-])(\d\d):(\d\d)$/.exec(document.body.getAttribute("data-zone") || document.body.getAttribute("data-generated") || ""),
    minutes = zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 480;
  return new Date(Date.now() + minutes * 60000).toISOString().substring(0, 16);
}
function day(text) {
  var date = new Date(text.substring(0, 10) + "T00:00:00Z");
  return said(WORDS.dayPattern, { month: WORDS.months[date.getUTCMonth()], day: date.getUTCDate(), weekday: WORDS.weekdays[(date.getUTCDay() + 6) % 7] });
}
function fullDate(text) {
  var date = new Date(text + "T00:00:00Z");
  if (isNaN(date)) { return text; }
  return said(WORDS.datePattern, { year: date.getUTCFullYear(), month: WORDS.months[date.getUTCMonth()], day: date.getUTCDate() });
}
/* What the reader's clock says of a record: when it takes place next, or that it is over. */
function timing(record) {
  var now = localNow(), next;
  if (record.status) { return { text: record.status, isOver: true }; }
  if (record.until && record.until <= now && !record.times.some(function (time) { return time[1] > now; })) {
    return { text: record.date ? WORDS.hasExpired : WORDS.isOver, isOver: true };
  }
  next = record.times.filter(function (time) { return time[1] > now; })[0];
  if (next) {
    return { text: (next[0] <= now ? said(WORDS.onUntil, { time: next[1].substring(11) }) : day(next[0]) + " " + next[0].substring(11)), isOver: false };
  }
  return null;
}

/* `rangesOf` gives the places of a text. */
function hit(record, rangesOf) {
  var item = element("li", "hit"), head = element("h3"), link = element("a"), about = element("p", "about"), time = timing(record), date, line;
  link.href = SITE + record.url;
  head.appendChild(marked(link, record.title, rangesOf(record.title)));
  item.appendChild(head);
  if (record.date) {
    date = about.appendChild(element("time", "", fullDate(record.date)));
    date.setAttribute("datetime", record.date);
  }
  if (time) { about.appendChild(element("span", time.isOver ? "over" : "next", time.text)); }
  if (record.label) { about.appendChild(marked(element("span"), record.label, rangesOf(record.label))); }
  if (about.firstChild) { item.appendChild(about); }
  line = excerpt(record.text, rangesOf(record.text));
  /* What stands beside it is no news: then how it begins. */
  if (line === record.label) { line = excerpt(record.text, []); }
  if (line && line !== record.label) { item.appendChild(marked(element("p"), line, rangesOf(line))); }
  return item;
}
