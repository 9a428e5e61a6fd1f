/* Blocks -> pages, by measured space: nothing is ever cut off, the text is as large as the number of pages allows, and the pages are about equally
   full. */
/* global element, boxOf, parted, rowed */

var SCALES = [1.7, 1.5, 1.35, 1.2, 1.1, 1];
function isGroup(block) { return block.className === "group"; }
/* Blocks in order, none but the first of a page beyond the limit, and no more than `most` of them; a heading stays with what it is over, and a
   list's is repeated on the next page. */
function broken(blocks, boxes, limit, most) {
  var pages = [], page = [], top = 0, heading = null;
  function isFull() { return most && page.filter(function (number) { return number >= 0 && !isGroup(blocks[number]); }).length >= most; }
  function leads(number) { return number < 0 || boxes[number].leads; }
  blocks.forEach(function (block, number) {
    var carried = [];
    if (page.length && (boxes[number].bottom - top > limit || isFull()) && boxes[number].top > boxes[number - 1].top && !page.every(leads)) {
      while (leads(page[page.length - 1])) { carried.unshift(page.pop()); }
      pages.push(page);
      page = carried.slice();
      top = boxes[carried.length ? carried[0] : number].top;
      if (heading !== null && !isGroup(block) && !carried.length) {
        page = [-1 - heading];
        top -= boxes[heading].bottom - boxes[heading].top;
      }
    }
    if (isGroup(block)) { heading = number; }
    page.push(number);
  });
  pages.push(page);
  return pages;
}
/* Pages of one frame: arrays of blocks, each with the scale it is set in. */
function pagesOf(frame, words) {
  var area = frame.area, blocks = frame.blocks, most = frame.most, scales = frame.scales || SCALES, least = scales[scales.length - 1], scale, count, i, boxes, height, low, high, again, run, first;
  function set(to) {
    var i;
    scale = to;
    area.innerHTML = "";
    area.style.fontSize = scale + "em";
    blocks.forEach(function (block) { area.appendChild(block); });
    /* Boxes are whole pixels, and lines are not. */
    height = area.clientHeight - 1;
    boxes = blocks.map(boxOf);
    run = 0;
    boxes.forEach(function (box, number) {
      var isHeading = /^H[1-6]$/.test(blocks[number].nodeName);
      box.led = run;
      run = isHeading ? run + box.bottom - box.top : 0;
      /* Headings that take more than half a page may stand by themselves. */
      if (run > height / 2) { run = 0; }
      box.leads = isGroup(blocks[number]) || run > 0;
    });
    /* Cards side by side are as high as the highest of them. */
    for (i = 1; i < boxes.length; i += 1) {
      if (boxes[i].top === boxes[i - 1].top) { boxes[i].bottom = Math.max(boxes[i].bottom, boxes[i - 1].bottom); }
    }
    for (i = boxes.length - 1; i > 0; i -= 1) {
      if (boxes[i].top === boxes[i - 1].top) { boxes[i - 1].bottom = boxes[i].bottom; }
    }
  }
  /* A word that can't be broken may be wider than its card. */
  function isNarrow() {
    return area.scrollWidth > area.clientWidth + 1 || blocks.some(function (block) { return block.scrollWidth > block.clientWidth + 1; });
  }
  /* Under a heading there is less room. */
  function isTall(box) {
    return box.bottom - box.top + box.led > blocks.reduce(function (room, block, number) {
      return isGroup(block) ? Math.min(room, height - boxes[number].bottom + boxes[number].top) : room;
    }, height);
  }
  /* A chart is not broken: what is long about it takes room from its bars. */
  function press() {
    blocks.forEach(function (block, number) {
      var plot = block.querySelector(".bars"), more = boxes[number].bottom - boxes[number].top - height;
      if (plot && more > 0) { plot.style.height = Math.max(plot.clientHeight / 3, plot.clientHeight - more - 2) + "px"; }
    });
    set(least);
  }
  /* The largest scale at which something holds. What holds at one holds at the smaller ones, too: half of them need not be tried, and on a slow box
     each is a tenth of a second. */
  function grow(holds) {
    var low = 0, high = scales.length - 1, middle;
    while (low < high) {
      middle = Math.floor((low + high) / 2);
      set(scales[middle]);
      if (holds()) { high = middle; } else { low = middle + 1; }
    }
    if (scale !== scales[low]) { set(scales[low]); }
  }
  function isOnePage() { return (!most || blocks.length <= most) && area.scrollHeight <= area.clientHeight + 1 && !isNarrow(); }
  set(least);
  if (isOnePage()) {
    grow(isOnePage);
    frame.centred = frame.centred || frame.isText;
    return [{ scale: scale, blocks: blocks }];
  }
  if (boxes.some(isTall)) { press(); }
  /* A name is read beside its own code: one card a page rather than half a name. */
  if (frame.apart && boxes.some(isTall)) {
    frame.root.className += " single";
    most = 1;
    set(least);
  }
  if (boxes.some(isTall)) {
    again = [];
    blocks.map(function (block, number) { return isTall(boxes[number]); }).forEach(function (tall, number) {
      var cutUp = blocks[number].querySelectorAll("tbody tr").length > 1 ? rowed : parted;
      again = again.concat(tall ? cutUp(area, blocks[number], function (box, isFirst) {
        box.led = isFirst ? boxes[number].led : 0;
        return !isTall(box);
      }) : [blocks[number]]);
    });
    blocks = again;
    set(least);
  } else {
    again = broken(blocks, boxes, height, most);
    count = again.length;
    /* What an alert begins with stays together, where that can be. */
    first = Math.min(frame.together || 0, again[0].length);
    grow(function () {
      again = broken(blocks, boxes, height, most);
      return !isNarrow() && !boxes.some(isTall) && again.length === count && again[0].length >= first;
    });
  }
  again = broken(blocks, boxes, height, most);
  count = again.length;
  first = Math.min(frame.together || 0, again[0].length);
  low = height / 2;
  high = height;
  for (i = 0; i < 8; i += 1) {
    again = broken(blocks, boxes, (low + high) / 2, most);
    if (again.length === count && again[0].length >= first) { high = (low + high) / 2; } else { low = (low + high) / 2; }
  }
  return broken(blocks, boxes, high, most).map(function (page) {
    return {
      scale: scale,
      blocks: page.map(function (number) { return number < 0 ? element("div", "group", blocks[-1 - number].textContent + words.continued) : blocks[number]; })
    };
  });
}
