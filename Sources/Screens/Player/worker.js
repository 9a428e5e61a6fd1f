/* A service worker, where there is HTTPS. It keeps the last good page of each screen and its pictures, so that a box that is switched on without a
   network still plays; films within a bound, too. Feeds pass it by: the player keeps those itself. */

"use strict";
var CACHE = "gongshi-screens-1", FILMS = "gongshi-films-1-", LIST = "/screens/films";
/* Below which the site lies: empty at its host's root. */
var ROOT = location.pathname.replace(/\/screens\/[^\/]*$/, "");
/* A place on the site; empty for one that is elsewhere. */
function place(url) { return url.pathname.indexOf(ROOT + "/") === 0 ? url.pathname.slice(ROOT.length) : ""; }
/* A screen's page under each of the addresses that a server gives it is kept under the one with a slash. */
function pathOf(url) {
  var found = /^(\/screens\/[a-z0-9-]+)(\/|\/index\.html)?$/.exec(place(url));
  return found ? ROOT + found[1] + "/" : url.pathname + url.search;
}
function isPage(url) { return /^\/screens\/[a-z0-9-]+(\/|\/index\.html)?$/.test(place(url)); }
function isFilm(url) { return /^\/files\/.*\.mp4$/i.test(place(url)); }
/* Films are asked for in parts. */
function part(response, range) {
  var found = /^bytes=(\d+)-(\d*)$/.exec(range || "");
  if (!found) { return response; }
  return response.blob().then(function (film) {
    var from = Number(found[1]), to = found[2] ? Math.min(Number(found[2]), film.size - 1) : film.size - 1;
    if (from > to) { return new Response("", { status: 416, headers: { "Content-Range": "bytes */" + film.size } }); }
    return new Response(film.slice(from, to + 1), { status: 206, headers: {
      "Content-Type": "video/mp4", "Accept-Ranges": "bytes", "Content-Length": String(to + 1 - from),
      "Content-Range": "bytes " + from + "-" + to + "/" + film.size
    } });
  });
}
/* A screen's films, whole and none besides; each has its digest in its address, so what is kept is never an older one. */
function keepFilms(screen, paths) {
  return caches.open(FILMS + screen).then(function (cache) {
    var wanted = paths.map(function (path) { return new URL(path, location.href).href; });
    /* Which they are stands beside them. */
    return cache.match(LIST).then(function (list) { return list ? list.text() : ""; }).then(function (list) {
      return Promise.all(list.split("\n").filter(function (path) { return path && wanted.indexOf(path) < 0; }).map(function (path) { return cache.delete(path); }));
    }).then(function () { return cache.put(LIST, new Response(wanted.join("\n"))); }).then(function () {
      return wanted.reduce(function (before, path) {
        return before.then(function () { return cache.match(path); }).then(function (there) {
          return there || fetch(path).then(function (response) { return response.status === 200 && cache.put(path, response); });
        }).then(null, function () { return false; });
      }, Promise.resolve());
    });
  });
}
function isPicture(url) { return /^\/images\//.test(place(url)); }
/* Whether an answer is what was asked for: pictures by their status; a page must be a whole page of that screen, whatever the status says. */
function isGood(url, response) {
  if (response.status !== 200 || !isPage(url)) { return Promise.resolve(response.status === 200); }
  return response.clone().text().then(function (text) {
    return text.indexOf(" data-screen=\"" + place(url).split("/")[2] + "\"") > 0 && /<\/html>\s*$/.test(text);
  });
}
function keep(url, response) {
  return caches.open(CACHE).then(function (cache) {
    /* An older picture of the same name goes. */
    var cleared = isPicture(url) ? cache.delete(url.pathname, { ignoreSearch: true }) : Promise.resolve();
    return cleared.then(function () { return cache.put(pathOf(url), response); });
  });
}
function kept(url) {
  return caches.match(pathOf(url)).then(function (response) { return response || Response.error(); });
}
/* All of an answer, or none: a page may stand still halfway. */
function timely(promise) {
  return new Promise(function (done, failed) {
    setTimeout(failed, 20000);
    promise.then(done, failed);
  });
}
self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url);
  if (event.request.method === "GET" && url.origin === location.origin && isFilm(url)) {
    event.respondWith(caches.match(url.href).then(function (response) {
      return response ? part(response, event.request.headers.get("range")) : fetch(event.request);
    }));
    return;
  }
  if (event.request.method !== "GET" || url.origin !== location.origin || !(isPage(url) || isPicture(url))) { return; }
  event.respondWith(timely(fetch(event.request).then(function (response) {
    /* `/screens/lobby` is led on to `/screens/lobby/` by the browser, which asks again. */
    if (response.type === "opaqueredirect") { return response; }
    return isGood(url, response).then(function (good) {
      if (good) {
        event.waitUntil(keep(url, response.clone()));
        return response;
      }
      /* An error, or another page in its place, is shown only where there is nothing better. */
      return kept(url).then(function (old) { return old.status === 200 ? old : response; });
    });
  })).then(null, function () { return kept(url); }));
});
/* The page that registers this worker was loaded before it: it asks to be kept, with its pictures. */
self.addEventListener("message", function (event) {
  if (event.data.films) { event.waitUntil(keepFilms(event.data.screen, event.data.films)); }
  event.waitUntil(Promise.all((event.data.keep || []).map(function (path) {
    var url = new URL(path, location.href);
    return fetch(path).then(function (response) {
      return isGood(url, response).then(function (good) { return good && keep(url, response); });
    }).then(null, function () { return false; });
  })));
});
