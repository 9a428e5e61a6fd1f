extension ScreenPlayer {
  static let main: StaticString = #"""
    function tick() {
      var now = clock.now(), moment;
      contact.reload(now);
      contact.change(now);
      moment = momentOf(programme, now);
      stage.tick(programme, moment, now, contact.note(now, moment));
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
          items: moment.shown.map(function (shown) { return [shown.item.id, shown.isNow]; })
        };
      },
      status: function () {
        return { generation: programme.generation, digest: programme.digest, now: clock.now(), slide: stage.slide(), changes: changes };
      }
    };
    opened = clock.now();
    contact.start();
    tick();
    setInterval(tick, 1000);

    """#
}
