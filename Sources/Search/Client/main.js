/* What happens between a query and its results. */
/* global SITE, WORDS, said, counted, kindName, box, form, status, field, run, load, folded, compared, cleaned, formsOf, othersOf, isAddress, Finder, element, hit, withAddresses, addressSection */

/* A part shows that many, of each kind at most so many at first; and one round asks for no more than so many files
   of texts, since a phone's processor takes its time over each. Where none of them holds the query, the next round goes on. */
var PART = 10, FIRST = 4, FILES = 6, ROUNDS = 4, finder = null, current = "", waiting = null, isLoading = false;

/* How long what was found before may stand while nothing new is there, milliseconds: who has an answer at once sees no page in between, which a
   slow phone would have to draw. */
var PATIENCE = 200;
/* How long a pause in typing lets the posting lists be asked for ahead, milliseconds. */
var PAUSE = 150;

function say(text) { status.textContent = text; }
function state(name) { box.setAttribute("data-state", name); }
function each(selector, act) { Array.prototype.forEach.call(box.querySelectorAll(selector), act); }
function later(milliseconds, act) { window.setTimeout(act, milliseconds); }

/* The index's head is asked for once; again when the site has a newer index. Who asked last is answered. */
function withFinder(fail, done) {
  if (finder) { return done(finder); }
  waiting = { done: done, fail: fail };
  if (isLoading) { return; }
  isLoading = true;
  load("index.json", "json", function (head) {
    isLoading = false;
    if (!head || !head.alphabet || !head.marks || !head.kinds || !head.shards || !head.textsPerFile || !head.traditional) { return waiting.fail(false); }
    finder = new Finder(head, function (one) { if (finder === one) { finder = null; } });
    waiting.done(finder);
  });
}
/* A text of any length as it is said in a sentence. */
function short(text) { return text.length > 30 ? text.substring(0, 28) + WORDS.ellipsis : text; }

