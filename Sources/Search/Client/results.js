/* What a reader sees of what was found. */
/* global WORDS, said, folded */

function element(name, kind, text) {
  var node = document.createElement(name);
  if (kind) { node.className = kind; }
  if (text) { node.appendChild(document.createTextNode(text)); }
  return node;
}
/* A text with each place that holds the query marked. */
function marked(node, text, query) {
  var rest = folded(text), start = 0, found = rest.indexOf(query);
  while (found >= 0) {
    node.appendChild(document.createTextNode(text.substring(start, found)));
    node.appendChild(element("mark", "", text.substr(found, query.length)));
    start = found + query.length;
    found = rest.indexOf(query, start);
  }
  node.appendChild(document.createTextNode(text.substring(start)));
  return node;
}
/* The line that holds the query, cut to what a phone shows in two lines; else the text's first line. */
function excerpt(text, query) {
  var found = folded(text).indexOf(query), start, end, from, to;
  if (found < 0) { found = 0; }
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
  var zone = /([+-])(\d\d):(\d\d)$/.exec(document.body.getAttribute("data-generated") || ""),
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

function hit(record, query) {
  var item = element("li", "hit"), head = element("h3"), link = element("a"), about = element("p", "about"), time = timing(record), date, line;
  link.href = record.url;
  head.appendChild(marked(link, record.title, query));
  item.appendChild(head);
  if (record.date) {
    date = about.appendChild(element("time", "", fullDate(record.date)));
    date.setAttribute("datetime", record.date);
  }
  if (time) { about.appendChild(element("span", time.isOver ? "over" : "next", time.text)); }
  if (record.label) { about.appendChild(marked(element("span"), record.label, query)); }
  if (about.firstChild) { item.appendChild(about); }
  line = excerpt(record.text, query);
  /* What stands beside it is no news: then how it begins. */
  if (line === record.label) { line = excerpt(record.text, "\n\n"); }
  if (line && line !== record.label) { item.appendChild(marked(element("p"), line, query)); }
  return item;
}
