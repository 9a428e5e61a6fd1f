/* What was written in Markdown, and pictures. */
/* global element, write, pictures */

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
          /* Who signs, and the day. */
          if (name === "p" && child.getAttribute("align") === "right") { node.className = "signature"; }
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

/* A picture that is here already; null where it is still to come, or never will. */
function pictureNode(feed, url, label) {
  var found = feed.pictures.filter(function (one) { return one.url === url; })[0], source = found ? pictures.source(found) : null, node;
  if (!source) { return null; }
  node = element("img");
  node.alt = label || "";
  node.src = source;
  return node;
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
