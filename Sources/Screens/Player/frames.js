/* What slides look like: frames, which stay on each of a slide's pages, and the blocks that go into them. */
/* global element, named, add, joined, tone, codeNode, pictures, pictureNode, safe, entries, row, card, figure, isApart, numeral, posterBlocks, weatherBlock, countdownBlocks, levelNode */

/* A photo of quite another shape than the screen is shown whole, not cut to fill it. */
var MOST_CUT = 1.5;
var FIGURE_SCALES = [2.4, 2.1, 1.9, 1.7, 1.5, 1.35, 1.2, 1.1, 1];
var TEXT_SCALES = [1.9, 1.7, 1.5, 1.35, 1.2, 1.1, 1];
/* Posters have room for larger letters than lists. */
var LARGE_SCALES = [1.5, 1.35, 1.2, 1.1, 1];
/* All there is to see of it is its picture: a caption says nothing without. */
function isPhotoItem(item) { return item.picture !== undefined && item.code === undefined && !item.text; }
function hasPicture(feed, item) { return pictures.source(feed.pictures[item.picture]) !== null; }
function postersOf(feed, moment) {
  return moment.shown.filter(function (shown) { return !isPhotoItem(shown.item) || hasPicture(feed, shown.item); });
}
/* Whether a moment has anything to show: photos that have not come have nothing. */
function isDrawable(feed, moment) {
  if (moment.slide.layout === "sheets") { return !moment.shown.length || moment.shown.some(function (shown) { return hasPicture(feed, shown.item); }); }
  return moment.slide.layout !== "poster" || !moment.shown.length || postersOf(feed, moment).length > 0;
}
function poster(feed, shown) {
  var item = shown.item, root = element("div", "poster"), area, picture = null, side, isPhoto = false, shape;
  if (item.picture !== undefined) { picture = pictureNode(feed, feed.pictures[item.picture].url, item.title); }
  if (picture) {
    isPhoto = isPhotoItem(item);
    root.className += isPhoto ? " photo" : " pictured";
    side = root.appendChild(element("div", "aside"));
    shape = isPhoto ? pictures.shape(feed.pictures[item.picture]) * feed.screen.height / feed.screen.width : 1;
    side.appendChild(element("div", shape > MOST_CUT || shape < 1 / MOST_CUT ? "picture whole-picture" : "picture")).appendChild(picture);
  }
  if (item.code !== undefined) { (side || root).appendChild(codeNode(feed.codes[item.code], item.codeLabel)); }
  area = root.appendChild(element("div", isPhoto && !item.title ? "words untold" : "words")).appendChild(element("div", "area"));
  return { root: root, area: area, blocks: posterBlocks(item), scales: isPhoto ? [1] : LARGE_SCALES, centred: !isPhoto, bleeds: isPhoto };
}
/* Sheets of paper, as many side by side as the slide says: each as large as there is room for it. */
function sheetFrames(feed, moment) {
  var frames = [], there = moment.shown.filter(function (shown) { return hasPicture(feed, shown.item); }), count = moment.slide.perPage || 1, first;
  function frame(some) {
    var root = element("div", "panel sheets of-" + some.length), area = root.appendChild(element("div", "area"));
    some.forEach(function (shown) {
      root.appendChild(element("div", "sheet")).appendChild(pictureNode(feed, feed.pictures[shown.item.picture].url, shown.item.title));
    });
    return { root: root, area: area, blocks: [], scales: [1] };
  }
  for (first = 0; first < there.length; first += count) { frames.push(frame(there.slice(first, first + count))); }
  return frames;
}
function lengthOf(text, usual) { return text.length > 2 * usual ? " longer" : text.length > usual ? " long" : ""; }
function alertFrame(feed, shown) {
  var item = shown.item, root = element("div", "alert" + tone(item)), words = root.appendChild(element("div", "words")), area, blocks = [], together;
  /* How severe it is and what it is about stay on each of its pages. */
  if (item.mark) { words.appendChild(levelNode(item)); }
  area = words.appendChild(element("div", "area"));
  if (item.code !== undefined) { root.appendChild(codeNode(feed.codes[item.code], item.codeLabel)); }
  if (item.title.length > 32) { root.className += " crowded"; }
  /* A long title is smaller: what to do stands on the first page. */
  blocks.push(named("name" + lengthOf(item.title, 16), item.title));
  /* What to do comes before what it is about: whoever passes reads one page. */
  (item.lines || []).forEach(function (line) {
    /* A long one begins there, sentence by sentence or clause by clause. */
    (line.length > 40 ? line.match(line.length > 80 ? /[^。；！？，、]+[。；！？，、]*/g : /[^。；！？]+[。；！？]*/g) || [line] : [line]).forEach(function (part) {
      blocks.push(element("div", "do" + lengthOf(line, 40), part));
    });
  });
  together = blocks.length;
  if (item.text) { blocks.push(element("div", "text", item.text)); }
  if (item.line) { blocks.push(joined("line", item.line)); }
  return { root: root, area: area, blocks: blocks, scales: LARGE_SCALES, centred: true, together: together };
}
function panel(className, blocks) {
  var root = element("div", "panel " + className), area = root.appendChild(element("div", "area"));
  return { root: root, area: area, blocks: blocks, stretched: /cards|figures|numerals|weather/.test(className), scales: /figures/.test(className) ? FIGURE_SCALES : undefined };
}
function leaf(feed, moment, words) {
  var root = element("div", "leaf-frame"), page = root.appendChild(element("div", "leaf")), day, right, area;
  var first = moment.shown[0].item;
  add(page, "div", "number", first.value);
  day = page.appendChild(element("div", "day"));
  add(day, "div", "month", first.when);
  (first.lines || []).forEach(function (line) { add(day, "div", "fact", line); });
  right = root.appendChild(element("div", "panel"));
  area = right.appendChild(element("div", "area"));
  return {
    root: root, area: area,
    blocks: moment.shown.map(function (shown) {
      var node = element("div", "entry"), item = shown.item, head = node.appendChild(element("div", "head"));
      add(head, "span", "chip", item.chip);
      add(head, "span", "name", item.title);
      add(node, "div", "text", item.text);
      return node;
    })
  };
}

