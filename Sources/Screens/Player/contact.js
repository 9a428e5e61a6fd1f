/* The world outside: looking for newer feeds, keeping the last good one, checking signatures, and taking a new player over. */
/* global lacksFont, SCREEN, VERSION, FEED, KEY, SITE, ROOT, TOLERANCE, ticks, opened, programme, programmeOf, dayOf, momentOf, clock, pictures, films, stage */

var contact = (function () {
  var STORE = "gongshi-screen-" + SCREEN + (SITE ? "@" + SITE : ""), seen = null, pending = null, busy = false, again = false,
    asked = null, asking = 0, beaten = null, squares = null, seenBefore = null, told = "";
  /* More than any feed needs, and what a box can hold. */
  var LARGEST = 16000000;
  /* Bytes of films that the worker keeps. */
  var FILMS = 100000000;
  function stored(name) { try { return window.localStorage.getItem(STORE + name); } catch (e) { return null; } }
  function store(name, text) { try { window.localStorage.setItem(STORE + name, text); } catch (e) { return; } }

  /* Whether a feed is signed with the key this page was made with; pages without a key, and boxes without the means, take all. */
  function verify(text, done) {
    var subtle = window.crypto && window.crypto.subtle, end = text.lastIndexOf(",\"signature\":\""), signature;
    function bytes(binary) {
      var array = new Uint8Array(binary.length), i;
      for (i = 0; i < binary.length; i += 1) { array[i] = binary.charCodeAt(i); }
      return array;
    }
    if (!KEY || !subtle) { return done(true); }
    signature = end < 0 ? null : /^,"signature":"([A-Za-z0-9+/=]+)"\}\s*$/.exec(text.slice(end));
    if (!signature) { return done(false); }
    subtle.importKey("jwk", KEY, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]).then(function (key) {
      return subtle.verify(
        { name: "ECDSA", hash: { name: "SHA-256" } }, key, bytes(window.atob(signature[1])), bytes(unescape(encodeURIComponent(text.slice(0, end)))));
    }).then(function (good) { done(good === true); }, function () { done(false); });
  }

  function take(text, server) {
    var head = /"generation":(\d{1,15})[,}]/.exec(text.slice(0, 4000)), feed;
    /* Most answers are what is here already. */
    if (head && Number(head[1]) === programme.generation && text.length === programme.text.length && text === programme.text) {
      return good(programme, server);
    }
    feed = programmeOf(text);
    if (!feed) { return; }
    if (isLost(feed, server)) {
      pending = null;
      programme = feed;
      pictures.load(feed, true);
      clock.forget();
      store("", text);
      return;
    }
    if (feed.generation < newest().generation || feed.from > (server === null ? clock.now() : server / 1000) + TOLERANCE) { return; }
    verify(text, function (isSigned) {
      if (!isSigned || feed.generation < newest().generation) { return; }
      good(feed, server);
      if (feed.generation === newest().generation) { return; }
      pending = feed;
      pictures.load(feed);
      store("", text);
      clock.notBefore(feed.from * 1000);
    });
  }
  /* What is here comes from the future, by a time that is sure, or has a number from there and is older than what came: a wrong clock made it, and
     nothing newer would come for long. A page with a key believes its signatures rather than a date, which anybody can forge. */
  function isLost(feed, server) {
    var here = newest(), isAhead = here.generation > here.from && feed.from > here.from;
    if (KEY || server === null || feed.generation >= here.generation || feed.from > server / 1000 + TOLERANCE) { return false; }
    good(feed, server);
    return clock.isTold() && !clock.isInDoubt() && (isAhead || here.from > clock.now() + 2 * TOLERANCE);
  }
  function newest() { return pending || programme; }
  /* Until when it is known that what is shown was what is published: the feed's own moment, or a later answer that was still this feed, also one
     from before the page was opened. Seconds since 1970. */
  function knownAt() {
    var before = seenBefore && seenBefore.generation === programme.generation ? seenBefore.at : 0;
    return Math.max(programme.from, seen === null ? before : seen);
  }
  function local(seconds) { return new Date((seconds + programme.utcOffsetMinutes * 60) * 1000).toISOString(); }
  /* The urgent notices that have the screen, as text to compare. */
  function urgent(feed, moment) {
    return moment.interruption ? JSON.stringify(moment.round.map(function (turn) {
      return feed.data[turn[0]].items.map(function (number) { return feed.items[number]; });
    })) : "";
  }
  /* A whole feed has come. A server that is behind its own feed has no clock; one whose `Date` stands still is a cache, and tells nothing. */
  function good(feed, server) {
    if (server === null || server / 1000 < feed.from - TOLERANCE || clock.hear(server)) { seen = clock.now(); }
    if (!clock.isInDoubt()) { asking = 0; } else if (asking < 3) {
      asking += 1;
      setTimeout(poll, 2000);
    }
  }
  /* One answer, however it ends: `done` is given its status, text and heads, or null. A slow line has a minute, one that stands still 15 seconds. */
  function get(address, done) {
    var isOver = false, stop = function () { return; }, stalled, late;
    function end(status, text, heads) {
      if (isOver) { return; }
      isOver = true;
      clearTimeout(stalled);
      clearTimeout(late);
      done(status === 200 ? { text: text, heads: heads } : null);
    }
    function giveUp() {
      end(0);
      stop();
    }
    function alive(length) {
      clearTimeout(stalled);
      if (length > LARGEST) { giveUp(); } else if (!isOver) { stalled = setTimeout(giveUp, 15000); }
    }
    alive(0);
    late = setTimeout(giveUp, 60000);
    stop = (SITE ? askElsewhere : askHere)(address, alive, end);
  }
  /* Ask the server each time, but let it answer that nothing changed. */
  function askHere(address, alive, end) {
    var request = new XMLHttpRequest();
    /* From elsewhere the header would need leave of its own, and without it the browser answers from what it keeps: an address that was never
       asked for is not kept. */
    request.open("GET", address + (SITE ? "&at=" + new Date().getTime() : ""), true);
    if (!SITE) { request.setRequestHeader("Cache-Control", "max-age=0"); }
    request.onprogress = function (event) { alive(event.loaded); };
    request.onloadend = function () { end(request.status, request.responseText, request.getAllResponseHeaders() || ""); };
    request.send();
    return function () { request.abort(); };
  }
  /* The same of another site, which the header would need leave of: the browser adds its own. */
  function askElsewhere(address, alive, end) {
    var control, heads = "";
    if (!window.fetch) { return askHere(address, alive, end); }
    if (!window.AbortController) { return askHere(address, alive, end); }
    control = new window.AbortController();
    window.fetch(address, { cache: "no-cache", credentials: "omit", signal: control.signal }).then(function (response) {
      var reader = response.body.getReader(), decoder = new TextDecoder("utf-8"), text = "", length = 0;
      ["date", "age"].forEach(function (name) {
        var value = response.headers.get(name);
        if (value !== null) { heads += name + ": " + value + "\r\n"; }
      });
      function read() {
        return reader.read().then(function (part) {
          if (part.done) { return end(response.status, text + decoder.decode(), heads); }
          length += part.value.length;
          text += decoder.decode(part.value, { stream: true });
          alive(length);
          return read();
        });
      }
      return read();
    }).then(null, function () { end(0); });
    return function () { control.abort(); };
  }
  /* Milliseconds since 1970 where the answer was made; null where that isn't told. */
  function serverTime(heads) {
    var date = /^date:(.*)$/im.exec(heads), age = /^age:\s*(\d{1,9})\s*$/im.exec(heads);
    date = date ? Date.parse(date[1]) : NaN;
    return isNaN(date) ? null : date + (age ? Number(age[1]) * 1000 : 0);
  }
  function poll() {
    if (busy) { return; }
    busy = true;
    again = false;
    if (squares === null) { squares = lacksFont(programme.text); }
    get(FEED + "?screen=" + SCREEN + "&gen=" + programme.generation + (squares ? "&font=none" : ""), function (answer) {
      busy = false;
      if (answer) { take(answer.text, serverTime(answer.heads)); }
      if (again) { poll(); }
    });
  }
  /* What was on its way may be lost with the line that it came by. */
  function pollAtOnce() {
    again = busy;
    poll();
  }
  /* Goes over to another player when its page was seen whole a moment ago; three times at most, where that can be counted. */
  function fetchPlayer(version) {
    var name = "-player-" + version, tries = Number(stored(name)) || 0;
    if (tries > 2) { return; }
    get(location.pathname + location.search, function (answer) {
      var text = answer ? answer.text : "";
      if (text.indexOf(" data-player=\"" + version + "\"") < 0 || text.indexOf(" data-screen=\"" + SCREEN + "\"") < 0 || !/<\/html>\s*$/.test(text)) {
        return;
      }
      store(name, String(tries + 1));
      if (stored(name) === String(tries + 1)) { location.reload(); }
    });
  }
  function keepPage() {
    var paths, kept = films.paths(programme, FILMS);
    told = kept.join(" ");
    if (SITE || !("serviceWorker" in navigator) || window.isSecureContext === false) { return; }
    paths = [location.pathname].concat(pictures.paths(programme));
    navigator.serviceWorker.register(ROOT + "/screens/worker.js", { scope: ROOT + "/screens/" }).then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (registration) { registration.active.postMessage({ keep: paths, films: kept, screen: SCREEN }); }, function () { return; });
  }
  function schedule() {
    setTimeout(function () {
      poll();
      schedule();
    }, programme.screen.pollSeconds * (800 + Math.random() * 400));
  }
  return {
    start: function () {
      var kept = stored(""), last = Number(stored("-time")) || 0, feed = kept ? programmeOf(kept) : null,
        before = /^(\d{1,15}) (\d{1,12})$/.exec(stored("-seen") || "");
      seenBefore = before && { generation: Number(before[1]), at: Number(before[2]) };
      clock.notBefore(programme.from * 1000);
      if (!feed || feed.generation <= programme.generation) { feed = null; }
      /* A clock that was once wrongly ahead must not lock the box out for ever. */
      if (last < (feed || programme).until * 1000) { clock.notBefore(last); }
      if (feed) {
        verify(kept, function (isSigned) {
          if (!isSigned || feed.generation <= newest().generation) { return; }
          pending = feed;
          pictures.load(feed);
          clock.notBefore(feed.from * 1000);
        });
      }
      poll();
      schedule();
      keepPage();
      window.addEventListener("online", pollAtOnce);
    },
    /* Once a second. A box that has slept may have missed everything, and its clock is to be made sure of. */
    beat: function () {
      var own = new Date().getTime();
      if (beaten !== null && own - beaten > 90000) { pollAtOnce(); }
      beaten = own;
    },
    /* What is new takes over between two pages; at once where something urgent begins, changes or ends, and while the page begins. */
    change: function (now) {
      var old, fresh;
      if (!pending) { return; }
      old = momentOf(programme, now);
      fresh = momentOf(pending, now);
      if (ticks < 3 || !stage.isOnPage(old) || urgent(programme, old) !== urgent(pending, fresh)) {
        programme = pending;
        pending = null;
        pictures.load(programme, true);
        if (films.paths(programme, FILMS).join(" ") !== told) { keepPage(); }
      }
    },
    /* Between two slides, and no sooner than ten minutes after the last time. */
    renew: function (now) {
      var version = newest().screen.player;
      if (version === VERSION || SITE || stage.isOn(momentOf(programme, now)) || asked !== null && ticks - asked < 600) { return; }
      asked = ticks;
      fetchPlayer(version);
    },
    remember: function (now) {
      if (now === null || !clock.isTold()) { return; }
      store("-time", String(now * 1000));
      if (seen !== null) { store("-seen", newest().generation + " " + seen); }
    },
    /* After ten minutes without an answer the screen says so, with the time up to which what is shown is known to be right; that a feed has run out is said first. */
    note: function (now, moment) {
      var words = programme.screen.words, made, known;
      if (moment.state === "evergreen") { return words.stale; }
      if (seen !== null && now - seen < 600) { return ""; }
      if (seen === null && now - opened < 600) { return ""; }
      known = local(knownAt());
      made = dayOf(programme, known);
      return words.updated + " " + (made && made.short ? made.short + " " : "") + known.slice(11, 16);
    }
  };
}());
