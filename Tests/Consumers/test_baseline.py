"""The lint of the screen pages: what it refuses, what it lets pass, and that the pages pass."""

import pytest
from baseline import check_page, check_script, check_style

# Each is refused on its second line by the rule named.
SCRIPTS = [
    # Syntax
    ("let a = 1;", "let"), ("const a = 1;", "const"), ("for (let i = 0; i < 3; i += 1) {}", "let"),
    ("var a = x => x;", "arrow function"), ("var a = () => { return 1; };", "arrow function"), ("class A {}", "class"),
    ("var a = class {};", "class"), ("var a = `一`;", "template literal"), ("var b = String.raw`一`;", "template literal"),
    ("parseInt(...[1]);", "spread"), ("var a = [...[1]];", "spread"), ("var a = {...{}};", "spread"),
    ("var {a} = {};", "destructuring"), ("var [a] = [];", "destructuring"), ("function f({a}) {}", "destructuring"),
    ("var a; [a] = [1];", "destructuring"), ("function f(a = 1) {}", "default parameter"), ("function f(...a) {}", "rest parameter"),
    ("for (var a of []) {}", "for-of"), ("function* f() {}", "generator"), ("function* f() { yield 1; }", "generator"),
    ("async function f() {}", "async"), ("async function f() { await 1; }", "async"), ("var a = async () => 1;", "arrow function"),
    ("var a, b = {a};", "shorthand property"), ("var a = {b() {}};", "shorthand method"), ("var a = {[1 + 1]: 2};", "computed key"),
    ("var a = 2 ** 3;", "exponent"), ("var a = 2; a **= 3;", "exponent"), ("function F() { return new.target; }", "new.target"),
    ("import('a');", "import"), ("import a from 'a';", "module"), ("export var a = 1;", "module"),
    ("var a = window?.name;", "optional chaining"), ("var a = null ?? 1;", "nullish coalescing"), ("var a; a ||= 1;", "logical assignment"),
    ("try {} catch {}", "optional catch binding"), ("var a = 1_000;", "numeric separator"), ("var a = 1n;", "BigInt"),
    ("var a = 0b11;", "number literal"), ("var a = 0o17;", "number literal"), ("var a = 017;", "number literal"),
    (r"var a = '\u{1F600}';", "string escape"), ("parseInt('1',);", "trailing comma"), ("function f(a,) {}", "trailing comma"),
    ("if (window.name) { function f() {} }", "function in a block"), ("var a = {b: 1, 'b': 2};", "duplicate key"),
    ("var a = ;", "syntax"), ("var a = 'b\u2028';", "syntax"),
    # Regular expressions
    ("/a/u.test('');", "regular expression"), ("/a/y.test('');", "regular expression"), ("/a/s.test('');", "regular expression"),
    ("/(?<=a)b/.test('');", "regular expression"), ("/(?<!a)b/.test('');", "regular expression"), ("/(?<a>b)/.test('');", "regular expression"),
    (r"/\p{L}/u.test('');", "regular expression"), ("new RegExp('a', 'u');", "regular expression"), ("RegExp('(?<=a)b');", "regular expression"),
    # Globals
    ("fetch('/');", "fetch"), ("window.fetch('/');", "fetch"), ("if (fetch) {}", "fetch"), ("fetch && fetch('/');", "fetch"),
    ("new Promise(function () {});", "Promise"), ("new Map();", "Map"), ("new window.Set();", "Set"), ("new WeakMap();", "WeakMap"),
    ("Symbol('a');", "Symbol"), ("new URL('/');", "URL"), ("new URLSearchParams('');", "URLSearchParams"),
    ("new IntersectionObserver(function () {});", "IntersectionObserver"), ("new ResizeObserver(function () {});", "ResizeObserver"),
    ("new AbortController();", "AbortController"), ("requestIdleCallback(function () {});", "requestIdleCallback"),
    ("queueMicrotask(function () {});", "queueMicrotask"), ("structuredClone({});", "structuredClone"), ("globalThis.name;", "globalThis"),
    ("Intl.DateTimeFormat('zh', {month: 'long'});", "Intl"), ("new Proxy({}, {});", "Proxy"), ("caches.open('a');", "caches"),
    ("unheardOf();", "global"), ("window.unheardOf();", "global"), ("var a = function () { return b; };", "global"),
    # Statics
    ("Object.assign({}, {});", "Object.assign"), ("Object.entries({});", "Object.entries"), ("Object.values({});", "Object.values"),
    ("Array.from([]);", "Array.from"), ("Array.of(1);", "Array.of"), ("Number.isNaN(1);", "Number.isNaN"),
    ("Number.isInteger(1);", "Number.isInteger"), ("Math.trunc(1);", "Math.trunc"), ("String.fromCodePoint(1);", "String.fromCodePoint"),
    ("crypto.subtle.digest('SHA-256', 0);", "crypto.subtle"), ("navigator.serviceWorker.register('/');", "navigator.serviceWorker"),
    ("window.navigator['serviceWorker'].ready;", "navigator.serviceWorker"), ("navigator.sendBeacon('/');", "navigator.sendBeacon"),
    ("CSS.escape('a');", "CSS.escape"), ("performance.getEntries();", "performance.getEntries"),
    ("history.scrollRestoration = 'manual';", "history.scrollRestoration"),
    # Methods
    ("[].includes(1);", "includes"), ("''.includes('a');", "includes"), ("[].find(isNaN);", "find"), ("[].findIndex(isNaN);", "findIndex"),
    ("[1].fill(0);", "fill"), ("[].flat();", "flat"), ("[].at(-1);", "at"), ("''.startsWith('a');", "startsWith"),
    ("''.endsWith('a');", "endsWith"), ("'0'.repeat(2);", "repeat"), ("'0'.padStart(2);", "padStart"), ("'0'.padEnd(2);", "padEnd"),
    ("'0'.normalize();", "normalize"), ("'0'.replaceAll('0', '1');", "replaceAll"), ("''['trimStart']();", "trimStart"),
    ("Array.prototype.find.call([], isNaN);", "find"), ("var f = String.prototype.repeat; f.call('a', 2);", "repeat"), ("[].keys();", "keys"),
    ("document.body.closest('a');", "closest"), ("document.body.append('a');", "append"), ("document.body.prepend('a');", "prepend"),
    ("document.body.replaceWith('a');", "replaceWith"), ("document.body.before('a');", "before"), ("document.body.after('a');", "after"),
    ("document.body.toggleAttribute('a');", "toggleAttribute"), ("document.body.replaceChildren();", "replaceChildren"),
    ("document.body.animate([], 1);", "animate"), ("document.body.requestFullscreen();", "requestFullscreen"),
    ("var a = document.body.isConnected;", "isConnected"), ("document.scrollingElement.scrollTop = 0;", "scrollingElement"),
    ("document.querySelectorAll('a').forEach(isNaN);", "NodeList.forEach"), ("document.body.children.forEach(isNaN);", "NodeList.forEach"),
    ("var a = document.querySelectorAll('a'); a.forEach(isNaN);", "NodeList.forEach"),
    ("document.body.classList.toggle('a', true);", "classList"), ("document.body.classList.replace('a', 'b');", "classList"),
    ("new Date().toLocaleString('zh', {month: 'long'});", "toLocaleString"), ("(1).toLocaleString('zh');", "toLocaleString"),
    ("new Date().toLocaleDateString('zh');", "toLocaleDateString"), ("'a'.localeCompare('b', 'zh');", "localeCompare"),
    ("addEventListener('load', isNaN, {once: true});", "listener options"),
    ("document.addEventListener('load', isNaN, {passive: true});", "listener options"),
    ("matchMedia('print').addEventListener('change', isNaN);", "media query"), ("scrollTo({top: 0});", "scroll options"),
    ("document.body.scrollIntoView({behavior: 'smooth'});", "scroll options"),
    # Style by script
    ("document.body.style.inset = '0';", "property"), ("document.body.style.rowGap = 1 + 'px';", "property"),
    ("document.body.style.display = 'grid';", "value"), ("document.body.style.cssText = 'gap: 1px';", "property"),
    ("document.body.style.transition = 'left 1s';", "animation"), ("document.body.style.setProperty('--a', '1');", "property"),
    # Guards that guard nothing
    ("if (!window.fetch) { window.fetch('/'); }", "fetch"), ("if (window.fetch) {} fetch('/');", "fetch"),
    ("window.fetch || window.fetch('/');", "fetch"), ("if (typeof fetch === 'undefined') { fetch('/'); }", "fetch"),
    ("if (window.fetch || window.name) { fetch('/'); }", "fetch"), ("if (!window.fetch) { window.name = ''; } fetch('/');", "fetch"),
    ("var s = window.crypto && crypto.subtle; s.digest('SHA-256', 0);", "crypto.subtle"), ("var f = window.fetch; f('/');", "fetch"),
    ("var s = window.crypto && crypto.subtle, t; if (t) { s.digest('SHA-256', 0); }", "crypto.subtle"),
    ("var O = window.ResizeObserver; if (!O) { name = ''; } new O(isNaN);", "ResizeObserver"),
    ("if (navigator.storage.estimate) {}", "navigator.storage"),
]

