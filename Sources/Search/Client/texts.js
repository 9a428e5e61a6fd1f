/* Characters as they are compared, and files as they are fetched. */
/* global ROOT, WORDS */

/* One answer as "json" or "arraybuffer", or null. A slow line has 20 seconds. The head is asked of the server each time, whatever a browser has
   kept where nothing says for how long; all other files are asked for with the marks that the head has of them, which change with what they hold. */
function load(name, type, done) {
  var request = new XMLHttpRequest();
  request.open("GET", ROOT + name, true);
  if (type === "json") { request.setRequestHeader("Cache-Control", "no-cache"); }
  request.responseType = type;
  request.timeout = 20000;
  request.onloadend = function () { done(request.status === 200 ? request.response : null); };
  request.send();
}

/* What characters are compared as: ASCII and wide letters, digits and marks as small ASCII, and those that WORDS names: `alike`, one for one, and
   `alikeRuns`, which follow one another from the first on. */
var ALIKE_FROM = WORDS.alike[0], ALIKE_AS = WORDS.alike[1], ALIKE;
WORDS.alikeRuns.forEach(function (run) {
  ALIKE_FROM += run.as.split("").map(function (one, place) { return String.fromCharCode(run.first + place); }).join("");
  ALIKE_AS += run.as;
});
ALIKE = new RegExp("[A-Z\uff01-\uff5e" + ALIKE_FROM + "]", "g");
function folded(text) {
  return text.replace(ALIKE, function (one) {
    var code = one.charCodeAt(0);
    if (code > 0xff00 && code < 0xff5f) { code -= 0xfee0; }
    return code < 128 ? String.fromCharCode(code > 64 && code < 91 ? code + 32 : code) : ALIKE_AS.charAt(ALIKE_FROM.indexOf(one));
  });
}
function cleaned(text) {
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ").replace(/^ | $/g, "");
}
/* A text as it is compared: folded, without the blanks beside Chinese characters, which some write and some don't. */
var BLANKS = / (?=[\u2e80-\udfff\uf900-\uffff])|([\u2e80-\udfff\uf900-\uffff]) /g;
function compared(text) { return folded(text).replace(BLANKS, "$1"); }
/* The same, and for each unit of it the place in the text; behind the last the text's end. */
function places(text) {
  var all = folded(text), out = "", at = [], i, one;
  function isWide(place) { return /[\u2e80-\udfff\uf900-\uffff]/.test(all.charAt(place)); }
  for (i = 0; i < all.length; i += 1) {
    one = all.charAt(i);
    if (one === " " && (isWide(i - 1) || isWide(i + 1))) { continue; }
    out += one;
    at.push(i);
  }
  at.push(all.length);
  return { text: out, at: at };
}
