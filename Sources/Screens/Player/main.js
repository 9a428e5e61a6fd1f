/* Once a second: what shows now. */
/* global byID, changes, ticks, opened, programme, programmeOf, momentOf, clock, pictures, isDrawable, stage, contact */

programme = programmeOf(byID("feed").textContent);

var undrawn = null;
/* A slide that can't be drawn must not hold up time: the evergreen ones stand in for it. One whose pictures have not come gives its turn to the
   next that has something to show. */
function show(now) {
  var moment = momentOf(programme, now), name = programme.generation + " " + moment.state + " " + moment.slide.id, skipped = 0;
  while (skipped < moment.round.length && !isDrawable(programme, momentOf(programme, now, skipped))) { skipped += 1; }
  if (undrawn !== name && skipped < moment.round.length) {
    try {
      moment = momentOf(programme, now, skipped);
      return stage.tick(programme, moment, now, contact.note(now, moment));
    } catch (e) { undrawn = name; }
  }
  moment = momentOf(programme, null);
  stage.tick(programme, moment, null, contact.note(null, moment));
}
function tick() {
  var now;
  contact.beat();
  now = clock.now();
  contact.renew(now);
  contact.change(now);
  show(now);
  pictures.again(ticks);
  ticks += 1;
  if (ticks % 60 === 0) { contact.remember(now); }
}
/* For those who look after screens, and for tests. */
window.gongshi = {
  at: function (seconds) {
    var moment = momentOf(programme, seconds);
    return {
      state: moment.state, interruption: moment.interruption, daypart: moment.daypart, slide: moment.slide.id, elapsed: moment.elapsed,
      remaining: moment.seconds - moment.elapsed,
      items: moment.shown.map(function (shown) { return [shown.item.id, shown.isNow]; }),
      band: moment.band.map(function (number) { return programme.items[number].id; }),
      weather: moment.weather.map(function (number) { return programme.items[number].id; })
    };
  },
  status: function () {
    return { generation: programme.generation, digest: programme.digest, now: clock.now(), slide: stage.slide(), changes: changes, undrawn: undrawn };
  }
};
pictures.load(programme, true);
/* A page that begins does not wait for its next second. */
pictures.told = function () { if (ticks < 3) { show(clock.now()); } };
opened = clock.now();
contact.start();
tick();
setInterval(tick, 1000);
