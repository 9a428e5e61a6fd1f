/* A band beside the slides, for what is important and not urgent: a line that stands still, or as many as it needs, one after the other, each for as
   long as it takes to read. Nothing runs (WCAG 2.2, 2.2.2). */
/* global byID, add, tone, levelNode, seam */

var band = (function () {
  /* Characters that are read in a second, and what it takes to look there. */
  var READ = 5, LOOK = 2, LEAST = 4, node = byID("strip"), pages = [], key = "", number = -1;
  /* As a text alone has them: what it is, what to do, what else, until when. */
  function textOf(item) {
    return [item.title].concat(item.lines || [], [item.text, item.side]).filter(function (part) { return part; }).join("\u2003");
  }
  function draw(item, text) {
    node.className = "on" + tone(item);
    node.innerHTML = "";
    if (item.mark) { node.appendChild(levelNode(item)); }
    add(node, "span", "said", text);
  }
  function fits(item, text) {
    var said;
    draw(item, text);
    said = node.querySelector(".said");
    return said.offsetHeight <= node.clientHeight && said.scrollWidth <= said.clientWidth + 1;
  }
  function trim(text) { return text.replace(/^[\s\u2003]+|[\s\u2003]+$/g, ""); }
  /* A text in parts that each have room; a part ends behind a mark where it can. */
  function cutUp(item) {
    var rest = textOf(item), parts = [], low, high, middle;
    while (rest && parts.length < 40) {
      low = 1;
      high = rest.length;
      while (low < high) {
        middle = Math.ceil((low + high) / 2);
        if (fits(item, rest.slice(0, middle))) { low = middle; } else { high = middle - 1; }
      }
      if (low < rest.length) { low = Math.min(low, placeOf(rest, low)); }
      parts.push(trim(rest.slice(0, low)));
      rest = trim(rest.slice(low));
    }
    return parts.filter(function (part) { return part; });
  }
  /* Between two of what is said, where that leaves no half empty line; else as texts are cut. */
  function placeOf(text, fitting) {
    var gap = text.lastIndexOf("\u2003", fitting);
    return gap > fitting * 0.5 ? gap + 1 : Math.max(1, seam(text, fitting));
  }
  function secondsOf(text) { return Math.max(LEAST, LOOK + Math.ceil(text.length / READ)); }
  return {
    /* What it is to say: true where it needs another height than before. */
    set: function (items, shape) {
      var wanted = items.length ? shape + "|" + items.map(function (item) { return item.id + textOf(item); }).join("|") : "", was = key;
      if (wanted === key) { return false; }
      key = wanted;
      number = -1;
      pages = [];
      node.className = items.length ? "on" : "";
      node.innerHTML = "";
      items.forEach(function (item) {
        cutUp(item).forEach(function (text) { pages.push({ item: item, text: text, seconds: secondsOf(text) }); });
      });
      return !wanted !== !was;
    },
    /* The part whose turn it is: the same at the same second on every box of that size. */
    show: function (now) {
      var total = pages.reduce(function (sum, page) { return sum + page.seconds; }, 0), rest = total ? now % total : 0, i;
      for (i = 0; i < pages.length - 1 && rest >= pages[i].seconds; i += 1) { rest -= pages[i].seconds; }
      if (!pages.length || i === number) { return; }
      number = i;
      draw(pages[i].item, pages[i].text);
    },
    /* For tests. */
    pages: function () { return pages.map(function (page) { return [page.text, page.seconds]; }); }
  };
}());
