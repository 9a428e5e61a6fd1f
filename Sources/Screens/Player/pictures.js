/* Pictures, loaded before they are shown: one that is slow, broken or larger than a box can hold is left out of its slide, and leaves no hole. */
/* global ROOT, SITE, programme, byID */

var pictures = (function () {
  /* Pixels: four bytes each when it is drawn. */
  var LARGEST = 36000000, RETRY = 300, known = {}, packed = null, shelf = null, state = 0, it;
  /* Where it lies, the nearest first. A picture of another digest is another address, for caches too. */
  function addresses(picture) {
    var tag = picture.digest && /^[0-9a-f]+$/.test(picture.digest) ? "?" + picture.digest : "", isPacked, own;
    if (picture.data) { return [picture.data]; }
    if (!SITE) { return [ROOT + picture.url + tag]; }
    /* A package has the large pictures of its own feed beside it, and the site those of newer ones. */
    if (packed === null) {
      packed = {};
      try {
        own = JSON.parse(byID("feed").textContent);
        own.pictures.concat(own.films || []).forEach(function (one) { packed[one.url] = one.digest; });
      } catch (e) { packed = {}; }
    }
    isPacked = packed.hasOwnProperty(picture.url) && packed[picture.url] === picture.digest;
    return isPacked ? [ROOT + picture.url, SITE + picture.url + tag] : [SITE + picture.url + tag];
  }
  function nameOf(picture) { return addresses(picture).join(" "); }
  function load(picture) {
    var one = { sources: addresses(picture), next: 0, node: document.createElement("img"), is: "loading" };
    function go() {
      if (one.next < one.sources.length) { one.node.src = one.sources[one.next]; } else { settle("missing"); }
    }
    function settle(is) {
      one.is = is;
      state += 1;
      if (is === "missing" && one.node.parentNode) { one.node.parentNode.removeChild(one.node); }
      if (it.told) { it.told(); }
    }
    one.node.onload = function () { settle(one.node.naturalWidth * one.node.naturalHeight > LARGEST ? "missing" : "there"); };
    one.node.onerror = function () {
      one.next += 1;
      go();
    };
    if (!shelf) {
      shelf = document.body.appendChild(document.createElement("div"));
      shelf.style.display = "none";
    }
    shelf.appendChild(one.node);
    known[nameOf(picture)] = one;
    go();
  }
  function drop(name) {
    var node = known[name].node;
    node.onload = node.onerror = null;
    if (node.parentNode) { node.parentNode.removeChild(node); }
    delete known[name];
  }
  it = {
    /* Of a picture or a film. */
    addresses: addresses,
    /* Called whenever a picture has come or is given up. */
    told: null,
    /* Those of a feed; `alone`: and no others any more. */
    load: function (feed, alone) {
      var names = feed.pictures.map(nameOf);
      if (alone) { Object.keys(known).forEach(function (name) { if (names.indexOf(name) < 0) { drop(name); } }); }
      feed.pictures.forEach(function (picture, number) { if (!known.hasOwnProperty(names[number])) { load(picture); } });
    },
    /* What was missing is asked for again from time to time. */
    again: function (ticks) {
      if (ticks % RETRY !== 0 || !ticks) { return; }
      programme.pictures.forEach(function (picture) {
        var name = nameOf(picture);
        if (known.hasOwnProperty(name) && known[name].is === "missing" && known[name].node.naturalWidth * known[name].node.naturalHeight <= LARGEST) {
          drop(name);
          load(picture);
        }
      });
    },
    /* Where a picture that is here lies, or null. */
    source: function (picture) {
      var one = known.hasOwnProperty(nameOf(picture)) ? known[nameOf(picture)] : null;
      return one && one.is === "there" ? one.sources[one.next] : null;
    },
    /* How much wider than high a picture is that is here. */
    shape: function (picture) {
      var node = known[nameOf(picture)].node;
      return node.naturalWidth / node.naturalHeight;
    },
    /* Changes whenever a picture has come or is given up. */
    state: function () { return state; },
    /* For the worker: what a box that starts without a network will ask for. */
    paths: function (feed) {
      return feed.pictures.filter(function (one) { return !one.data; }).map(function (one) { return addresses(one)[0]; });
    }
  };
  return it;
}());
