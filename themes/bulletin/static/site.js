// Sets the page by the reader's clock: what is over goes, what is on now, whose turn it is and whether a place is open are said. ES5, no
// dependencies. Without it each line still shows its date and every fold opens.
(function () {
  'use strict';

  var MINUTE = 60000, DAY = 86400000;
  var root = document.documentElement, body = document.body;
  var words = JSON.parse(document.getElementById('words').textContent);
  var zone = minutesOf(body.getAttribute('data-zone') || '+00:00');
  var release = null;

  function minutesOf(text) {
    var parts = /^([+-])(\d\d):(\d\d)$/.exec(text);
    return parts ? (parts[1] === '-' ? -1 : 1) * (parts[2] * 60 + +parts[3]) : 0;
  }

  function each(selector, action, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), action);
  }

  function dayOf(moment) { return new Date(moment + zone * MINUTE).toISOString().slice(0, 10); }

  function daysBetween(first, last) { return Math.round((Date.parse(last) - Date.parse(first)) / DAY); }

  function has(moment, attribute, element) {
    var value = element.getAttribute(attribute);
    return value !== null && moment >= Date.parse(value);
  }

  function counted(forms, count) { return forms[count === 1 ? 0 : 1].replace('{n}', count); }

  function say(element, text) {
    if (!element) { return; }
    if (element.textContent !== (text || '')) { element.textContent = text || ''; }
    element.hidden = !text;
  }

  function mark(element, name, isOn) {
    var list = element.className.split(/\s+/).filter(function (each) { return each && each !== name; });
    if (isOn) { list.push(name); }
    if (element.className !== list.join(' ')) { element.className = list.join(' '); }
  }

  // The word before a line's title; made when there is one to say.
  function flag(slot, text) {
    var made = slot.querySelector('.live'), title = slot.querySelector('.slot-title');
    if (!made && text) {
      made = document.createElement('b');
      made.className = 'flag live';
      title.insertBefore(made, title.lastChild);
    }
    say(made, text);
  }

  // Lines of an agenda. Where a day is shown whole they stay and are marked; elsewhere they go.
  function setSlot(slot, now, today) {
    var kept = slot.parentNode.hasAttribute('data-keep');
    var isAway = /(^|\s)moved-away(\s|$)/.test(slot.className);
    var isOff = isAway || /(^|\s)is-(cancelled|postponed)(\s|$)/.test(slot.className);
    var isOver = isAway ? slot.getAttribute('data-day') < today : has(now, 'data-until', slot);
    if (slot.parentNode.hasAttribute('data-archive')) { return; }
    mark(slot, 'is-over', isOver);
    slot.setAttribute('data-over', isOver ? 'yes' : 'no');
    slot.hidden = isOver && !kept;
    flag(slot, isOff ? '' : isOver ? (kept ? words.over : '') : has(now, 'data-start', slot) ? words.ongoing : '');
  }

  function near() {
    var field = document.querySelector('[data-community]');
    return field ? field.value : '';
  }

  function setList(list) {
    var most = +(list.getAttribute('data-most') || 0), place = list.hasAttribute('data-near') ? near() : '', shown = 0, last = '';
    each('.slot', function (slot) {
      var ids = slot.getAttribute('data-near'), isHere = !place || (' ' + ids + ' ').indexOf(' ' + place + ' ') >= 0;
      var isShown = slot.getAttribute('data-over') !== 'yes' && isHere && (!most || shown < most);
      slot.hidden = !isShown;
      mark(slot, 'again', isShown && slot.getAttribute('data-day') === last);
      if (isShown) { shown += 1; last = slot.getAttribute('data-day'); }
    }, list);
    list.hidden = !shown;
    each('[data-if-over]', function (note) { note.hidden = shown > 0; }, list.parentNode);
  }

  function setDays(today) {
    var days = document.querySelectorAll('[data-date]'), isAhead = false, isFound = false;
    each('[data-date]', function (day) { isAhead = isAhead || day.getAttribute('data-date') >= today; });
    each('[data-date]', function (day) {
      var date = day.getAttribute('data-date'), isToday = date === today;
      isFound = isFound || isToday;
      day.hidden = isAhead && days.length > 1 && date < today;
      mark(day, 'is-today', isToday);
      if (isToday && !day.hasAttribute('data-was-opened')) { day.open = true; day.setAttribute('data-was-opened', ''); }
      say(day.querySelector('[data-today]'), isToday ? words.today : '');
    });
    each('[data-week]', function (item) {
      var ahead = daysBetween(today, item.getAttribute('data-week'));
      mark(item, 'is-today', ahead === 0);
      item.hidden = isFound && (ahead < 0 || ahead > 6);
    });
    each('[data-cell]', function (cell) { mark(cell, 'is-today', cell.getAttribute('data-cell') === today); });
  }

  // Opening hours: the first day, then one entry a day: spans of minutes, 0 for closed, ? for not known, *n for n days alike.
  function hoursOf(text) {
    var parts = text.split(' '), days = [];
    parts.slice(1).forEach(function (part) {
      var alike = part.split('*'), count = +(alike[1] || 1);
      while (count-- > 0) { days.push(alike[0]); }
    });
    return { first: parts[0], days: days };
  }

  function spansOf(entry) {
    return !entry || entry === '0' || entry === '?' ? [] : entry.split(',').map(function (span) {
      var ends = span.split('-');
      return { from: +ends[0], until: +ends[1] };
    });
  }

  function clock(minutes) {
    var hour = Math.floor(minutes / 60) % 24, minute = minutes % 60;
    return (hour < 10 ? '0' : '') + hour + ':' + (minute < 10 ? '0' : '') + minute;
  }

  function openText(hours, now, today) {
    var index = daysBetween(hours.first, today), minute = Math.floor((now / MINUTE + zone) % 1440), text = '', ahead, spans, weekday;
    if (index < 0 || index >= hours.days.length) { return null; }
    if (hours.days[index] === '?') { return { text: words.notKnownToday }; }
    spansOf(hours.days[index - 1]).forEach(function (span) {
      if (span.until > 1440 && minute < span.until - 1440) { text = words.openUntil.replace('{t}', clock(span.until)); }
    });
    spansOf(hours.days[index]).forEach(function (span) {
      if (minute >= span.from && minute < span.until) {
        text = span.until - span.from >= 1440 ? words.openNow : words.openUntil.replace('{t}', clock(span.until));
      }
    });
    if (text) { return { text: text, isOpen: true }; }
    for (ahead = 0; ahead < 7 && index + ahead < hours.days.length; ahead += 1) {
      if (hours.days[index + ahead] === '?') { break; }
      spans = spansOf(hours.days[index + ahead]).filter(function (span) { return ahead > 0 || span.from > minute; });
      if (spans.length) {
        weekday = (new Date(Date.parse(today) + ahead * DAY).getUTCDay() + 6) % 7;
        return { text: (ahead === 0 ? words.opensAt : ahead === 1 ? words.opensTomorrow : words.opensOn.replace('{d}', words.weekdays[weekday]))
          .replace('{t}', clock(spans[0].from)) };
      }
    }
    return { text: words.closedNow };
  }

  function setStale(now) {
    each('[data-stale]', function (note) { note.hidden = !has(now, 'data-valid-until', body) && !(release && now >= Date.parse(release.validUntil)); });
  }

  function refresh() {
    var now = Date.now(), today = dayOf(now);
    each('.slot', function (slot) { setSlot(slot, now, today); });
    each('[data-until]', function (element) {
      if (!/(^|\s)slot(\s|$)/.test(element.className)) { element.hidden = has(now, 'data-until', element); }
    });
    each('[data-list]', setList);
    setDays(today);
    each('[data-first], [data-last]', function (element) {
      var first = element.getAttribute('data-first') || '', last = element.getAttribute('data-last') || '9999-12-31';
      element.hidden = today < first || today > last;
    });
    each('[data-article-until]', function (article) {
      each('[data-expired]', function (note) { note.hidden = !has(now, 'data-article-until', article); }, article);
    });
    each('[data-from]', function (element) { element.hidden = !has(now, 'data-from', element); });
    each('[data-workdays]', function (element) {
      var days = element.getAttribute('data-workdays').split(' ');
      var left = days.filter(function (day) { return day >= today; });
      if (today < days[0]) { return; }
      element.textContent = !left.length ? words.periodOver
        : left.length === 1 && left[0] === today ? words.lastDayToday : counted(words.workdaysLeft, left.length);
    });
    each('[data-turn-first]', function (turn) {
      var isNow = turn.getAttribute('data-turn-first') <= today && today <= turn.getAttribute('data-turn-last');
      turn.hidden = turn.getAttribute('data-turn-last') < today;
      mark(turn, 'is-now', isNow);
      if (isNow) { turn.setAttribute('data-word', words.onDuty); } else { turn.removeAttribute('data-word'); }
    });
    each('[data-shift-until]', function (shift) {
      var isOver = has(now, 'data-shift-until', shift);
      shift.hidden = isOver;
      say(shift.querySelector('[data-live]'), !isOver && has(now, 'data-start', shift) ? words.onShift : '');
    });
    each('[data-due]', function (element) {
      var late = daysBetween(element.getAttribute('data-due'), today);
      say(element, late > 0 ? counted(words.overdueDays, late) : '');
    });
    each('[data-waits]', function (element) {
      say(element, counted(words.waitingDays, Math.max(0, daysBetween(element.getAttribute('data-waits'), today))));
    });
    each('[data-dues]', function (element) {
      var late = element.getAttribute('data-dues').split(' ').filter(function (day) { return day && day < today; }).length;
      element.querySelector('.numeral').textContent = late;
    });
    each('[data-open]', function (element) {
      var said = openText(hoursOf(element.getAttribute('data-open')), now, today);
      say(element, said ? said.text : '');
      mark(element, 'is-open', !!said && !!said.isOpen);
    });
    setStale(now);
  }

  function askRelease() {
    var address = body.getAttribute('data-release'), request = new XMLHttpRequest();
    if (!address) { return; }
    request.open('GET', address);
    request.onload = function () {
      try { release = request.status === 200 ? JSON.parse(request.responseText) : null; } catch (error) { release = null; }
      if (!release || !release.validUntil) { release = null; return; }
      each('[data-said]', function (element) { element.textContent = release[element.getAttribute('data-said')] || element.textContent; });
      if (Date.now() >= Date.parse(release.validUntil)) { each('[data-stale]', function (element) { element.textContent = release.stale; }); }
      refresh();
    };
    request.send();
  }

  function unfold(element) {
    while (element && element !== body) {
      if (element.tagName === 'DETAILS') { element.open = true; }
      element = element.parentNode;
    }
  }

  function followAddress() {
    var id = '', target;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    target = id && document.getElementById(id);
    if (target) { unfold(target); target.scrollIntoView(); }
  }

  each('[data-elder]', function (button) {
    function show() {
      var isLarge = / elder/.test(' ' + root.className);
      button.textContent = isLarge ? words.standardView : words.elderView;
    }
    button.hidden = false;
    button.addEventListener('click', function () {
      var isLarge = !/ elder/.test(' ' + root.className);
      mark(root, 'elder', isLarge);
      try { localStorage.setItem('elder', isLarge ? '1' : '0'); } catch (error) { /* Not kept: for this page alone. */ }
      show();
    });
    show();
  });

  each('[data-menu]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var isOpen = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', isOpen ? 'true' : 'false');
      mark(root, 'menu-open', isOpen);
    });
  });

  each('[data-community]', function (field) {
    var kept = null;
    try { kept = localStorage.getItem('community'); } catch (error) { /* Nothing is kept. */ }
    if (kept && field.querySelector('option[value="' + kept.replace(/["\\]/g, '') + '"]')) { field.value = kept; }
    each('[data-chooser]', function (chooser) { chooser.hidden = false; });
    field.addEventListener('change', function () {
      try { localStorage.setItem('community', field.value); } catch (error) { /* For this page alone. */ }
      refresh();
    });
  });

  each('[data-verification]', function (note) { note.hidden = window.isSecureContext !== false && !!(window.crypto && window.crypto.subtle); });
  if (/MicroMessenger/i.test(navigator.userAgent)) { each('[data-wechat]', function (note) { note.hidden = false; }); }
  window.addEventListener('beforeprint', function () {
    each('details:not([open])', function (fold) { fold.open = true; fold.setAttribute('data-for-print', ''); });
  });
  window.addEventListener('afterprint', function () {
    each('[data-for-print]', function (fold) { fold.open = false; fold.removeAttribute('data-for-print'); });
  });
  window.addEventListener('hashchange', followAddress);
  document.addEventListener('visibilitychange', function () { if (!document.hidden) { refresh(); } });

  refresh();
  followAddress();
  askRelease();
  setInterval(refresh, 30000);
})();
