/* Figures over time: bars that stand on a line, or hang from it where a value is below nothing, with numbers and names. */
/* global element, add */

function barsOf(points) {
  var chart = element("div", "bars"), values = points.map(function (point) { return point.value; }),
    high = Math.max.apply(null, values.concat(0)), low = Math.min.apply(null, values.concat(0)), span = high - low || 1, last = points.length - 1;
  if (low < 0) { chart.className += " sunk"; }
  chart.appendChild(element("div", "zero")).style.bottom = -low / span * 100 + "%";
  points.forEach(function (point, number) {
    var bar = chart.appendChild(element("div", number === last ? "bar last" : "bar")),
      fill = bar.appendChild(element("i", point.value < 0 ? "below" : ""));
    fill.style[point.value < 0 ? "top" : "bottom"] = (point.value < 0 ? high : -low) / span * 100 + "%";
    fill.style.height = Math.max(1, Math.abs(point.value) / span * 100) + "%";
  });
  points.forEach(function (point, number) {
    add(chart, "span", number === last ? "top last" : "top", point.text || String(point.value));
    add(chart, "span", "foot", point.label);
  });
  return chart;
}
/* Numbers and names of a chart, as many as have room, the last among them; smaller where fewer than three numbers had. */
function annotate(chart) {
  var width = chart.clientWidth, bars = chart.querySelectorAll(".bar i"), column = width / bars.length, last = bars.length - 1,
    zero = parseFloat(chart.querySelector(".zero").style.bottom);
  function height(number) { return parseFloat(bars[number].style.height); }
  /* The longest of the bars on one side that a number is as wide as. */
  function reach(box, side) {
    var number, most = 0;
    for (number = Math.floor(box.left / column); number <= last && number * column < box.right; number += 1) {
      if (bars[number].className === side) { most = Math.max(most, height(number)); }
    }
    return most;
  }
  function boxesOf(labels) {
    var gap = parseFloat(window.getComputedStyle(labels[0]).fontSize) * 0.6;
    return Array.prototype.map.call(labels, function (label, number) {
      var size = label.offsetWidth + 1, left = Math.max(0, Math.min(width - size, (number + 0.5) * column - size / 2));
      return { left: left, right: left + size, room: left + size + gap };
    });
  }
  function set(label, box, isShown) {
    label.style.visibility = isShown ? "" : "hidden";
    label.style.left = box.left + "px";
  }
  /* A number stands clear of the bars below it, and only where it is not taken for a longer neighbour's. */
  function number(labels) {
    var boxes = boxesOf(labels), limit = Infinity, count = 0, i, side, most, isShown;
    for (i = last; i >= 0; i -= 1) {
      side = bars[i].className;
      most = reach(boxes[i], side);
      isShown = i === last || boxes[i].room <= limit && most - height(i) <= 5;
      set(labels[i], boxes[i], isShown);
      labels[i].style[side ? "top" : "bottom"] = (side ? 100 - zero : zero) + most + "%";
      if (isShown) {
        limit = boxes[i].left;
        count += 1;
      }
    }
    return count;
  }
  /* Names at even distances. */
  function name(labels) {
    var boxes = boxesOf(labels), step = 1;
    function isTight() {
      var i;
      for (i = last; i >= step; i -= step) {
        if (boxes[i - step].room > boxes[i].left) { return true; }
      }
      return false;
    }
    while (isTight()) { step += 1; }
    boxes.forEach(function (box, i) { set(labels[i], box, (last - i) % step === 0); });
  }
  chart.className = chart.className.replace(" tight", "");
  if (number(chart.querySelectorAll(".top")) < Math.min(3, bars.length)) {
    chart.className += " tight";
    number(chart.querySelectorAll(".top"));
  }
  name(chart.querySelectorAll(".foot"));
}
