/* What time it is, as far as it can be known; null where it can't.
   Boxes without a battery wake up in 1970 or last Friday. The server's `Date` (RFC 9110, 6.6.1) of a good answer, carried on by the monotonic
   clock, wins over a box that is more than two minutes off (that clock stands still while a box sleeps); a box clock from before what it shows was
   made, or from before what this box has seen, is not believed. */
/* global TOLERANCE */

var clock = (function () {
  var FAR = 120000, base = null, agreed = false, floor = 0;
  function monotonic() { return window.performance && performance.now ? performance.now() : null; }
  return {
    /* The moment of the newest feed, or the last that this box is known to have reached: it is not earlier. */
    notBefore: function (ms) { if (ms > floor) { floor = ms; } },
    forget: function () { floor = 0; },
    /* Milliseconds since 1970 by a server that gave a whole feed. */
    set: function (server) {
      var ticks = monotonic();
      base = ticks === null ? null : server - ticks;
      agreed = Math.abs(server - new Date().getTime()) <= FAR;
    },
    /* Whether a server has told the time since the page was opened. */
    isTold: function () { return base !== null; },
    /* Seconds since 1970, or null. */
    now: function () {
      var own = new Date().getTime(), ticks = monotonic(), server;
      if (base !== null && ticks !== null) {
        server = base + ticks;
        /* The box was right, and is far ahead now: it has slept, or was set wrong. Until a server says which, nobody knows. */
        if (agreed && own - server > FAR) { return null; }
        return Math.floor((Math.abs(server - own) <= FAR ? own : server) / 1000);
      }
      return own < floor - TOLERANCE * 1000 ? null : Math.floor(own / 1000);
    }
  };
}());
