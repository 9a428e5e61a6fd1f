/* A service worker, where there is HTTPS. It keeps the last good page of each screen and its pictures, so that a box that is switched on without a
   network still plays. Feeds pass it by: the player keeps those itself. */

"use strict";
var CACHE = "gongshi-screens-1";
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
  event.waitUntil(Promise.all((event.data.keep || []).map(function (path) {
    var url = new URL(path, location.href);
    return fetch(path).then(function (response) {
      return isGood(url, response).then(function (good) { return good && keep(url, response); });
    }).then(null, function () { return false; });
  })));
});
