// A clock that stands still until a test moves it. ES5, so that it works in the oldest engine; to be run before the page's own script.
//
//   fakeClock.start(ms)    the time of the first load; a reload goes on from where the last one stood
//   fakeClock.set(ms)      corrects the clock, as a time server does: no timer fires, performance.now stays
//   fakeClock.advance(ms)  lets time pass: what is due fires in order, what that sets too, and Date moves along
//   fakeClock.now()        the time
//   fakeClock.pending()    how many timers and frames wait
//
// It replaces Date, setTimeout, setInterval, their clear functions, requestAnimationFrame, cancelAnimationFrame and performance.now.
// Network, CSS transitions and promises stay real. The time lives on in window.name over reloads.
(function (window) {
  'use strict';

  var RealDate = window.Date;
  var realSetTimeout = window.setTimeout;
  var FRAME = 16;
  var SAVED = 'fake-clock ';
  var isTop = window.top === window;
  var saved = isTop && window.name.indexOf(SAVED) === 0 ? Number(window.name.slice(SAVED.length)) : NaN;
  var wall = isNaN(saved) ? RealDate.now() : saved;
  var elapsed = 0;
  var lastID = 0;
  var timers = {};

  function save() {
    if (isTop) window.name = SAVED + wall;
  }

  function FakeDate(year, month, day, hours, minutes, seconds, milliseconds) {
    if (!(this instanceof FakeDate)) return new RealDate(wall).toString();
    switch (arguments.length) {
      case 0: return new RealDate(wall);
      case 1: return new RealDate(year);
      case 2: return new RealDate(year, month);
      case 3: return new RealDate(year, month, day);
      case 4: return new RealDate(year, month, day, hours);
      case 5: return new RealDate(year, month, day, hours, minutes);
      case 6: return new RealDate(year, month, day, hours, minutes, seconds);
      default: return new RealDate(year, month, day, hours, minutes, seconds, milliseconds);
    }
  }
  FakeDate.prototype = RealDate.prototype;
  FakeDate.prototype.constructor = FakeDate;
  FakeDate.parse = RealDate.parse;
  FakeDate.UTC = RealDate.UTC;
  FakeDate.now = function () { return wall; };

  // As browsers do it: at least a millisecond, and what is over 2^31 - 1 comes out as if it were nothing.
  function delay(value) {
    return Math.max(1, Number(value) | 0);
  }

  function add(callback, after, every, values) {
    lastID += 1;
    timers[lastID] = { id: lastID, due: elapsed + after, every: every, callback: callback, values: values };
    return lastID;
  }

  function remove(id) {
    delete timers[id];
  }

  function next(limit) {
    var first = null;
    for (var id in timers) {
      var timer = timers[id];
      if (timer.due > limit) continue;
      if (!first || timer.due < first.due || (timer.due === first.due && timer.id < first.id)) first = timer;
    }
    return first;
  }

  function fire(timer) {
    if (timer.every) timer.due += timer.every;
    else remove(timer.id);
    try {
      if (typeof timer.callback === 'function') timer.callback.apply(window, timer.values());
      else (0, window.eval)(String(timer.callback));
    } catch (error) {
      realSetTimeout(function () { throw error; }, 0);
    }
  }

  function move(until) {
    wall += until - elapsed;
    elapsed = until;
    save();
  }

  function rest(values) {
    var after = Array.prototype.slice.call(values, 2);
    return function () { return after; };
  }

  window.Date = FakeDate;
  window.setTimeout = function (callback, after) { return add(callback, delay(after), 0, rest(arguments)); };
  window.setInterval = function (callback, after) { return add(callback, delay(after), delay(after), rest(arguments)); };
  window.clearTimeout = window.clearInterval = window.cancelAnimationFrame = remove;
  window.requestAnimationFrame = function (callback) {
    return add(callback, FRAME - elapsed % FRAME, 0, function () { return [elapsed]; });
  };
  window.performance.now = function () { return elapsed; };

  window.fakeClock = {
    now: function () { return wall; },
    start: function (ms) {
      if (isNaN(saved)) window.fakeClock.set(ms);
    },
    set: function (ms) {
      wall = Number(ms);
      save();
    },
    advance: function (ms) {
      var end = elapsed + Number(ms);
      for (var timer = next(end); timer; timer = next(end)) {
        move(timer.due);
        fire(timer);
      }
      move(end);
    },
    pending: function () { return Object.keys(timers).length; }
  };
}(window));
