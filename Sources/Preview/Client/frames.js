/* The page with frames: a phone, a sheet of paper, the screens in their true shape. */
/* global drawBar, element, link, onSite, query, shownPage, status */

function frame(name, address, width, height) {
  var node = element("iframe");
  node.name = name;
  node.src = address;
  node.style.width = width + "px";
  node.style.height = height + "px";
  return node;
}
/* A frame of its own size, as large as there is room for. */
function scaled(node, width, height, room) {
  var box = element("div", "scaled"), factor = Math.min(1, room / width);
  node.style.transform = "scale(" + factor + ")";
  box.style.width = width * factor + "px";
  box.style.height = height * factor + "px";
  box.appendChild(node);
  return box;
}
/* Whoever follows a link within the frame finds that page in the address too. */
function follow(node) {
  node.addEventListener("load", function () {
    var place;
    try { place = node.contentWindow.location; } catch (e) { return; }
    history.replaceState(null, "", location.pathname + "?as=" + query("as") + "&page=" + encodeURIComponent(place.pathname + place.search));
    drawBar();
  });
}
function phoneView(body) {
  var node = frame("phone", shownPage(), 390, 844), room = Math.min(1, (window.innerHeight - 120) / 872),
    device = body.appendChild(element("div", "device"));
  device.appendChild(scaled(node, 390, 844, 390 * room));
  follow(node);
}

/* A sheet's rules as on paper: those for print count, those for screens alone don't. */
function asOnPaper(rules) {
  Array.prototype.forEach.call(rules, function (rule) {
    if (rule.media) {
      if (/print/.test(rule.media.mediaText)) { rule.media.mediaText = "all"; } else if (/screen/.test(rule.media.mediaText)) { rule.media.mediaText = "not all"; }
    }
    if (rule.cssRules && rule.media) { asOnPaper(rule.cssRules); }
  });
}
function printView(body) {
  var node = frame("paper", shownPage(), 680, 1010), sheet = body.appendChild(element("div", "paper"));
  sheet.appendChild(node);
  body.appendChild(element("p", "note", status.words.printNote));
  follow(node);
  node.addEventListener("load", function () {
    var page = node.contentDocument;
    Array.prototype.forEach.call(page.styleSheets, function (one) {
      try { asOnPaper(one.cssRules); } catch (e) { return; }
    });
    page.documentElement.style.overflow = "hidden";
    /* Browsers leave backgrounds out. */
    page.documentElement.style.background = page.body.style.background = "#fff";
    node.style.height = Math.max(1010, page.documentElement.scrollHeight) + "px";
    sheet.setAttribute("data-ready", "1");
  });
}
function screensView(body) {
  var list = body.appendChild(element("div", "screens"));
  if (!status.screens.length) { return body.appendChild(element("p", "note", status.words.noScreens)); }
  status.screens.forEach(function (screen, index) {
    var item = list.appendChild(element("figure")), isTall = screen.height > screen.width, caption = element("figcaption");
    item.appendChild(scaled(frame("screen" + index, onSite(screen.url), screen.width, screen.height), screen.width, screen.height, isTall ? 320 : 620));
    caption.appendChild(link("", screen.title, onSite(screen.url)));
    caption.appendChild(element("span", "", screen.width + " × " + screen.height + " " + (isTall ? status.words.portrait : status.words.landscape)));
    item.appendChild(caption);
  });
  return list;
}
function makeFrames() {
  var body = document.body.appendChild(element("main")), views = { phone: phoneView, print: printView, screens: screensView };
  (views[query("as")] || phoneView)(body);
}
function reloadFrames() {
  Array.prototype.forEach.call(document.querySelectorAll("iframe"), function (node) {
    try { node.contentWindow.location.reload(); } catch (e) { node.src = node.src; }
  });
}
