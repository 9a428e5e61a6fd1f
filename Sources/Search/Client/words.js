/* The site's own words: patterns with names in braces, and pairs of one and of many. WORDS stands before all modules (SearchScript.swift). */
/* global WORDS */

function said(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
}
function counted(pair, number, values) {
  var all = values || {};
  all.n = number;
  return said(pair[number === 1 ? 0 : 1], all);
}
function kindName(kind) { return WORDS.kinds[kind] || kind; }
