"use strict";
var CACHE = "gongshi-screens-1";
function isPage(url) { return /^\/screens\/[a-z0-9-]+\/$/.test(url.pathname); }
function isPicture(url) { return /^\/images\//.test(url.pathname); }
/* A good answer is kept; a page is good when it is whole. */
function keep(url, response) {
  if (response.status !== 200) { return Promise.resolve(false); }
  var copy = response.clone();
  if (!isPage(url)) { return caches.open(CACHE).then(function (cache) { return cache.put(url.pathname, copy); }); }
  return response.clone().text().then(function (text) {
    if (text.indexOf("data-screen=") < 0 || !/<\/html>\s*$/.test(text)) { return false; }
    return caches.open(CACHE).then(function (cache) { return cache.put(url.pathname, copy); });
  });
}
function kept(url) {
  return caches.match(url.pathname).then(function (response) { return response || Response.error(); });
}
function fresh(request) {
  return new Promise(function (done, failed) {
    setTimeout(failed, 10000);
    fetch(request).then(done, failed);
  });
}
self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url), isOfPage = isPage(url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !(isOfPage || isPicture(url))) { return; }
  event.respondWith(fresh(event.request).then(function (response) {
    if (isOfPage && response.status !== 200) { return kept(url).then(function (old) { return old.status === 200 ? old : response; }); }
    event.waitUntil(keep(url, response.clone()));
    return response;
  }, function () { return kept(url); }));
});
/* The page that registers this worker was loaded before it: it asks to be kept, with its pictures. */
self.addEventListener("message", function (event) {
  event.waitUntil(Promise.all((event.data.keep || []).map(function (path) {
    var url = new URL(path, location.href);
    return fetch(path).then(function (response) { return keep(url, response); }, function () { return false; });
  })));
});
