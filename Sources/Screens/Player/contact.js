/* The world outside: looking for newer feeds, keeping the last good one, checking signatures, and taking a new player over. */
/* global SCREEN, VERSION, FEED, KEY, SITE, ROOT, TOLERANCE, ticks, opened, programme, programmeOf, dayOf, momentOf, clock, stage */

var contact = (function () {
  var STORE = "gongshi-screen-" + SCREEN + (SITE ? "@" + SITE : ""), seen = null, pending = null, busy = false, asked = null;
  /* More than any feed needs, and what a box can hold. */
  var LARGEST = 16000000;
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
      return good(server);
    }
    feed = programmeOf(text);
    if (feed && isLost(feed, server)) {
      pending = null;
      programme = feed;
      clock.forget();
      store("", text);
      return good(server);
    }
    if (!feed || feed.generation < newest().generation) { return; }
    if (feed.from > (server === null ? clock.now() : server / 1000) + TOLERANCE) { return; }
    verify(text, function (isSigned) {
      if (!isSigned || feed.generation < newest().generation) { return; }
      good(server);
      if (feed.generation === newest().generation) { return; }
      pending = feed;
      store("", text);
      clock.notBefore(feed.from * 1000);
    });
  }
  /* What is here comes from the future, by a server that agrees with its own feed: a wrong clock made it, and nothing newer would ever come.
     A page with a key believes its signatures rather than a date, which anybody can forge. */
  function isLost(feed, server) {
    return !KEY && server !== null && feed.from <= server / 1000 + TOLERANCE && newest().from > server / 1000 + 86400;
  }
  function newest() { return pending || programme; }
  /* The urgent notices that have the screen, as text to compare. */
  function urgent(feed, moment) {
    return moment.interruption ? JSON.stringify(moment.round.map(function (turn) {
      return feed.data[turn[0]].items.map(function (number) { return feed.items[number]; });
    })) : "";
  }
  function good(server) {
    /* A server that is behind its own feed has no clock either. */
    if (server !== null && server / 1000 >= newest().from - TOLERANCE) { clock.set(server); }
    seen = clock.now();
  }
  /* One answer, however it ends: `done` is given its request, or null. A slow line has a minute, one that stands still 15 seconds. */
  function get(address, done) {
    var request = new XMLHttpRequest(), stalled, late;
    function stop() { request.abort(); }
    request.open("GET", address, true);
    /* Ask the server each time, but let it answer that nothing changed. From elsewhere the header would need leave of its own. */
    if (!SITE) { request.setRequestHeader("Cache-Control", "max-age=0"); }
    stalled = setTimeout(stop, 15000);
    late = setTimeout(stop, 60000);
    request.onprogress = function (event) {
      clearTimeout(stalled);
      if (event.loaded > LARGEST) { stop(); } else { stalled = setTimeout(stop, 15000); }
    };
    request.onloadend = function () {
      clearTimeout(stalled);
      clearTimeout(late);
      done(request.status === 200 ? request : null);
    };
    request.send();
  }
  /* Milliseconds since 1970 where the answer was made; null where that isn't told. Asking for single headers of another site is an error. */
  function serverTime(request) {
    var headers = request.getAllResponseHeaders() || "", date = /^date:(.*)$/im.exec(headers), age = /^age:\s*(\d{1,9})\s*$/im.exec(headers);
    date = date ? Date.parse(date[1]) : NaN;
    return isNaN(date) ? null : date + (age ? Number(age[1]) * 1000 : 0);
  }
  function poll() {
    if (busy) { return; }
    busy = true;
    get(FEED + "?screen=" + SCREEN + "&gen=" + programme.generation, function (request) {
      busy = false;
      if (request) { take(request.responseText, serverTime(request)); }
    });
  }
  /* Goes over to another player when its page was seen whole a moment ago; three times at most, where that can be counted. */
  function fetchPlayer(version) {
    var name = "-player-" + version, tries = Number(stored(name)) || 0;
    if (tries > 2) { return; }
    get(location.pathname + location.search, function (request) {
      var text = request ? request.responseText : "";
      if (text.indexOf(" data-player=\"" + version + "\"") < 0 || text.indexOf(" data-screen=\"" + SCREEN + "\"") < 0 || !/<\/html>\s*$/.test(text)) {
        return;
      }
      store(name, String(tries + 1));
      if (stored(name) === String(tries + 1)) { location.reload(); }
    });
  }
  function keepPage() {
    var paths;
    if (SITE || !("serviceWorker" in navigator) || window.isSecureContext === false) { return; }
    paths = [location.pathname].concat(programme.pictures.filter(function (one) { return !one.data; }).map(function (one) { return ROOT + one.url; }));
    navigator.serviceWorker.register(ROOT + "/screens/worker.js", { scope: ROOT + "/screens/" }).then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (registration) { registration.active.postMessage({ keep: paths }); }, function () { return; });
  }
  function schedule() {
    setTimeout(function () {
      poll();
      schedule();
    }, programme.screen.pollSeconds * (800 + Math.random() * 400));
  }
  return {
    start: function () {
      var kept = stored(""), last = Number(stored("-time")) || 0, feed = kept ? programmeOf(kept) : null;
      clock.notBefore(programme.from * 1000);
      if (!feed || feed.generation <= programme.generation) { feed = null; }
      /* A clock that was once wrongly ahead must not lock the box out for ever. */
      if (last < (feed || programme).until * 1000) { clock.notBefore(last); }
      if (feed) {
        verify(kept, function (isSigned) {
          if (!isSigned || feed.generation <= newest().generation) { return; }
          pending = feed;
          clock.notBefore(feed.from * 1000);
        });
      }
      poll();
      schedule();
      keepPage();
    },
    /* What is new takes over between two slides; at once where something urgent begins, changes or ends, and while the page begins. */
    change: function (now) {
      var old, fresh;
      if (!pending) { return; }
      old = momentOf(programme, now);
      fresh = momentOf(pending, now);
      if (ticks < 3 || !stage.isOn(old) || urgent(programme, old) !== urgent(pending, fresh)) {
        programme = pending;
        pending = null;
      }
    },
    /* Between two slides, and no sooner than ten minutes after the last time. */
    renew: function (now) {
      var version = newest().screen.player;
      if (version === VERSION || SITE || stage.isOn(momentOf(programme, now)) || asked !== null && ticks - asked < 600) { return; }
      asked = ticks;
      fetchPlayer(version);
    },
    remember: function (now) { if (now !== null && clock.isTold()) { store("-time", String(now * 1000)); } },
    /* Ten minutes without an answer are told; a feed that has run out is told first. */
    note: function (now, moment) {
      var words = programme.screen.words, made;
      if (moment.state === "evergreen") { return words.stale; }
      if (seen !== null && now - seen < 600) { return ""; }
      if (seen === null && now - opened < 600) { return ""; }
      made = dayOf(programme, programme.generatedAt);
      return words.updated + " " + (made && made.short ? made.short + " " : "") + programme.generatedAt.slice(11, 16);
    }
  };
}());
