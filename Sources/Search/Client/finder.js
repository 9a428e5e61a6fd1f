/* Reading the index in a browser: from a query to records that hold it. The other half is `Shards`, `Alphabet` and `StoredText`. */
/* global load */

/* An index as it was when its head was read. What is asked of it ends in `done` or in `fail`, with true where the site has a newer index; then
   this one is no more, and `outdated` is called. */
function Finder(head, outdated) {
  var self = this;
  var shards = {}, files = {}, waiters = {}, marks = window.atob(head.marks), alphabet = [], i;
  this.head = head;
  for (i = 0; i < head.alphabet.length; i += 1) { alphabet.push(head.alphabet.charCodeAt(i)); }

  function number(bytes, place) { return bytes[place] * 16777216 + bytes[place + 1] * 65536 + bytes[place + 2] * 256 + bytes[place + 3]; }

  /* What a file begins with that belongs to this head: three bytes for each shard, then for each file of the store. */
  function markOf(folder, which) {
    var place = ((folder === "terms/" ? 0 : head.shards) + which) * 3;
    return marks.charCodeAt(place) * 65536 + marks.charCodeAt(place + 1) * 256 + marks.charCodeAt(place + 2);
  }
  /* Calls `done` when all files are here. Each begins with its mark and its own length: half of one is none. */
  function fetchAll(cache, folder, numbers, fail, done) {
    var missing = numbers.filter(function (number, place) { return !cache[number] && numbers.indexOf(number) === place; }), left = missing.length;
    function arrived() {
      left -= 1;
      if (!left) { done(); }
    }
    function failed(isStale) {
      var first = left > 0;
      left = 0;
      if (first) { fail(isStale); }
    }
    if (!left) { return done(); }
    missing.forEach(function (which) {
      var mark = markOf(folder, which), name = folder + which + ".bin?" + mark.toString(16), waiter = { arrived: arrived, failed: failed };
      if (waiters[name]) { return waiters[name].push(waiter); }
      waiters[name] = [waiter];
      load(name, "arraybuffer", function (answer) {
        var bytes = answer && new Uint8Array(answer), ours = waiters[name],
          isWhole = bytes && bytes.length > 7 && number(bytes, 4) === bytes.length, isOurs = isWhole && number(bytes, 0) === mark;
        delete waiters[name];
        if (isOurs) {
          cache[which] = folder === "store/" ? unpacked(bytes, 8) : bytes;
          return ours.forEach(function (one) { one.arrived(); });
        }
        if (isWhole) { outdated(self); }
        ours.forEach(function (one) { one.failed(isWhole); });
      });
    });
  }

  function shardOf(a, b) { return Math.floor((a * 31 + b) * 40503 / 1024) % head.shards; }

  /* A number of seven bits a byte, and the place behind it. */
  function numbers(bytes, start) {
    var reader = { place: start };
    reader.next = function () {
      var byte = bytes[reader.place], value = byte & 127, factor = 128;
      while (byte > 127) {
        reader.place += 1;
        byte = bytes[reader.place];
        value += (byte & 127) * factor;
        factor *= 128;
      }
      reader.place += 1;
      return value;
    };
    return reader;
  }

  /* What stands in a block of LZ4 behind its length: of each sequence, bytes as they are, and how far back how many more of the same stand. */
  function unpacked(bytes, start) {
    var reader = numbers(bytes, start), out = new Uint8Array(reader.next()), place = reader.place, at = 0, token, from, end;
    /* Of 15 in four bits, bytes up to one below 255 say how many more. */
    function count(bits) {
      var all = bits, byte = 255;
      while (bits === 15 && byte === 255) {
        byte = bytes[place];
        place += 1;
        all += byte;
      }
      return all;
    }
    while (place < bytes.length) {
      token = bytes[place];
      place += 1;
      for (end = at + count(token >> 4); at < end; at += 1) {
        out[at] = bytes[place];
        place += 1;
      }
      if (place < bytes.length) {
        from = at - bytes[place] - bytes[place + 1] * 256;
        place += 2;
        for (end = at + 4 + count(token & 15); at < end; at += 1) {
          out[at] = out[from];
          from += 1;
        }
      }
    }
    return out;
  }

  /* A term's lists: all records, those with it in their titles, in order; and where the places begin, which the most frequent don't have. */
  function lists(term) {
    var bytes = shards[shardOf(term.a, term.b)], reader = numbers(bytes, 8), found = { all: [], titles: [], bytes: bytes, places: 0, index: 0, offset: term.offset, clause: term.clause };
    /* Numbers of records in an array of the greatest length: one that grows costs twice the time. */
    function gaps(end) {
      var records = new Uint32Array(end - reader.place), count = 0, next = 0, place = reader.place;
      while (place < end) {
        if (bytes[place] < 128) {
          next += bytes[place];
          place += 1;
        } else {
          reader.place = place;
          next += reader.next();
          place = reader.place;
        }
        records[count] = next;
        count += 1;
        next += 1;
      }
      return records.subarray(0, count);
    }
    function bits(end) {
      var records = new Uint32Array(8 * (end - reader.place)), count = 0, first = 0, place, byte, next;
      for (place = reader.place; place < end; place += 1) {
        next = first;
        for (byte = bytes[place]; byte; byte >>= 1) {
          if (byte & 1) {
            records[count] = next;
            count += 1;
          }
          next += 1;
        }
        first += 8;
      }
      return records.subarray(0, count);
    }
    while (reader.place < bytes.length) {
      var place = reader.place, isOurs = bytes[place] * 256 + bytes[place + 1] === term.a && bytes[place + 2] * 256 + bytes[place + 3] === term.b, length, form, end;
      reader.place += 4;
      length = reader.next();
      form = length % 4;
      end = reader.place + Math.floor(length / 4);
      if (isOurs) {
        if (form === 0) { found.all = gaps(end); }
        if (form === 1) { found.all = bits(end); }
        if (form === 2) { found.titles = gaps(end); }
        if (form === 3) { found.places = reader.place; }
      }
      reader.place = end;
    }
    return found;
  }

  /* Goes on to a record, over the places of those before it; whether the list has it. */
  function reach(list, record) {
    while (list.all[list.index] < record) {
      list.index += 1;
      if (list.places) {
        while (list.bytes[list.places] > 127) { list.places += 1; }
        list.places += 1;
      }
    }
    return list.all[list.index] === record;
  }

  /* Whether a record that all have reached has them in a row somewhere: each as far from the first as the query has it, of which the places
     tell all but multiples of 127; of terms in two clauses of the query they tell nothing. */
  function areInARow(lists) {
    var lead = lists[0], place = lead.places, start, isMore, which;
    function isAt(list, wanted) {
      var place = list.places, byte;
      if (!place) { return true; }
      do {
        byte = list.bytes[place];
        place += 1;
        if (byte === 127 || (byte & 127) === wanted) { return true; }
      } while (byte > 127);
      return false;
    }
    if (!place || lead.bytes[place] === 127) { return true; }
    do {
      start = lead.bytes[place] & 127;
      isMore = lead.bytes[place] > 127;
      place += 1;
      for (which = 1; which < lists.length; which += 1) {
        if (lists[which].clause === lead.clause && !isAt(lists[which], ((start + lists[which].offset - lead.offset) % 127 + 127) % 127)) { break; }
      }
      if (which === lists.length) { return true; }
    } while (isMore);
    return false;
  }

  /* The records that hold all terms in a row; the rarest term leads. */
  function together(lists) {
    var found = [], lead, i, which, record;
    if (lists.length === 1) { return lists[0].all; }
    lists.sort(function (one, other) { return one.all.length - other.all.length; });
    lead = lists[0];
    for (i = 0; i < lead.all.length; i += 1) {
      record = lead.all[i];
      reach(lead, record);
      for (which = 1; which < lists.length && reach(lists[which], record);) { which += 1; }
      if (which === lists.length && areInARow(lists)) { found.push(record); }
    }
    return found;
  }

  /* Places are counted anew behind these marks, as `Clauses` has them. */
  function clauseAt(query, offset) { return query.substring(0, offset).split(/[\n!,.:;?\u3001\u3002]/).length - 1; }
  /* At most six terms, which hold each unit of a query of twelve, spread over a longer one: what they leave over, the texts decide. */
  function termsOf(query) {
    var last = query.length - 2, count = Math.min(Math.ceil(query.length / 2), 6), found = [], i, offset;
    if (query.length === 1) { return [{ a: query.charCodeAt(0), b: 0, offset: 0, clause: 0 }]; }
    for (i = 0; i < count; i += 1) {
      offset = count === 1 ? 0 : Math.round(last * i / (count - 1));
      found.push({ a: query.charCodeAt(offset), b: query.charCodeAt(offset + 1), offset: offset, clause: clauseAt(query, offset) });
    }
    return found;
  }

  function withTerms(query, fail, done) {
    var terms = termsOf(query);
    fetchAll(shards, "terms/", terms.map(function (term) { return shardOf(term.a, term.b); }), fail, function () { done(terms); });
  }
  function nothing() { return; }
  /* Has the lists here before they are asked for; that they can't be had is said when they are. */
  this.prepare = function (query) { withTerms(query, nothing, nothing); };

  /* Calls `done` with the records that hold a query as far as the lists can tell, which of them may have it in their titles, and whether
     they surely hold it. */
  this.candidates = function (query, fail, done) {
    withTerms(query, fail, function (terms) {
      var found = terms.map(lists), titles = new Uint8Array(head.records);
      found.forEach(function (list) {
        for (var i = 0; i < list.titles.length; i += 1) { titles[list.titles[i]] += 1; }
      });
      done(together(found), function (record) { return titles[record] === found.length; }, query.length < 3);
    });
  };
  /* The same of several queries, of which a record is to hold each. */
  this.candidatesOfAll = function (queries, fail, done) {
    var left = null, tests = [], areSure = true, next = 0;
    function more() {
      if (next === queries.length) { return done(left, function (record) { return tests.every(function (test) { return test(record); }); }, areSure); }
      next += 1;
      self.candidates(queries[next - 1], fail, function (all, isInTitle, isSure) {
        var has = new Uint8Array(head.records), kept = [], i;
        tests.push(isInTitle);
        areSure = areSure && isSure;
        if (left) {
          for (i = 0; i < all.length; i += 1) { has[all[i]] = 1; }
          for (i = 0; i < left.length; i += 1) { if (has[left[i]]) { kept.push(left[i]); } }
          all = kept;
        }
        left = all;
        more();
      });
    }
    more();
  };

  /* Calls `done` with the texts of records, in their order. */
  this.texts = function (numbers, fail, done) {
    var size = head.textsPerFile;
    function fileOf(number) { return Math.floor(number / size); }
    fetchAll(files, "store/", numbers.map(fileOf), fail, function () {
      done(numbers.map(function (number) { return fields(files[fileOf(number)], number % size); }));
    });
  };
  /* How many files are not here yet that records' texts lie in. */
  this.filesFor = function (numbers) {
    var missing = {};
    numbers.forEach(function (number) {
      var file = Math.floor(number / head.textsPerFile);
      if (!files[file]) { missing[file] = true; }
    });
    return Object.keys(missing).length;
  };

  /* One record of a file, which, unpacked, begins with how many it has and how long each is. */
  function fields(bytes, which) {
    var reader = numbers(bytes, 0), count = reader.next(), before = 0, place, end, byte, i, codes = [], text = "", parts;
    for (i = 0; i < count; i += 1) {
      byte = reader.next();
      if (i < which) { before += byte; }
      if (i === which) { end = before + byte; }
    }
    end += reader.place;
    for (place = reader.place + before; place < end;) {
      byte = bytes[place];
      if (byte < 192) {
        codes.push(alphabet[byte]);
        place += 1;
      } else if (byte < 255) {
        codes.push(0x4e00 + (byte - 192) * 256 + bytes[place + 1]);
        place += 2;
      } else {
        codes.push(bytes[place + 1] * 256 + bytes[place + 2]);
        place += 3;
      }
    }
    /* In pieces: a call takes some tens of thousands of arguments at most. */
    for (i = 0; i < codes.length; i += 8192) { text += String.fromCharCode.apply(null, codes.slice(i, i + 8192)); }
    parts = text.split("\u001e");
    end = parts[0].indexOf("\n");
    return {
      searched: parts[0], keys: parts[1], title: parts[0].substring(0, end), text: parts[0].substring(end + 1), url: parts[2], label: parts[3],
      date: parts[4], until: parts[5], times: parts[6] ? parts[6].split(",").map(function (time) { return time.split("/"); }) : [],
      status: parts[7]
    };
  }
}
