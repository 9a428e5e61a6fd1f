/* The finder's page: what is typed is answered at once, from what lies in the page. */
/* global WORDS, AddressBook */

var root = document.querySelector("[data-finder]"), form = root.querySelector("form"), field = form.elements.q, box = root.querySelector("[data-answer]"),
  office = root.querySelector("[data-office]"), data = JSON.parse(document.getElementById("finder-data").textContent), book = new AddressBook(data), shown = null, pause = 0;

/* How long a pause in typing is before what was found is said, milliseconds: a screen reader reads no answer to every letter. */
var PAUSE = 200;

/* A copy on a disk leads back to the site. */
function address(path) { return location.protocol === "file:" ? data.base + path : (data.root || "") + path; }
function said(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, function (all, name) { return values[name] === undefined ? all : values[name]; });
}
function node(parent, name, kind, text) {
  var made = parent.appendChild(document.createElement(name));
  if (kind) { made.className = kind; }
  if (text) { made.appendChild(document.createTextNode(text)); }
  return made;
}
function link(parent, text, path) {
  var made = node(parent, "a", "", text);
  made.href = address(path);
  return made;
}
/* A number that is masked can't be dialled. */
function phone(parent, contact) {
  var made = node(parent, contact[2] ? "a" : "span", "phone", contact[1]);
  if (contact[2]) { made.href = contact[2]; }
}
function place(number) {
  var row = book.rows[number];
  return { name: row[0], level: data.levels[row[5]], url: row[6], contacts: row[7], venue: row[8] === null ? null : data.venues[row[8]] };
}
function addressOf(one) {
  return one.road === null || one.number === null ? "" : said(WORDS.address, { road: book.roads[one.road].name, number: one.number, building: one.building || "" }).replace(/\s+$/, "");
}
function rangeText(range) {
  var isOne = range.first === range.last;
  return said(isOne ? WORDS.number : WORDS.numbers, range) + (range.building || "") + (isOne ? "" : WORDS.sides[range.side]);
}
/* Something to touch instead of typing it. */
function ask(parent, text, note) {
  var item = node(parent, "li"), made = node(item, "a", "", text);
  made.href = "?q=" + encodeURIComponent(text);
  made.onclick = function () {
    field.value = text;
    answer(true);
    return false;
  };
  if (note) { node(item, "span", "note", note); }
}
function askAll(choices) {
  var list = node(box, "ul", "finder-choices");
  choices.forEach(function (one) {
    var name = one.place === null ? "" : place(one.place).name, text = addressOf(one);
    if (text) { return ask(list, text, name); }
    if (one.place !== null) { return ask(list, name, place(one.place).level); }
    ask(list, book.roads[one.road].name);
  });
}
function listRanges(rows) {
  var list = node(box, "ul", "finder-ranges");
  rows.forEach(function (row) {
    var range = book.ranges[row], item = node(list, "li");
    node(item, "span", "", book.roads[range.road].name + " " + rangeText(range));
    link(item, place(range.place).name, place(range.place).url);
  });
}
function contactsOf(places) {
  var list = null;
  places.forEach(function (number) {
    var one = place(number);
    if (!one.contacts.length) { return; }
    if (!list) { list = node(box, "dl", "finder-contacts"); }
    one.contacts.forEach(function (contact) {
      var line = node(list, "div"), value;
      node(line, "dt", "", one.name + " " + contact[0]);
      value = node(line, "dd");
      phone(value, contact);
    });
  });
  return list;
}
/* Who answers is near: nobody above the first office that can be called. */
function upToOffice(chain) {
  var end = 0;
  while (end < chain.length && !(book.rows[chain[end]][3] <= 1 && book.rows[chain[end]][7].length)) { end += 1; }
  return chain.slice(0, end + 1);
}
function showUnit(found) {
  var one = place(found.place), chain = book.chain(found.place), text = addressOf(found), head = node(box, "p", "finder-unit"), line;
  if (text) { node(head, "span", "finder-address", text + " " + WORDS.belongsTo + " "); }
  link(head, one.name, one.url);
  line = node(box, "p", "finder-chain");
  chain.slice().reverse().forEach(function (number, step) {
    if (step) { line.appendChild(document.createTextNode(" › ")); }
    if (number === found.place) { node(line, "b", "", place(number).name); } else { link(line, place(number).name, place(number).url); }
  });
  if (found.also.length) {
    line = node(box, "p", "finder-also", WORDS.also + " ");
    found.also.forEach(function (number) {
      link(line, place(number).name, place(number).url);
      line.appendChild(document.createTextNode(" "));
    });
  }
  node(box, "h2", "", WORDS.whomToCall);
  if (!contactsOf(upToOffice(chain))) { node(box, "p", "hint", WORDS.nobodyToCall); }
  if (one.venue) {
    line = node(box, "p", "finder-venue");
    node(line, "b", "", WORDS.venue + " ");
    link(line, one.venue[0], one.venue[2]);
    if (one.venue[1]) { line.appendChild(document.createTextNode(" " + one.venue[1])); }
  }
  if (found.choices.length) {
    node(box, "p", "", WORDS.buildings);
    askAll(found.choices);
  }
}
function show(found) {
  var name = found.road === null ? "" : book.roads[found.road].name;
  if (found.kind === "found") { return showUnit(found); }
  if (found.kind === "choices") {
    node(box, "p", "finder-question", WORDS.whichOne);
    return askAll(found.choices);
  }
  if (found.kind === "road") {
    node(box, "p", "finder-question", said(WORDS.road, { road: name }));
    return listRanges(book.roads[found.road].ranges);
  }
  if (found.kind === "unlisted") {
    node(box, "p", "finder-question", said(WORDS.notListed, { road: name, number: found.number }));
    node(box, "p", "", WORDS.nearest);
    listRanges(found.near);
    node(box, "p", "", WORDS.whatToDo);
    return contactsOf(found.offices);
  }
  node(box, "p", "finder-question", said(WORDS.notFound, { q: field.value.length > 30 ? field.value.substring(0, 30) : field.value }));
  if (found.choices.length) {
    node(box, "p", "", WORDS.similar);
    askAll(found.choices);
  }
  if (found.place !== null) {
    node(box, "p", "", WORDS.whatToDo);
    contactsOf(upToOffice(book.chain(found.place)));
  }
}
/* The address follows what is asked, so that it can be passed on; a copy on a disk has none to change. */
function remember(text) {
  try { history.replaceState(null, "", location.pathname + (text ? "?q=" + encodeURIComponent(text) : "") + location.hash); } catch (problem) { return; }
}
/* What was answered stands until there is another answer. */
function answer(isFinal) {
  var text = field.value, found;
  window.clearTimeout(pause);
  if (text === shown && !isFinal) { return; }
  shown = text;
  found = book.answer(text);
  box.innerHTML = "";
  box.setAttribute("data-answer", found.kind);
  if (office) { office.hidden = found.kind === "found" || found.kind === "nothing" || found.kind === "choices" || found.kind === "road"; }
  if (found.kind !== "nothing") { show(found); }
  remember(text);
}
function asked() {
  var found = /[?&]q=([^&#]*)/.exec(location.search);
  try { return found ? decodeURIComponent(found[1].replace(/\+/g, " ")) : ""; } catch (problem) { return ""; }
}
function typed(event) {
  if (event.isComposing && event.type === "input") { return; }
  window.clearTimeout(pause);
  pause = window.setTimeout(answer, PAUSE);
}

form.hidden = false;
form.addEventListener("submit", function (event) {
  event.preventDefault();
  answer(true);
  /* A phone's keyboard would lie over the answer. */
  if ("ontouchstart" in window) { field.blur(); }
});
field.addEventListener("input", typed);
field.addEventListener("compositionend", typed);
field.value = asked() || field.value;
if (field.value) { answer(true); } else if (office) { office.hidden = true; }
