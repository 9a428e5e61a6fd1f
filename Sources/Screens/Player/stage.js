/* The stage: fitted into the window, two layers that fade into each other, the clock, the corner, the shift against burn-in. */
/* global byID, changes, dayOf, boxOf, tone, annotate, pictures, films, framesOf, pagesOf, band */

var stage = (function () {
  var root = byID("stage"), body = byID("body"), front = 0, layer = 0, shape = 0, told = "", layers = body.querySelectorAll(".layer"), shown = {}, cleaning = null, screen = {}, rem = 0, face = "";
  /* Hundredths of each side. */
  var SAFE_AREA = 3;
  /* A rem is a twentieth of the height of a 16:9 stage that has as many pixels, lying or upright: a line has as many characters as its letters are
     large. And not a hundredth: some Chinese builds of Chromium raise fonts under 12 pixels. */
  function fit() {
    var turned = screen.rotate === 90 || screen.rotate === 270, width = turned ? window.innerHeight : window.innerWidth,
      height = turned ? window.innerWidth : window.innerHeight, wide = shape >= 1;
    if ((width >= height) !== wide) {
      if (width / height > shape) { width = height * shape; } else { height = width / shape; }
    }
    root.style.width = Math.floor(width) + "px";
    root.style.height = Math.floor(height) + "px";
    root.style.left = Math.floor((window.innerWidth - width) / 2) + "px";
    root.style.top = Math.floor((window.innerHeight - height) / 2) + "px";
    root.style.transform = turned ? "rotate(" + screen.rotate + "deg)" : "";
    rem = Math.sqrt(width * height) * 0.0375;
    document.documentElement.style.fontSize = rem + "px";
    settle();
    shown = { slide: shown.slide, state: shown.state, began: shown.began };
  }
  /* The frame keeps out of what boxes cut off at the edges and of where the picture wanders to; head and foot take the room they need, and the slides
     the rest. */
  function settle() {
    var head = byID("head"), foot = byID("foot"), strip = byID("strip"), more = { head: 0, foot: 0 }, safe = (screen.safeArea === undefined ? SAFE_AREA : screen.safeArea) / 100,
      side = Math.ceil(root.clientWidth * safe + 0.08 * rem), edge = Math.ceil(root.clientHeight * safe + 0.08 * rem), above, sole;
    [head, foot, body, strip].forEach(function (node) { node.style.left = node.style.right = side + "px"; });
    head.style.top = foot.style.bottom = edge + "px";
    above = edge + head.offsetHeight + Math.ceil(0.15 * rem);
    sole = edge + foot.offsetHeight + Math.ceil(0.04 * rem);
    byID("band").style.height = above + "px";
    byID("sole").style.height = sole + "px";
    /* The band has room of its own: it covers nothing. */
    if (/^on/.test(strip.className)) { more[screen.bandAt === "head" ? "head" : "foot"] = strip.offsetHeight + Math.ceil(0.1 * rem); }
    strip.style.top = screen.bandAt === "head" ? above + Math.ceil(0.1 * rem) + "px" : "auto";
    strip.style.bottom = screen.bandAt === "head" ? "auto" : sole + Math.ceil(0.1 * rem) + "px";
    body.style.top = above + more.head + Math.ceil(0.1 * rem) + "px";
    body.style.bottom = sole + more.foot + Math.ceil(0.1 * rem) + "px";
  }
  /* What takes the whole screen reaches over all of the frame; what is read on it stays within. */
  function bleed(node) {
    var more = 0.1 * rem, words = node.querySelector(".words"), below = root.clientHeight - body.offsetTop - body.offsetHeight;
    node.style.top = -body.offsetTop - more + "px";
    node.style.bottom = -below - more + "px";
    node.style.left = node.style.right = -body.offsetLeft - more + "px";
    words.style.padding = 0.2 * rem + "px " + (body.offsetLeft + more) + "px " + (below + more) + "px";
  }
  function set(id, text) { return put(byID(id), text); }
  function put(node, text) {
    if (node.textContent === text) { return false; }
    node.textContent = text;
    return true;
  }
  /* A long title is set smaller, then on two lines. */
  function entitle(text) {
    var head = byID("head"), titles = byID("titles"), node = byID("title"), sizes = [1, 0.84, 0.7], i;
    set("title", text);
    for (i = 0; i < 6; i += 1) {
      titles.className = i < 3 ? "" : "lines";
      node.style.fontSize = "";
      node.style.fontSize = Math.max(0.54 * rem, parseFloat(window.getComputedStyle(node).fontSize) * sizes[i % 3]) + "px";
      if (node.scrollWidth <= node.clientWidth + 1 && titles.scrollHeight <= head.clientHeight + 1) { return; }
    }
  }
  function two(n) { return n < 10 ? "0" + n : String(n); }
  function hang(layer, frame, page) {
    layer.innerHTML = "";
    frame.area.innerHTML = "";
    frame.area.style.fontSize = page.scale + "em";
    page.blocks.forEach(function (block) {
      block.style.paddingTop = block.style.paddingBottom = block.style.marginTop = "";
      frame.area.appendChild(block);
    });
    frame.area.className = "area";
    layer.appendChild(frame.root);
    if (frame.bleeds) { bleed(frame.root); }
    Array.prototype.forEach.call(frame.area.querySelectorAll(".bars"), annotate);
    spread(frame, page.blocks);
  }
  /* What is left of a page is shared among its lines and cards, or lies above and below. */
  function spread(frame, blocks) {
    var area = frame.area, rows = blocks.filter(function (block) { return /^(row|entry)/.test(block.className); }), bottom, room, size;
    bottom = blocks.reduce(function (most, block) { return Math.max(most, boxOf(block).bottom); }, 0);
    room = area.clientHeight - bottom - 1;
    if (!blocks.length) { return; }
    if (frame.stretched) { area.className = blocks[blocks.length - 1].offsetTop > blocks[0].offsetTop ? "area full" : "area middle"; }
    if (room <= 0) { return; }
    if (!frame.centred && rows.length) {
      size = Math.min(Math.floor(room / rows.length / 2), Math.floor(area.clientHeight * 0.08));
      rows.forEach(function (block) {
        block.style.paddingTop = block.style.paddingBottom = parseFloat(window.getComputedStyle(block).paddingTop) + size + "px";
      });
      room -= 2 * size * rows.length;
    }
    if (frame.centred || rows.length) { blocks[0].style.marginTop = Math.floor(room * 0.42) + "px"; }
  }
  /* The pages of all frames, measured in a layer that can't be seen. */
  function measured(layer, feed, moment) {
    var pages = [];
    layer.innerHTML = "";
    framesOf(feed, moment, /^on/.test(byID("strip").className)).forEach(function (frame) {
      layer.innerHTML = "";
      layer.appendChild(frame.root);
      pagesOf(frame, feed.screen.words).forEach(function (page) { pages.push({ frame: frame, page: page }); });
    });
    layer.innerHTML = "";
    return pages;
  }
  function turn(number) {
    layers[front].className = "layer";
    front = number;
    layers[front].className = "layer shown";
    if (cleaning) { clearTimeout(cleaning); }
    cleaning = setTimeout(function () {
      cleaning = null;
      layers[1 - front].innerHTML = "";
    }, 900);
  }
  /* Each page has its seconds, and the last what is left: a turn was made as long as about as many pages as there are, rather a few more. Where
     there are more nevertheless, they share it. */
  function numberAt(moment) {
    var seconds = moment.slide.seconds, count = shown.pages.length;
    if (!(seconds >= 5) || seconds * count > moment.seconds) { seconds = moment.seconds / count; }
    return Math.min(count - 1, Math.floor(moment.elapsed / seconds));
  }
  function classOf(feed, moment, page) {
    return feed.screen.orientation + (moment.interruption && moment.shown.length ? " interrupted" + tone(moment.shown[0].item) : "") +
      " kind-" + moment.slide.kind + (page && page.frame.bleeds ? " bleeds" : "") + face;
  }
  /* The picture behind a slide, once it has come; until then the slide has the ground of its face. White letters are read on it, and so the face is
     the dark one. */
  function grounded(feed, moment) {
    var source = moment.slide.background === undefined ? null : pictures.source(feed.pictures[moment.slide.background]), ground = byID("ground");
    var image = source ? "url(\"" + source.replace(/["\\\n]/g, "") + "\")" : "";
    if (ground.getAttribute("data-source") !== (source || "")) {
      ground.setAttribute("data-source", source || "");
      ground.style.backgroundImage = image;
    }
    face = (screen.theme ? " face-" + screen.theme : "") + (source ? " on-picture" : "") + (source || screen.theme === "night" || screen.theme === "contrast" ? " dim" : "");
  }
  function linesOf(feed, numbers) { return (numbers || []).map(function (number) { return feed.items[number]; }); }
  /* `多云 6°C`, the air, and the first of the warnings. */
  function weatherSaid(feed, moment) {
    var parts = linesOf(feed, moment.weather), now = parts.filter(function (item) { return !item.tone; })[0],
      warning = parts.filter(function (item) { return item.tone; })[0], isOther = false;
    ["head", "foot"].forEach(function (edge) {
      var node = byID("weather-" + edge), spans = node.querySelectorAll("span"), isHere = screen.weatherAt === edge;
      isOther = put(spans[0], isHere && now ? now.title : "") || isOther;
      isOther = put(spans[1], isHere && now && now.line && (edge === "foot" || !warning) ? now.line : "") || isOther;
      isOther = put(spans[2], isHere && warning ? warning.title : "") || isOther;
      spans[2].className = isHere && warning ? "warned" + tone(warning) : "";
      node.className = isHere && (now || warning) ? "on" : "";
    });
    return isOther;
  }
  function hasPictures(moment) {
    return moment.slide.background !== undefined || moment.shown.some(function (one) { return one.item.picture !== undefined || /<img/.test(one.item.html || ""); });
  }
  function draw(feed, moment) {
    grounded(feed, moment);
    var key = moment.slide.id + "|" + moment.state + "|" + feed.generation + "|" + (hasPictures(moment) ? pictures.state() : "") + "|" + moment.shown.map(function (one) {
      return one.number + (one.isNow ? "+" : "");
    }).join(","), isSame = moment.slide.id === shown.slide && moment.state === shown.state, number, page;
    if (key !== shown.key) {
      if (!isSame) { layer = 1 - front; }
      /* The page that stays is measured out of sight, too. */
      shown = { key: key, slide: moment.slide.id, state: moment.state, pages: measured(layers[1 - front], feed, moment), number: -1 };
    }
    shown.began = moment.began;
    number = numberAt(moment);
    if (number !== shown.number) {
      page = shown.pages[number];
      root.className = classOf(feed, moment, page);
      /* Pages of one slide follow each other in place; another slide comes in on the other layer. */
      hang(layers[layer], page.frame, page.page);
      films.play(page.frame.film, page.frame.root.querySelector(".picture"), moment.slide.id + " " + moment.began, moment.seconds);
      if (layer !== front) { turn(layer); }
      shown.number = number;
      set("page", shown.pages.length > 1 ? (number + 1) + " / " + shown.pages.length : "");
      entitle(moment.slide.title);
      /* The same page measured anew, since something beside it changed, is no other page. */
      if (told !== moment.slide.id + " " + feed.generation + " " + number) { changes += 1; }
      told = moment.slide.id + " " + feed.generation + " " + number;
    }
  }
  /* When what is shown was made: the time, and the day where it was another. */
  function updated(feed, local) {
    var made = new Date((feed.from + feed.utcOffsetMinutes * 60) * 1000).toISOString(), day = dayOf(feed, made);
    return feed.screen.words.updated + " " + (made.slice(0, 10) !== local.toISOString().slice(0, 10) && day && day.short ? day.short + " " : "") + made.slice(11, 16);
  }
  function tick(feed, moment, now, note) {
    var local = now === null || moment.state === "evergreen" ? null : new Date((now + feed.utcOffsetMinutes * 60) * 1000), found, place, isOther;
    if (feed.screen !== screen) {
      screen = feed.screen;
      shape = screen.width / screen.height;
      root.className = screen.orientation;
      fit();
    }
    set("name", feed.screen.title);
    set("time", local ? two(local.getUTCHours()) + ":" + two(local.getUTCMinutes()) : "");
    if (local) {
      found = dayOf(feed, local.getUTCFullYear() + "-" + two(local.getUTCMonth() + 1) + "-" + two(local.getUTCDate()));
    }
    set("date", found ? found.label : "");
    set("lunar", found && found.line || "");
    isOther = set("stale", note);
    isOther = set("sponsor", feed.screen.sponsor) || isOther;
    isOther = set("updated", note || !local ? "" : updated(feed, local)) || isOther;
    isOther = set("corner", feed.screen.corner ? feed.generation + " · " + feed.digest : "") || isOther;
    isOther = weatherSaid(feed, moment) || isOther;
    /* What it says is measured where it stands. */
    isOther = band.set(linesOf(feed, moment.band), root.clientWidth) || isOther;
    if (isOther) { fit(); }
    band.show(now || 0);
    draw(feed, moment);
    /* Pixels that never change burn in: the picture wanders a little, within the safe area. */
    place = Math.floor((now || 0) / 120) % 8;
    byID("shift").style.transform = "translate(" + [0, 1, 1, 1, 0, -1, -1, -1][place] * 0.08 + "rem," +
      [-1, -1, 0, 1, 1, 1, 0, -1][place] * 0.08 + "rem)";
  }
  function isOn(moment) { return shown.slide === moment.slide.id && shown.began === moment.began; }
  window.addEventListener("resize", fit);
  return {
    tick: tick,
    slide: function () { return shown.slide; },
    /* Whether a moment goes on with the slide that was drawn last, in the same turn: a round may hold one slide alone. */
    isOn: isOn,
    /* And whether it goes on with the page that is on. */
    isOnPage: function (moment) { return isOn(moment) && !!shown.pages && numberAt(moment) === shown.number; }
  };
}());
