/* Text as nodes: never as markup, and broken where readers expect it. */

function element(name, className, text) {
  var node = document.createElement(name);
  if (className) { node.className = className; }
  if (text !== undefined && text !== null && text !== "") { write(node, text); }
  return node;
}
/* A name that stands alone over the whole width: of two short clauses it is broken between them, where it is broken at all. */
function named(className, text) {
  var node = element("div", className), parts = /^([^\uff1a\uff0c\uff1b]{2,12}[\uff1a\uff0c\uff1b])([^\uff1a\uff0c\uff1b]{2,12})$/.exec(text);
  (parts ? parts.slice(1) : [text]).forEach(function (part) { write(parts ? node.appendChild(element("span", "clause")) : node, part); });
  return node;
}
/* Numbers stay with the characters behind them, their units; dates, telephones, times, figures, and a day with its month's short name stand on one line; no
   character stands alone on the last. */
var CLOSING = /^[\uff0c\u3002\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300d\u300f\u201d\u2019\u300b\u3011\u3009\u2026,.;:!?)]*/;
function write(parent, text) {
  var number = /\d[\d:\uff1a.,\u2014\u2013-]*(?:[\u4e00-\u9fff]{1,3}\d+| ?[\u5e74\u6708\u65f6\u70b9] ?\d+){0,2}(?:[\u4e00-\u9fff]{1,3}| [\u5e74\u6708\u65e5\u65f6\u5206])|\d[\d:.,—–-]*[:.,—–-][\d:.,—–-]*\d( [A-Z][a-z]{2}\b)?|\d{1,2} [A-Z][a-z]{2}\b/g, last = 0, found, end, tail;
  function upTo(end) {
    if (end > last) { parent.appendChild(document.createTextNode(text.slice(last, end))); }
    last = end;
  }
  function whole(end, className) {
    parent.appendChild(element("span", className)).appendChild(document.createTextNode(text.slice(last, end)));
    last = end;
  }
  for (found = number.exec(text); found; found = number.exec(text)) {
    /* Digits of a name, A4 and WiFi6, are no number. */
    if (found[0].length < 24 && !/[A-Za-z]/.test(text.charAt(found.index - 1))) {
      upTo(found.index);
      /* With the marks behind it, which no line may begin with. */
      end = found.index + found[0].length;
      whole(end + CLOSING.exec(text.slice(end))[0].length, "whole");
    }
  }
  tail = text.length - 3;
  if (tail >= last && tail > 1 && /^[^\x00-\x7f]{3}$/.test(text.slice(tail))) {
    upTo(tail);
    whole(text.length, "tail");
  }
  upTo(text.length);
}
/* What is joined by dots stands apart instead, and is broken there where it can be. */
function joined(className, text) {
  var node = element("div", className), parts = text.split(/ · |　/);
  parts.forEach(function (part, number) {
    var isLast = number === parts.length - 1;
    node.appendChild(element("span", "part", part));
    if (!isLast) { node.appendChild(document.createTextNode(" ")); }
  });
  return node;
}
function add(parent, name, className, text) {
  if (text === undefined || text === null || text === "") { return null; }
  return parent.appendChild(element(name, className, text));
}
function tone(item) { return item.tone && /^[a-z-]+$/.test(item.tone) ? " tone-" + item.tone : ""; }
