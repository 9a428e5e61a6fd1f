/* Characters as they are compared, and files as they are fetched. */
/* global ROOT */

/* One answer as "json" or "arraybuffer", or null. A slow line has 20 seconds. The head is asked of the server each time, whatever a browser has
   kept where nothing says for how long; all other files are asked for with the head's mark, which another release changes. */
function load(name, type, done) {
  var request = new XMLHttpRequest();
  request.open("GET", ROOT + name, true);
  if (type === "json") { request.setRequestHeader("Cache-Control", "no-cache"); }
  request.responseType = type;
  request.timeout = 20000;
  request.onloadend = function () { done(request.status === 200 ? request.response : null); };
  request.send();
}

/* What a character is compared as: ASCII and full-width letters and digits as small ASCII. */
function folded(text) {
  return text.replace(/[A-Z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, function (one) {
    var code = one.charCodeAt(0);
    return String.fromCharCode(code < 128 ? code + 32 : code < 0xff41 && code > 0xff20 ? code - 0xfee0 + 32 : code - 0xfee0);
  });
}
function cleaned(text) {
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ").replace(/^ | $/g, "");
}
