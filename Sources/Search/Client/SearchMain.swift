/// What happens between a query and its results.
extension SearchScript {
  static let main: StaticString = #"""
    /* A part shows that many, of each kind at most so many at first; and reads no more than so many files of texts. */
    var PART = 10, FIRST = 4, FILES = 14, finder = null, head = null, waiting = null, isLoading = false;

    function say(text) { status.textContent = text; }
    function state(name) { box.setAttribute("data-state", name); }

    function failed(query) {
      var again = element("button", "button", "再试一次");
      state("failed");
      say("没有取到搜索数据，请检查网络。");
      again.type = "button";
      again.onclick = function () { search(query); };
      box.innerHTML = "";
      box.appendChild(again);
    }

    /* The index's head is asked for once; again when the site has a newer index. Who asked last is answered. */
    function withFinder(done, fail) {
      if (finder) {
        finder.fail = fail;
        return done();
      }
      waiting = { done: done, fail: fail };
      if (isLoading) { return; }
      isLoading = true;
      load("index.json", function (bytes) {
        var text = "", i;
        isLoading = false;
        if (!bytes) { return waiting.fail(false); }
        for (i = 0; i < bytes.length; i += 1) { text += "%" + (bytes[i] < 16 ? "0" : "") + bytes[i].toString(16); }
        try { head = JSON.parse(decodeURIComponent(text)); } catch (problem) { return waiting.fail(false); }
        finder = new Finder(head);
        finder.fail = waiting.fail;
        waiting.done();
      });
    }

    function search(text, isSecond) {
      var own = run += 1, shown = cleaned(text), query = folded(shown);
      function isOld() { return own !== run; }
      function fail(isStale) {
        if (isOld()) { return; }
        if (isStale && !isSecond) { return search(text, true); }
        failed(text);
      }
      field.value = text;
      document.title = (shown ? shown + " · " : "") + form.getAttribute("data-title");
      box.innerHTML = "";
      if (!query) {
        say("");
        /* What the first query begins with is here when it is typed. */
        withFinder(function () { return; }, function () { return; });
        return state("done");
      }
      state("loading");
      say("正在查找……");
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
        state("done");
        say("没有找到“" + shown + "”。" + (words.length > 1 ? "可以只用其中一个词，如“" + words[0] + "”。" : "换一个词试试，少写几个字更容易找到。"));
      }

      /* Calls `ended` with whether anything was found. */
      function find(query, ended, instead) {
        finder.candidates(query, function (all, titles, isSure) {
          var first = 0, groups = [], inTitle = {}, prefix = instead ? "按“" + instead + "”查找：" : "";
          if (isOld()) { return; }
          titles.forEach(function (number) { inTitle[number] = true; });
          head.kinds.forEach(function (kind) {
            var end = first + kind.count;
            function isOurs(number) { return number >= first && number < end; }
            var ours = all.filter(isOurs);
            groups.push({
              kind: kind.kind, section: null, hits: 0,
              left: ours.filter(function (number) { return inTitle[number]; }).concat(ours.filter(function (number) { return !inTitle[number]; }))
            });
            first = end;
          });
          groups = groups.filter(function (group) { return group.left.length; });
          if (!groups.length) { return ended(false); }
          part(quotas(), FILES, function () {
            var found = groups.reduce(function (sum, group) { return sum + group.hits; }, 0),
              left = groups.reduce(function (sum, group) { return sum + group.left.length; }, 0);
            if (!found && !left) { return ended(false); }
            state("done");
            say(prefix + (isSure || !left ? "找到 " + (found + left) + " 条" : found ? "先列出 " + found + " 条，还有更多" : "还没有找到，可以继续查找"));
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

          /* Shows as many more of each group as are wanted, as far as the files that may be read reach. */
          function part(wanted, budget, done) {
            var taken = groups.map(function (group, index) {
              var numbers = group.left.slice(0, Math.max(0, wanted[index]));
              while (numbers.length && finder.filesFor(numbers) > budget) { numbers.pop(); }
              budget -= numbers.length ? finder.filesFor(numbers) : 0;
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
                  wanted[index] -= 1;
                });
              });
              part(wanted, budget, done);
            });
          }

          function show(group, record) {
            var section;
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
                part(groups.map(function (other, place) { return place === index ? PART : 0; }), FILES, function () {
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
      load("traditional.json", function (bytes) {
        var list = "", i, pairs;
        for (i = 0; bytes && i < bytes.length; i += 1) { list += "%" + (bytes[i] < 16 ? "0" : "") + bytes[i].toString(16); }
        try { pairs = JSON.parse(decodeURIComponent(list)); } catch (problem) { return done(text); }
        done(text.replace(/[\u3400-\u9fff]/g, function (one) {
          var place = pairs.traditional ? pairs.traditional.indexOf(one) : -1;
          return place < 0 ? one : pairs.simplified.charAt(place);
        }));
      });
    }

    function asked() {
      var found = /[?&]q=([^&#]*)/.exec(location.search);
      try { return found ? decodeURIComponent(found[1].replace(/\+/g, " ")) : ""; } catch (problem) { return ""; }
    }
    form.addEventListener("submit", function (event) {
      var text = field.value;
      event.preventDefault();
      search(text);
      if (window.history.pushState) { history.pushState(null, "", form.getAttribute("action") + "?q=" + encodeURIComponent(text)); }
    });
    window.addEventListener("popstate", function () { search(asked()); });
    search(asked());

    """#
}
