extension ScreenPlayer {
  /// Blocks → pages, by measured space: nothing is ever cut off, the text is as large as the number of pages allows, and the pages are about equally
  /// full.
  static let pages: StaticString = #"""
    var SCALES = [1.5, 1.35, 1.2, 1.1, 1];
    /* The first n characters of a node, or all after them. What goes on of an entry has no mark of its own. */
    function cut(node, count, rest) {
      var seen = 0;
      function walk(from) {
        var to = from.cloneNode(false), child, text, part, kept = false, begun = seen;
        for (child = from.firstChild; child; child = child.nextSibling) {
          if (child.nodeType === 3) {
            text = child.nodeValue;
            part = rest ? text.slice(Math.max(0, count - seen)) : text.slice(0, Math.max(0, count - seen));
            seen += text.length;
            if (part) {
              to.appendChild(document.createTextNode(part));
              /* An entry of white space alone would be a mark beside nothing. */
              kept = kept || from.nodeName !== "LI" || /\S/.test(part);
            }
          } else {
            part = walk(child);
            if (part) {
              to.appendChild(part);
              kept = true;
            }
          }
        }
        if (rest && from.nodeName === "LI" && /\S/.test(from.textContent.slice(0, Math.max(0, count - begun)))) { to.className = "continued"; }
        return kept || (!from.firstChild && !rest) ? to : null;
      }
      return walk(node) || element("div");
    }
    /* Where to cut a text that fits up to a character: after a mark, else not within a number or a word, and not so that a scrap is left. */
    function seam(text, fitting) {
      var at = text.length - fitting < fitting * 0.3 ? Math.ceil(text.length / 2) : fitting, stop;
      for (stop = at; stop > at - 20 && stop > 1; stop -= 1) {
        if (/[。！？；，、]/.test(text.charAt(stop - 1))) { return stop; }
      }
      for (stop = at; stop > at - 20 && stop > 1; stop -= 1) {
        if (!/[\w.:–—-]/.test(text.charAt(stop - 1)) || !/[\w.:–—-]/.test(text.charAt(stop))) { return stop; }
      }
      return at;
    }
    function boxOf(block) {
      var style = window.getComputedStyle(block);
      return { top: block.offsetTop - parseFloat(style.marginTop), bottom: block.offsetTop + block.offsetHeight + parseFloat(style.marginBottom) };
    }
    /* A block that is higher than a page, as several that are not. */
    function parted(area, block, isGood) {
      var parts = [], rest = block, text, low, high, middle;
      function fits(node) {
        area.innerHTML = "";
        area.appendChild(node);
        return isGood(boxOf(node), !parts.length);
      }
      while (!fits(rest) && parts.length < 60) {
        text = rest.textContent;
        low = 1;
        high = text.length;
        while (low < high) {
          middle = Math.ceil((low + high) / 2);
          if (fits(cut(rest, middle, false))) { low = middle; } else { high = middle - 1; }
        }
        if (low >= text.length) { break; }
        low = seam(text, low);
        parts.push(cut(rest, low, false));
        rest = cut(rest, low, true);
      }
      parts.push(rest);
      area.innerHTML = "";
      return parts;
    }
    /* A long table as several of about as many rows, each with the heads of its columns. */
    function rowed(area, table, isGood) {
      var rows = Array.prototype.slice.call(table.querySelectorAll("tbody tr")), head = table.querySelector("thead"), parts = [], most = rows.length, size;
      function some(from, to) {
        var part = table.cloneNode(false);
        if (head) { part.appendChild(head.cloneNode(true)); }
        rows.slice(from, to).forEach(function (row) { part.appendChild(row.cloneNode(true)); });
        area.innerHTML = "";
        area.appendChild(part);
        return part;
      }
      while (most > 1 && !isGood(boxOf(some(0, most)), true)) { most -= 1; }
      size = Math.ceil(rows.length / Math.ceil(rows.length / Math.max(1, most)));
      for (most = 0; most < rows.length; most += size) { parts.push(some(most, most + size)); }
      return parts.reduce(function (all, part) { return all.concat(parted(area, part, isGood)); }, []);
    }
    function isGroup(block) { return block.className === "group"; }
    /* Blocks in order, none but the first of a page beyond the limit; a heading stays with what it is over, and a list's is told again on the
       next page. */
    function broken(blocks, boxes, limit) {
      var pages = [], page = [], top = 0, heading = null;
      function leads(number) { return number < 0 || boxes[number].leads; }
      blocks.forEach(function (block, number) {
        var carried = [];
        if (page.length && boxes[number].bottom - top > limit && boxes[number].top > boxes[number - 1].top && !page.every(leads)) {
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
      var area = frame.area, blocks = frame.blocks, scales = frame.scales || SCALES, least = scales[scales.length - 1], scale, count, i, boxes, height, low, high, again, run;
      function set(to) {
        var i;
        scale = to;
        area.innerHTML = "";
        area.style.fontSize = scale + "em";
        blocks.forEach(function (block) { area.appendChild(block); });
        height = area.clientHeight + 1;
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
      for (i = 0; i < scales.length && count === undefined; i += 1) {
        set(scales[i]);
        if (area.scrollHeight <= height && area.scrollWidth <= area.clientWidth + 1) { count = 1; }
      }
      if (count === 1) {
        frame.centred = frame.centred || frame.isText;
        return [{ scale: scale, blocks: blocks }];
      }
      if (boxes.some(isTall)) { press(); }
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
        count = broken(blocks, boxes, height).length;
        for (i = 0; i < scales.length; i += 1) {
          set(scales[i]);
          if (area.scrollWidth <= area.clientWidth + 1 && !boxes.some(isTall) && broken(blocks, boxes, height).length === count) { break; }
        }
      }
      count = broken(blocks, boxes, height).length;
      low = height / 2;
      high = height;
      for (i = 0; i < 8; i += 1) {
        if (broken(blocks, boxes, (low + high) / 2).length === count) { high = (low + high) / 2; } else { low = (low + high) / 2; }
      }
      return broken(blocks, boxes, high).map(function (page) {
        return {
          scale: scale,
          blocks: page.map(function (number) { return number < 0 ? element("div", "group", blocks[-1 - number].textContent + words.continued) : blocks[number]; })
        };
      });
    }

    """#
}
