/* What the search page holds; what it is asked goes by `run`, so that an answer to an older query is known; and below which path of the host the site
   lies. */

var box = document.querySelector("[data-results]"), form = document.querySelector("form[data-search]"), status = document.querySelector("[data-status]"),
  field = form.elements.q, SITE = (/^(.*)\/search\/[^\/]*$/.exec(location.pathname) || [])[1] || "", ROOT = SITE + "/search/", run = 0;
