/* What the finder says to a query that is an address: it stands before all that the index finds. */
/* global SITE, load, said, kindName, folded, element, writtenDay, WORDS */

var ADDRESSES = 4, addressBook = null, addressWaiters = null;
/* How long a slow line has for the finder's rules, milliseconds. */
var RULES_PATIENCE = 20000;

/* Whether a text may be an address, before the finder's rules are here to say: it has a digit that tells neither a day nor an hour, or numerals as
   addresses have them, two in a row or one beside what roads, buildings and units are called by; and it is no number alone and no telephone's. */
var NUMERAL = "[\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u96f6\u4e24\u5341\u767e\u5343]",
  NUMBER_ALONE = new RegExp("^([0-9]|" + NUMERAL + ")+$"), LONG_NUMERAL = new RegExp(NUMERAL + "{2}"), SHORT_NUMERAL = new RegExp(NUMERAL),
  TELEPHONE = /^ ?([+(0][-+() 0-9]*|[- ]*([0-9][- ]*){9,})$/, DAY_OR_HOUR = /[0-9]+ ?[\u5e74\u6708\u65e5\u70b9]|[0-9]+:[0-9]{2}/g,
  PART_OF_ADDRESS = /[\u8def\u8857\u9053\u5df7\u5f04\u80e1\u53f7\u865f\u680b\u68df\u5e62\u5ea7\u697c\u6a13\u9662\u7ec4\u7d44\u683c\u6751\u793e\u533a\u5340]/;
function mayBeAddress(text) {
  var some = folded(text.substring(0, 200)).replace(/\u5169/g, "\u4e24").replace(DAY_OR_HOUR, " ");
  if (NUMBER_ALONE.test(some) || TELEPHONE.test(some) || writtenDay(some)) { return false; }
  return /[0-9]/.test(some) || LONG_NUMERAL.test(some) || SHORT_NUMERAL.test(some) && PART_OF_ADDRESS.test(some);
}
/* Calls `done` with what the finder's script lends, or with null. */
function loadRules(path, done) {
  var script = document.createElement("script"), isDone = false;
  function end() {
    if (isDone) { return; }
    isDone = true;
    script.parentNode.removeChild(script);
    done(script.finder || null);
  }
  script.onload = end;
  script.onerror = end;
  window.setTimeout(end, RULES_PATIENCE);
  script.src = SITE + path;
  document.body.appendChild(script);
}
/* Calls `done` with the site's addresses, which are asked for when a query may be one, rules and data at once; with null where there are none to be
   had. */
function withAddresses(head, text, done) {
  var known = head.addresses, waiters = [done], left = 2, data = null, rules = null;
  if (!known || !mayBeAddress(text)) { return done(null); }
  if (addressBook && addressBook.mark === known.mark) { return done(addressBook); }
  if (addressWaiters && addressWaiters.mark === known.mark) { return addressWaiters.push(done); }
  waiters.mark = known.mark;
  addressWaiters = waiters;
  function arrived() {
    var book = null;
    left -= 1;
    if (left) { return; }
    if (data && data.places && data.ranges && rules) {
      book = { mark: known.mark, book: new rules.AddressBook(data), textOf: rules.addressText };
      addressBook = book;
    }
    if (addressWaiters === waiters) { addressWaiters = null; }
    waiters.forEach(function (waiter) { waiter(book); });
  }
  load("addresses.json?" + known.mark.toString(16), "json", function (answer) {
    data = answer;
    arrived();
  });
  loadRules(known.rules, function (answer) {
    rules = answer;
    arrived();
  });
}
/* The units that a query means; none where it names no address, or a unit just as the index has it. */
function addressHits(known, text) {
  var found = known.book.answer(text), typed = known.textOf(text);
  if (/^\d*$/.test(typed)) { return []; }
  if (found.kind === "found") { return found.number === null && known.book.places[found.place].key === typed ? [] : [found]; }
  return found.kind === "choices" ? found.choices.filter(function (one) { return one.place !== null && one.number !== null; }).slice(0, ADDRESSES) : [];
}
function addressHit(known, one) {
  var row = known.book.rows[one.place], item = element("li", "hit"), link = item.appendChild(element("h3")).appendChild(element("a", "", row[0])), about = element("p", "about"),
    chain = known.book.chain(one.place);
  link.href = SITE + row[6];
  if (one.number !== null) {
    about.appendChild(element("span", "", said(WORDS.address, { road: known.book.roads[one.road].name, number: one.number, building: one.building || "" })));
  }
  about.appendChild(element("span", "", chain.slice(1).reverse().map(function (number) { return known.book.rows[number][0]; }).join(" › ")));
  item.appendChild(about);
  chain.some(function (number) {
    var unit = known.book.rows[number], line = element("p");
    /* Text, not links: each link here is a hit. */
    line.appendChild(document.createTextNode(unit[7].map(function (contact, place) {
      return (place || number === one.place ? "" : unit[0] + " ") + contact[0] + " " + contact[1];
    }).join(" ")));
    if (unit[7].length) { item.appendChild(line); }
    return unit[7].length > 0;
  });
  return item;
}
/* null where there is nothing to show. */
function addressSection(known, text) {
  var hits = known ? addressHits(known, text) : [], section = element("section", "group hits"), list;
  if (!hits.length) { return null; }
  section.setAttribute("data-units", "");
  section.appendChild(element("h2", "", kindName("unit")));
  list = section.appendChild(element("ul"));
  hits.forEach(function (one) { list.appendChild(addressHit(known, one)); });
  return { node: section, count: hits.length };
}
