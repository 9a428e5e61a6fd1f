/* Listens for changes, and shows the page again where it was. A page within a frame is shown again by the page around it. */
/* global OWN, ask, drawBar, given, isCovered, isLost, isView, makeBar, makeFrames, reloadFrames, root, status */

var version = given("version"), source = null, isReloading = false;

/* Where the reader was, of this page in this frame. */
function placeName() { return "gongshi-place " + window.name + " " + location.pathname; }
function keepPlace() {
  try { window.sessionStorage.setItem(placeName(), window.pageXOffset + " " + window.pageYOffset); } catch (e) { return; }
}
function backToPlace() {
  var place, entry = window.performance && performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  if (!entry || entry.type !== "reload") { return; }
  try { place = (window.sessionStorage.getItem(placeName()) || "").split(" "); } catch (e) { return; }
  if (place.length === 2) { window.scrollTo(Number(place[0]), Number(place[1])); }
}

function showAgain() {
  if (isReloading) { return; }
  isReloading = true;
  keepPlace();
  location.reload();
}
function learn(done) {
  ask("status.json", function (answer) {
    status = answer;
    done();
  });
}
/* A line of news: which reading of the site there is, and whether it can be shown. */
function hear(news) {
  var isOther = news.version !== version;
  if (isLost) {
    isLost = false;
    if (root) { drawBar(); }
  }
  if (!isOther && status && status.errors === news.errors && status.version === news.version) { return; }
  if (isOther && !news.errors && !isView()) { return showAgain(); }
  learn(function () {
    if (news.errors) { isCovered = true; }
    if (isView() && isOther && !news.errors) {
      version = news.version;
      reloadFrames();
    }
    if (root) { drawBar(); }
  });
}
/* A page that nobody sees needs no line: browsers have six for a server. It asks again when it is looked at. */
function listen() {
  if (source) { source.close(); }
  source = null;
  if (document.hidden) { return; }
  source = new EventSource(OWN + "events");
  source.onmessage = function (event) { hear(JSON.parse(event.data)); };
  source.onerror = function () {
    isLost = true;
    if (root && !isReloading) { setTimeout(function () { if (isLost) { drawBar(); } }, 1500); }
  };
}
function begin() {
  backToPlace();
  if (window.parent !== window) { return; }
  learn(function () {
    if (isView()) { makeFrames(); }
    makeBar();
  });
}

window.addEventListener("pagehide", keepPlace);
window.addEventListener("load", backToPlace);
if (window.parent === window) {
  listen();
  document.addEventListener("visibilitychange", listen);
}
if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin); } else { begin(); }
