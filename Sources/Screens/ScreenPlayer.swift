/// The screen page's style and script: classic ES5 and flexbox, as boxes with Chromium 38 need them.
enum ScreenPlayer {
  static let style: StaticString = """
    html, body { margin: 0; height: 100%; overflow: hidden; background: #7a1212; }
    body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #2b1a12; }
    #screen { position: absolute; top: 0; right: 0; bottom: 0; left: 0; display: flex; flex-direction: column; padding: 2.5vh 2.5vw; background: #b3261e; background: linear-gradient(160deg, #b3261e, #7a1212); }
    #head { display: flex; justify-content: space-between; align-items: center; color: #fff6e0; margin-bottom: 2vh; }
    h1 { font-size: 6vh; margin: 0; letter-spacing: .06em; }
    #clock { font-size: 4.4vh; margin: 0; }
    #clock small { margin-left: 1em; font-size: .75em; color: #f3d9a8; }
    #body { flex: 1; display: flex; min-height: 0; }
    .section { flex: 1; min-width: 0; min-height: 0; background: #fffaf0; border-radius: 1.2vh; padding: 2vh 1.6vw; margin-right: 1.4vw; overflow: hidden; display: flex; flex-direction: column; }
    .section:last-child { margin-right: 0; }
    #today { flex: 1.3; }
    h2 { font-size: 4vh; margin: 0 0 1.4vh; color: #9c1c16; border-bottom: .4vh solid #e0b45c; padding-bottom: 1vh; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { padding: 1.1vh 0; border-bottom: 1px solid #ead9b8; }
    li b { display: block; font-size: 3.5vh; line-height: 1.3; }
    li span { display: block; font-size: 2.8vh; line-height: 1.4; color: #6b4a35; }
    li em { font-style: normal; color: #fff; background: #b3261e; border-radius: .6vh; padding: 0 .8vh; font-size: 2.8vh; }
    li.cancelled b { color: #8a6d5c; text-decoration: line-through; }
    li.cancelled em { text-decoration: none; display: inline-block; }
    #foot { display: flex; justify-content: space-between; color: #f3d9a8; font-size: 2.7vh; margin-top: 1.6vh; }
    .portrait #body { flex-direction: column; }
    .portrait #head, .portrait #foot { display: block; }
    .portrait .section { margin-right: 0; margin-bottom: 1.4vh; padding: 2vh 3vw; }
    .portrait h1 { font-size: 3.8vh; } .portrait #clock { font-size: 2.7vh; }
    .portrait h2 { font-size: 3vh; } .portrait li b { font-size: 2.8vh; } .portrait li span, .portrait li em, .portrait #foot { font-size: 2.6vh; }
    .portrait #foot span { display: block; }
    .portrait #today { flex: 1; }
    .section.away { display: none; }
    li.tight { padding: .4vh 0; } li.tight b { font-size: 2.6vh; line-height: 1.2; } li.tight span { line-height: 1.2; }

    """

