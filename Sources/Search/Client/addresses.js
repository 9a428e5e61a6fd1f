/* What the finder says to a query that is an address: it stands before all that the index finds. */
/* global SITE, load, said, kindName, element, addressText, AddressBook, WORDS */

var ADDRESSES = 4, addressBook = null;

/* Calls `done` with the site's addresses, which are asked for when a query may be one; with null where there are none to be had. */
function withAddresses(head, text, done) {
  var typed = addressText(text), mark = head.addresses;
  if (!mark || !/\d/.test(typed) || /^\d+$/.test(typed)) { return done(null); }
  if (addressBook && addressBook.mark === mark) { return done(addressBook); }
  load("addresses.json?" + mark.toString(16), "json", function (data) {
    if (!data || !data.places || !data.ranges) { return done(null); }
    addressBook = { mark: mark, data: data, book: new AddressBook(data) };
    done(addressBook);
  });
}
/* The units that a query means; none where it names no address, or a unit just as the index has it. */
function addressHits(known, text) {
  var found = known.book.answer(text);
  if (found.kind === "found") { return found.number === null && known.book.places[found.place].key === addressText(text) ? [] : [found]; }
  return found.kind === "choices" ? found.choices.filter(function (one) { return one.place !== null && one.number !== null; }).slice(0, ADDRESSES) : [];
}
function addressHit(known, one) {
  var row = known.data.places[one.place], item = element("li", "hit"), link = item.appendChild(element("h3")).appendChild(element("a", "", row[0])), about = element("p", "about"),
    chain = known.book.chain(one.place);
  link.href = SITE + row[6];
  if (one.number !== null) {
    about.appendChild(element("span", "", said(WORDS.address, { road: known.book.roads[one.road].name, number: one.number, building: one.building || "" })));
  }
  about.appendChild(element("span", "", chain.slice(1).reverse().map(function (number) { return known.data.places[number][0]; }).join(" › ")));
  item.appendChild(about);
  chain.some(function (number) {
    var unit = known.data.places[number], line = element("p");
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
