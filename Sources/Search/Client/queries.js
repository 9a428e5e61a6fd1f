/* What is asked for, in each way in which it may stand in a text. */
/* global folded, compared, places, simplified, BOTH */

/* Keys of a record are characters of the private use area, so that no words meet them (`SearchKeys`): how its title sounds, its telephone numbers. */
var LETTERS = 0xe000, STARTS = 0xe020, DIGITS = 0xe040;
/* Digits of a number that may be a telephone's, or the end of one. */
var PHONE = [5, 15];
/* Words of a query of which a text is to hold each. */
var MOST_WORDS = 6;

function shifted(text, base, from) {
  return text.split("").map(function (one) { return String.fromCharCode(base + one.charCodeAt(0) - from); }).join("");
}

/* A form: words that a record holds, each. `typed` is how they were written, for what has them so to go before what has them otherwise; or null. */
function wordForm(words, typed) {
  return {
    queries: words,
    holds: function (record) { return words.every(function (word) { return record.compared.indexOf(word) >= 0; }); },
    isAsWritten: function (record) { return typed === null || record.folded.indexOf(typed) >= 0; },
    ranges: function (text) {
      var found = [], known = places(text);
      words.forEach(function (word) {
        var place = known.text.indexOf(word);
        while (place >= 0) {
          found.push([known.at[place], known.at[place + word.length - 1] + 1]);
          place = known.text.indexOf(word, place + word.length);
        }
      });
      return found;
    }
  };
}
/* Letters that are how a title sounds, or begins to: from where a syllable begins. */
function soundForm(letters) {
  var key = shifted(letters, LETTERS, 97);
  return {
    queries: [key],
    holds: function (record) {
      var keys = record.keys.replace(/[\ue020-\ue039]/g, function (one) { return String.fromCharCode(one.charCodeAt(0) - STARTS + LETTERS); }), place = keys.indexOf(key);
      while (place >= 0) {
        if (record.keys.charCodeAt(place) >= STARTS) { return true; }
        place = keys.indexOf(key, place + 1);
      }
      return false;
    },
    isAsWritten: function () { return true; },
    ranges: function () { return []; }
  };
}
/* Digits of a telephone number, whatever stands between them. */
function phoneForm(digits) {
  var key = shifted(digits, DIGITS, 48), pattern = new RegExp(digits.split("").join("[-() ]{0,2}"), "g");
  return {
    queries: [key],
    holds: function (record) { return record.keys.indexOf(key) >= 0; },
    isAsWritten: function () { return true; },
    ranges: function (text) {
      var found = [], all = folded(text), one = pattern.exec(all);
      while (one) {
        found.push([one.index, one.index + one[0].length]);
        one = pattern.exec(all);
      }
      return found;
    }
  };
}

/* In how many ways what was typed is looked for at once, the nearest first. */
function formsOf(text) {
  var plain = folded(text), forms = [wordForm([compared(text)], plain)], letters = plain.replace(/[ ']/g, ""),
    /* +86-531-… is 0531-…, of which it has the end. */
    digits = plain.replace(/^(\+|00)86(?=[- (]*\d)/, "").replace(/[-+() ]/g, "");
  if (/^[a-z]{2,40}$/.test(letters)) { forms.push(soundForm(letters)); }
  if (/^\d+$/.test(digits) && digits.length >= PHONE[0] && digits.length <= PHONE[1]) { forms.push(phoneForm(digits)); }
  return forms;
}
/* A day as texts have it, 12\u67086\u65e5, of 12\u670806\u65e5 and 2026-12-06; else an empty text. */
function writtenDay(text) {
  var parts = /^(\d{4} ?[-\/.\u5e74])? ?(\d{1,2}) ?([-\/.\u6708]) ?(\d{1,2}) ?[\u65e5\u53f7]?$/.exec(text), month = parts && +parts[2], date = parts && +parts[4];
  if (!parts || (!parts[1] && parts[3] !== "\u6708") || month < 1 || month > 12 || date < 1 || date > 31) { return ""; }
  return month + "\u6708" + date + "\u65e5";
}
/* What is looked for when that stands nowhere, one after the other: {forms, instead: the words that it is}. `table` is that of `simplified`. */
function othersOf(text, table) {
  var known = [compared(text)], found = [], plain = folded(text), words, bare = text.replace(/[?!.,;:\uff1f\uff01\u3002\uff0c\uff1b\uff1a\u3001]+$/, "").replace(/ $/, "");
  /* Quotes and brackets around all of it: \u201c\u515a\u5458\u201d. */
  bare = bare.replace(/^["'(\[\u201c\u2018\u300a\u300c\u3010\uff08]+ ?([^"'(\[)\]\u201c\u201d\u2018\u2019]+?) ?["')\]\u201d\u2019\u300b\u300d\u3011\uff09]+$/, "$1");
  function add(other) {
    if (!other || known.indexOf(compared(other)) >= 0) { return; }
    known.push(compared(other));
    found.push({ forms: formsOf(other), instead: other });
  }
  add(bare);
  add(writtenDay(bare));
  /* It may be written in traditional characters, some of which are simplified ones, too. */
  [text, bare].forEach(function (one) {
    add(simplified(one, BOTH, table));
    add(simplified(one, "", table));
  });
  words = simplified(plain, BOTH, table).split(/[ ,;+\/\u3001\u3002]+/).map(function (word) { return compared(word.replace(/[?!.:]+$/, "")); })
    .filter(function (word, place, all) { return word && all.indexOf(word) === place; });
  /* A character alone is part of a word: `12 月 6 日`. */
  if (words.length > 1 && words.length <= MOST_WORDS && words.every(function (word) { return word.length > 1; })) { found.push({ forms: [wordForm(words, null)], instead: null }); }
  return found;
}
/* Whether it may be an address: then places and units stand first. */
function isAddress(text) {
  return /\d/.test(text) && /[\u8def\u8857\u9053\u5df7\u5f04\u80e1\u53f7\u680b\u5e62\u5ea7\u5385\u9662]/.test(text) && !/[\u5e74\u6708\u65e5]/.test(text);
}
