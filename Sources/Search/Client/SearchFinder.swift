/// Reading the index in a browser: from a query to records that hold it. The other half is `Shards`, `Alphabet` and `StoredText`.
extension SearchScript {
  static let finder: StaticString = #"""
    /* One answer as bytes, or null. A slow line has 20 seconds. */
    function load(name, done) {
      var request = new XMLHttpRequest();
      request.open("GET", ROOT + name, true);
      request.responseType = "arraybuffer";
      request.timeout = 20000;
      request.onloadend = function () {
        done(request.status === 200 && request.response ? new Uint8Array(request.response) : null);
      };
      request.send();
    }

    /* What a character is compared as: ASCII and full-width letters and digits as small ASCII. */
    function folded(text) {
      return text.replace(/[A-Z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, function (one) {
        var code = one.charCodeAt(0);
        return String.fromCharCode(code < 128 ? code + 32 : code < 0xff41 && code > 0xff20 ? code - 0xfee0 + 32 : code - 0xfee0);
      });
    }
    function cleaned(text) {
      return text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ").replace(/^ | $/g, "");
    }

    /* An index as it was when its head was read. Its `fail` is called once, with true where the site has a newer one; then it is no more. */
    function Finder(head) {
      var self = this;
      var shards = {}, files = {}, mark = head.mark, isOver = false, alphabet = [], i;
      for (i = 0; i < head.alphabet.length; i += 1) { alphabet.push(head.alphabet.charCodeAt(i)); }

      function stop(isStale) {
        if (isOver) { return; }
        isOver = true;
        if (finder === self) { finder = null; }
        self.fail(isStale);
      }
      function fetchAll(cache, folder, numbers, done) {
        var missing = numbers.filter(function (number, place) { return !cache[number] && numbers.indexOf(number) === place; }), left = missing.length;
        if (!left) { return done(); }
        missing.forEach(function (number) {
          load(folder + number + ".bin", function (bytes) {
            if (isOver) { return; }
            if (!bytes || bytes.length < 4) { return stop(false); }
            if (bytes[0] * 16777216 + bytes[1] * 65536 + bytes[2] * 256 + bytes[3] !== mark) { return stop(true); }
            cache[number] = bytes;
            left -= 1;
            if (!left) { done(); }
          });
        });
      }

      function shardOf(a, b) { return Math.floor((a * 31 + b) * 40503 / 1024) % head.shards; }

      /* The two posting lists of a term: all records and those with it in their titles, in order. */
      function lists(a, b) {
        var bytes = shards[shardOf(a, b)], place = 4, found = { all: [], titles: [] };
        function number() {
          var value = 0, factor = 1, byte;
          do {
            byte = bytes[place];
            place += 1;
            value += (byte & 127) * factor;
            factor *= 128;
          } while (byte > 127);
          return value;
        }
        function gaps(end) {
          var records = [], last = -1;
          while (place < end) {
            last += number() + 1;
            records.push(last);
          }
          return records;
        }
        function bits(end) {
          var records = [], first = place, bit;
          for (; place < end; place += 1) {
            if (!bytes[place]) { continue; }
            for (bit = 0; bit < 8; bit += 1) {
              if (bytes[place] >> bit & 1) { records.push((place - first) * 8 + bit); }
            }
          }
          return records;
        }
        while (place < bytes.length) {
          var isOurs = bytes[place] * 256 + bytes[place + 1] === a && bytes[place + 2] * 256 + bytes[place + 3] === b, length, form, end;
          place += 4;
          length = number();
          form = length % 4;
          end = place + Math.floor(length / 4);
          if (isOurs) {
            if (form === 2) { found.titles = gaps(end); } else { found.all = form === 1 ? bits(end) : gaps(end); }
          }
          place = end;
        }
        return found;
      }
      function both(one, other) {
        var found = [], i = 0, j = 0;
        while (i < one.length && j < other.length) {
          if (one[i] < other[j]) { i += 1; } else if (one[i] > other[j]) { j += 1; } else { found.push(one[i]); i += 1; j += 1; }
        }
        return found;
      }

      /* At most six terms, spread over the query: what they leave over, the texts decide. */
      function terms(query) {
        var last = query.length - 2, count = Math.min(last + 1, 6), found = [], i, place;
        if (query.length === 1) { return [[query.charCodeAt(0), 0]]; }
        for (i = 0; i < count; i += 1) {
          place = count === 1 ? 0 : Math.round(last * i / (count - 1));
          found.push([query.charCodeAt(place), query.charCodeAt(place + 1)]);
        }
        return found;
      }

      /* Calls `done` with the records that may hold a query, those with it in their titles first, and whether they surely do. */
      this.candidates = function (query, done) {
        var wanted = terms(query);
        fetchAll(shards, "terms/", wanted.map(function (term) { return shardOf(term[0], term[1]); }), function () {
          var all = null, titles = null;
          wanted.forEach(function (term) {
            var found = lists(term[0], term[1]);
            all = all === null ? found.all : both(all, found.all);
            titles = titles === null ? found.titles : both(titles, found.titles);
          });
          done(all, titles, query.length < 3);
        });
      };

      /* Calls `done` with the texts of records, in their order. */
      this.texts = function (numbers, done) {
        var size = head.recordsPerFile;
        function fileOf(number) { return Math.floor(number / size); }
        fetchAll(files, "store/", numbers.map(fileOf), function () {
          done(numbers.map(function (number) { return fields(files[fileOf(number)], number % size); }));
        });
      };
      this.filesFor = function (numbers) {
        var seen = {};
        numbers.forEach(function (number) { seen[Math.floor(number / head.recordsPerFile)] = true; });
        return Object.keys(seen).length;
      };

      /* One record of a file: the others are passed over, not decoded. */
      function fields(bytes, which) {
        var place = 4, left = which, codes = [], text = "", byte, unit, parts, end;
        while (place < bytes.length) {
          byte = bytes[place];
          place += 1;
          if (byte < 192) {
            unit = alphabet[byte];
          } else if (byte < 255) {
            unit = alphabet[192 + (byte - 192) * 256 + bytes[place]];
            place += 1;
          } else {
            unit = bytes[place] * 256 + bytes[place + 1];
            place += 2;
          }
          if (unit === 31) {
            if (!left) { break; }
            left -= 1;
          } else if (!left) {
            codes.push(unit);
          }
        }
        /* In pieces: a call takes some tens of thousands of arguments at most. */
        for (byte = 0; byte < codes.length; byte += 8192) { text += String.fromCharCode.apply(null, codes.slice(byte, byte + 8192)); }
        parts = text.split("\u001e");
        end = parts[0].indexOf("\n");
        return {
          searched: folded(parts[0]), title: parts[0].substring(0, end), text: parts[0].substring(end + 1), url: parts[1], label: parts[2],
          date: parts[3], until: parts[4], times: parts[5] ? parts[5].split(",").map(function (time) { return time.split("/"); }) : []
        };
      }
    }

    """#
}
