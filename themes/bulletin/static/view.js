// Run before anything is painted: that there is a script, and whether the reader asked for large print.
(function () {
  'use strict';
  var root = document.documentElement, asked = /[?&]elder=([01])/.exec(location.search), large = null;
  try {
    if (asked) { localStorage.setItem('elder', asked[1]); }
    large = localStorage.getItem('elder');
  } catch (error) { large = asked ? asked[1] : null; }
  root.className += ' scripted' + (large === '1' ? ' elder' : '');
})();
