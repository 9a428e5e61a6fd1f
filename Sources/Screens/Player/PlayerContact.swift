extension ScreenPlayer {
  /// The world outside: looking for newer feeds, keeping the last good one, checking signatures, and taking a new player over.
  static let contact: StaticString = #"""
    var contact = (function () {
      var STORE = "gongshi-screen-" + SCREEN, seen = null, pending = null, reload = false;
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
        if (!feed || feed.generation < newest().generation) { return; }
        if (feed.from > (server === null ? clock.now() : server / 1000) + TOLERANCE) { return; }
        verify(text, function (isSigned) {
          if (!isSigned || feed.generation < newest().generation) { return; }
          good(server);
          if (feed.generation === newest().generation) { return; }
          pending = feed;
          store("", text);
          clock.notBefore(feed.from * 1000);
          if (feed.screen.player !== VERSION && !SITE) { fetchPlayer(feed.screen.player); }
        });
      }
      function newest() { return pending || programme; }
      function good(server) {
        if (server !== null) { clock.set(server); }
        seen = clock.now();
      }
      function poll() {
        var request = new XMLHttpRequest(), address = FEED + "?screen=" + SCREEN + "&gen=" + programme.generation;
        request.open("GET", address, true);
        request.timeout = 15000;
        /* Ask the server each time, but let it answer that nothing changed. From elsewhere the header would need leave of its own. */
        if (!SITE) { request.setRequestHeader("Cache-Control", "max-age=0"); }
        request.onload = function () {
          var date = Date.parse(request.getResponseHeader("Date") || ""), age = Number(request.getResponseHeader("Age")) || 0;
          if (request.status === 200) { take(request.responseText, isNaN(date) ? null : date + age * 1000); }
        };
        request.send();
      }
      /* A new player is taken over only when its page is there, and never again and again. */
      function fetchPlayer(version) {
        var request = new XMLHttpRequest(), tries = Number(stored("-player-" + version)) || 0;
        if (tries > 2) { return; }
        request.open("GET", location.pathname, true);
        request.timeout = 30000;
        request.setRequestHeader("Cache-Control", "max-age=0");
        request.onload = function () {
          if (request.status === 200 && request.responseText.indexOf("data-player=\"" + version + "\"") > 0 && /<\/html>\s*$/.test(request.responseText)) {
            store("-player-" + version, String(tries + 1));
            reload = true;
          }
        };
        request.send();
      }
      function keepPage() {
        var paths = [location.pathname].concat(programme.pictures.filter(function (one) { return !one.data; }).map(function (one) { return one.url; }));
        navigator.serviceWorker.register("/screens/worker.js", { scope: "/screens/" }).then(function () {
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
          /* A clock that was once wrongly ahead must not lock the box out for ever. */
          if (last < programme.until * 1000) { clock.notBefore(last); }
          if (feed && feed.generation > programme.generation) {
            verify(kept, function (isSigned) { if (isSigned && feed.generation > newest().generation) { pending = feed; } });
          }
          poll();
          schedule();
          if (!SITE && "serviceWorker" in navigator && window.isSecureContext !== false) { keepPage(); }
        },
        /* What is new takes over between two slides, and at once where something urgent begins or ends. */
        change: function (now) {
          var isUrgent;
          if (!pending) { return; }
          isUrgent = momentOf(pending, now).interruption || momentOf(programme, now).interruption;
          if (isUrgent || momentOf(programme, now).slide.id !== stage.slide() || stage.slide() === undefined) {
            programme = pending;
            pending = null;
          }
        },
        reload: function (now) {
          if (reload && momentOf(programme, now).slide.id !== stage.slide()) {
            reload = false;
            location.reload();
          }
        },
        remember: function (now) { if (now !== null && seen !== null) { store("-time", String(now * 1000)); } },
        /* Ten minutes without an answer are told; a feed that has run out is told first. */
        note: function (now, moment) {
          var words = programme.screen.words;
          if (moment.state === "evergreen") { return words.stale; }
          if (seen !== null && now - seen < 600) { return ""; }
          if (seen === null && now - opened < 600) { return ""; }
          return words.updated + " " + programme.generatedAt.slice(5, 16).replace("-", "月").replace("T", "日 ").replace(/^0/, "").replace("月0", "月");
        }
      };
    }());

    """#
}
