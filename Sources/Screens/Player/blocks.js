/* What single items look like: the blocks that are broken into pages. */
/* global element, add, joined, tone, codeNode, barsOf */

/* A time in words, in parts: the day, when it begins, which is read first, and when it ends. */
function whenNode(text) {
  var node = element("div", "when"), parts = /^(?:([^:]*\S) )?(\d{1,2}:\d{2})(?!\d)(.*)$/.exec(text || "");
  if (!text) { return node; }
  if (!parts) { add(node, "span", text.length > 6 && !/^[\u4e00-\u9fff\d–]*$/.test(text) ? "start words" : "start", text); } else {
    add(node, "span", "day", parts[1]);
    add(node, "span", "start", parts[2]);
    add(node, "span", "end", parts[3].length > 6 ? parts[3].trim() : parts[3]);
  }
  return node;
}
function nameLine(item, words, isNow) {
  var head = element("div", "head");
  if (isNow) { add(head, "span", "badge now", words.now); }
  add(head, "span", "badge " + (item.status || ""), item.mark);
  add(head, "span", "name", item.title);
  return head;
}
/* What sort of thing it is stands before where and by whom. */
function lineOf(item) {
  var line = item.line || item.chip ? joined("line", item.line || "") : null, chip = line && item.chip ? element("span", "chip" + tone(item), item.chip) : null;
  if (chip) {
    line.insertBefore(document.createTextNode(" "), line.firstChild);
    line.insertBefore(chip, line.firstChild);
  }
  return line;
}
function row(shown, words) {
  var item = shown.item, node = element("div", "row " + (item.status || "") + (shown.isNow ? " is-now" : "") + (item.when ? "" : " timeless") + (item.side && item.side.length < 7 ? " brief" : "")), main, line;
  if (item.when) { node.appendChild(whenNode(item.when)); }
  main = element("div", "main");
  main.appendChild(nameLine(item, words, shown.isNow));
  line = lineOf(item);
  if (line) { main.appendChild(line); }
  add(main, "div", "text", item.text);
  node.appendChild(main);
  add(node, "div", "side", item.side);
  return node;
}
function card(feed, shown, words) {
  var item = shown.item, isRoom = item.code === undefined, node = element("div", "card" + tone(item) + (isRoom ? " room" : " live")), main, head, line;
  if (!isRoom) { node.appendChild(codeNode(feed.codes[item.code], item.codeLabel)); }
  main = node.appendChild(element("div", "main"));
  if (isRoom) {
    head = main.appendChild(element("div", "head"));
    add(head, "span", "name", item.title);
    add(head, "span", "label", item.mark);
    if (item.now) { add(main.appendChild(element("div", "now")), "span", "value", item.now); }
    if (item.next) {
      line = main.appendChild(element("div", "next"));
      add(line, "span", "tag", words.next);
      add(line, "span", "value", item.next);
    }
    add(main, "div", "line", item.text);
  } else {
    if (item.when) { main.appendChild(whenNode(item.when)); }
    main.appendChild(nameLine(item, words, shown.isNow));
    line = lineOf(item);
    if (line) { main.appendChild(line); }
    add(main, "div", "text", item.text);
  }
  return node;
}
function figure(shown) {
  var item = shown.item, node = element("div", "figure"), main, value, digits, unit, points = item.series;
  main = node.appendChild(element("div", "main"));
  add(main, "div", "name", item.title);
  digits = (item.value || "").length;
  unit = (item.suffix || "").length;
  /* A short unit stays beside its figure. */
  value = main.appendChild(element("div", unit < 5 ? "number whole" : "number"));
  add(value, "span", "value" + (digits > 9 ? " longest" : digits > 6 || digits + unit > 7 ? " longer" : ""), item.value);
  add(value, "span", "suffix", item.suffix);
  if (points) {
    node.className = "figure chart";
    node.appendChild(barsOf(points));
  }
  /* A text without a figure takes the whole width. */
  else if (!item.value) { node.className = "figure note"; }
  if (item.line && !isApart(item)) { node.appendChild(joined("line", item.line)); }
  return node;
}
/* A chart is never broken: what is long about it stands below. */
function isApart(item) { return item.series && item.line && item.line.length > 60; }
/* A part of a method: how many of what, and each of them. */
function numeral(shown) {
  var item = shown.item, node = element("div", "numeral"), head = node.appendChild(element("div", "count"));
  add(head, "span", "value", item.value);
  add(head, "span", "name", item.title);
  add(node, "div", "text", item.text);
  (item.lines || []).forEach(function (line) { add(node, "div", "fact", line); });
  return node;
}
function posterBlocks(item) {
  var blocks = [], head;
  if (item.title) {
    head = element("div", "head");
    add(head, "span", "name", item.title);
    add(head, "span", "chip", item.chip);
    blocks.push(head);
  }
  if (item.line) { blocks.push(element("div", "line", item.line)); }
  if (item.value) { blocks.push(element("div", "motto", item.value)); }
  if (item.text) { blocks.push(element("div", "text", item.text)); }
  (item.lines || []).forEach(function (line) { blocks.push(element("div", "fact", line)); });
  return blocks;
}
