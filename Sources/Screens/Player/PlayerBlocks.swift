extension ScreenPlayer {
  /// What items look like: a slide is frames (what stays on each of its pages) with blocks in them (what is broken into pages).
  static let blocks: StaticString = #"""
    function element(name, className, text) {
      var node = document.createElement(name);
      if (className) { node.className = className; }
      if (text !== undefined && text !== null && text !== "") { write(node, text); }
      return node;
    }
    /* Telephones, times, figures, and a day with its month's short name stand on one line; no character stands alone on the last. */
    function write(parent, text) {
      var number = /\d[\d:.,—–-]*[:.,—–-][\d:.,—–-]*\d( [A-Z][a-z]{2}\b)?|\d{1,2} [A-Z][a-z]{2}\b/g, last = 0, found, tail;
      function upTo(end) {
        if (end > last) { parent.appendChild(document.createTextNode(text.slice(last, end))); }
        last = end;
      }
      function whole(end, className) {
        parent.appendChild(element("span", className)).appendChild(document.createTextNode(text.slice(last, end)));
        last = end;
      }
      for (found = number.exec(text); found; found = number.exec(text)) {
        if (found[0].length < 24) {
          upTo(found.index);
          whole(found.index + found[0].length, "whole");
        }
      }
      tail = text.length - 3;
      if (tail > last + 1 && /^[^\x00-\x7f]{3}$/.test(text.slice(tail))) {
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

    /* A QR code from its modules, with the quiet zone of four. */
    function codeNode(code, label) {
      var space = "http://www.w3.org/2000/svg", size = code.size, path = "", row, column, start, box, svg, part;
      function dark(x, y) {
        var bit = y * size + x;
        return parseInt(code.modules.charAt(Math.floor(bit / 4)), 16) >> (3 - bit % 4) & 1;
      }
      for (row = 0; row < size; row += 1) {
        for (column = 0; column < size; column += 1) {
          start = column;
          while (column < size && dark(column, row)) { column += 1; }
          if (column > start) { path += "M" + (start + 4) + " " + (row + 4) + "h" + (column - start) + "v1h-" + (column - start) + "z"; }
        }
      }
      svg = document.createElementNS(space, "svg");
      svg.setAttribute("viewBox", "0 0 " + (size + 8) + " " + (size + 8));
      svg.setAttribute("shape-rendering", "crispEdges");
      part = svg.appendChild(document.createElementNS(space, "path"));
      part.setAttribute("fill", "#fff");
      part.setAttribute("d", "M0 0h" + (size + 8) + "v" + (size + 8) + "H0z");
      part = svg.appendChild(document.createElementNS(space, "path"));
      part.setAttribute("d", path);
      box = element("div", "code");
      box.appendChild(svg);
      add(box, "span", "", label);
      return box;
    }

    /* Texts written in Markdown come as HTML: only what is known is taken over, and nothing that acts. */
    var KNOWN = " p h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td strong em code pre blockquote br hr img del sup sub ";
    function safe(feed, html) {
      var inert = document.implementation.createHTMLDocument(""), out = document.createDocumentFragment();
      function copy(from, to) {
        var child, node, name, number = from.nodeName === "OL" ? from.start : 0;
        for (child = from.firstChild; child; child = child.nextSibling) {
          if (child.nodeType === 3) { write(to, child.nodeValue); }
          else if (child.nodeType === 1) {
            name = child.nodeName.toLowerCase();
            node = to;
            if (KNOWN.indexOf(" " + name + " ") >= 0) {
              node = document.createElement(name);
              if (name === "img") { node = pictureNode(feed, child.getAttribute("src"), child.getAttribute("alt")) || to; }
              if (name === "ol") { indent(node, child); }
              /* Each entry has its number by itself, on whatever page it comes to stand. */
              if (name === "li" && from.nodeName === "OL") {
                node.value = number;
                number += 1;
              }
              if (node !== to) { to.appendChild(node); }
            }
            if (name !== "script" && name !== "style") { copy(child, node); }
          }
        }
      }
      inert.body.innerHTML = html;
      copy(inert.body, out);
      return out;
    }

    /* Room for the digits of a list's last number. */
    function indent(list, from) {
      var digits = String(from.start + from.children.length).length;
      if (digits > 2) { list.className = "digits-" + digits; }
    }

    function pictureNode(feed, url, label) {
      var found = feed.pictures.filter(function (one) { return one.url === url; })[0], node;
      if (!found) { return null; }
      node = element("img");
      node.alt = label || "";
      /* A package has large pictures beside it, those of newer feeds only the site. */
      if (SITE) {
        node.onerror = function () {
          node.onerror = null;
          node.src = SITE + found.url;
        };
      }
      node.src = found.data || ROOT + found.url;
      return node;
    }

    function nameLine(item, words, isNow) {
      var head = element("div", "head");
      if (isNow) { add(head, "span", "badge now", words.now); }
      add(head, "span", "badge " + (item.status || ""), item.mark);
      add(head, "span", "name", item.title);
      add(head, "span", "chip" + tone(item), item.chip);
      return head;
    }
    function row(shown, words) {
      var item = shown.item, node = element("div", "row " + (item.status || "") + (shown.isNow ? " is-now" : "") + (item.when ? "" : " timeless") + (item.side && item.side.length < 7 ? " brief" : "")), main;
      add(node, "div", "when", item.when);
      main = element("div", "main");
      main.appendChild(nameLine(item, words, shown.isNow));
      if (item.line) { main.appendChild(joined("line", item.line)); }
      add(main, "div", "text", item.text);
      node.appendChild(main);
      add(node, "div", "side", item.side);
      return node;
    }
    function labelled(parent, className, label, text) {
      var line;
      if (!text) { return; }
      line = parent.appendChild(element("div", className));
      add(line, "span", "label", label);
      add(line, "span", "value", text);
    }
    function card(feed, shown, words) {
      var item = shown.item, isRoom = item.code === undefined, node = element("div", "card" + tone(item) + (isRoom ? " room" : " live")), main;
      if (!isRoom) { node.appendChild(codeNode(feed.codes[item.code], item.codeLabel)); }
      main = node.appendChild(element("div", "main"));
      if (isRoom) {
        add(main, "div", "name", item.title);
        if (item.now) { labelled(main, "now", words.now, item.now); }
        else if (!item.text) { labelled(main, "idle", words.free, " "); }
        labelled(main, "next", words.next, item.next);
        add(main, "div", "line", item.text);
      } else {
        main.appendChild(nameLine(item, words, shown.isNow));
        add(main, "div", "when", item.when);
        if (item.line) { main.appendChild(joined("line", item.line)); }
        add(main, "div", "text", item.text);
      }
      return node;
    }
    function figure(shown) {
      var item = shown.item, node = element("div", "figure"), main, value, digits, points = item.series;
      main = node.appendChild(element("div", "main"));
      add(main, "div", "name", item.title);
      value = main.appendChild(element("div", "number"));
      digits = (item.value || "").length;
      add(value, "span", "value" + (digits > 9 ? " longest" : digits > 6 ? " longer" : ""), item.value);
      add(value, "span", "suffix", item.suffix);
      if (points) {
        node.className = "figure chart";
        node.appendChild(barsOf(points));
      }
      if (item.line && !isApart(item)) { node.appendChild(joined("line", item.line)); }
      return node;
    }
    /* A chart is never broken: what is long about it stands below. */
    function isApart(item) { return item.series && item.line && item.line.length > 60; }
    function poster(feed, shown) {
      var item = shown.item, root = element("div", "poster"), area, picture = null, side, isPhoto;
      if (item.picture !== undefined) { picture = pictureNode(feed, feed.pictures[item.picture].url, item.title); }
      if (picture) {
        isPhoto = item.code === undefined && !item.text;
        root.className += isPhoto ? " photo" : " pictured";
        side = root.appendChild(element("div", "aside"));
        side.appendChild(element("div", "picture")).appendChild(picture);
      }
      if (item.code !== undefined) { (side || root).appendChild(codeNode(feed.codes[item.code], item.codeLabel)); }
      area = root.appendChild(element("div", isPhoto && !item.title ? "words untold" : "words")).appendChild(element("div", "area"));
      return { root: root, area: area, blocks: posterBlocks(item), scales: isPhoto ? [1] : LARGE_SCALES, centred: !isPhoto };
    }
    var TEXT_SCALES = [1.9, 1.7, 1.5, 1.35, 1.2, 1.1, 1];
    /* Where the least is 3, it may shrink a little before it needs another page. */
    var LARGE_SCALES = [1.5, 1.35, 1.2, 1.1, 1, 0.93, 0.87];
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
    function alertFrame(feed, shown) {
      var item = shown.item, root = element("div", "alert" + tone(item)), area = element("div", "area"), blocks = [];
      root.appendChild(area);
      if (item.code !== undefined) { root.appendChild(codeNode(feed.codes[item.code], item.codeLabel)); }
      blocks.push(element("div", "name", item.title));
      if (item.text) { blocks.push(element("div", "text", item.text)); }
      (item.lines || []).forEach(function (line) { blocks.push(element("div", "do", line)); });
      if (item.line) { blocks.push(joined("line", item.line)); }
      return { root: root, area: area, blocks: blocks, scales: LARGE_SCALES, centred: true };
    }
    function panel(className, blocks) {
      var root = element("div", "panel " + className), area = root.appendChild(element("div", "area"));
      return { root: root, area: area, blocks: blocks, stretched: /cards|figures/.test(className) };
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

    /* A list may be broken between its entries. */
    function entries(block) {
      var all = [], i, list;
      if (block.nodeName !== "OL" && block.nodeName !== "UL") { return [block]; }
      for (i = 0; i < block.children.length; i += 1) {
        list = block.cloneNode(false);
        list.appendChild(block.children[i].cloneNode(true));
        all.push(list);
      }
      return all;
    }

    /* All frames of a slide; each with the blocks that go into its area. */
    function framesOf(feed, moment) {
      var words = feed.screen.words, slide = moment.slide, blocks = [], group = null, prose;
      if (!moment.shown.length) { 
        prose = panel("empty", [element("div", "nothing", slide.empty || words.stale)]);
        prose.centred = true;
        return [prose];
      }
      if (slide.layout === "poster") { return moment.shown.map(function (shown) { return poster(feed, shown); }); }
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
      moment.shown.forEach(function (shown) {
        if (slide.layout === "cards") { blocks.push(card(feed, shown, words)); }
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
      return [panel(slide.layout + (blocks.length === 1 ? " single" : ""), blocks)];
    }

    """#
}