/* All frames of a slide; each with the blocks that go into its area. */
function framesOf(feed, moment, isBanded) {
  var words = feed.screen.words, slide = moment.slide, blocks = [], group = null, prose;
  if (!moment.shown.length || !isDrawable(feed, moment)) {
    prose = panel("empty", [element("div", "nothing", slide.empty || words.stale)]);
    prose.centred = true;
    return [prose];
  }
  if (slide.layout === "poster") {
    return postersOf(feed, moment).map(function (shown) {
      var frame = poster(feed, shown);
      if (slide.film !== undefined && frame.bleeds) { frame.film = feed.films[slide.film]; }
      return frame;
    });
  }
  if (slide.layout === "sheets") { return sheetFrames(feed, moment); }
  if (slide.layout === "alert") { return moment.shown.map(function (shown) { return alertFrame(feed, shown); }); }
  if (slide.layout === "leaf") { return [leaf(feed, moment, words)]; }
  if (slide.layout === "text") {
    prose = element("div");
    moment.shown.forEach(function (shown) { prose.appendChild(safe(feed, shown.item.html || "")); });
    while (prose.firstChild) {
      if (prose.firstChild.nodeType === 1) { blocks = blocks.concat(entries(prose.firstChild)); }
      prose.removeChild(prose.firstChild);
    }
    prose = panel("prose", blocks);
    prose.scales = TEXT_SCALES;
    prose.isText = true;
    return [prose];
  }
  if (slide.layout === "countdown") {
    prose = panel("countdown", countdownBlocks(moment.shown[0].item));
    prose.centred = true;
    return [prose];
  }
  moment.shown.forEach(function (shown) {
    if (slide.layout === "cards") { blocks.push(card(feed, shown, words)); }
    else if (slide.layout === "numerals") { blocks.push(numeral(shown)); }
    else if (slide.layout === "weather") { blocks.push(weatherBlock(shown.item)); }
    else if (slide.layout === "figures") {
      blocks.push(figure(shown));
      if (isApart(shown.item)) {
        prose = element("div", "figure note");
        prose.appendChild(joined("line", shown.item.line));
        blocks.push(prose);
      }
    }
    else {
      if (shown.item.group && shown.item.group !== group) { blocks.push(element("div", "group", shown.item.group)); }
      group = shown.item.group;
      blocks.push(row(shown, words));
    }
  });
  prose = moment.shown.some(function (shown) { return (shown.item.value || "").length > 9; }) ? " long-figures" : "";
  /* Beside a band there is no room for a code below a name. */
  if (isBanded) { prose += " banded"; }
  prose = panel(slide.layout + prose + " for-" + slide.kind + (blocks.length === 1 ? " single" : " of-" + blocks.length), blocks);
  prose.most = slide.perPage;
  prose.apart = moment.shown.some(function (shown) { return shown.item.code !== undefined; });
  return [prose];
}
