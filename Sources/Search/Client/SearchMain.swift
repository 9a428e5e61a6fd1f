/// What happens between a query and its results.
extension SearchScript {
  static let main: StaticString = #"""
    /* A part shows that many, of each kind at most so many at first; and one round asks for no more than so many files
       of texts, since a phone's processor takes its time over each. Where none of them holds the query, the next round goes on. */
    var PART = 10, FIRST = 4, FILES = 6, ROUNDS = 4, finder = null, head = null, waiting = null, isLoading = false;

    /* How long what was found before may stand while nothing new is there, milliseconds: who has an answer at once sees no page in between, which a
       slow phone would have to draw. */
    var PATIENCE = 200;
    /* How long a pause in typing lets the posting lists be asked for ahead, milliseconds. */
    var PAUSE = 150;

    function say(text) { status.textContent = text; }
    function state(name) { box.setAttribute("data-state", name); }
    function later(milliseconds, act) { window.setTimeout(act, milliseconds); }

    /* The index's head is asked for once; again when the site has a newer index. Who asked last is answered. */
    function withFinder(done, fail) {
      if (finder) {
        finder.fail = fail;
        return done();
      }
      waiting = { done: done, fail: fail };
      if (isLoading) { return; }
      isLoading = true;
      load("index.json", "json", function (answer) {
        isLoading = false;
        if (!answer || !answer.alphabet) { return waiting.fail(false); }
        head = answer;
        finder = new Finder(head);
        finder.fail = waiting.fail;
        waiting.done();
      });
    }

