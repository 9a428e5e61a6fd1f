/* What is wrong with the site: over the page while there are errors, in a panel else. */
/* global button, counted, element, status */

function sourceLine(problem) {
  var line = element("code", "source"), text = problem.source.replace(/\t/g, "  "), at = (problem.column || 1) - 1;
  line.appendChild(element("span", "number", String(problem.line)));
  if (problem.column > 0 && at < text.length) {
    line.appendChild(document.createTextNode(text.slice(0, at)));
    line.appendChild(element("mark", "", text.slice(at, at + 1)));
    line.appendChild(document.createTextNode(text.slice(at + 1)));
  } else {
    line.appendChild(document.createTextNode(text));
  }
  return line;
}
function problemItem(problem) {
  var item = element("li", problem.isError ? "problem is-error" : "problem");
  item.appendChild(element("p", "message", problem.message));
  if (problem.place) { item.appendChild(element("p", "place", problem.place)); }
  if (problem.source) { item.appendChild(sourceLine(problem)); }
  if (problem.hint) {
    item.appendChild(element("p", "hint")).appendChild(element("b", "", status.words.whatToDo));
    item.lastChild.appendChild(document.createTextNode(problem.hint));
  }
  return item;
}
function problemList(areErrors) {
  var list = element("ul", "problems");
  status.problems.forEach(function (problem) {
    if (problem.isError === areErrors) { list.appendChild(problemItem(problem)); }
  });
  return list;
}
/* All errors, with the last good page behind them. */
function overlay(isEmpty, close) {
  var layer = element("div", "overlay"), card = layer.appendChild(element("section", "card")), head = card.appendChild(element("header"));
  card.setAttribute("role", "alertdialog");
  card.setAttribute("aria-label", counted(status.words.errors, status.errors));
  head.appendChild(element("h2", "", counted(status.words.errors, status.errors)));
  head.appendChild(element("p", "", isEmpty ? status.words.noGood : status.words.lastGood));
  if (!isEmpty) { head.appendChild(button("close", status.words.hide, close)); }
  card.appendChild(problemList(true));
  return layer;
}
