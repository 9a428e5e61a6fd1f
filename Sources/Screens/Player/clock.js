/* What time it is, as far as it can be known; null where it can't.
   Boxes without a battery wake up in 1970 or last Friday. The server's `Date` (RFC 9110, 6.6.1) of a good answer, carried on by the monotonic
   clock, wins over a box that is more than two minutes off; a box clock from before what it shows was made, or from before what this box has seen,
   is not believed.
   A `Date` is evidence as far as it advances: what a cache answers stands still. One that contradicts what is believed waits for a second that is
   in step with it by the box's own count; but a box that no server has ever agreed with may be behind, and is put forward at once. */
/* global TOLERANCE */

var clock = (function () {
  var FAR = 120000, STEP = 5000, base = null, agreed = false, floor = 0, last = null, doubt = null;
  function monotonic() { return window.performance && performance.now ? performance.now() : null; }
  function own() { return new Date().getTime(); }
  function isNear(one, other) { return one !== null && Math.abs(one - other) <= FAR; }
  /* By the server, carried on; null before one has told. */
  function told() {
    var ticks = monotonic();
    return base === null || ticks === null ? null : base + ticks;
  }
  /* The box was right, and is far ahead of its own count now: that stands still while a box sleeps, and its clock goes on. */
  function hasSlept() {
    var server = told();
    return agreed && server !== null && own() - server > FAR;
  }
  /* Milliseconds since 1970, or null. */
  function believed() {
    var server = told(), box = own();
    if (server !== null) { return hasSlept() || isNear(box, server) ? box : server; }
    return box < floor - TOLERANCE * 1000 ? null : box;
  }
  function isInStep(earlier, server, ticks) {
    return earlier !== null && server > earlier.server && Math.abs(server - earlier.server - (ticks - earlier.ticks)) <= STEP;
  }
  return {
    /* The moment of the newest feed, or the last that this box is known to have reached: it is not earlier. */
    notBefore: function (ms) { if (ms > floor) { floor = ms; } },
    forget: function () { floor = 0; },
    /* The time by a server that gave a whole feed, in milliseconds since 1970. Whether it goes on since the last answer. */
    hear: function (server) {
      var ticks = monotonic(), now = believed(), isMoving = !last || last.server !== server, counts;
      if (ticks === null) { return true; }
      if (isMoving) {
        counts = isNear(own(), server) && now !== null || !hasSlept() && isNear(told(), server) || isInStep(doubt, server, ticks) ||
          !agreed && (now === null ? server >= floor - TOLERANCE * 1000 : server > now);
        last = { server: server, ticks: ticks };
        doubt = counts ? null : last;
        if (counts) {
          base = server - ticks;
          agreed = isNear(own(), server);
        }
      }
      return isMoving;
    },
    /* Whether a server has told the time since the page was opened. */
    isTold: function () { return base !== null; },
    /* Whether another answer would settle what time it is. */
    isInDoubt: function () { return doubt !== null || hasSlept(); },
    /* Seconds since 1970, or null. */
    now: function () {
      var now = believed();
      return now === null ? null : Math.floor(now / 1000);
    }
  };
}());
