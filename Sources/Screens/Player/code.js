/* global element, add */

/* A QR code from its modules, with the quiet zone of four. */
function codeNode(code, label) {
  var space = "http://www.w3.org/2000/svg", size = code.size, path = "", row, column, start, box, svg, part;
  function dark(x, y) {
    var bit = y * size + x;
    return parseInt(code.modules.charAt(Math.floor(bit / 4)), 16) >> (3 - bit % 4) & 1;
  }
  for (row = 0; row < size; row += 1) {
    for (column = 0; column < size; column += 1) {
      start = column;
      while (column < size && dark(column, row)) { column += 1; }
      if (column > start) { path += "M" + (start + 4) + " " + (row + 4) + "h" + (column - start) + "v1h-" + (column - start) + "z"; }
    }
  }
  svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 " + (size + 8) + " " + (size + 8));
  svg.setAttribute("shape-rendering", "crispEdges");
  part = svg.appendChild(document.createElementNS(space, "path"));
  part.setAttribute("fill", "#fff");
  part.setAttribute("d", "M0 0h" + (size + 8) + "v" + (size + 8) + "H0z");
  part = svg.appendChild(document.createElementNS(space, "path"));
  part.setAttribute("d", path);
  box = element("div", "code");
  box.appendChild(svg);
  add(box, "span", "", label);
  return box;
}