GOOD_SCRIPTS = """
(function () { "use strict"; var a = { get b() { return 1; }, "default": 2, set b(c) {} }; return a.class + a["b"]; }());
var a = [1].map(function (b) { return b; }).filter(Boolean).indexOf(1); [1].forEach(isNaN); [].some(isNaN); Object.keys({}).sort();
var list = document.querySelectorAll("a"); Array.prototype.forEach.call(list, function (node) { node.classList.add("a"); });
var list = Array.prototype.slice.call(document.querySelectorAll("a")); for (var i = 0; i < list.length; i += 1) { list[i].remove(); }
document.body.classList.toggle("a"); document.body.dataset.a = "b"; document.body.style.webkitTransform = "none";
document.body.style.opacity = "0.5"; document.body.style.transition = "opacity 1s, transform 1s"; document.body.style.width = 1 + "px";
document.body.style.setProperty("font-size", "2px"); document.body.style.cssText = "left: 0"; document.body.style.opacity = "";
/[\\u4e00-\\u9fff(?<]+\\d{2,}(?:a)(?!b)(?=c)$/gim.test("一"); new RegExp("a", "g"); "a".replace(/a/g, "b"); "a".localeCompare("b");
new Date().toLocaleString(); new Date().toISOString(); Date.UTC(2026, 1); Math.floor(1.5); JSON.parse("{}"); "a".trim();
var request = new XMLHttpRequest(); request.timeout = 1; request.ontimeout = null; request.open("GET", "/"); request.send();
try { localStorage.setItem("a", "b"); } catch (error) { console.log(error.message); }
addEventListener("online", function () {}, false); window.onerror = null; setTimeout(function () {}, 1); requestAnimationFrame(isNaN);
matchMedia("print").addListener(isNaN); window.mine = 1; var b = window.mine + mine; scrollTo(0, 0);
function two(n) { return n < 10 ? "0" + n : n; } two(1); outer: for (;;) { break outer; }
function Map() {} var c = new Map(); (function (Promise) { Promise(); }(isNaN)); var d = function e() { return e; };
if (window.fetch) { fetch("/"); }
if (typeof fetch === "function") { window.fetch("/"); }
if (typeof Promise !== "undefined" && "serviceWorker" in navigator) { navigator.serviceWorker.register("/a.js"); }
if (window.crypto && crypto.subtle && crypto.subtle.digest) { crypto.subtle.digest("SHA-256", 0); }
window.crypto && window.crypto.subtle && window.crypto.subtle.digest("SHA-256", 0);
var e = window.ResizeObserver ? new ResizeObserver(isNaN) : null;
function f() { if (!window.fetch) { return; } fetch("/"); (function () { fetch("/"); }()); }
function g() { if (typeof window.fetch === "undefined") { return 1; } return fetch("/"); }
if (!window.fetch) { window.name = ""; } else { fetch("/"); }
!("serviceWorker" in navigator) || navigator.serviceWorker.register("/a.js");
if (document.body.closest) { document.body.closest("a"); } if (String.prototype.repeat) { "a".repeat(2); }
if (navigator.serviceWorker !== undefined) { navigator.serviceWorker.ready; } if (navigator.storage && navigator.storage.persist) {}
(function (key) { var s = window.crypto && window.crypto.subtle; if (!key || !s) { return; } s.importKey(key).then(function () { s.verify(); }); }());
var h = window.fetch; if (h) { h("/"); } h && h("/"); if (typeof h === "function") { h("/"); } var k = window.isSecureContext !== false;
if ("grid" in document.body.style) { document.body.style.grid = "none"; }
var idle = window.requestIdleCallback || setTimeout; var context = document.createElement("canvas").getContext("2d"); context.fill();
var a = 1; switch (a) { case 1: break; default: a = 2; } do { a += 1; } while (a < 5); for (var key in {}) { if (key) { continue; } } void 0;
""".strip().split("\n")

