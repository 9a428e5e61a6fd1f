"use strict";
var CACHE = "gongshi-screens-1", FILMS = "gongshi-films-1-", LIST = "/screens/films";
var ROOT = location.pathname.replace(/\/screens\/[^\/]*$/, "");
function place(url) { return url.pathname.indexOf(ROOT + "/") === 0 ? url.pathname.slice(ROOT.length) : ""; }
function pathOf(url) {
var found = /^(\/screens\/[a-z0-9-]+)(\/|\/index\.html)?$/.exec(place(url));
return found ? ROOT + found[1] + "/" : url.pathname + url.search;
}
function isPage(url) { return /^\/screens\/[a-z0-9-]+(\/|\/index\.html)?$/.test(place(url)); }
function isFilm(url) { return /^\/files\/.*\.mp4$/i.test(place(url)); }
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
function keepFilms(screen, paths) {
return caches.open(FILMS + screen).then(function (cache) {
var wanted = paths.map(function (path) { return new URL(path, location.href).href; });
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
if (event.request.method === "GET" && url.origin === location.origin && isFilm(url)) {
event.respondWith(caches.match(url.href).then(function (response) {
return response ? part(response, event.request.headers.get("range")) : fetch(event.request);
}));
return;
}
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
if (event.data.films) { event.waitUntil(keepFilms(event.data.screen, event.data.films)); }
event.waitUntil(Promise.all((event.data.keep || []).map(function (path) {
var url = new URL(path, location.href);
return fetch(path).then(function (response) {
return isGood(url, response).then(function (good) { return good && keep(url, response); });
}).then(null, function () { return false; });
})));
});
