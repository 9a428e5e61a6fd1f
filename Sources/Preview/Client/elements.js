/* What the bar is built with. */
/* global OWN */

var status = null;

function element(name, style, text) {
  var node = document.createElement(name);
  if (style) { node.className = style; }
  if (text !== undefined) { node.textContent = text; }
  return node;
}
function button(style, text, use) {
  var node = element("button", style, text);
  node.type = "button";
  node.addEventListener("click", use);
  return node;
}
function link(style, text, address) {
  var node = element("a", style, text);
  node.href = address;
  return node;
}
/* A sentence with a number in it. */
function counted(pair, number) { return pair[number === 1 ? 0 : 1].replace("{n}", number); }

function ask(name, done) {
  var request = new XMLHttpRequest();
  request.open("GET", OWN + name);
  request.onload = function () {
    if (request.status === 200) { done(JSON.parse(request.responseText)); }
  };
  request.send();
}
/* The address of a place on the site. */
function onSite(url) { return status.base + url; }
