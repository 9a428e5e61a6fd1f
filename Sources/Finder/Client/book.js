/* Which unit an address belongs to, answered by the browser alone: the same as `AddressSearch`, in the same order. */
/* global addressText, houseNumber, buildingKey, isShortBuilding, isDigit, isLetter */

/* The values of a column, each written as it differs from the one before: how many characters are the same at its beginning and at its end, from # on,
   and what stands between; nothing where it is the same (`TextColumn`). */
function valuesOf(column) {
  var before = "";
  return column ? column.split("\n").map(function (one) {
    if (one) { before = before.substring(0, one.charCodeAt(0) - 35) + one.substring(2) + before.substring(before.length - one.charCodeAt(1) + 35); }
    return before;
  }) : [];
}
function numbersOf(column) { return valuesOf(column).map(function (one) { return one ? Number(one) : null; }); }
/* Of each place its name, short name, initials, rank, what it is part of, its level, its address on this site, whom to call and its venue. */
function placesOf(columns) {
  var shorts = valuesOf(columns.short), initials = valuesOf(columns.initials), parents = numbersOf(columns.parent), levels = numbersOf(columns.level),
    urls = valuesOf(columns.url), venues = numbersOf(columns.venue), contacts = {};
  columns.contacts.forEach(function (row) { contacts[row[0]] = row.slice(1); });
  return valuesOf(columns.name).map(function (name, place) {
    var level = levels[place];
    return [name, shorts[place], initials[place], columns.ranks[level], parents[place], level, urls[place], contacts[place] || [], venues[place]];
  });
}

/* `data` is what `AddressBook` writes: roads [name, initials], ranges [road, first, last, side, place, building], by road and number, and places in
   columns. Numbers point into these lists. */