STYLES = [
    # Properties
    ("a { grid-template-columns: 1fr }", "property"), ("a { gap: 1px }", "property"), ("a { row-gap: 1px }", "property"),
    ("a { column-gap: 1px }", "property"), ("a { inset: 0 }", "property"), ("a { aspect-ratio: 1 }", "property"),
    ("a { backdrop-filter: blur(1px) }", "property"), ("a { filter: blur(1px) }", "property"), ("a { margin-inline: 1px }", "property"),
    ("a { padding-block-start: 1px }", "property"), ("a { inline-size: 1px }", "property"), ("a { place-items: center }", "property"),
    ("a { text-wrap: balance }", "property"), ("a { contain: content }", "property"), ("a { clip-path: none }", "property"),
    ("a { user-select: none }", "property"), ("a { hyphens: auto }", "property"), ("a { rotate: 3deg }", "property"),
    ("a { line-break: strict }", "property"), ("a { text-emphasis: dot }", "property"), ("a { writing-mode: vertical-rl }", "property"),
    ("a { columns: 2 }", "property"), ("a { font-variant-numeric: tabular-nums }", "property"), ("a { accent-color: red }", "property"),
    ("a { colour: red }", "property"), ("@font-face { font-display: swap }", "property"), ("a { --a: 1 }", "custom property"),
    # Values
    ("a { position: sticky }", "value"), ("a { display: grid }", "value"), ("a { display: flow-root }", "value"),
    ("a { display: contents }", "value"), ("a { display: inline flex }", "value"), ("a { overflow: clip }", "value"),
    ("a { overflow: hidden auto }", "value"), ("a { justify-content: space-evenly }", "value"), ("a { align-items: start }", "value"),
    ("a { width: fit-content }", "value"), ("a { width: max-content }", "value"), ("a { color: unset }", "value"),
    ("a { all: revert }", "property"), ("a { color: revert }", "value"), ("a { opacity: 50% }", "value"), ("a { font-weight: 450 }", "value"),
    ("a { word-break: keep-all }", "value"), ("a { overflow-wrap: anywhere }", "value"), ("a { white-space: break-spaces }", "value"),
    ("a { text-decoration: underline dotted }", "value"), ("a { image-rendering: pixelated }", "value"),
    ("a { font-variant: tabular-nums }", "value"), ("a { margin-bottom: -0.0.8rem }", "value"),
    # Functions and units
    ("a { color: var(--a) }", "function"), ("a { width: min(1px, 2px) }", "function"), ("a { width: max(1px, 2px) }", "function"),
    ("a { font-size: clamp(1px, 2vw, 3px) }", "function"), ("a { top: env(safe-area-inset-top) }", "function"),
    ("a { width: calc(1px + calc(1px)) }", "function"), ("a { width: calc(min(1px, 2px) + 1px) }", "function"),
    ("a { background: conic-gradient(red, blue) }", "function"), ("a { width: fit-content(1px) }", "function"),
    ("a { transform: blur(1px) }", "function"), ("a { height: 100dvh }", "unit"), ("a { height: 1lh }", "unit"), ("a { width: 1cqw }", "unit"),
    # Colours and gradients
    ("a { color: #ff000080 }", "colour"), ("a { color: #f008 }", "colour"), ("a { color: rgb(1 2 3) }", "colour"),
    ("a { color: rgb(1 2 3 / 4%) }", "colour"), ("a { color: rgb(1, 2, 3, .5) }", "colour"), ("a { color: rgba(1, 2, 3, 50%) }", "colour"),
    ("a { color: hsl(1 2% 3%) }", "colour"), ("a { color: oklch(1 0 0) }", "function"), ("a { color: color-mix(in srgb, red, blue) }", "function"),
    ("a { color: hwb(1 2% 3%) }", "function"), ("a { background: linear-gradient(red 1% 2%, blue) }", "gradient"),
    ("a { background: linear-gradient(to left, red, 30%, blue) }", "gradient"),
    # Rules and selectors
    ("@layer a { b { top: 0 } }", "@layer"), ("@container (min-width: 1px) { a { top: 0 } }", "@container"), ("@import 'a.css';", "@import"),
    ("@property --a { syntax: '*' }", "@property"), ("@media (width > 1px) { a { top: 0 } }", "@media"),
    ("@media (hover: hover) { a { top: 0 } }", "@media"), ("@supports selector(a) { a { top: 0 } }", "@supports"),
    ("@supports (gap: 1px) { a { inset: 0 } }", "property"), ("@media print { a { gap: 0 } }", "property"), ("a { b { top: 0 } }", "nesting"),
    ("a { &:hover { top: 0 } }", "nesting"), (":is(a, b) { top: 0 }", "selector"), (":where(a) { top: 0 }", "selector"),
    ("a:has(b) { top: 0 }", "selector"), ("a:focus-visible { top: 0 }", "selector"), ("a:focus-within { top: 0 }", "selector"),
    ("a:not(b, i) { top: 0 }", "selector"), ("a:not(b.c) { top: 0 }", "selector"), ("a:not(b c) { top: 0 }", "selector"),
    ("a:nth-child(2 of b) { top: 0 }", "selector"), ("a::marker { top: 0 }", "selector"), ("[a=b i] { top: 0 }", "selector"),
    ("a { top: 0; } }", "css syntax"), ("a { top }", "css syntax"),
    # Only opacity and transform are animated
    ("a { transition: all 1s }", "animation"), ("a { transition: 1s }", "animation"), ("a { transition: width 1s }", "animation"),
    ("a { transition: opacity 1s, color 1s ease-in }", "animation"), ("a { transition-property: left }", "animation"),
    ("a { -webkit-transition: top 1s }", "animation"), ("@keyframes a { to { top: 0 } }", "animation"),
    ("@-webkit-keyframes a { 0% { opacity: 0 } 100% { background: red } }", "animation"),
    ("@supports (transition: top 1s) { a { transition: top 1s } }", "animation"),
]

