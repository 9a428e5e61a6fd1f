/* What warns, how the weather is, and what is counted down to. */
/* global element, named, add, joined, tone */

/* A warning triangle, the word, and as many of four bars as its level has: not by colour alone. */
function levelNode(item) {
  var space = "http://www.w3.org/2000/svg", node = element("div", "level"), svg = document.createElementNS(space, "svg"), bars, number, high;
  function draw(d) {
    var path = svg.appendChild(document.createElementNS(space, "path"));
    path.setAttribute("fill", "currentColor");
    path.setAttribute("fill-rule", "evenodd");
    path.setAttribute("d", d);
  }
  svg.setAttribute("viewBox", "0 0 24 22");
  draw("M12 0L24 22H0zM10.8 7.5L11.2 14.5H12.8L13.2 7.5zM10.8 16.5V19H13.2V16.5z");
  node.appendChild(svg);
  /* Said by the sheet: what a screen's pages say is the items' text, once. */
  node.setAttribute("data-level", item.mark);
  high = { extreme: 4, severe: 3, moderate: 2, minor: 1 }[item.tone] || 0;
  bars = node.appendChild(element("span", "bars-of-level"));
  for (number = 1; high && number <= 4; number += 1) { bars.appendChild(element("i", number <= high ? "on" : "")); }
  return node;
}
/* A number with its sign, which stays with it. */
function countNode(item) {
  var node = element("div", "number");
  add(node, "span", "value", item.value);
  add(node, "span", "suffix", item.suffix);
  return node;
}
/* An official warning over the whole width, then how it is, then the days ahead side by side. */
function weatherBlock(item) {
  var node = element("div", (item.mark ? "warning" : item.when ? "ahead" : "present") + tone(item)), main, side;
  if (item.mark) {
    node.appendChild(levelNode(item));
    main = node.appendChild(element("div", "main"));
    add(main, "div", "name", item.title);
    add(main, "div", "text", item.text);
    if (item.line) { main.appendChild(joined("line", item.line)); }
  } else if (item.when) {
    add(node, "div", "date", item.when);
    /* Two words stay together: letters are as large as they have room beside each other. */
    add(node, "div", item.title.length < 6 ? "name whole" : "name", item.title);
    if (item.value) { node.appendChild(countNode(item)); }
    add(node, "div", "line", item.line);
  } else {
    if (item.value) { node.appendChild(countNode(item)); }
    main = node.appendChild(element("div", "main"));
    add(main, "div", "name", item.title);
    if (item.line) { main.appendChild(joined("line", item.line)); }
    side = node.appendChild(element("div", "beside"));
    add(side, "div", "air", item.chip);
    add(side, "div", "line", item.text);
  }
  return node;
}
/* What is waited for, and how long still; on its day what is said then, alone. */
function countdownBlocks(item) {
  var blocks = [named(item.value ? "name" : "name alone", item.title)];
  if (item.value) { blocks.push(countNode(item)); }
  if (item.line) { blocks.push(element("div", "line", item.line)); }
  return blocks;
}
