/* Pages of places: which of them are of a sort, have something, are near. Where the reader is is asked for after a touch alone, is used here to tell distances, and is sent nowhere. */
(function () {
  "use strict";
  var circle = document.getElementById("circle");
  var words = JSON.parse(document.getElementById("circle-words").textContent);
  var detour = Number(circle.getAttribute("data-detour"));
  var speed = Number(circle.getAttribute("data-speed"));
  var earthRadius = 6371008.8;
  var chosen = { type: "", facility: "", place: null };
  var found = document.getElementById("circle-found");
  var list = found.querySelector("ol");
  var mapNote = document.getElementById("circle-map-note") ? document.getElementById("circle-map-note").textContent : "";
  var venues = Array.prototype.map.call(circle.querySelectorAll("#circle-all .venue"), function (node) {
    return {
      node: node, home: node.parentNode, type: node.getAttribute("data-type"), id: node.getAttribute("data-id"),
      facilities: node.getAttribute("data-facilities").split(" "), point: point(node), distance: node.querySelector(".venue-distance")
    };
  });

  function point(node) {
    return node.hasAttribute("data-latitude") ? { latitude: Number(node.getAttribute("data-latitude")), longitude: Number(node.getAttribute("data-longitude")) } : null;
  }
  function radians(degrees) { return degrees * Math.PI / 180; }
  /* Along the great circle, by the haversine formula. */
  function metres(a, b) {
    var latitudes = Math.sin(radians(b.latitude - a.latitude) / 2);
    var longitudes = Math.sin(radians(b.longitude - a.longitude) / 2);
    var haversine = latitudes * latitudes + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitudes * longitudes;
    return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
  function counted(pair, number) { return pair[number === 1 ? 0 : 1].replace("{n}", number); }
  function away(distance) {
    var tens = Math.round(distance / 10) * 10;
    var tenths = Math.round(distance / 100);
    if (tens < 1000) { return words.metresAway.replace("{n}", Math.max(10, tens)); }
    return words.kilometresAway.replace("{n}", tenths >= 1000 ? Math.floor(tenths / 10) : tenths / 10);
  }
  function distanceText(distance) {
    return away(distance) + words.gap + counted(words.minutesOnFoot, Math.max(1, Math.ceil(distance * detour / speed)));
  }

  /* ---- What is shown ---- */

  function isWanted(venue) {
    return (chosen.type === "" || venue.type === chosen.type) && (chosen.facility === "" || venue.facilities.indexOf(chosen.facility) >= 0);
  }
  function title() {
    var names = Array.prototype.map.call(circle.querySelectorAll('.circle-chips [aria-pressed="true"]'), function (chip) { return chip.firstChild.data; });
    return (chosen.place ? [words.nearestFirst] : []).concat(names).join(words.gap);
  }
  function show() {
    var isNarrowed = chosen.type !== "" || chosen.facility !== "" || chosen.place !== null;
    var count = 0;
    venues.forEach(function (venue) {
      venue.metres = chosen.place && venue.point ? metres(chosen.place, venue.point) : null;
      venue.distance.hidden = !chosen.place;
      venue.distance.textContent = !chosen.place ? "" : venue.metres === null ? words.noCoordinates : distanceText(venue.metres);
    });
    /* All go home in their order, then those that are wanted come. */
    venues.forEach(function (venue) { venue.home.appendChild(venue.node); });
    if (isNarrowed) {
      venues.filter(isWanted).map(function (venue, index) { return { venue: venue, index: index }; }).sort(function (a, b) {
        var left = a.venue.metres === null ? Infinity : a.venue.metres;
        var right = b.venue.metres === null ? Infinity : b.venue.metres;
        return left === right ? a.index - b.index : left < right ? -1 : 1;
      }).forEach(function (entry) {
        list.appendChild(entry.venue.node);
        count += 1;
      });
      document.getElementById("circle-found-title").textContent = title();
      document.getElementById("circle-count").textContent = count ? counted(words.venueCount, count) : words.nothingMatches;
    }
    found.hidden = !isNarrowed;
    document.getElementById("circle-all").hidden = isNarrowed;
    drawPlace();
  }

  /* ---- The map: the circle goes where the reader is ---- */

  function drawPlace() {
    var map = circle.querySelector(".map");
    var reach = map && map.querySelector(".map-reach");
    var here = map && map.querySelector(".map-here");
    var caption = document.getElementById("circle-map-note");
    var scale, degrees, x, y;
    if (!map) { return; }
    if (caption) {
      caption.textContent = chosen.place ? words.circleFromThere : mapNote;
    }
    if (reach && !reach.hasAttribute("data-cx")) {
      reach.setAttribute("data-cx", reach.getAttribute("cx"));
      reach.setAttribute("data-cy", reach.getAttribute("cy"));
    }
    if (!chosen.place) {
      here.setAttribute("cx", -99);
      if (reach) {
        reach.setAttribute("cx", reach.getAttribute("data-cx"));
        reach.setAttribute("cy", reach.getAttribute("data-cy"));
      }
      return;
    }
    scale = Number(map.getAttribute("data-scale")) * earthRadius * Math.PI / 180;
    degrees = (chosen.place.longitude - Number(map.getAttribute("data-longitude")) + 540) % 360 - 180;
    x = Number(map.getAttribute("data-x")) + degrees * Math.cos(radians(Number(map.getAttribute("data-latitude")))) * scale;
    y = Number(map.getAttribute("data-y")) + (Number(map.getAttribute("data-latitude")) - chosen.place.latitude) * scale;
    [here, reach].forEach(function (node) {
      if (!node) { return; }
      node.setAttribute("cx", x.toFixed(1));
      node.setAttribute("cy", y.toFixed(1));
    });
  }

  /* What a touch brought forth is not left below the screen. */
  function comeIntoSight() {
    if (!found.hidden && found.getBoundingClientRect().top > window.innerHeight * 0.7) { found.scrollIntoView(); }
  }

  /* ---- Chips ---- */

  function chips(selector, attribute, key, box) {
    if (!box) { return; }
    Array.prototype.forEach.call(circle.querySelectorAll(selector), function (group) {
      var chip = document.createElement("button");
      var count = document.createElement("small");
      var code = group.getAttribute(attribute);
      if (code === "") { return; }
      chip.type = "button";
      chip.textContent = group.querySelector("summary span").textContent;
      count.textContent = group.querySelector("summary small").textContent;
      chip.appendChild(count);
      chip.setAttribute("aria-pressed", "false");
      chip.setAttribute("data-code", code);
      chip.addEventListener("click", function () {
        chosen[key] = chosen[key] === code ? "" : code;
        Array.prototype.forEach.call(box.children, function (other) {
          other.setAttribute("aria-pressed", other.getAttribute("data-code") === chosen[key] ? "true" : "false");
        });
        show();
        comeIntoSight();
      });
      box.appendChild(chip);
    });
  }

  /* ---- Places ---- */

  function note(text) { document.getElementById("circle-note").textContent = text; }

  function places() {
    var select = document.getElementById("circle-from");
    var button = document.getElementById("circle-position");
    if (!select) { return; }
    select.addEventListener("change", function () {
      var venue = venues.filter(function (one) { return one.id === select.value; })[0];
      chosen.place = venue ? venue.point : null;
      note(words.positionNote);
      show();
    });
    /* Browsers tell positions in secure contexts only. */
    button.hidden = !navigator.geolocation || window.isSecureContext === false;
    button.addEventListener("click", function () {
      note(words.positionAsked);
      navigator.geolocation.getCurrentPosition(function (position) {
        select.value = "";
        chosen.place = { latitude: position.coords.latitude, longitude: position.coords.longitude };
        note(words.positionNote);
        show();
      }, function () { note(words.positionRefused); }, { maximumAge: 60000, timeout: 15000 });
    });
  }

  /* An address within the page leads into what is folded. */
  function unfold() {
    var node = location.hash.length > 1 ? document.getElementById(location.hash.substring(1)) : null;
    var parent = node;
    if (!node || !circle.contains(node)) { return; }
    for (; parent; parent = parent.parentNode) { if (parent.nodeName === "DETAILS") { parent.open = true; } }
    node.scrollIntoView();
  }

  chips("#circle-all [data-type].circle-group", "data-type", "type", circle.querySelector("div.circle-filter .circle-chips"));
  chips("#circle-by-facility [data-facility]", "data-facility", "facility", circle.querySelector("details.circle-filter .circle-chips"));
  places();
  if (document.getElementById("circle-by-facility")) { document.getElementById("circle-by-facility").hidden = true; }
  circle.querySelector(".circle-tools").hidden = false;
  document.getElementById("circle-reset").addEventListener("click", function () {
    var select = document.getElementById("circle-from");
    chosen = { type: "", facility: "", place: null };
    if (select) {
      select.value = "";
      select.focus();
    }
    Array.prototype.forEach.call(circle.querySelectorAll(".circle-chips [aria-pressed]"), function (chip) { chip.setAttribute("aria-pressed", "false"); });
    show();
  });
  window.addEventListener("hashchange", unfold);
  unfold();
}());