/* The address that was asked with, if it is to be remembered, and the title follow the answer. */
function search(text, address, isSecond) {
  var own = run += 1, shown = cleaned(text), query = compared(shown), isCleared = false, units = null;
  function isOld() { return own !== run; }
  function clear() {
    if (!isCleared) {
      box.innerHTML = "";
      if (units) { box.appendChild(units.node); }
    }
    isCleared = true;
  }
  function answer(name, words) {
    clear();
    state(name);
    say(words);
    later(0, function () {
      if (isOld()) { return; }
      if (address && window.history.pushState && address !== location.pathname + location.search) { history.pushState(null, "", address); }
      address = null;
      document.title = (shown ? short(shown) + " · " : "") + form.getAttribute("data-title");
    });
  }
  function fail(isStale) {
    var again;
    if (isOld()) { return; }
    if (isStale && !isSecond) { return search(text, address, true); }
    again = element("button", "button", WORDS.retry);
    again.type = "button";
    again.onclick = function () {
      search(text, address);
      field.focus();
    };
    answer("failed", WORDS.failed);
    box.innerHTML = "";
    box.appendChild(again);
  }
  current = text;
  if (field.value !== text) { field.value = text; }
  if (!query) {
    /* What the first query begins with is here when it is typed. */
    withFinder(function () { return; }, function () { return; });
    return answer("done", "");
  }
  state("loading");
  later(PATIENCE, function () {
    if (isOld() || isCleared) { return; }
    clear();
    say(WORDS.searching);
  });
  withFinder(fail, function (finder) {
    if (isOld()) { return; }
    /* The finder's answer stands before what the index finds, and comes no later: both are asked for at once. */
    finder.prepare(query);
    withAddresses(finder.head, shown, function (known) {
      if (isOld()) { return; }
      units = addressSection(known, shown);
      if (units && isCleared) { box.appendChild(units.node); }
      lookUp(finder);
    });
  });

  function lookUp(finder) {
    var others;
    function next() {
      var other = others.shift();
      if (other === undefined) { return nothing(); }
      find(finder, other.forms, function (some) { if (!some) { next(); } }, other.instead === null ? said(WORDS.allWords, { q: short(shown) }) : said(WORDS.instead, { q: short(other.instead) }));
    }
    find(finder, formsOf(shown), function (any) {
      if (any) { return; }
      others = othersOf(shown, finder.head.traditional);
      next();
    }, "");
  }
  /* The units of an address are found, too. */
  function withUnits(count) { return count + (units ? units.count : 0); }

  function nothing() {
    /* Beside the results, not among them. */
    var links = element("span"), parts = shown.split(" ");
    if (units) { return answer("done", counted(WORDS.found, units.count)); }
    answer("done", said(WORDS.nothingFound, { q: short(shown) }) + (parts.length > 1 ? said(WORDS.tryOneWord, { q: short(parts[0]) }) : WORDS.tryAnother));
    /* Text and the names of links in turn. */
    WORDS.seeAlso.split(/\{(\w+)\}/).forEach(function (part, place) {
      var link;
      if (place % 2) {
        link = links.appendChild(element("a", "", WORDS[part]));
        link.href = SITE + "/" + part + "/";
      } else {
        links.appendChild(document.createTextNode(part));
      }
    });
    status.appendChild(links);
  }

  /* Calls `ended` with whether anything was found in one of the forms; `prefix` stands before how much. */
  function find(finder, forms, ended, prefix) {
    var sets = [];
    function next() {
      var form = forms[sets.length];
      if (!form) { return listAll(sets); }
      finder.candidatesOfAll(form.queries, fail, function (all, isInTitle, isSure) {
        if (isOld()) { return; }
        sets.push({ all: all, isInTitle: isInTitle, isSure: isSure, place: 0 });
        next();
      });
    }
    next();

    function listAll(sets) {
      var groups = [], end = 0, isSure = sets.length === 1 && sets[0].isSure, isFound = {};
      finder.head.kinds.forEach(function (kind) {
        var left = [];
        end += kind.count;
        /* Those of the nearest form first, and of each those with it in their titles. */
        sets.forEach(function (set) {
          var inTitles = [], others = [], record;
          for (; set.place < set.all.length && set.all[set.place] < end; set.place += 1) {
            record = set.all[set.place];
            if (sets.length > 1 && isFound[record]) { continue; }
            isFound[record] = true;
            (set.isInTitle(record) ? inTitles : others).push(record);
          }
          left = left.concat(inTitles, others);
        });
        if (left.length) { groups.push({ kind: kind.kind, section: null, hits: 0, left: left, aside: [] }); }
      });
      if (!groups.length) { return ended(false); }
      if (isAddress(query)) {
        groups = groups.filter(isPlace).concat(groups.filter(function (group) { return !isPlace(group); }));
      }
      part(quotas(), ROUNDS, fail, function () {
        var found = sum("hits"), left = groups.reduce(function (all, group) { return all + remaining(group); }, 0);
        if (!found && !left) { return ended(false); }
        answer("done", prefix + (isSure || !left ? counted(WORDS.found, withUnits(found + left)) : withUnits(found) ? counted(WORDS.foundSome, withUnits(found)) : WORDS.noneYet));
        ended(true);
      });

      function isPlace(group) { return group.kind === "venue" || group.kind === "unit"; }
      function sum(name) { return groups.reduce(function (all, group) { return all + group[name]; }, 0); }
      function remaining(group) { return group.left.length + group.aside.length; }
      /* The forms in which a record holds what was asked for. */
      function holding(record) {
        record.folded = folded(record.searched);
        record.compared = compared(record.searched);
        return forms.filter(function (form) { return form.holds(record); });
      }
      function rangesOf(text) { return [].concat.apply([], forms.map(function (form) { return form.ranges(text); })); }

      /* One of each kind, then as many of each as a first part shows, then what room is left. */
      function quotas() {
        var left = PART, wanted = groups.map(function () { return 0; });
        [1, FIRST, PART].forEach(function (most) {
          groups.forEach(function (group, index) {
            var more = Math.min(left, Math.max(0, Math.min(most, group.left.length) - wanted[index]));
            wanted[index] += more;
            left -= more;
          });
        });
        return wanted;
      }

      /* Shows as many more of each group as are wanted, as far as the files reach that one round reads. */
      function part(wanted, rounds, fail, done, isAgain) {
        var budget = FILES, counts = wanted.map(function () { return 0; }), taken = groups.map(function (group, index) {
          var numbers = group.left.slice(0, wanted[index]), others = wanted.slice(index + 1).filter(Boolean).length;
          while (numbers.length && finder.filesFor(numbers) > Math.max(1, budget - others)) { numbers.pop(); }
          budget -= finder.filesFor(numbers);
          group.left = group.left.slice(numbers.length);
          return numbers;
        }), numbers = [].concat.apply([], taken);
        /* What is near, but not as it was written, makes room for what is, as long as that may come. */
        function drain(group, index) {
          while (group.aside.length && counts[index] < wanted[index]) {
            show(group, group.aside.shift());
            counts[index] += 1;
          }
        }
        if (!numbers.length) {
          groups.forEach(drain);
          return finish(done);
        }
        finder.texts(numbers, function (isStale) {
          groups.forEach(function (group, index) { group.left = taken[index].concat(group.left); });
          fail(isStale);
        }, function (records) {
          var place = 0;
          if (isOld()) { return; }
          groups.forEach(function (group, index) {
            taken[index].forEach(function () {
              var record = records[place], held = holding(record);
              place += 1;
              if (held.some(function (form) { return form.isAsWritten(record); })) {
                show(group, record);
                counts[index] += 1;
              } else if (held.length) {
                group.aside.push(record);
              }
            });
            if (!group.left.length) { drain(group, index); }
          });
          if (!count() && isAgain) { groups.forEach(drain); }
          if (count() || rounds < 2) { return finish(done); }
          part(wanted, rounds - 1, fail, done, true);
        });
        function count() { return counts.reduce(function (all, one) { return all + one; }, 0); }
      }

      function show(group, record) {
        var section;
        clear();
        if (!group.section) {
          section = element("section", "group hits");
          section.appendChild(element("h2", "", kindName(group.kind)));
          group.list = section.appendChild(element("ul"));
          group.section = section;
          /* In the order of the kinds, whichever was found first. */
          box.insertBefore(section, groups.slice(groups.indexOf(group) + 1).reduce(function (found, other) { return found || other.section; }, null));
        }
        group.hits += 1;
        group.list.appendChild(hit(record, rangesOf));
      }

      function finish(done) {
        clear();
        each("[data-more]", function (old) { old.parentNode.removeChild(old); });
        groups.forEach(function (group, index) {
          var more;
          if (!remaining(group)) { return; }
          more = element("button", "button more-hits", isSure ? counted(WORDS.more, remaining(group), { kind: kindName(group.kind) }) : said(WORDS.goOn, { kind: kindName(group.kind) }));
          more.type = "button";
          more.setAttribute("data-more", group.kind);
          more.onclick = function () {
            var shownBefore = group.hits;
            each("[data-more]", function (button) { button.disabled = true; });
            state("loading");
            /* What is shown stays; the button can be pressed again. */
            function failedToGoOn(isStale) {
              if (isOld()) { return; }
              if (isStale) { return search(text, null, true); }
              state("failed");
              say(WORDS.failedToGoOn);
              each("[data-more]", function (button) { button.disabled = false; });
              more.focus();
            }
            part(groups.map(function (other, place) { return place === index ? PART : 0; }), 4 * ROUNDS, failedToGoOn, function () {
              var found = sum("hits"), left = groups.some(remaining), next;
              state("done");
              /* Who goes on by the keyboard goes on with what is new, else with the next button. */
              next = group.hits > shownBefore ? group.list.children[shownBefore].querySelector("a") : box.querySelector("[data-more]");
              (next || field).focus();
              if (!isSure) { say(prefix + (left ? counted(WORDS.listed, withUnits(found)) : withUnits(found) ? counted(WORDS.found, withUnits(found)) : said(WORDS.nothingFound, { q: short(shown) }))); }
            });
          };
          (group.section || box).appendChild(more);
        });
        done();
      }
    }
  }
}

function asked() {
  var found = /[?&]q=([^&#]*)/.exec(location.search);
  try { return found ? decodeURIComponent(found[1].replace(/\+/g, " ")) : ""; } catch (problem) { return ""; }
}
/* Whoever stops to look at what they typed has half of the answer when they ask. Nothing is shown of it, and a failure is none yet. */
function typed(event) {
  var text = field.value, query = compared(cleaned(text));
  if (event.isComposing && event.type === "input" || !query) { return; }
  later(PAUSE, function () {
    if (field.value !== text || !finder || box.getAttribute("data-state") === "loading") { return; }
    finder.prepare(query);
    withAddresses(finder.head, cleaned(text), function () { return; });
  });
}
field.addEventListener("input", typed);
field.addEventListener("compositionend", typed);
form.addEventListener("submit", function (event) {
  var text = field.value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1");
  event.preventDefault();
  /* A phone's keyboard would lie over what is found. */
  if ("ontouchstart" in window) { field.blur(); }
  search(text, form.getAttribute("action") + "?q=" + encodeURIComponent(text));
});
/* Not where only the fragment changes. */
window.addEventListener("popstate", function () { if (asked() !== current) { search(asked()); } });
search(asked());
