// What is wrong with how a screen's page looks, and what it says. ES5, as both engines are asked; answers
//
//   {faults: ['cut off below: …'], text: all that its blocks say, codes: how many, page: '1 / 3', title: …, used: share of the height in use}
//
// `least` has hundredths of the height of a 16:9 screen of as many pixels: {text, name, frame}; `code` and `most` are hundredths of the screen's own height.
(function (least, code, most, safe, leastContrast) {
  'use strict';
  var stage = document.getElementById('stage');
  var frame = stage.getBoundingClientRect();
  var layer = stage.querySelector('.layer.shown');
  var safeFrame = {
    left: frame.left + frame.width * safe / 100, right: frame.right - frame.width * safe / 100,
    top: frame.top + frame.height * safe / 100, bottom: frame.bottom - frame.height * safe / 100
  };
  var faults = [];
  var unit = 0.0075 * Math.sqrt(frame.width * frame.height);
  var body = document.getElementById('body').getBoundingClientRect();
  var foot = document.getElementById('foot');

  function short(text) {
    text = text.replace(/\s+/g, ' ');
    return text.length > 40 ? text.slice(0, 40) + '…' : text;
  }
  function fault(what, node, more) {
    var parent = node.nodeType === 3 ? node.parentElement : node;
    faults.push(what + ': ' + parent.nodeName.toLowerCase() + (parent.id ? '#' + parent.id : '.' + parent.className) + ' ' + short(node.textContent) + (more ? ' ' + more : ''));
  }
  function isHidden(element) {
    var style = getComputedStyle(element), around = element.closest('.layer');
    return style.visibility === 'hidden' || !element.getClientRects().length || (around !== null && around !== layer);
  }
  function textsOf(root) {
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, null, false), found = [];
    while (walker.nextNode()) {
      if (/\S/.test(walker.currentNode.nodeValue) && !isHidden(walker.currentNode.parentElement)) found.push(walker.currentNode);
    }
    return found;
  }
  function rectsOf(node, from, to) {
    var range = document.createRange();
    range.selectNodeContents(node);
    if (to) {
      range.setStart(node, from);
      range.setEnd(node, to);
    }
    return Array.prototype.filter.call(range.getClientRects(), function (rect) { return rect.width > 0; });
  }
  // The characters' own box: a line's is as high as the font says, and more than the line.
  function ink(rect, size) {
    var more = Math.max(0, rect.height - size);
    return {left: rect.left, right: rect.right, top: rect.top + more * 0.62, bottom: rect.bottom - more * 0.38};
  }
  function meet(a, b) {
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  }
  function isWithin(a, b, slack) {
    return a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  }

  // Colours

  function colours(text) {
    return (text.match(/rgba?\([^)]*\)/g) || []).map(function (one) {
      var parts = one.match(/[\d.]+/g).map(Number);
      return {parts: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
    });
  }
  function luminance(parts) {
    var linear = parts.map(function (value) {
      value /= 255;
      return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
  function contrast(a, b) {
    var light = luminance(a), dark = luminance(b);
    return (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
  }
  function blend(veil, ground) {
    return ground.map(function (value, i) { return veil.parts[i] * veil.alpha + value * (1 - veil.alpha); });
  }
  // What may lie behind a point, from an element on: the colours of a gradient, or black and white where it is a picture.
  function grounds(x, y, element) {
    var stack = document.elementsFromPoint(x, y), veils = [], i, style, image, colour, found;
    for (i = Math.max(0, stack.indexOf(element)); i < stack.length && !found; i += 1) {
      style = getComputedStyle(stack[i]);
      image = colours(style.backgroundImage);
      colour = colours(style.backgroundColor)[0];
      if (stack[i].nodeName === 'IMG') found = [[0, 0, 0], [255, 255, 255]];
      // The picture behind a slide: no part of it is lighter (test_screen_faces.py measures that).
      else if (stack[i].id === 'ground' && /url\(/.test(style.backgroundImage)) found = [[0, 0, 0], [89, 89, 89]];
      else if (image.length) found = image.map(function (one) { return one.parts; });
      else if (colour && colour.alpha === 1) found = [colour.parts];
      else if (colour && colour.alpha > 0) veils.unshift(colour);
    }
    return (found || []).map(function (ground) {
      return veils.reduce(function (below, veil) { return blend(veil, below); }, ground);
    });
  }

  // Elements

  Array.prototype.forEach.call(stage.querySelectorAll('*'), function (element) {
    var style;
    if (isHidden(element)) return;
    style = getComputedStyle(element);
    if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) fault('cut off sideways', element, element.scrollWidth + ' > ' + element.clientWidth);
    if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) fault('cut off below', element, element.scrollHeight + ' > ' + element.clientHeight);
    if (element.nodeName === 'svg' && element.closest('.code') && element.getBoundingClientRect().height < frame.height * code / 100 - 1) fault('a small code', element.parentElement);
    if (element.nodeName === 'svg' && !element.closest('#strip') && !isWithin(element.getBoundingClientRect(), layer.getBoundingClientRect(), 0.5)) fault('a code outside', element.parentElement);
    if (element.nodeName === 'IMG' && !element.naturalWidth) fault('no picture', element);
  });

  // Head and foot, with what is left free around them; a sponsor with more than a line takes what it needs.
  // A band is there for a while, and says something.
  var strip = document.getElementById('strip').getBoundingClientRect(), banded = strip.height ? strip.height + unit : 0;
  if (foot.getBoundingClientRect().height < unit * 6 && (1 - (body.height + banded) / frame.height) * 100 > most) {
    faults.push('the frame is high: ' + ((1 - (body.height + banded) / frame.height) * 100).toFixed(1));
  }

  // What an item is called: of a figure, the figure.
  function isName(element) {
    var figure = element.closest('.figure');
    return figure && !figure.querySelector('.bars') ? element.closest('.value') !== null : element.closest('.name, .nothing') !== null;
  }

  function isStruck(element) {
    for (; element && element !== stage; element = element.parentElement) {
      if (/line-through/.test(getComputedStyle(element).textDecorationLine)) return true;
    }
    return false;
  }

  // Texts

  var placed = [], dated = /\d{1,2} [A-Z][a-z]{2}\b|\d[\d:.,\u2014\u2013-]*\d|\u5468[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u65e5]/g;
  textsOf(stage).forEach(function (node) {
    var parent = node.parentElement, style = getComputedStyle(parent), size = parseFloat(style.fontSize), numbers, number, rects;
    var box = parent.closest('.chip, .badge, .level, .label, .card, .figure, .leaf, .area, .words, #head, #foot, #strip, .warning, .present, .ahead') || stage;
    var wanted = parent.closest('#strip') ? least.text : !parent.closest('#body') ? least.frame : isName(parent) ? least.name : least.text;
    if (size / unit < wanted - 0.01) fault('small', node, (size / unit).toFixed(2));
    rectsOf(node).forEach(function (rect, i) {
      var own = ink(rect, size);
      placed.push({node: node, box: own});
      if (!isWithin(own, safeFrame, 0.5)) fault('outside the safe area', node);
      if (!isWithin(own, box.getBoundingClientRect(), 1.5)) fault('outside its box', node, box.className);
      if (i > 0) return;
      // 周二, struck through, is read as 周三; what is cancelled is to be read as well as what is not.
      if (isStruck(parent) && /[^\x00-\x7f\u2013]/.test(node.nodeValue)) fault('struck', node);
      grounds((own.left + own.right) / 2, (own.top + own.bottom) / 2, parent).forEach(function (ground) {
        var ratio = contrast(colours(style.color)[0].parts, ground);
        if (ratio < leastContrast) fault('faint', node, ratio.toFixed(2));
      });
    });
    // Telephones, times, figures and days (`22 Nov`, 周六 of a date) are read in one go.
    numbers = parent.closest('.when, .date, .group, #head') ? dated : /\d{1,2} [A-Z][a-z]{2}\b|\d[\d:.,\u2014\u2013-]*\d/g;
    numbers.lastIndex = 0;
    while ((number = numbers.exec(node.nodeValue))) {
      rects = rectsOf(node, number.index, number.index + number[0].length);
      if (number[0].length < 20 && rects.length && Math.abs(rects[0].top - rects[rects.length - 1].top) > 2) fault('torn', node, number[0]);
    }
  });
  // A word on a ground of its own covers nothing of the line above.
  Array.prototype.forEach.call(stage.querySelectorAll('.warned'), function (word) {
    if (isHidden(word)) return;
    placed.forEach(function (one) {
      if (!word.contains(one.node) && meet(one.box, word.getBoundingClientRect())) fault('covered', one.node, 'by ' + word.textContent);
    });
  });
  placed.forEach(function (one, i) {
    placed.slice(i + 1).forEach(function (other) {
      if (one.node !== other.node && meet(one.box, other.box)) fault('on top of another', one.node, '/ ' + short(other.node.nodeValue));
    });
    Array.prototype.forEach.call(layer.querySelectorAll('svg, .picture'), function (picture) {
      if (!picture.closest('.photo') && meet(one.box, picture.getBoundingClientRect())) fault('on top of a picture', one.node);
    });
  });

  // The last line of a text has more than a character; what is cut up over pages ends anywhere.
  Array.prototype.forEach.call(document.getElementById('page').textContent ? [] : layer.querySelectorAll('.name, .text, .do, .fact, .motto, p'), function (element) {
    var node = textsOf(element).pop(), length = node ? node.nodeValue.length : 0, tops;
    if (element.textContent.length < 4 || length < 3 || !/[^\x00-\x7f]{3}$/.test(node.nodeValue)) return;
    tops = [length - 3, length - 1].map(function (at) { return rectsOf(node, at, at + 1)[0].top; });
    if (Math.abs(tops[0] - tops[1]) > 2) fault('alone', element);
  });

  // How much of the height is in use.
  function used() {
    var area = layer.querySelector('.area'), lowest = 0;
    if (!area) return null;
    Array.prototype.forEach.call(area.children, function (child) { lowest = Math.max(lowest, child.getBoundingClientRect().bottom); });
    return Math.round((lowest - area.getBoundingClientRect().top) / area.clientHeight * 100) / 100;
  }

  return {
    faults: faults,
    // Headings, codes and the leaf stand on every page; dots between parts are not drawn.
    text: textsOf(layer).filter(function (node) { return !node.parentElement.closest('.group, .code, .leaf, .bars, th'); })
      .map(function (node) { return node.nodeValue; }).join('').replace(/\s+/g, ''),
    codes: layer.querySelectorAll('.code svg').length,
    page: document.getElementById('page').textContent,
    title: document.getElementById('title').textContent,
    used: used()
  };
})