GOOD_STYLES = """
html, body { margin: 0; height: 100%; overflow: hidden; background: #7a1212; } /* no comment */
a { position: absolute; top: 0; right: 0; bottom: 0; left: 0; display: flex; flex-direction: column; padding: 2.5vh 2.5vw !important }
a { background: #b3261e; background: linear-gradient(160deg, #b3261e, #7a1212 50%) } a { background: radial-gradient(circle at 50% 50%, red, blue) }
a { flex: 1 1 0; min-width: 0; justify-content: space-between; align-items: center; -webkit-box-flex: 1; object-fit: contain; order: 2 }
a { color: rgba(0, 0, 0, .5); border: .4vh solid rgb(1, 2, 3); border-radius: 1.2vh; box-shadow: 0 0 1px hsla(1, 2%, 3%, .4) }
a { font: bold 3vh/1.3 "Noto Sans CJK SC", sans-serif; font-weight: 700; letter-spacing: .06em; white-space: nowrap; text-overflow: ellipsis }
a { width: calc(100% - (2vw + 1px)); transform: translate3d(0, -50%, 0) scale(1.2); will-change: transform, opacity; opacity: .5 }
a { transition: opacity .4s ease-in-out, transform 1s cubic-bezier(.1, .2, .3, 1) .2s } a { transition: none } a { transition-property: opacity }
a { animation: b 2s linear infinite; -webkit-animation: b 2s } @keyframes b { from { opacity: 0 } 50% { transform: none } to { opacity: 1 } }
@-webkit-keyframes b { from { -webkit-transform: rotate(0); -webkit-animation-timing-function: ease } }
a { -webkit-filter: blur(2px) drop-shadow(0 0 1px #000); -webkit-clip-path: circle(50%); -webkit-user-select: none; -webkit-line-clamp: 2 }
a:first-child > b + i ~ u:not(:last-child):nth-child(2n+1)::before, #d [data-a="b"], *:not([a]) { content: "\\201C" attr(data-a) counter(c) }
@media only screen and (orientation: portrait) and (min-aspect-ratio: 9/16), print { a { display: none } }
@media (prefers-reduced-motion: reduce) { a { animation: none; transition: none } }
@supports (display: grid) and (not (gap: 1px)) { a { display: grid; gap: 1px } } @page { margin: 1cm }
@font-face { font-family: a; src: url(data:,a) format("woff"); font-weight: 400; unicode-range: U+4E00-9FFF }
a { color: inherit; display: inherit; position: initial; overflow-x: auto; text-decoration: line-through; text-align: justify }
""".strip().split("\n")


