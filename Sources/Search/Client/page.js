/* What the search page holds; what it is asked goes by `run`, so that an answer to an older query is known. */

var box = document.querySelector("[data-results]"), form = document.querySelector("form[data-search]"), status = document.querySelector("[data-status]"),
  field = form.elements.q, SITE = (/^(\/.*)?\/search\/$/.exec(form.getAttribute("action")) || [])[1] || "", ROOT = SITE + "/search/", run = 0;
