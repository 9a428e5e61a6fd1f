/* What the pages do with the reader's clock: nothing over, expired or out of date is shown as current. All of it also reads right without. */
(function () {
  "use strict";
  var root = document.documentElement;
  var body = document.body;
  /* What is said in the site's language: texts, and pairs for one thing and for many. */
  var words = "{{scriptWords}}";

  function counted(pair, number) {
    return pair[number === 1 ? 0 : 1].replace("{n}", number);
  }
  /* The style sheet puts these behind what is over, on, today or on duty. */
  function wordsForStyles() {
    var texts = { over: " " + words.over, ongoing: " " + words.ongoing, today: " · " + words.today, "on-duty": words.onDuty, "on-shift": words.onShift };
    Object.keys(texts).forEach(function (name) { root.style.setProperty("--word-" + name, JSON.stringify(texts[name])); });
  }

  function each(selector, use) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), use);
  }
  function time(node, name) {
    return Date.parse(node.getAttribute(name));
  }
  function isPast(node, name) {
    return time(node, name) <= Date.now();
  }
  /* Of an occurrence: the moment that its line says, or that the line carries where it is short. */
  function hasCome(item, name, selector, value) {
    var said = item.hasAttribute(name) ? null : item.querySelector(selector);
    return said ? isPast(said, value) : isPast(item, name);
  }
  /* The site's zone, in minutes. */
  function zoneMinutes() {
    var zone = /([+-])(\d\d):(\d\d)$/.exec(body.getAttribute("data-zone") || body.getAttribute("data-generated"));
    return zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 480;
  }
  /* The reader's date in the site's zone, as 2026-11-21. */
  function today() {
    return new Date(Date.now() + zoneMinutes() * 60000).toISOString().substring(0, 10);
  }

  /* Of dates like 2026-11-21; nothing is no number. */
  function daysBetween(from, until) {
    return Math.round((Date.parse(until) - Date.parse(from)) / 86400000);
  }

  /* A place's hours, day by day from the first: minutes from its midnight, 0 for closed, ? for not known, *n for n days alike. */
  function openings(text) {
    var parts = text.split(" ");
    var days = [];
    var spans = [];
    parts.slice(1).forEach(function (part) {
      var run = part.split("*");
      var left = Number(run[1] || 1);
      for (; left > 0; left -= 1) { days.push(run[0]); }
    });
    days.forEach(function (day, index) {
      if (day === "0" || day === "?") { return; }
      day.split(",").forEach(function (span) {
        var from = index * 1440 + Number(span.split("-")[0]);
        var until = index * 1440 + Number(span.split("-")[1]);
        var last = spans[spans.length - 1];
        if (last && from <= last[1]) { last[1] = Math.max(last[1], until); } else { spans.push([from, until]); }
      });
    });
    return { first: parts[0], days: days, spans: spans };
  }
  function clock(minute) {
    var ofDay = minute % 1440;
    return ("0" + Math.floor(ofDay / 60)).slice(-2) + ":" + ("0" + ofDay % 60).slice(-2);
  }
  /* Whether a place is open, by the reader's clock: nothing where the page is too old to know. */
  function openState(hours) {
    var now = Math.floor((Date.now() - Date.parse(hours.first)) / 60000) + zoneMinutes();
    var end = hours.days.length * 1440;
    var day = Math.floor(now / 1440);
    var open = hours.spans.filter(function (span) { return span[0] <= now && now < span[1]; })[0];
    var next = hours.spans.filter(function (span) { return span[0] > now; })[0];
    var days;
    if (now < 0 || now >= end) { return null; }
    if (open) { return { open: true, text: open[1] < end ? words.openUntil.replace("{t}", open[1] % 1440 ? clock(open[1]) : "24:00") : words.openNow }; }
    if (hours.days[day] === "?") { return { open: false, text: words.notKnownToday }; }
    days = next ? Math.floor(next[0] / 1440) - day : 0;
    if (!next || hours.days.slice(day + 1, day + days).indexOf("?") >= 0) { return { open: false, text: words.closedNow }; }
    return {
      open: false,
      text: (days === 0 ? words.opensAt : days === 1 ? words.opensTomorrow : words.opensOn).replace("{t}", clock(next[0]))
        .replace("{d}", words.weekdays[(new Date(Date.parse(hours.first) + (day + days) * 86400000).getUTCDay() + 6) % 7])
    };
  }

  function refresh() {
    var date = today();
    each("section.day[data-date]", function (day) {
      var own = day.getAttribute("data-date");
      day.classList.toggle("is-today", own === date);
      day.classList.toggle("is-past", own < date);
    });
    each(".month-day", function (day) {
      day.classList.toggle("is-today", day.getAttribute("data-date") === date);
      day.classList.toggle("is-past", day.getAttribute("data-date") < date);
    });
    each(".month-item", function (item) {
      item.classList.toggle("is-over", isPast(item, "data-until"));
    });
    each(".turn", function (turn) {
      var last = turn.getAttribute("data-until");
      turn.classList.toggle("is-past", last < date);
      turn.classList.toggle("is-current", turn.getAttribute("data-from") <= date && date <= last);
    });
    each(".shift", function (shift) {
      var over = isPast(shift, "data-until");
      shift.classList.toggle("is-past", over);
      shift.classList.toggle("is-current", !over && shift.hasAttribute("data-from") && isPast(shift, "data-from"));
    });
    each(".shift-day", function (day) {
      day.classList.toggle("is-past", isPast(day, "data-until"));
      day.classList.toggle("is-today", day.getAttribute("data-date") === date);
    });
    each(".period", function (period) {
      var left = period.getAttribute("data-workdays").split(" ").filter(function (day) { return day >= date; });
      var all = period.getAttribute("data-workdays").split(" ");
      var node = period.querySelector(".countdown");
      node.hidden = date < all[0];
      node.textContent = !left.length ? words.periodOver : left.length === 1 && left[0] === date ? words.lastDayToday : counted(words.workdaysLeft, left.length);
    });
    each(".filters a", function (link) {
      var day = /\/schedule\/(\d{4}-\d\d-\d\d)\/$/.exec(link.getAttribute("href"));
      if (day) { link.parentNode.hidden = day[1] < date; }
    });
    each("#all-over", function (note) {
      note.hidden = !!document.querySelector("section.day:not(.is-past)") || document.querySelectorAll("section.day").length < 2;
    });
    days(date);
    each(".occurrence", function (item) {
      var over = hasCome(item, "data-until", ".dt-end", "value");
      item.classList.toggle("is-over", over);
      item.classList.toggle("is-now", !over && hasCome(item, "data-start", ".dt-start", "datetime") && !item.classList.contains("cancelled") && !item.classList.contains("postponed") && !item.classList.contains("moved-away"));
    });
    /* Lists hold more than they show: what is over, or far from where the reader lives, makes room for what follows. */
    each(".card[data-until], .service[data-until]", function (card) {
      card.classList.toggle("is-over", isPast(card, "data-until"));
    });
    each(".coming, [data-most]", function (list) {
      var most = Number(list.getAttribute("data-most") || list.parentNode.getAttribute("data-limit") || 12);
      var home = list.hasAttribute("data-near") ? community : "";
      var shown = 0;
      Array.prototype.forEach.call(list.children, function (item) {
        var away = home !== "" && (" " + item.getAttribute("data-near") + " ").indexOf(" " + home + " ") < 0;
        var gone = away || item.classList.contains("is-over");
        item.classList.toggle("is-elsewhere", away);
        item.classList.toggle("is-later", !gone && shown >= most);
        if (!gone) { shown += 1; }
      });
      if (list.classList.contains("coming")) { list.nextElementSibling.hidden = shown > 0; }
    });
    /* Where days have more than one thing each, a day is seen once, over the first thing on it that is shown. */
    each(".coming, .occurrences", function (list) {
      var shown = [];
      var begun = 0;
      Array.prototype.forEach.call(list.children, function (item) {
        var day = item.querySelector(".when .day");
        var hidden = item.classList.contains("is-elsewhere") || item.classList.contains("is-later");
        if (!day || hidden || list.classList.contains("coming") && item.classList.contains("is-over")) { return; }
        if (!shown.length || shown[shown.length - 1].day.textContent !== day.textContent) { begun += 1; }
        shown.push({ item: item, day: day, number: begun });
      });
      shown.forEach(function (row, number) {
        var grouped = shown.length >= begun * 1.5;
        var begins = !number || shown[number - 1].number !== row.number;
        row.day.classList.toggle("is-said", grouped && !begins);
        row.item.classList.toggle("begins-day", grouped && begins);
      });
    });
    /* Nobody signs up for what is over, or comes to a team's last meeting after it. */
    each(".button[data-until], .meets > [data-until]", function (node) {
      node.hidden = isPast(node, "data-until");
    });
    /* What is true from one day to another, and what is told from a moment on. */
    each(".dated", function (node) {
      var first = node.getAttribute("data-first");
      var last = node.getAttribute("data-last");
      node.hidden = first !== null && first > date || last !== null && last < date;
    });
    each("[data-since]", function (node) {
      node.hidden = !isPast(node, "data-since");
    });
    each(".matter[data-raised], .matter[data-due]", function (matter) {
      var due = matter.getAttribute("data-due");
      var isLate = due !== null && due < date;
      var days = daysBetween(isLate ? due : matter.getAttribute("data-raised"), date);
      var note = matter.querySelector(".counted");
      matter.classList.toggle("is-late", isLate);
      note.hidden = !(days > 0);
      note.textContent = days > 0 ? counted(isLate ? words.overdueDays : words.waitingDays, days) : "";
    });
    each(".owed[data-due]", function (line) {
      var days = daysBetween(line.getAttribute("data-due"), date);
      var note = line.querySelector(".counted");
      line.classList.toggle("is-late", days > 0);
      note.hidden = !(days > 0);
      note.textContent = days > 0 ? counted(words.overdueDays, days) : "";
    });
    each("[data-dues]", function (tally) {
      var late = tally.getAttribute("data-dues").split(" ").filter(function (day) { return day !== "" && day < date; });
      tally.querySelector("b").textContent = late.length;
    });
    each(".tally-overdue, .late", function (tally) {
      tally.classList.toggle("is-none", tally.querySelector("b").textContent === "0");
    });
    each(".open-state[data-open]", function (note) {
      var state = openState(openings(note.getAttribute("data-open")));
      note.hidden = !state;
      note.classList.toggle("is-open", !!state && state.open);
      note.textContent = state ? state.text : "";
    });
    each("[data-article-until]", function (article) {
      if (isPast(article, "data-article-until")) {
        article.querySelector(".expired-banner").hidden = false;
      }
    });
    stale(isPast(body, "data-valid-until") || release !== null && Date.parse(release.validUntil) <= Date.now());
  }

  /* That the page is old, above what it says. */
  var staleText = words.mayBeStale;
  var staleNote = null;
  function stale(isOld) {
    var main = document.getElementById("main");
    if (isOld && !staleNote) {
      staleNote = document.createElement("p");
      staleNote.id = "stale";
      staleNote.className = "stale";
      staleNote.setAttribute("role", "status");
      main.parentNode.insertBefore(staleNote, main);
    }
    if (staleNote) {
      staleNote.hidden = !isOld;
      if (staleNote.textContent !== staleText) { staleNote.textContent = staleText; }
    }
  }

  /* When the site was last built, and until when that holds: it stands in one small file, so that pages stay as they are. */
  var release = null;
  function askForRelease() {
    var address = body.getAttribute("data-release");
    var request = new XMLHttpRequest();
    if (!address) { return; }
    request.onload = function () {
      try { release = request.status === 200 ? JSON.parse(request.responseText) : null; } catch (e) { release = null; }
      if (!release || !release.validUntil) { release = null; return; }
      each("[data-said]", function (node) { node.textContent = release[node.getAttribute("data-said")] || node.textContent; });
      /* A page that is old itself, while the site is not, does not say since when. */
      if (Date.parse(release.validUntil) <= Date.now()) { staleText = release.stale; }
      refresh();
    };
    request.open("GET", address);
    request.send();
  }

  /* Buttons work by script alone: pages have none without it. */
  function headButton(name, text) {
    var button = document.createElement("button");
    button.type = "button";
    button.id = name;
    button.className = name;
    button.textContent = text;
    return document.querySelector(".site-header .wrap").appendChild(button);
  }

  function elderView() {
    var button = headButton("elder", words.elderView);
    var store = null;
    try { store = window.localStorage; } catch (e) { store = null; }
    function set(on) {
      root.classList.toggle("elder-view", on);
      button.textContent = on ? words.standardView : words.elderView;
      button.setAttribute("aria-pressed", on ? "true" : "false");
      try { if (store) { store.setItem("elder", on ? "1" : ""); } } catch (e) { return; }
    }
    button.addEventListener("click", function () { set(!root.classList.contains("elder-view")); });
    set(/[?&]elder=1/.test(location.search) || (store && store.getItem("elder") === "1"));
  }

  function navigation() {
    var nav = document.getElementById("site-nav");
    var button = headButton("more-nav", words.sections);
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "site-nav");
    button.addEventListener("click", function () {
      button.setAttribute("aria-expanded", nav.classList.toggle("is-open") ? "true" : "false");
    });
  }

  /* Where the reader lives, chosen on the home page and kept on the device: what is near comes first there. */
  var community = "";
  function chooseCommunity() {
    var choice = document.querySelector("select[data-community]");
    if (!choice) { return; }
    try { choice.value = window.localStorage.getItem("community") || ""; } catch (e) { choice.value = ""; }
    if (choice.selectedIndex < 0) { choice.value = ""; }
    community = choice.value;
    choice.parentNode.parentNode.hidden = false;
    choice.addEventListener("change", function () {
      community = choice.value;
      try { window.localStorage.setItem("community", community); } catch (e) { community = choice.value; }
      refresh();
    });
  }

  /* The schedule opens on the reader's own day; the strip above it has the next seven. */
  var opened = "";
  function days(date) {
    var shown = 0;
    each(".week li", function (item) {
      var own = item.getAttribute("data-date");
      item.classList.toggle("is-today", own === date);
      item.classList.toggle("is-past", own < date);
      item.classList.toggle("is-later", own >= date && shown >= 7);
      if (own >= date) { shown += 1; }
    });
    each(".jump [data-date]", function (link) { link.hidden = link.getAttribute("data-date") < date; });
    if (opened === date) { return; }
    opened = date;
    each(".schedule-main .day.is-today > details", function (day) { day.open = true; });
    each(".schedule-main .day:not(.is-today) > details", function (day) { day.open = false; });
    /* Duty too: the page may have been made days ago, when these were far off. */
    var near = 0;
    each(".shift-day:not(.is-past)", function (day) {
      near += 1;
      if (near < 3) { day.open = true; }
    });
  }
  /* What an address names is not folded away. */
  function unfold() {
    var node = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.substring(1))) : null;
    var target = node;
    for (; node; node = node.parentNode) {
      if (node.nodeName === "DETAILS" && !node.open) { node.open = true; target.scrollIntoView(); }
    }
  }
  function unfoldForPaper() {
    each("details:not(.filters)", function (node) { node.open = true; });
    each(".all-dates", function (button) { if (!button.hidden) { button.click(); } });
  }

  /* Of an activity's dates its next is seen, and all of them after a touch, or on paper. */
  function foldDates() {
    each(".ticket", function (ticket) {
      var list = ticket.querySelector(".next-one");
      var heading = ticket.querySelector("h2");
      var button;
      if (!list || list.children.length < 2) { return; }
      button = document.createElement("button");
      button.type = "button";
      button.className = "button second all-dates";
      button.textContent = heading.textContent;
      heading.textContent = words.nextOccurrence;
      button.addEventListener("click", function () {
        var said = "";
        heading.textContent = button.textContent;
        list.className = "occurrences";
        list.nextElementSibling.hidden = true;
        button.hidden = true;
        /* A place is said where it is another than the one above; what is over stands last. */
        function sayPlaces(areOver) {
          Array.prototype.forEach.call(list.children, function (row) {
            var place = row.querySelector(".place");
            if (row.classList.contains("is-over") !== areOver) { return; }
            place.hidden = place.textContent === said;
            said = place.textContent || said;
          });
        }
        sayPlaces(false);
        sayPlaces(true);
      });
      ticket.appendChild(button);
    });
  }
  /* Whether the screens, opened the way this page was, could check signatures: browsers do so in secure contexts only. */
  function verification() {
    var note = document.getElementById("verification");
    if (note) { note.hidden = window.isSecureContext !== false && !!(window.crypto && window.crypto.subtle); }
  }

  /* No heading's last line is a single character (孤字, CLREQ): browsers before text-wrap keep its last two together. */
  function keepTails() {
    if (window.CSS && CSS.supports && CSS.supports("text-wrap", "balance")) { return; }
    each("h1, h2, h3", function (heading) {
      var last = heading;
      while (last.lastChild) { last = last.lastChild; }
      var tail = last.nodeType === 3 && /(?:[\u3400-\u9fff]|[0-9A-Za-z]{1,8})[\u3400-\u9fff][\u3001\u3002\uff01-\uff0f\uff1a-\uff1f\u2019\u201d\u3009-\u3011]*\s*$/.exec(last.data);
      if (!tail) { return; }
      var kept = document.createElement("span");
      kept.className = "tail";
      kept.appendChild(last.splitText(tail.index));
      last.parentNode.appendChild(kept);
    });
  }

  root.classList.add("js");
  wordsForStyles();
  keepTails();
  verification();
  elderView();
  navigation();
  chooseCommunity();
  foldDates();
  refresh();
  unfold();
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", unfoldForPaper);
  askForRelease();
  setInterval(refresh, 30000);
  if (/MicroMessenger/i.test(navigator.userAgent)) {
    each(".wechat-note", function (note) { note.hidden = false; });
  }
}());
