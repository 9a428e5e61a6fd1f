/* A film without sound over the picture of its slide. The picture is what is seen until the film really plays, and again where it stands still or fails:
   a box that can't play it shows a poster, and never a blank. */
/* global pictures */

var films = (function () {
  /* Milliseconds without a new picture before the poster comes back, and for how many seconds more than it takes a film is shown again. */
  var PATIENCE = 5000, AGAIN = 2, node = null, on = null, sources = [], next = 0, waiting = null;
  function show(isShown) { if (node) { node.className = isShown ? "film shown" : "film"; } }
  function wait() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { if (!node.ended) { show(false); } }, PATIENCE);
  }
  /* Old engines answer nothing, newer ones with a promise. */
  function play() {
    var answer = node.play();
    if (answer && answer.then) { answer.then(null, function () { return; }); }
  }
  function load() {
    if (next >= sources.length) { return show(false); }
    node.src = sources[next];
    next += 1;
    node.load();
    play();
  }
  function make() {
    var made = document.createElement("video");
    if (!made.play || !made.canPlayType || !made.canPlayType("video/mp4")) { return null; }
    made.muted = made.defaultMuted = true;
    made.volume = 0;
    made.preload = "auto";
    made.className = "film";
    ["muted", "playsinline", "webkit-playsinline"].forEach(function (name) { made.setAttribute(name, ""); });
    made.addEventListener("timeupdate", function () {
      if (!on || !(made.currentTime > 0)) { return; }
      show(true);
      wait();
    });
    /* The last picture stays. */
    made.addEventListener("ended", function () { clearTimeout(waiting); });
    made.addEventListener("error", function () {
      if (!on) { return; }
      show(false);
      load();
    });
    return made;
  }
  /* Nothing of it is kept while it is not seen: cheap boxes have one decoder. */
  function stop() {
    on = null;
    clearTimeout(waiting);
    if (!node) { return; }
    show(false);
    node.pause();
    if (node.parentNode) { node.parentNode.removeChild(node); }
    if (node.getAttribute("src") !== null) {
      node.removeAttribute("src");
      node.load();
    }
  }
  return {
    /* `holder` has the poster; `turn` names one turn of a slide, in which a film that plays goes on. Without a film none plays any more. */
    play: function (film, holder, turn, seconds) {
      if (!film || !holder) {
        if (on) { stop(); }
        return;
      }
      if (on === turn) {
        holder.appendChild(node);
        return play();
      }
      stop();
      node = node || make();
      if (!node) { return; }
      on = turn;
      sources = pictures.addresses(film);
      next = 0;
      node.loop = seconds - film.milliseconds / 1000 > AGAIN;
      holder.appendChild(node);
      load();
      wait();
    },
    /* For the worker, as many as it may keep: a film that is not kept is asked for each time. */
    paths: function (feed, room) {
      return (feed.films || []).filter(function (film) {
        if (film.bytes > room) { return false; }
        room -= film.bytes;
        return true;
      }).map(function (film) { return pictures.addresses(film)[0]; });
    }
  };
}());