function AddressBook(data) {
  var self = this, CHOICES = 12, NEAR = 3, OFFICE = 1, roads, places, ranges;
  ranges = data.ranges.map(function (row) {
    return { road: row[0], first: row[1], last: row[2], side: row[3], place: row[4], building: row.length > 5 ? row[5] : null, key: row.length > 5 ? buildingKey(row[5]) : null };
  });
  roads = data.roads.map(function (row) { return { name: row[0], key: addressText(row[0]), initials: row[1], ranges: [] }; });
  ranges.forEach(function (range, number) { roads[range.road].ranges.push(number); });
  this.rows = placesOf(data.places);
  places = this.rows.map(function (row) {
    return { name: row[0], key: addressText(row[0]), shortKey: addressText(row[1] || ""), initials: row[2], rank: row[3], parent: row[4] };
  });
  this.roads = roads;
  this.places = places;
  this.ranges = ranges;

  function indices(list, isWanted) {
    var found = [];
    list.forEach(function (one, number) { if (isWanted(one, number)) { found.push(number); } });
    return found;
  }
  function has(range, number) {
    return range.first <= number && number <= range.last && (range.side === 0 || number % 2 === (range.side === 1 ? 1 : 0));
  }
  function isFor(number) { return function (row) { return has(ranges[row], number); }; }
  function holds(text, part) { return part !== "" && text.indexOf(part) >= 0; }
  function endsWith(text, end) { return text.length >= end.length && text.substring(text.length - end.length) === end; }
  function compared(one, other) {
    var place;
    for (place = 0; place < one.length; place += 1) { if (one[place] !== other[place]) { return one[place] - other[place]; } }
    return 0;
  }

  this.chain = function (place) {
    var chain = [place], parent = places[place].parent;
    while (parent !== null && chain.indexOf(parent) < 0) {
      chain.push(parent);
      parent = places[parent].parent;
    }
    return chain;
  };
  function officeOf(place) {
    var chain = self.chain(place), offices = chain.filter(function (one) { return places[one].rank <= OFFICE; });
    return offices.length ? offices[0] : chain[chain.length - 1];
  }
  function officesOf(road) {
    var offices = [];
    roads[road].ranges.forEach(function (row) {
      var office = officeOf(ranges[row].place);
      if (offices.length < NEAR && offices.indexOf(office) < 0) { offices.push(office); }
    });
    return offices;
  }

  function result(kind) { return { kind: kind, place: null, road: null, number: null, building: null, also: [], choices: [], near: [], offices: [] }; }
  function choice(place, road, number, building) { return { place: place, road: road, number: number, building: building }; }
  function rowChoice(row, number) { return choice(ranges[row].place, ranges[row].road, number, ranges[row].building); }
  function found(place) {
    var answer = result("found");
    answer.place = place;
    return answer;
  }
  function ofRoad(road) {
    var answer = result("road");
    answer.road = road;
    answer.offices = officesOf(road);
    return answer;
  }
  /* null for none; one is the answer, where it is sure. */
  function oneOf(choices, isUnsure) {
    var first = choices[0], answer;
    if (!first) { return null; }
    if (choices.length === 1 && !isUnsure) {
      if (first.place === null) { return ofRoad(first.road); }
      answer = found(first.place);
      answer.road = first.road;
      answer.number = first.number;
      answer.building = first.building;
      return answer;
    }
    answer = result("choices");
    answer.choices = choices.slice(0, CHOICES);
    return answer;
  }

  /* The most exact, the first of equals. */
  function best(rows) {
    return rows.reduce(function (found, row) { return found === null || places[ranges[row].place].rank > places[ranges[found].place].rank ? row : found; }, null);
  }
  function onRoad(road, number, building, tail) {
    var rows = roads[road].ranges.filter(isFor(number)), inBuildings, named, length, plain, fitting, chosen, chain, answer, choices;
    if (!rows.length) { return null; }
    inBuildings = rows.filter(function (row) { return ranges[row].key !== null; });
    named = inBuildings.filter(function (row) {
      var key = ranges[row].key;
      return isShortBuilding(key) ? key === building : holds(tail, key);
    });
    length = named.reduce(function (most, row) { return Math.max(most, ranges[row].key.length); }, 0);
    plain = rows.filter(function (row) { return ranges[row].key === null; });
    fitting = named.length ? named.filter(function (row) { return ranges[row].key.length === length; }) : plain;
    choices = inBuildings.map(function (row) { return rowChoice(row, number); });
    chosen = best(fitting);
    if (chosen === null) { return oneOf(choices, true); }
    answer = found(ranges[chosen].place);
    answer.road = road;
    answer.number = number;
    answer.building = named.length ? ranges[chosen].building : null;
    chain = self.chain(answer.place);
    fitting.concat(named.length ? plain : []).forEach(function (row) {
      var place = ranges[row].place;
      if (chain.indexOf(place) < 0 && answer.also.indexOf(place) < 0) { answer.also.push(place); }
    });
    if (!named.length) { answer.choices = choices.slice(0, CHOICES); }
    return answer;
  }
  function onRoads(list, number, building, tail) {
    var answers = list.map(function (road) { return onRoad(road, number, building, tail); }).filter(Boolean), choices = [];
    if (answers.length === 1) { return answers[0]; }
    answers.forEach(function (answer) {
      choices = choices.concat(answer.kind === "found" ? choice(answer.place, answer.road, answer.number, answer.building) : answer.choices);
    });
    return oneOf(choices);
  }
  function unlisted(road, number) {
    var answer = result("unlisted");
    function distance(row) { return Math.max(ranges[row].first - number, number - ranges[row].last, 0); }
    answer.road = road;
    answer.number = number;
    answer.near = roads[road].ranges.slice().sort(function (one, other) { return compared([distance(one), one], [distance(other), other]); }).slice(0, NEAR);
    answer.offices = officesOf(road);
    return answer;
  }

  /* The longest of the names that a text holds, the most exact of equally long ones. */
  function longestName(text) {
    var found = null, length = 0;
    places.forEach(function (place, number) {
      [place.key, place.shortKey].forEach(function (name) {
        if (name.length > 2 && holds(text, name) && (found === null || name.length > length || name.length === length && place.rank > places[found].rank)) {
          found = number;
          length = name.length;
        }
      });
    });
    return found;
  }
  function isBoundary(text, place) {
    var before = text.substring(0, place);
    return place === 0 || "省市区县旗盟州镇乡村社道格号院与和在住是址到".indexOf(text.charAt(place - 1)) >= 0 || places.some(function (one) {
      return one.key.length > 1 && endsWith(before, one.key) || one.shortKey.length > 1 && endsWith(before, one.shortKey);
    });
  }
  function mentionOf(road, number, text) {
    var key = road.key, place, end, first = -1, isSure = false;
    for (place = key ? text.indexOf(key) : -1; place >= 0 && !isSure; place = text.indexOf(key, place + 1)) {
      end = place + key.length;
      if (!(isDigit(key, 0) && place > 0 && isDigit(text, place - 1)) && !(isDigit(key, key.length - 1) && isDigit(text, end))) {
        isSure = isBoundary(text, place);
        if (isSure || first < 0) { first = place; }
      }
    }
    if (first < 0) { return null; }
    end = text.substring(first + key.length);
    return { road: number, place: first, isSure: isSure, number: houseNumber(end), tail: end };
  }
  function mentionsIn(text) {
    function order(mention) { return [mention.number.number === null ? 1 : 0, -roads[mention.road].key.length, mention.place, mention.road]; }
    return roads.map(function (road, number) { return mentionOf(road, number, text); }).filter(Boolean).sort(function (one, other) {
      return compared(order(one), order(other));
    });
  }
  function ofMention(mention) {
    var number = mention.number.number, building = mention.number.building, place = longestName(mention.tail), answer;
    if (number !== null) {
      answer = onRoad(mention.road, number, building, mention.tail);
      return answer || (place === null ? unlisted(mention.road, number) : found(place));
    }
    answer = building === null ? null : oneOf(roads[mention.road].ranges.filter(function (row) { return ranges[row].key === building; }).map(function (row) {
      return rowChoice(row, ranges[row].first);
    }));
    return answer || (place === null ? ofRoad(mention.road) : found(place));
  }

  function numberAlone(text) {
    var number = houseNumber(text);
    if (number.number === null || !number.isMarked && number.end !== text.length) { return null; }
    return onRoads(indices(roads, function () { return true; }), number.number, number.building, text);
  }
  /* Roads that share half of their characters with the text, the most alike first. */
  function unknown(text) {
    var answer = result("unknown"), alike = [];
    roads.forEach(function (road, number) {
      var characters = road.key.substring(0, road.key.length - 1).split("").filter(function (one, place, all) { return all.indexOf(one) === place; }),
        shared = characters.filter(function (one) { return text.indexOf(one) >= 0; }).length;
      if (shared > 0 && shared * 2 >= characters.length) { alike.push([-shared, number]); }
    });
    answer.choices = alike.sort(compared).slice(0, 5).map(function (one) { return choice(null, one[1], null, null); });
    return answer;
  }
  function placeChoice(place) { return choice(place, null, null, null); }
  function roadChoice(road) { return choice(null, road, null, null); }
  function named(text) {
    var answer = oneOf(indices(places, function (place) { return place.key === text || place.shortKey === text; }).map(placeChoice)), place;
    if (answer) { return answer; }
    place = longestName(text);
    if (place === null) { return null; }
    if (!/[路街巷道弄]\d/.test(text)) { return found(place); }
    answer = unknown(text);
    answer.place = place;
    return answer;
  }
  function byInitials(text) {
    var letters = 0, rest, number, list;
    while (isLetter(text, letters)) { letters += 1; }
    rest = text.substring(letters);
    number = houseNumber(rest);
    if (letters < 2 || rest && number.number === null) { return null; }
    letters = text.substring(0, letters);
    list = indices(roads, function (road) { return road.initials === letters; });
    if (number.number !== null) { return onRoads(list, number.number, number.building, rest); }
    return oneOf(list.map(roadChoice).concat(indices(places, function (place) { return place.initials === letters; }).map(placeChoice)));
  }
  function partial(text, mentions) {
    var head = text.replace(/\d[\s\S]*$/, ""), rest = text.substring(head.length), number = houseNumber(rest), answer = null;
    if (number.number !== null && head.length > 1) {
      answer = onRoads(indices(roads, function (road) { return holds(road.key, head); }), number.number, number.building, rest);
    }
    if (answer) { return answer; }
    if (mentions.length) {
      return oneOf(mentions.map(function (mention) {
        var wanted = mention.number.number;
        return choice(null, mention.road, wanted !== null && roads[mention.road].ranges.some(isFor(wanted)) ? wanted : null, null);
      }), true);
    }
    return oneOf(indices(roads, function (road) { return holds(road.key, text); }).map(roadChoice).concat(
      indices(places, function (place) { return holds(place.key, text) || holds(place.shortKey, text); }).map(placeChoice)
    ));
  }

  this.answer = function (typed) {
    var text = addressText(typed), mentions, sure;
    if (!text) { return result("nothing"); }
    mentions = mentionsIn(text);
    sure = mentions.filter(function (mention) { return mention.isSure; })[0];
    if (sure) { return ofMention(sure); }
    return numberAlone(text) || named(text) || byInitials(text) || partial(text, mentions) || unknown(text);
  };
}