def refused(problems):
    return {(problem.line, problem.rule) for problem in problems}


@pytest.mark.parametrize(("script", "rule"), SCRIPTS, ids=[f"{rule}: {script}" for script, rule in SCRIPTS])
def test_refused_in_scripts(script, rule):
    problems = check_script("var first;\n" + script)
    assert refused(problems) == {(2, rule)}
    assert all(str(problem).startswith(f"line 2: {rule}: ") for problem in problems)


@pytest.mark.parametrize("script", GOOD_SCRIPTS)
def test_good_scripts(script):
    assert check_script(script) == []


@pytest.mark.parametrize(("style", "rule"), STYLES, ids=[f"{rule}: {style}" for style, rule in STYLES])
def test_refused_in_styles(style, rule):
    problems = check_style("i { top: 0 }\n" + style)
    assert refused(problems) == {(2, rule)}
    assert all(str(problem).startswith(f"line 2: {rule}: ") for problem in problems)


@pytest.mark.parametrize("style", GOOD_STYLES)
def test_good_styles(style):
    assert check_style(style) == []


PAGE = """<!DOCTYPE html>
<html lang="zh-Hans"><title>屏</title>
<style>
a { gap: 1px }
</style>
<link rel="stylesheet" href="/a.css">
<p style="inset: 0" onclick="fetch('/')">一</p>
<script type="application/json">{"let": "</b>"}</script>
<script>
var shared = 1 < 2;
let a = '<b>';
</script>
<script>shared += 1; other();</script>
<script type="module">let b;</script>
<script src="/a.js"></script>
"""


def test_where_things_stand_in_a_page():
    assert refused(check_page(PAGE)) == {
        (4, "property"), (6, "self-contained"), (7, "property"), (7, "fetch"), (11, "let"), (13, "global"), (14, "module"), (15, "self-contained"),
    }


def test_the_screens_pass(public):
    pages = sorted(public.glob("screens/*/index.html"))
    assert pages
    assert {page.parent.name: [str(problem) for problem in check_page(page.read_text(encoding="utf-8"))] for page in pages} == {
        page.parent.name: [] for page in pages
    }
