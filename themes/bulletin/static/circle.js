// Orders a circle's places by how far they are from where the reader is. All of it on the device: nothing is sent. ES5.
(function () {
  'use strict';

  var bar = document.querySelector('[data-circle]'), source = document.getElementById('circle-words');
  if (!bar || !source) { return; }
  var words = JSON.parse(source.textContent), field = bar.querySelector('[data-from-place]');
  var status = bar.querySelector('[data-circle-status]'), back = bar.querySelector('[data-back]'), locate = bar.querySelector('[data-position]');
  var nearest = document.querySelector('[data-nearest]'), list = document.querySelector('[data-nearest-list]');
  var all = document.querySelector('[data-all-places]');
  var places = Array.prototype.slice.call(all.querySelectorAll('[data-place]'));

  var shown = document.querySelector('[data-circle-note]'), note = shown ? shown.textContent : '';

  function at(element) { return { latitude: +element.getAttribute('data-latitude'), longitude: +element.getAttribute('data-longitude') }; }

  function metres(one, other) {
    var radian = Math.PI / 180, north = Math.sin((other.latitude - one.latitude) * radian / 2);
    var east = Math.sin((other.longitude - one.longitude) * radian / 2);
    return 12742000 * Math.asin(Math.sqrt(north * north + Math.cos(one.latitude * radian) * Math.cos(other.latitude * radian) * east * east));
  }

  function text(distance) {
    var way = distance * +bar.getAttribute('data-detour'), minutes = Math.max(1, Math.ceil(way / +bar.getAttribute('data-speed')));
    var away = way < 1000 ? words.metresAway.replace('{n}', Math.max(10, Math.round(way / 10) * 10))
      : words.kilometresAway.replace('{n}', (way / 1000).toFixed(1));
    return away + words.gap + words.minutesOnFoot[minutes === 1 ? 0 : 1].replace('{n}', minutes);
  }

  // Where the reader is on the map, and the walk around it: the picture says where its middle is, and how many of its units a metre is.
  function point(start) {
    var map = document.querySelector('svg.map'), here = map && map.querySelector('.map-here'), reach = map && map.querySelector('.map-reach'), metre, x, y;
    if (!here) { return; }
    if (reach && !reach.hasAttribute('data-cx')) {
      reach.setAttribute('data-cx', reach.getAttribute('cx'));
      reach.setAttribute('data-cy', reach.getAttribute('cy'));
    }
    metre = +map.getAttribute('data-scale') * 6371000 * Math.PI / 180;
    x = start ? +map.getAttribute('data-x') + (start.longitude - map.getAttribute('data-longitude')) * Math.cos(map.getAttribute('data-latitude') * Math.PI / 180) * metre : -99;
    y = start ? +map.getAttribute('data-y') + (map.getAttribute('data-latitude') - start.latitude) * metre : -99;
    here.setAttribute('cx', x);
    here.setAttribute('cy', y);
    if (reach) {
      reach.setAttribute('cx', start ? x : reach.getAttribute('data-cx'));
      reach.setAttribute('cy', start ? y : reach.getAttribute('data-cy'));
    }
    if (shown) { shown.textContent = start ? words.circleFromThere : note; }
  }

  function order(start) {
    var rows = places.map(function (place) {
      return { place: place, distance: place.hasAttribute('data-latitude') ? metres(start, at(place)) : Infinity };
    });
    rows.sort(function (one, other) { return one.distance === other.distance ? 0 : one.distance - other.distance; });
    point(start);
    list.textContent = '';
    rows.forEach(function (row) {
      var copy = row.place.cloneNode(true);
      copy.removeAttribute('id');
      copy.querySelector('[data-distance]').textContent = row.distance === Infinity ? words.noCoordinates : text(row.distance);
      list.appendChild(copy);
    });
    nearest.hidden = false;
    all.hidden = true;
    back.hidden = false;
    status.textContent = words.nearestFirst;
  }

  function restore() {
    point(null);
    nearest.hidden = true;
    all.hidden = false;
    back.hidden = true;
    field.value = '';
    status.textContent = '';
  }

  bar.hidden = false;
  field.addEventListener('change', function () {
    var chosen = places.filter(function (place) { return place.getAttribute('data-place') === field.value; })[0];
    if (chosen && chosen.hasAttribute('data-latitude')) { order(at(chosen)); } else { restore(); }
  });
  back.addEventListener('click', restore);
  if (!navigator.geolocation) { locate.hidden = true; }
  locate.addEventListener('click', function () {
    status.textContent = words.positionAsked;
    navigator.geolocation.getCurrentPosition(function (position) { order(position.coords); }, function () {
      status.textContent = words.positionRefused;
    });
  });
})();