  static let script: StaticString = """
    (function () {
      "use strict";
      var root = document.getElementById("screen");
      var feed = JSON.parse(document.getElementById("feed").textContent);
      var sections = ["today", "soon", "notice"];
      var empty = { today: "今天没有安排", soon: "近日没有预告", notice: "目前没有公告" };
      var turn = 0;
      /* Lines too long for a whole list are set closer. */
      var tight = {};
      /* Upright screens have room for two lists: today's, and the others in turn. */
      var upright = /portrait/.test(document.documentElement.className);

      function two(n) { return n < 10 ? "0" + n : "" + n; }
      function local(now) { return new Date(now + feed.utcOffsetMinutes * 60000); }
      function span(text, name) {
        var node = document.createElement(name);
        node.appendChild(document.createTextNode(text));
        return node;
      }
      function row(item) {
        var li = document.createElement("li");
        var title = document.createElement("b");
        var names = [];
        if (item.statusLabel) {
          names.push(item.status);
          title.appendChild(span(item.statusLabel, "em"));
          title.appendChild(document.createTextNode(" "));
        }
        title.appendChild(document.createTextNode(item.title));
        if (tight[item.id]) { names.push("tight"); }
        li.className = names.join(" ");
        li.appendChild(title);
        var parts = [];
        if (item.when) { parts.push(item.when); }
        if (item.place) { parts.push(item.place); }
        if (item.detail) { parts.push(item.detail); }
        li.appendChild(span(parts.join("　"), "span"));
        return li;
      }
      /* Fills a list with as many of the lines as fit, beginning where the last turn ended. */
      function fill(name, items, turn) {
        var box = document.getElementById(name);
        var list = box.getElementsByTagName("ul")[0];
        var i = 0, start = 0, pages = 0, first = 0, shown;
        list.innerHTML = "";
        if (!items.length) {
          list.appendChild(span(good ? empty[name] : "信息待更新，请以现场通知为准", "li"));
          return;
        }
        while (start < items.length) {
          list.innerHTML = "";
          first = start;
          for (i = start; i < items.length; i += 1) {
            list.appendChild(row(items[i]));
            if (box.scrollHeight > box.clientHeight + 1) {
              if (i > start) {
                list.removeChild(list.lastChild);
                break;
              }
              tight[items[i].id] = true;
            }
          }
          starts[name][pages] = first;
          pages += 1;
          start = i;
        }
        shown = starts[name][turn % pages];
        list.innerHTML = "";
        for (i = shown; i < items.length && (turn % pages === pages - 1 || i < starts[name][turn % pages + 1]); i += 1) {
          list.appendChild(row(items[i]));
        }
      }
      var starts = { today: [], soon: [], notice: [] };
      var good = true;
      function draw() {
        var now = new Date().getTime();
        var clock = local(now);
        /* Before the build or after its promise the clock or the data is wrong: what depends on them is not shown. */
        good = now >= Date.parse(feed.generatedAt) - 300000 && now < Date.parse(feed.validUntil);
        document.getElementById("clock").innerHTML = good ? (clock.getUTCMonth() + 1) + "月" + clock.getUTCDate() + "日 周" +
          "日一二三四五六".charAt(clock.getUTCDay()) + " " + two(clock.getUTCHours()) + ":" + two(clock.getUTCMinutes()) : "";
        feed.data.forEach(function (item) {
          if (good && item.section === "day" && Date.parse(item.showFrom) <= now && now < Date.parse(item.showUntil)) {
            document.getElementById("clock").appendChild(span(item.title, "small"));
          }
        });
        document.getElementById("fresh").innerHTML = good ? "更新于 " + feed.generatedAt.substring(5, 16).replace("T", " ") : "信息待更新，请以现场通知为准";
        tight = {};
        function isAway(number) { return upright && number > 0 && turn % 2 !== number - 1; }
        /* First all boxes, then what goes into them: a box is measured at its own size. */
        sections.forEach(function (name, number) {
          document.getElementById(name).className = isAway(number) ? "section away" : "section";
          document.getElementById(name).getElementsByTagName("ul")[0].innerHTML = "";
        });
        sections.forEach(function (name, number) {
          if (isAway(number)) { return; }
          var items = feed.data.filter(function (item) {
            return good && item.section === name && Date.parse(item.showFrom) <= now && now < Date.parse(item.showUntil);
          });
          starts[name] = [];
          fill(name, items, upright && number > 0 ? Math.floor(turn / 2) : turn);
        });
      }
      /* A whole feed of a build that is not from the future; anything else changes nothing. */
      function isFeed(fresh) {
        return !!fresh && /^1[.]/.test(fresh.schemaVersion) && Object.prototype.toString.call(fresh.data) === "[object Array]" &&
          Date.parse(fresh.validUntil) > Date.parse(fresh.generatedAt) && Date.parse(fresh.generatedAt) < new Date().getTime() + 300000 &&
          typeof fresh.utcOffsetMinutes === "number" && fresh.data.every(function (item) {
            return typeof item.title === "string" && Date.parse(item.showUntil) > Date.parse(item.showFrom);
          });
      }
      function poll() {
        var request = new XMLHttpRequest();
        request.open("GET", root.getAttribute("data-feed"), true);
        request.timeout = 20000;
        request.onload = function () {
          var fresh;
          if (request.status !== 200) { return; }
          try { fresh = JSON.parse(request.responseText); } catch (e) { return; }
          if (isFeed(fresh) && fresh.generation > feed.generation) { feed = fresh; }
        };
        request.send();
      }
      draw();
      setInterval(function () { turn += 1; draw(); }, 12000);
      setInterval(poll, 55000 + Math.floor(Math.random() * 10000));
    }());

    """
}
