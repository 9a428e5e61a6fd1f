/* The view that the reader chose, before anything is painted: no page is shown small first and then large. */
(function (root) {
  "use strict";
  root.className += " js";
  try {
    if (/[?&]elder=1/.test(location.search) || window.localStorage.getItem("elder") === "1") { root.className += " elder-view"; }
  } catch (e) { return; }
}(document.documentElement));
