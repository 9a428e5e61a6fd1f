extension ScreenPlayer {
  /// Blocks → pages, by measured space: nothing is ever cut off, and a few lines are set as large as they fit.
  static let pages: StaticString = #"""
    var SCALES = [1.5, 1.35, 1.2, 1.1, 1];
    /* The first n characters of a node, or all after them. */
    function cut(node, count, rest) {
      var seen = 0;
      function walk(from) {
        var to = from.cloneNode(false), child, text, part, kept = false;
        for (child = from.firstChild; child; child = child.nextSibling) {
          if (child.nodeType === 3) {
            text = child.nodeValue;
            part = rest ? text.slice(Math.max(0, count - seen)) : text.slice(0, Math.max(0, count - seen));
            seen += text.length;
            if (part) {
              to.appendChild(document.createTextNode(part));
              kept = true;
            }
          } else {
            part = walk(child);
            if (part) {
              to.appendChild(part);
              kept = true;
            }
          }
        }
        return kept || (!from.firstChild && !rest) ? to : null;
      }
      return walk(node) || element("div");
    }
    /* A block that is higher than a page, as several that are not. */
    function parted(area, block) {
      var parts = [], rest = block, text, low, high, middle, stop;
      function fits(node) {
        area.innerHTML = "";
        area.appendChild(node);
        return area.scrollHeight <= area.clientHeight + 1;
      }
      while (!fits(rest) && parts.length < 60) {
        text = rest.textContent;
        low = 1;
        high = text.length;
        while (low < high) {
          middle = Math.ceil((low + high) / 2);
          if (fits(cut(rest, middle, false))) { low = middle; } else { high = middle - 1; }
        }
        for (stop = low; stop > low - 20 && stop > 1; stop -= 1) {
          if (/[。！？；，、]/.test(text.charAt(stop - 1))) { break; }
        }
        if (stop > low - 20 && stop > 1) { low = stop; }
        if (low >= text.length) { break; }
        parts.push(cut(rest, low, false));
        rest = cut(rest, low, true);
      }
      parts.push(rest);
      area.innerHTML = "";
      return parts;
    }
    /* Pages of one frame: arrays of blocks, each with the scale it is set in. */
    function pagesOf(frame, words) {
      var area = frame.area, blocks = frame.blocks, pages = [], page = [], top = 0, i, scale, height, heading = null, boxes, again;
      function fill(list) {
        area.innerHTML = "";
        list.forEach(function (block) { area.appendChild(block); });
      }
      fill(blocks);
      for (i = 0; i < SCALES.length; i += 1) {
        scale = SCALES[i];
        area.style.fontSize = scale + "em";
        if (area.scrollHeight <= area.clientHeight + 1 && area.scrollWidth <= area.clientWidth + 1) {
          return [{ scale: scale, blocks: blocks }];
        }
      }
      height = area.clientHeight + 1;
      again = [];
      boxes = blocks.map(function (block) { return block.offsetHeight; });
      blocks.forEach(function (block, number) {
        if (boxes[number] > height) { again = again.concat(parted(area, block)); } else { again.push(block); }
      });
      blocks = again;
      fill(blocks);
      boxes = blocks.map(function (block) { return { top: block.offsetTop, bottom: block.offsetTop + block.offsetHeight }; });
      blocks.forEach(function (block, number) {
        var extra = 0, last;
        if (page.length && boxes[number].bottom - top > height && boxes[number].top > boxes[number - 1].top) {
          last = page[page.length - 1];
          /* A heading stays with what it is over. */
          if (last.className === "group") { page.pop(); }
          pages.push({ scale: 1, blocks: page });
          page = last.className === "group" ? [last] : [];
          top = last.className === "group" ? boxes[number - 1].top : boxes[number].top;
          if (heading && block.className !== "group" && !page.length) {
            page.push(element("div", "group", heading + words.continued));
            top -= groupHeight;
          }
        }
        if (block.className === "group") {
          heading = block.textContent;
          groupHeight = boxes[number].bottom - boxes[number].top;
        }
        page.push(block);
      });
      if (page.length) { pages.push({ scale: 1, blocks: page }); }
      return pages;
    }
    var groupHeight = 0;

    """#
}
