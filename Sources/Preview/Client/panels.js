/* What opens above the bar: warnings, the site's pages, what publishing would change. */
/* global ask, counted, element, link, onSite, problemList, status */

function warningsPanel(panel) {
  if (!status.warnings) { return panel.appendChild(element("p", "none", status.words.noProblems)); }
  return panel.appendChild(problemList(false));
}
function pageItem(list, page, note) {
  var item = list.appendChild(element("li", "page"));
  item.appendChild(link("", page.title, onSite(page.url)));
  item.appendChild(element("span", "address", note || page.url));
}
function changesPart(panel, part, words) {
  var list;
  if (!part.count) { return; }
  panel.appendChild(element("h3", "", counted(words, part.count)));
  list = panel.appendChild(element("ul", "pages"));
  part.pages.forEach(function (page) { pageItem(list, page); });
  if (part.count > part.pages.length) { panel.appendChild(element("p", "none", counted(status.words.more, part.count - part.pages.length))); }
}
function changesPanel(panel) {
  var waiting = panel.appendChild(element("p", "none", status.words.looking));
  ask("changes.json", function (changes) {
    panel.removeChild(waiting);
    if (changes.hasErrors) { return panel.appendChild(element("p", "none", status.words.mendFirst)); }
    if (!changes.isPublished) { panel.appendChild(element("p", "none", status.words.neverPublished)); }
    changesPart(panel, changes.added, status.words.added);
    changesPart(panel, changes.changed, status.words.changed);
    changesPart(panel, changes.gone, status.words.gone);
    if (changes.otherFiles) { panel.appendChild(element("p", "none", counted(status.words.otherFiles, changes.otherFiles))); }
    if (changes.isPublished && !changes.added.count && !changes.changed.count && !changes.gone.count && !changes.otherFiles) {
      panel.appendChild(element("p", "none", status.words.nothingChanges));
    }
    panel.setAttribute("data-ready", "1");
  });
}
/* All that is written, found by title, address or file; a hundred at once. */
function pagesPanel(panel) {
  var field = panel.appendChild(element("input", "find")), list = panel.appendChild(element("ul", "pages")), pages = [];
  function show() {
    var wanted = field.value.toLowerCase(), found = pages.filter(function (page) {
      return (page.title + " " + page.url + " " + (page.file || "")).toLowerCase().indexOf(wanted) >= 0;
    });
    list.textContent = "";
    found.slice(0, 100).forEach(function (page) { pageItem(list, page, page.note); });
    if (!found.length) { list.appendChild(element("li", "none", status.words.nothingFound)); }
  }
  field.type = "search";
  field.placeholder = status.words.findPage;
  field.setAttribute("aria-label", status.words.findPage);
  field.addEventListener("input", show);
  ask("pages.json", function (all) {
    var hidden = {};
    status.unpublished.forEach(function (page) { hidden[page.url] = page.why; });
    all.forEach(function (page) { page.note = hidden[page.url]; });
    pages = status.screens.map(function (screen) { return { url: screen.url, title: screen.title, note: status.words.screens }; }).concat(all);
    show();
    field.focus();
  });
}
