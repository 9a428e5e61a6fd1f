/* What a screen's page says of itself, and what the parts of its player share. */

var page = document.documentElement, SCREEN = page.getAttribute("data-screen"), VERSION = page.getAttribute("data-player"),
  FEED = page.getAttribute("data-feed"), KEY = JSON.parse(page.getAttribute("data-key") || "null"),
  ROOT = page.getAttribute("data-root") || "", SITE = page.getAttribute("data-site"),
  changes = 0, ticks = 0, opened = null, programme;
function byID(id) { return document.getElementById(id); }
