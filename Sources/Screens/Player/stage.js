/* The stage: fitted into the window, two layers that fade into each other, the clock, the corner, the shift against burn-in. */
/* global byID, changes, dayOf, boxOf, tone, annotate, pictures, framesOf, pagesOf */

var stage = (function () {
  var root = byID("stage"), body = byID("body"), front = 0, layer = 0, shape = 0, told = "", layers = body.querySelectorAll(".layer"), shown = {}, cleaning = null;
  /* A rem is a twentieth of the stage's height, and not a hundredth: some Chinese builds of Chromium raise fonts under 12 pixels. */
  function fit() {
    var width = window.innerWidth, height = window.innerHeight, wide = shape >= 1;
    if ((width >= height) !== wide) {
      if (width / height > shape) { width = height * shape; } else { height = width / shape; }
    }
    root.style.width = Math.floor(width) + "px";
    root.style.height = Math.floor(height) + "px";
    root.style.left = Math.floor((window.innerWidth - width) / 2) + "px";
    root.style.top = Math.floor((window.innerHeight - height) / 2) + "px";
    document.documentElement.style.fontSize = height / 20 + "px";
    settle();
    shown = { slide: shown.slide, state: shown.state, began: shown.began };
  }
  /* What stands below takes the room it needs, and the slides the rest. */
  function settle() {
    var unit = root.clientHeight / 100, foot = byID("foot").offsetHeight;
    byID("sole").style.height = Math.ceil(foot + 6.2 * unit) + "px";
    body.style.bottom = Math.ceil(foot + 7.4 * unit) + "px";
  }
  function set(id, text) {
    var node = byID(id);
    if (node.textContent === text) { return false; }
    node.textContent = text;
    return true;
  }
  /* A long title is set smaller, then on several lines; at last the screen's own name makes room for it. */
  function entitle(text) {
    var head = byID("head"), titles = byID("titles"), node = byID("title"), sizes = ["", "0.84em", "0.7em"], i;
    set("title", text);
    for (i = 0; i < 9; i += 1) {
      titles.className = ["", "lines", "lines alone"][Math.floor(i / 3)];
      node.style.fontSize = "";
      node.style.fontSize = sizes[i % 3] ? Math.max(root.clientHeight * 0.026 + 0.2, parseFloat(window.getComputedStyle(node).fontSize) * parseFloat(sizes[i % 3])) + "px" : "";
      if (node.scrollWidth <= node.clientWidth + 1 && titles.offsetHeight <= head.clientHeight + 1) { return; }
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
    if (frame.centred) { blocks[0].style.marginTop = Math.floor(room * 0.45) + "px"; }
    else if (rows.length) {
      size = Math.min(Math.floor(room / rows.length / 2), Math.floor(area.clientHeight * 0.08));
      rows.forEach(function (block) {
        block.style.paddingTop = block.style.paddingBottom = parseFloat(window.getComputedStyle(block).paddingTop) + size + "px";
      });
    }
  }
  /* The pages of all frames, measured in a layer that can't be seen. */
  function measured(layer, feed, moment) {
    var pages = [];
    layer.innerHTML = "";
    framesOf(feed, moment).forEach(function (frame) {
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
  function hasPictures(moment) {
    return moment.shown.some(function (one) { return one.item.picture !== undefined || /<img/.test(one.item.html || ""); });
  }
  function draw(feed, moment) {
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
      /* Pages of one slide follow each other in place; another slide comes in on the other layer. */
      hang(layers[layer], page.frame, page.page);
      if (layer !== front) { turn(layer); }
      shown.number = number;
      set("page", shown.pages.length > 1 ? (number + 1) + " / " + shown.pages.length : "");
      root.className = feed.screen.orientation + (moment.interruption && moment.shown.length ? " interrupted" + tone(moment.shown[0].item) : "") +
        " kind-" + moment.slide.kind;
      entitle(moment.slide.title);
      /* The same page measured anew, since something beside it changed, is no other page. */
      if (told !== moment.slide.id + " " + feed.generation + " " + number) { changes += 1; }
      told = moment.slide.id + " " + feed.generation + " " + number;
    }
  }
  function tick(feed, moment, now, note) {
    var local = now === null || moment.state === "evergreen" ? null : new Date((now + feed.utcOffsetMinutes * 60) * 1000), found, place, isOther;
    if (feed.screen.width / feed.screen.height !== shape) {
      shape = feed.screen.width / feed.screen.height;
      root.className = feed.screen.orientation;
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
    isOther = set("corner", feed.screen.corner === false ? "" : feed.generation + " · " + feed.digest) || isOther;
    if (isOther) { fit(); }
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
