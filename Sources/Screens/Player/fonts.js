/* Whether this box can write Chinese: without a font two characters are the same empty square. */

function lacksFont(text) {
  var canvas = document.createElement("canvas"), context = canvas.getContext && canvas.getContext("2d");
  function drawn(character) {
    context.clearRect(0, 0, 48, 48);
    context.fillText(character, 4, 38);
    return String(Array.prototype.join.call(context.getImageData(0, 0, 48, 48).data, ""));
  }
  /* A screen that has nothing Chinese to say needs none. */
  if (!context || !/[\u4e00-\u9fff]/.test(text)) { return false; }
  canvas.width = canvas.height = 48;
  context.font = "36px " + window.getComputedStyle(document.body).fontFamily;
  try { return drawn("\u56fd") === drawn("\u5458"); } catch (e) { return false; }
}
