/* What is higher than a page, as several parts that are not. */
/* global element */

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
          kept = kept || part.nodeName !== "BR";
        }
      }
    }
    if (rest && from.nodeName === "LI" && /\S/.test(from.textContent.slice(0, Math.max(0, count - begun)))) { to.className = "continued"; }
    /* Breaks and pictures stay behind what they stood behind. */
    return kept || !from.firstChild && (rest ? begun > count : begun <= count) ? to : null;
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