    /* The address that was asked with, if it is to be remembered, and the title follow the answer. */
    function search(text, address, isSecond) {
      var own = run += 1, shown = cleaned(text), query = folded(shown), isCleared = false;
      function isOld() { return own !== run; }
      function clear() {
        if (!isCleared) { box.innerHTML = ""; }
        isCleared = true;
      }
      function answer(name, words) {
        clear();
        state(name);
        say(words);
        later(0, function () {
          if (isOld()) { return; }
          if (address && window.history.pushState) { history.pushState(null, "", address); }
          address = null;
          document.title = (shown ? shown + " · " : "") + form.getAttribute("data-title");
        });
      }
      function fail(isStale) {
        var again;
        if (isOld()) { return; }
        if (isStale && !isSecond) { return search(text, address, true); }
        again = element("button", "button", "再试一次");
        again.type = "button";
        again.onclick = function () { search(text, address); };
        answer("failed", "没有取到搜索数据，请检查网络。");
        box.innerHTML = "";
        box.appendChild(again);
      }
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
        say("正在查找……");
      });
      withFinder(function () {
        if (isOld()) { return; }
        find(query, function (any) {
          if (any) { return; }
          /* Nothing: the query may be written in traditional characters. */
          simplified(query, function (other) {
            if (isOld()) { return; }
            if (other === query) { return nothing(shown); }
            find(other, function (some) { if (!some) { nothing(shown); } }, other);
          });
        });
      }, fail);

      function nothing(shown) {
        var words = shown.split(" ");
        answer("done", "没有找到“" + shown + "”。" + (words.length > 1 ? "可以只用其中一个词，如“" + words[0] + "”。" : "换一个词试试，少写几个字更容易找到。"));
      }

      /* Calls `ended` with whether anything was found. */
      function find(query, ended, instead) {
        finder.candidates(query, function (all, isInTitle, isSure) {
          var place = 0, end = 0, groups = [], prefix = instead ? "按“" + instead + "”查找：" : "";
          if (isOld()) { return; }
          head.kinds.forEach(function (kind) {
            var inTitles = [], others = [];
            for (end += kind.count; place < all.length && all[place] < end; place += 1) { (isInTitle(all[place]) ? inTitles : others).push(all[place]); }
            if (inTitles.length + others.length) { groups.push({ kind: kind.kind, section: null, hits: 0, left: inTitles.concat(others) }); }
          });
          if (!groups.length) { return ended(false); }
          part(quotas(), ROUNDS, function () {
            var found = groups.reduce(function (sum, group) { return sum + group.hits; }, 0),
              left = groups.reduce(function (sum, group) { return sum + group.left.length; }, 0);
            if (!found && !left) { return ended(false); }
            answer("done", prefix + (isSure || !left ? "找到 " + (found + left) + " 条" : found ? "先列出 " + found + " 条，还有更多" : "还没有找到，可以继续查找"));
            ended(true);
          });

          function quotas() {
            var left = PART, wanted = groups.map(function (group) {
              var count = Math.min(FIRST, group.left.length, left);
              left -= count;
              return count;
            });
            groups.forEach(function (group, index) {
              var more = Math.min(left, group.left.length - wanted[index]);
              wanted[index] += more;
              left -= more;
            });
            return wanted;
          }

          /* Shows as many more of each group as are wanted, as far as the files reach that one round reads. */
          function part(wanted, rounds, done) {
            var budget = FILES, hits = 0, taken = groups.map(function (group, index) {
              var numbers = group.left.slice(0, Math.max(0, wanted[index]));
              while (numbers.length && finder.filesFor(numbers) > budget) { numbers.pop(); }
              budget -= finder.filesFor(numbers);
              group.left = group.left.slice(numbers.length);
              return numbers;
            }), numbers = [].concat.apply([], taken);
            if (!numbers.length) { return finish(done); }
            finder.texts(numbers, function (records) {
              var place = 0;
              if (isOld()) { return; }
              groups.forEach(function (group, index) {
                taken[index].forEach(function () {
                  var record = records[place];
                  place += 1;
                  if (!isSure && record.searched.indexOf(query) < 0) { return; }
                  show(group, record);
                  hits += 1;
                });
              });
              if (hits || rounds < 2) { return finish(done); }
              part(wanted, rounds - 1, done);
            });
          }

          function show(group, record) {
            var section;
            clear();
            if (!group.section) {
              section = element("section", "group hits");
              section.appendChild(element("h2", "", KINDS[group.kind] || group.kind));
              group.list = section.appendChild(element("ul"));
              group.section = section;
              /* In the order of the kinds, whichever was found first. */
              box.insertBefore(section, groups.slice(groups.indexOf(group) + 1).reduce(function (found, other) { return found || other.section; }, null));
            }
            group.hits += 1;
            group.list.appendChild(hit(record, query));
          }

          function finish(done) {
            clear();
            Array.prototype.forEach.call(box.querySelectorAll("[data-more]"), function (old) { old.parentNode.removeChild(old); });
            groups.forEach(function (group, index) {
              var more;
              if (!group.left.length) { return; }
              more = element("button", "button more-hits", isSure ? "更多" + KINDS[group.kind] + "（还有 " + group.left.length + " 条）" : "继续查找" + KINDS[group.kind]);
              more.type = "button";
              more.setAttribute("data-more", group.kind);
              more.onclick = function () {
                var shownBefore = group.hits;
                more.disabled = true;
                state("loading");
                part(groups.map(function (other, place) { return place === index ? PART : 0; }), ROUNDS, function () {
                  var found = groups.reduce(function (sum, one) { return sum + one.hits; }, 0), left = groups.some(function (one) { return one.left.length; });
                  state("done");
                  /* Who goes on by the keyboard goes on with what is new. */
                  if (group.hits > shownBefore) { group.list.children[shownBefore].querySelector("a").focus(); }
                  if (!isSure) { say(prefix + (left ? "已列出 " + found + " 条" : found ? "找到 " + found + " 条" : "没有找到“" + shown + "”。")); }
                });
              };
              (group.section || box).appendChild(more);
            });
            done();
          }
        });
      }
    }

    /* Simplified characters for traditional ones, by a list that is asked for when a character stands nowhere in the site's texts. */
    function simplified(text, done) {
      var isForeign = (text.match(/[\u3400-\u9fff]/g) || []).some(function (one) { return head.alphabet.indexOf(one) < 0; });
      if (!isForeign) { return done(text); }
      load("traditional.json", "json", function (pairs) {
        if (!pairs || !pairs.traditional) { return done(text); }
        done(text.replace(/[\u3400-\u9fff]/g, function (one) {
          var place = pairs.traditional.indexOf(one);
          return place < 0 ? one : pairs.simplified.charAt(place);
        }));
      });
    }

    function asked() {
      var found = /[?&]q=([^&#]*)/.exec(location.search);
      try { return found ? decodeURIComponent(found[1].replace(/\+/g, " ")) : ""; } catch (problem) { return ""; }
    }
    /* Whoever stops to look at what they typed has half of the answer when they ask. Nothing is shown of it, and a failure is none yet. */
    field.addEventListener("input", function (event) {
      var typed = field.value, query = folded(cleaned(typed));
      if (event.isComposing || !query) { return; }
      later(PAUSE, function () {
        if (field.value === typed && finder && box.getAttribute("data-state") !== "loading") { finder.prepare(query); }
      });
    });
    form.addEventListener("submit", function (event) {
      var text = field.value;
      event.preventDefault();
      search(text, form.getAttribute("action") + "?q=" + encodeURIComponent(text));
    });
    window.addEventListener("popstate", function () { search(asked()); });
    search(asked());

    """#
}
