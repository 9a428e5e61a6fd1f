/* The bar at the foot of the page. It stands in a shadow tree, so that neither the site's sheet reaches it nor its own the site. */
/* global OWN, button, changesPanel, choose, counted, element, given, link, onSite, overlay, pagesPanel, status, timeControl, warningsPanel */

var root = null, panelName = "", isLost = false, isCovered = true;

function hidden() { try { return window.sessionStorage.getItem("gongshi-bar") === "hidden"; } catch (e) { return false; } }
function setHidden(isHidden) { try { window.sessionStorage.setItem("gongshi-bar", isHidden ? "hidden" : ""); } catch (e) { return; } }

function isView() { return given("view") !== null; }
function query(name) {
  var found = new RegExp("[?&]" + name + "=([^&]*)").exec(location.search);
  return found ? decodeURIComponent(found[1]) : "";
}
/* Only a place on this host: what stands in an address could be a script. */
function shownPage() {
  var page = isView() ? query("page") : location.pathname + location.search + location.hash;
  return (/^\/(?![\/\\])/).test(page) && page.indexOf(OWN) !== 0 ? page : onSite("/");
}
function viewAddress(name) { return OWN + "view/?as=" + name + "&page=" + encodeURIComponent(shownPage()); }
function isScreen(path) { return (/\/screens\/[a-z0-9-]+\/(index\.html)?$/).test(path); }
/* The page that is looked at: itself, or the one within the frame. */
function shownDocument() {
  var frame = isView() ? document.querySelector("iframe") : null;
  try { return frame ? frame.contentDocument : document; } catch (e) { return document; }
}

function views() {
  var nav = element("nav", "views"), now = isView() ? query("as") : "page", page = nav.appendChild(link("", status.words.page, shownPage()));
  function view(name, text) {
    var node = nav.appendChild(link("", text, viewAddress(name)));
    if (name === now) { node.setAttribute("aria-current", "page"); }
  }
  if (now === "page") { page.setAttribute("aria-current", "page"); }
  view("phone", status.words.phone);
  view("print", status.words.print);
  view("screens", status.words.screens);
  return nav;
}
/* The site's own large view, where its theme has one. */
function elder() {
  var node = button("elder", status.words.elder, function () {
    var own = shownDocument().getElementById("elder");
    if (own) { own.click(); }
    node.setAttribute("aria-pressed", String(shownDocument().documentElement.classList.contains("elder-view")));
  });
  node.setAttribute("aria-pressed", String(shownDocument().documentElement.classList.contains("elder-view")));
  node.hidden = !shownDocument().getElementById("elder");
  return node;
}
function drafts() {
  var label = element("label", "drafts"), box = label.appendChild(element("input"));
  box.type = "checkbox";
  box.checked = status.drafts;
  box.addEventListener("change", function () { choose(status.isChosen ? status.clock : null, box.checked); });
  label.appendChild(document.createTextNode(status.words.drafts));
  return label;
}
function opener(name, style, text) {
  var node = button(style, text, function () {
    panelName = panelName === name ? "" : name;
    drawBar();
  });
  node.setAttribute("aria-expanded", String(panelName === name));
  node.setAttribute("data-panel", name);
  return node;
}
function panel() {
  var node = element("section", "panel");
  node.setAttribute("data-name", panelName);
  ({ warnings: warningsPanel, changes: changesPanel, pages: pagesPanel })[panelName](node);
  return node;
}
/* That readers don't see this page, and why. */
function notPublic() {
  var own = status.unpublished.filter(function (page) { return onSite(page.url) === location.pathname; })[0];
  return own ? element("span", "unpublished", own.why) : null;
}
function markLinks() {
  var hiddenPages = {};
  status.unpublished.forEach(function (page) { hiddenPages[onSite(page.url)] = page.why; });
  Array.prototype.forEach.call(document.links, function (node) {
    var why = node.host === location.host && hiddenPages[node.pathname];
    if (!why) { return; }
    node.style.outline = "2px dashed #b45309";
    node.style.outlineOffset = "2px";
    node.title = why;
  });
}

function drawBar() {
  var bar, note, isSmall = hidden() || (isScreen(location.pathname) || window.innerWidth < 720) && !panelName && !root.isOpen;
  root.tree.textContent = "";
  if (status.errors && isCovered) {
    root.tree.appendChild(overlay(given("empty") !== null, function () {
      isCovered = false;
      drawBar();
    }));
  }
  document.documentElement.style.paddingBottom = isSmall || isScreen(location.pathname) || isView() ? "" : "56px";
  bar = root.tree.appendChild(element("div", isSmall ? "bar is-small" : "bar"));
  if (isLost) { bar.appendChild(element("span", "lost", status.words.lost)); }
  if (status.errors) {
    bar.appendChild(button("errors", counted(status.words.errors, status.errors), function () {
      isCovered = !isCovered;
      drawBar();
    }));
  }
  if (isSmall) {
    bar.appendChild(button("show", status.words.show, function () {
      setHidden(false);
      root.isOpen = true;
      drawBar();
    }));
    return;
  }
  if (status.first !== undefined) { bar.appendChild(timeControl()); }
  note = notPublic();
  if (note) { bar.appendChild(note); }
  bar.appendChild(views());
  if (!isView() || query("as") === "phone") { bar.appendChild(elder()); }
  bar.appendChild(drafts());
  bar.appendChild(opener("pages", "", status.words.pages));
  bar.appendChild(opener("changes", "", status.words.changes));
  bar.appendChild(opener("warnings", status.warnings ? "has-warnings" : "", counted(status.words.problems, status.warnings)));
  bar.appendChild(button("hide", status.words.hide, function () {
    setHidden(true);
    root.isOpen = false;
    panelName = "";
    drawBar();
  }));
  if (panelName) { root.tree.insertBefore(panel(), bar); }
}
function makeBar() {
  var host = document.createElement("div"), tree, sheet;
  if (!host.attachShadow) { return; }
  host.id = "gongshi-preview";
  host.lang = document.documentElement.lang;
  tree = host.attachShadow({ mode: "open" });
  sheet = tree.appendChild(document.createElement("link"));
  sheet.rel = "stylesheet";
  sheet.href = OWN + "preview.css" + (/\?.*$/.exec(document.querySelector("script[src*='preview.js']").getAttribute("src")) || [""])[0];
  host.style.visibility = "hidden";
  sheet.onload = function () { host.style.visibility = ""; };
  root = { host: host, tree: tree.appendChild(element("div", "root")), isOpen: false };
  document.body.appendChild(host);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !panelName) { return; }
    panelName = "";
    drawBar();
  });
  drawBar();
  markLinks();
}
