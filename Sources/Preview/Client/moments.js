/* Which time and what else is shown: a cookie says it, so that pages, pictures and feeds all know. */
/* global button, element, given, status */

var COOKIE = given("cookie");

function cookieOf() {
  var found = document.cookie.split("; ").filter(function (part) { return part.indexOf("gongshi-preview-" + (location.port || "80") + "=") === 0; })[0];
  return found ? found.slice(found.indexOf("=") + 1) : "";
}
function choose(at, drafts) {
  var parts = [];
  if (at !== null) { parts.push("at=" + at); }
  parts.push("drafts=" + (drafts ? 1 : 0));
  document.cookie = (COOKIE || "gongshi-preview-" + (location.port || "80")) + "=" + parts.join("&") + "; path=/; SameSite=Strict";
  location.reload();
}
function chosenAt() {
  var at = /(?:^|&)at=(\d+)/.exec(cookieOf());
  return at ? Number(at[1]) : null;
}
function two(number) { return (number < 10 ? "0" : "") + number; }

/* Of the site's own clock. */
function momentText(second) {
  var local = new Date((second + status.offset) * 1000);
  return status.words.moment.replace("{m}", local.getUTCMonth() + 1).replace("{d}", local.getUTCDate())
    .replace("{w}", status.words.weekdays[local.getUTCDay()]).replace("{t}", two(local.getUTCHours()) + ":" + two(local.getUTCMinutes()));
}
function fieldText(second) { return new Date((second + status.offset) * 1000).toISOString().slice(0, 16); }
function fieldSecond(text) {
  var time = Date.parse(text + ":00Z");
  return isNaN(time) ? null : time / 1000 - status.offset;
}

/* Date and time from left to right, a quarter of an hour a step; told while it moves, chosen when it is let go. */
function timeControl() {
  var box = element("div", "time"), label = element("span", "moment"), slider = element("input"), field = element("input", "exact"),
    isChosen = status.isChosen, shown = status.clock === null ? status.present : status.clock;
  function tell(second, isNow) { label.textContent = isNow ? status.words.now : momentText(second); }
  slider.type = "range";
  slider.min = status.first;
  slider.max = status.last;
  slider.step = 900;
  slider.value = shown;
  slider.setAttribute("aria-label", status.words.time);
  slider.addEventListener("input", function () {
    tell(Number(slider.value), false);
    slider.setAttribute("aria-valuetext", label.textContent);
  });
  slider.addEventListener("change", function () { choose(Number(slider.value), status.drafts); });
  field.type = "datetime-local";
  field.value = fieldText(shown);
  field.setAttribute("aria-label", status.words.exactTime);
  field.addEventListener("change", function () {
    var second = fieldSecond(field.value);
    if (second !== null) { choose(second, status.drafts); }
  });
  tell(shown, status.clock === null);
  box.classList.toggle("is-chosen", isChosen);
  box.appendChild(label);
  box.appendChild(slider);
  box.appendChild(field);
  if (isChosen) { box.appendChild(button("now", status.words.now, function () { choose(null, status.drafts); })); }
  return box;
}
