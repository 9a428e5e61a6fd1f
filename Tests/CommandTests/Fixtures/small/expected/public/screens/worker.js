"use strict";
var CACHE = "gongshi-screens-1";
var ROOT = location.pathname.replace(/\/screens\/[^\/]*$/, "");
function place(url) { return url.pathname.indexOf(ROOT + "/") === 0 ? url.pathname.slice(ROOT.length) : ""; }
function pathOf(url) {
var found = /^(\/screens\/[a-z0-9-]+)(\/|\/index\.html)?$/.exec(place(url));
return found ? ROOT + found[1] + "/" : url.pathname + url.search;
}
function isPage(url) { return /^\/screens\/[a-z0-9-]+(\/|\/index\.html)?$/.test(place(url)); }
function isPicture(url) { return /^\/images\//.test(place(url)); }
function isGood(url, response) {
if (response.status !== 200 || !isPage(url)) { return Promise.resolve(response.status === 200); }
return response.clone().text().then(function (text) {
return text.indexOf(" data-screen=\"" + place(url).split("/")[2] + "\"") > 0 && /<\/html>\s*$/.test(text);
});
}
function keep(url, response) {
return caches.open(CACHE).then(function (cache) {
var cleared = isPicture(url) ? cache.delete(url.pathname, { ignoreSearch: true }) : Promise.resolve();
return cleared.then(function () { return cache.put(pathOf(url), response); });
});
}
function kept(url) {
return caches.match(pathOf(url)).then(function (response) { return response || Response.error(); });
}
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
if (response.type === "opaqueredirect") { return response; }
return isGood(url, response).then(function (good) {
if (good) {
event.waitUntil(keep(url, response.clone()));
return response;
}
return kept(url).then(function (old) { return old.status === 200 ? old : response; });
});
})).then(null, function () { return kept(url); }));
});
self.addEventListener("message", function (event) {
event.waitUntil(Promise.all((event.data.keep || []).map(function (path) {
var url = new URL(path, location.href);
return fetch(path).then(function (response) {
return isGood(url, response).then(function (good) { return good && keep(url, response); });
}).then(null, function () { return false; });
})));
});
