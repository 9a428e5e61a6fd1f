/* The chosen time, for all that the page's own scripts ask of the clock: they judge what is over, and a page of another time would lie otherwise.
   It begins at the chosen moment with each load, and runs. What stands on the script's own element is what it was given. */

var OWN = "/_gongshi/", TAG = document.currentScript;

function given(name) { return TAG.getAttribute("data-" + name); }

function setClock(start) {
  var Real = window.Date, shift = start * 1000 - Real.now();
  function Moved(year, month, day, hours, minutes, seconds, milliseconds) {
    if (!(this instanceof Moved)) { return new Real(Real.now() + shift).toString(); }
    switch (arguments.length) {
    case 0: return new Real(Real.now() + shift);
    case 1: return new Real(year);
    case 2: return new Real(year, month);
    case 3: return new Real(year, month, day);
    case 4: return new Real(year, month, day, hours);
    case 5: return new Real(year, month, day, hours, minutes);
    case 6: return new Real(year, month, day, hours, minutes, seconds);
    default: return new Real(year, month, day, hours, minutes, seconds, milliseconds);
    }
  }
  Moved.prototype = Real.prototype;
  Moved.prototype.constructor = Moved;
  Moved.parse = Real.parse;
  Moved.UTC = Real.UTC;
  Moved.now = function () { return Real.now() + shift; };
  window.Date = Moved;
}

/* A screen keeps what it has seen, for a start without a network; of another time, or of a preview that has ended, nothing is to be kept. */
function forgetScreens() {
  try {
    Object.keys(window.localStorage).forEach(function (name) {
      if (/^gongshi-screen/.test(name)) { window.localStorage.removeItem(name); }
    });
  } catch (e) { return; }
}
function keepNoWorker() {
  if (!("serviceWorker" in navigator)) { return; }
  try { navigator.serviceWorker.register = function () { return Promise.reject(new Error("preview")); }; } catch (e) { return; }
}

if (given("clock") !== null) { setClock(Number(given("clock"))); }
if (/\/screens\/[a-z0-9-]+\/(index\.html)?$/.test(location.pathname)) {
  forgetScreens();
  keepNoWorker();
}
