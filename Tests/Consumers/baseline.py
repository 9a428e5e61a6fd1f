"""A lint for screen pages: their script and style may hold nothing that Chromium 38 lacks.

Televisions of 2016 run Chromium 38, and it is the oldest engine screens are promised for. The script is ES5. What a page
may name is listed (globals, statics, CSS properties, functions, units, pseudo-classes), so what is new is refused without
having been thought of; methods are judged by their name alone, whatever they are called on, and are listed as too new.

An API past the baseline may be used behind a guard, in these forms, E being a name or a chain of names that ends in the API's:

    if (E) …      E && …      E ? … : …      (E a chain: window.fetch; a bare name would throw)
    typeof E !== "undefined", typeof E === "function", E !== undefined, E != null
    "name" in navigator
    several of these with &&;  !E || …;  if (!E) { return; } for what follows it
    var a = window.crypto && crypto.subtle, and then any of these with a for E

In CSS, `@supports (property: value)` is a guard for that property. Only opacity and transform may be animated, as that alone
is smooth on weak boxes; a rule of this project.

    python baseline.py FILE.html …    prints what is refused
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import esprima
import tinycss2

BASELINE = 38


class Problem(NamedTuple):
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"line {self.line}: {self.rule}: {self.message}"


# Script: what there is


def words(text):
    return frozenset(text.split())


ES5_GLOBALS = words("""
    Array Boolean Date Error EvalError Function Infinity JSON Math NaN Number Object RangeError ReferenceError RegExp String SyntaxError
    TypeError URIError arguments decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN parseFloat parseInt undefined unescape
""")
BROWSER_GLOBALS = words("""
    ArrayBuffer Blob CSS CustomEvent DOMParser DataView Document DocumentFragment Element Event EventSource FileReader Float32Array
    Float64Array FormData HTMLCollection HTMLElement Image Int16Array Int32Array Int8Array MutationObserver Node NodeList TextDecoder
    TextEncoder Uint16Array Uint32Array Uint8Array Uint8ClampedArray WebSocket Worker XMLHttpRequest XMLSerializer addEventListener alert
    atob btoa cancelAnimationFrame clearInterval clearTimeout close closed confirm console crypto devicePixelRatio dispatchEvent document
    focus frameElement frames getComputedStyle getSelection history indexedDB innerHeight innerWidth length localStorage location matchMedia
    name navigator open opener outerHeight outerWidth pageXOffset pageYOffset parent performance postMessage print prompt
    removeEventListener requestAnimationFrame screen screenX screenY scroll scrollBy scrollTo scrollX scrollY self sessionStorage
    setInterval setTimeout stop top window onbeforeunload onblur onerror onfocus onhashchange onload onmessage onoffline ononline
    onpagehide onpageshow onpopstate onresize onscroll onstorage onunload
""")
GLOBALS = ES5_GLOBALS | BROWSER_GLOBALS
STATICS = {
    "Object": words("""create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf isExtensible
        isFrozen isSealed keys preventExtensions prototype seal"""),
    "Array": words("isArray prototype"),
    "String": words("fromCharCode prototype"),
    "Number": words("MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY prototype"),
    "Math": words("""E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin
        sqrt tan"""),
    "Date": words("UTC now parse prototype"),
    "JSON": words("parse stringify"),
    "CSS": words("supports"),
    "crypto": words("getRandomValues"),
    "performance": words("now timing navigation"),
    "history": words("back forward go length pushState replaceState state"),
    "navigator": words("appName appVersion cookieEnabled geolocation language onLine platform userAgent vendor"),
}
# The Chromium each came with; what is missing in it is said by its name alone.
NEWER_GLOBALS = {
    "AbortController": 66, "BigInt": 67, "BroadcastChannel": 54, "Headers": 42, "IntersectionObserver": 51, "Proxy": 49, "Reflect": 49,
    "Request": 42, "ResizeObserver": 64, "Response": 42, "URLSearchParams": 49, "WebAssembly": 57, "caches": 43, "fetch": 42,
    "globalThis": 71, "queueMicrotask": 71, "requestIdleCallback": 47, "structuredClone": 98,
}
ABSENT_OR_PARTIAL = {
    "Intl": "its data is not in every build", "Map": "38 has it without what came later", "Promise": "no part of ES5",
    "Set": "38 has it without what came later", "Symbol": "no part of ES5", "URL": "38 has it in part", "WeakMap": "no part of ES5",
    "WeakSet": "no part of ES5",
}
NEWER_METHODS = {
    # Array
    "at": 92, "copyWithin": 45, "entries": 38, "fill": 45, "find": 45, "findIndex": 45, "findLast": 97, "findLastIndex": 97, "flat": 69,
    "flatMap": 69, "includes": 47, "keys": 38, "toReversed": 110, "toSorted": 110, "toSpliced": 110, "values": 66,
    # String
    "codePointAt": 41, "endsWith": 41, "isWellFormed": 111, "matchAll": 73, "normalize": 34, "padEnd": 57, "padStart": 57, "repeat": 41,
    "replaceAll": 85, "startsWith": 41, "trimEnd": 66, "trimStart": 66,
    # DOM
    "after": 54, "animate": 39, "append": 54, "attachShadow": 53, "before": 54, "checkVisibility": 105, "closest": 41, "composedPath": 53,
    "elementsFromPoint": 43, "exitFullscreen": 71, "getAnimations": 84, "getAttributeNames": 61, "getRootNode": 54, "prepend": 54,
    "replaceChildren": 86, "replaceWith": 54, "requestFullscreen": 71, "sendBeacon": 39, "startViewTransition": 111,
    "toggleAttribute": 69, "toBlob": 50,
}
NEWER_PROPERTIES = {
    "adoptedStyleSheets": 73, "fullscreenElement": 71, "isConnected": 51, "replaceSync": 73, "scrollingElement": 44, "shadowRoot": 53,
}
LISTS = words("querySelectorAll getElementsByTagName getElementsByClassName getElementsByName")
LIST_PROPERTIES = words("children childNodes classList styleSheets")
STYLE_MEMBERS = words("cssText getPropertyPriority getPropertyValue item length removeProperty setProperty")

ES5_NODES = words("""
    ArrayExpression AssignmentExpression BinaryExpression BlockStatement BreakStatement CallExpression CatchClause ConditionalExpression
    ContinueStatement Directive DoWhileStatement EmptyStatement ExpressionStatement ForInStatement ForStatement FunctionDeclaration
    FunctionExpression Identifier IfStatement LabeledStatement Literal LogicalExpression MemberExpression NewExpression ObjectExpression
    Program Property ReturnStatement SequenceExpression SwitchCase SwitchStatement ThisExpression ThrowStatement TryStatement
    UnaryExpression UpdateExpression VariableDeclaration VariableDeclarator WhileStatement
""")
LATER_NODES = {
    "ArrayPattern": "destructuring", "ArrowFunctionExpression": "arrow function", "AssignmentPattern": "default parameter",
    "AwaitExpression": "async", "ClassDeclaration": "class", "ClassExpression": "class", "ForOfStatement": "for-of", "Import": "import",
    "MetaProperty": "new.target", "ObjectPattern": "destructuring", "RestElement": "rest parameter", "SpreadElement": "spread",
    "Super": "class", "TaggedTemplateExpression": "template literal", "TemplateLiteral": "template literal", "YieldExpression": "generator",
}
# What the parser stops at, by how the line looks.
SYNTAX_HINTS = (
    (r"\?\.(?!\d)", "optional chaining"), (r"\?\?", "nullish coalescing"), (r"(\|\||&&)=", "logical assignment"),
    (r"\bcatch\s*\{", "optional catch binding"), (r"\(\?<|\\p\{", "regular expression"), (r"\d_\d", "numeric separator"),
    (r"\d+n\b", "BigInt"), (r"^\s*(import|export)\b", "module"),
)


# Script: scopes


class Scope:
    """The names of a function, or of a catch clause; what is known of their values: "list", "query", or the API that may be missing."""

    def __init__(self, parent=None):
        self.parent, self.names, self.kinds = parent, set(), {}

    def owner(self, name):
        scope = self
        while scope and name not in scope.names:
            scope = scope.parent
        return scope

    def kind(self, name):
        scope = self.owner(name)
        return scope.kinds.get(name) if scope else None


def children(node):
    for key, value in vars(node).items():
        if key in ("loc", "range", "tokens", "comments", "errors", "regex"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, esprima.nodes.Node):
                yield child


def identifiers(node):
    """The names in a pattern; in ES5 a pattern is a name."""
    if node.type == "Identifier":
        yield node.name
    else:
        for child in children(node):
            yield from identifiers(child)


def is_function(node):
    return node.type in ("FunctionDeclaration", "FunctionExpression")


def literal(node):
    return node.value if node is not None and node.type == "Literal" and isinstance(node.value, str) else None


def member_name(node):
    """The last name of a chain: `b` of a.b and of a["b"]."""
    if node.type != "MemberExpression":
        return None
    return literal(node.property) if node.computed else node.property.name


def chain_names(node):
    """All names of a chain but the first: fetch of window.fetch."""
    names = set()
    while node.type == "MemberExpression":
        name = member_name(node)
        if name:
            names.add(name)
        node = node.object
    return names


def local(node):
    """How a guard of a page's own name is noted; names of APIs stand for themselves."""
    return "=" + node.name


def last_name(node):
    return node.name if node.type == "Identifier" else member_name(node)


def newer(name, version):
    """The rule and the message for what came after the baseline."""
    if version and version > BASELINE:
        return name, f"{name} came with Chromium {version}, the baseline is {BASELINE}"
    return name, f"{name}: {ABSENT_OR_PARTIAL.get(name, 'not in ES5')}"


class Script:
    """One script of a page; `own` holds the names that the page's scripts put on window."""

    def __init__(self, source, first_line=1, own=()):
        self.source, self.first_line = source, first_line
        self.problems = []
        self.own = set(own)
        self.scopes = {}

    def refuse(self, node, rule, message):
        self.problems.append(Problem(self.first_line - 1 + node.loc.start.line, rule, message))

    def check(self):
        try:
            tree = esprima.parseScript(self.source, loc=True, tokens=True)
        except esprima.Error as error:
            lines = self.source.split("\n")
            text = lines[error.lineNumber - 1] if error.lineNumber <= len(lines) else ""
            rule = next((rule for pattern, rule in SYNTAX_HINTS if re.search(pattern, text)), "syntax")
            self.problems.append(Problem(self.first_line - 1 + error.lineNumber, rule, f"no ES5: {error.message.split(': ', 1)[-1]} in {text.strip()[:60]!r}"))
            return self
        for token, following in zip(tree.tokens, tree.tokens[1:]):
            if token.value == "," and following.value == ")" and token.type == following.type == "Punctuator":
                self.refuse(token, "trailing comma", "a comma before ) is no ES5")
        top = Scope()
        top.names |= self.declared(tree)
        self.own |= top.names
        self.scopes[id(tree)] = top
        self.prepare(tree, top)
        self.prepare(tree, top, self.alias)
        self.statements(tree.body, top, frozenset(), top=True)
        return self

    def declared(self, function):
        """The names that var and function declare within a function, not within those inside it."""
        names = set()

        def look(node):
            for child in children(node):
                if child.type in ("VariableDeclarator", "FunctionDeclaration", "ClassDeclaration"):
                    names.update(identifiers(child.id))
                if not is_function(child):
                    look(child)

        look(function)
        return names

    def prepare(self, node, scope, note=None):
        """Scopes, what the page puts on window, and what names are set to."""
        for child in children(node):
            inner = scope
            if is_function(child) or child.type == "CatchClause":
                inner = self.scopes.get(id(child)) or self.opened(child, scope)
            elif child.type == "VariableDeclarator" and child.init and child.id.type == "Identifier":
                (note or self.note)(scope, child.id.name, child.init)
            elif child.type == "AssignmentExpression":
                if child.left.type == "Identifier":
                    (note or self.note)(scope, child.left.name, child.right)
                elif self.is_window(getattr(child.left, "object", None), scope) and member_name(child.left):
                    self.own.add(member_name(child.left))
            self.prepare(child, inner, note)

    def opened(self, node, parent):
        scope = self.scopes[id(node)] = Scope(parent)
        if is_function(node):
            scope.names |= self.declared(node) | {"arguments"}
        for pattern in [*node.params, node.id] if is_function(node) else [node.param]:
            scope.names.update(identifiers(pattern) if pattern else ())
        return scope

    def note(self, scope, name, value):
        kind, owner = self.kind(value, scope), scope.owner(name)
        if kind and owner:
            owner.kinds[name] = kind

    def alias(self, scope, name, value):
        owner, asked = scope.owner(name), self.asked(value)
        missing = self.missing(asked, scope, frozenset()) if owner and asked else None
        if missing and member_name(asked) not in NEWER_PROPERTIES:
            owner.kinds[name] = missing

    @staticmethod
    def asked(value):
        """`window.crypto.subtle` of window.crypto && window.crypto.subtle."""
        while value.type == "LogicalExpression" and value.operator == "&&":
            value = value.right
        return value if value.type == "MemberExpression" else None

    def kind(self, node, scope):
        """What a value is, where that can be seen: a list of nodes, or a media query."""
        if node.type == "CallExpression":
            name = last_name(node.callee)
            return "list" if name in LISTS else "query" if name == "matchMedia" else None
        if node.type == "MemberExpression" and member_name(node) in LIST_PROPERTIES:
            return "list"
        return scope.kind(node.name) if node.type == "Identifier" else None

    def is_window(self, node, scope):
        return node is not None and node.type == "Identifier" and node.name in ("window", "self") and not scope.owner(node.name)

    def global_name(self, node, scope):
        """`crypto` of crypto and of window.crypto."""
        if node.type == "Identifier" and not scope.owner(node.name):
            return node.name
        if node.type == "MemberExpression" and self.is_window(node.object, scope):
            return member_name(node)
        return None

    # Guards

    def facts(self, test, holds):
        """The names that are there if the test holds, or if it doesn't."""
        if test.type == "UnaryExpression" and test.operator == "!":
            return self.facts(test.argument, not holds)
        if test.type == "LogicalExpression" and test.operator == ("&&" if holds else "||"):
            return self.facts(test.left, holds) | self.facts(test.right, holds)
        if holds and test.type == "MemberExpression":
            return chain_names(test)
        if holds and test.type == "Identifier":
            return {local(test)}
        if test.type == "BinaryExpression":
            if test.operator == "in" and holds:
                return {literal(test.left)}
            asked, value = self.comparison(test)
            if asked is not None and (test.operator[0] == "!") == (holds if value == "undefined" else not holds):
                return {local(asked), asked.name} if asked.type == "Identifier" else chain_names(asked)
        return set()

    @staticmethod
    def comparison(test):
        """The chain that is compared, and with what: undefined, or the name of another type."""
        if test.operator not in ("===", "!==", "==", "!="):
            return None, None
        for side, other in ((test.left, test.right), (test.right, test.left)):
            if side.type == "UnaryExpression" and side.operator == "typeof" and literal(other):
                return side.argument, literal(other)
            nothing = other.type == "Literal" and other.raw == "null" or other.type == "Identifier" and other.name == "undefined"
            if nothing and side.type in ("MemberExpression", "Identifier"):
                return side, "undefined"
        return None, None

    @staticmethod
    def exits(statement):
        last = statement.body[-1] if statement.type == "BlockStatement" and statement.body else statement
        return last.type in ("ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement")

    # The walk. `known` holds the guarded names; `tested` says that the value is only asked for whether it is there.

    def statements(self, nodes, scope, known, top=False):
        for node in nodes:
            if node.type == "FunctionDeclaration" and not top:
                self.refuse(node, "function in a block", "strict code of Chromium 38 declares functions only at the top of a function")
            self.visit(node, scope, known)
            if node.type == "IfStatement" and not node.alternate and self.exits(node.consequent):
                known = known | self.facts(node.test, False)

    def visit(self, node, scope, known, tested=False):
        if node is None:
            return
        if node.type not in ES5_NODES:
            rule = LATER_NODES.get(node.type, node.type)
            self.refuse(node, rule, f"{rule} is no ES5")
            return
        special = getattr(self, "visit" + node.type, None)
        if special:
            special(node, scope, known, tested)
        else:
            for child in children(node):
                self.visit(child, scope, known)

    def visitBlockStatement(self, node, scope, known, tested):
        self.statements(node.body, scope, known)

    def visitSwitchCase(self, node, scope, known, tested):
        self.visit(node.test, scope, known)
        self.statements(node.consequent, scope, known)

    def visitFunctionExpression(self, node, scope, known, tested):
        if node.isAsync:
            self.refuse(node, "async", "async is no ES5")
        if node.generator:
            self.refuse(node, "generator", "a generator is no ES5")
        inner = self.scopes[id(node)]
        for parameter in node.params:
            if parameter.type != "Identifier":
                self.visit(parameter, inner, known)
        self.statements(node.body.body, inner, known, top=True)

    visitFunctionDeclaration = visitFunctionExpression

    def visitCatchClause(self, node, scope, known, tested):
        if node.param.type != "Identifier":
            self.visit(node.param, scope, known)
        self.visit(node.body, self.scopes.get(id(node), scope), known)

    def visitVariableDeclaration(self, node, scope, known, tested):
        if node.kind != "var":
            self.refuse(node, node.kind, f"{node.kind} is no ES5")
        for declarator in node.declarations:
            if declarator.id.type != "Identifier":
                self.visit(declarator.id, scope, known)
            self.set(declarator.id, declarator.init, scope, known)

    def set(self, left, value, scope, known):
        """Setting a name to an API that may be missing only asks for it; what is then done with the name is looked at."""
        name = left.name if left.type == "Identifier" else None
        self.visit(value, scope, known, bool(name) and isinstance(scope.kind(name), tuple) and self.asked(value) is not None)

    def visitLabeledStatement(self, node, scope, known, tested):
        self.visit(node.body, scope, known)

    def visitBreakStatement(self, node, scope, known, tested):
        pass

    visitContinueStatement = visitBreakStatement

    def visitIfStatement(self, node, scope, known, tested):
        self.visit(node.test, scope, known, True)
        self.visit(node.consequent, scope, known | self.facts(node.test, True))
        self.visit(node.alternate, scope, known | self.facts(node.test, False))

    visitConditionalExpression = visitIfStatement

    def visitLogicalExpression(self, node, scope, known, tested):
        self.visit(node.left, scope, known, True)
        self.visit(node.right, scope, known | self.facts(node.left, node.operator == "&&"), tested)

    def visitUnaryExpression(self, node, scope, known, tested):
        if node.operator != "typeof" or node.argument.type != "Identifier":
            self.visit(node.argument, scope, known, node.operator in ("!", "typeof"))

    def visitBinaryExpression(self, node, scope, known, tested):
        if node.operator == "**":
            self.refuse(node, "exponent", "** is no ES5")
        asked, _ = self.comparison(node)
        for side in (node.left, node.right):
            self.visit(side, scope, known, side is asked or node.operator in ("===", "!==") and "Literal" in (node.left.type, node.right.type))

    def visitAssignmentExpression(self, node, scope, known, tested):
        if node.operator == "**=":
            self.refuse(node, "exponent", "**= is no ES5")
        if self.is_style(node.left) and node.operator == "=" and literal(node.right) is not None and member_name(node.left) not in known | {None}:
            name = css_name(member_name(node.left))
            text = literal(node.right) if name == "css-text" else f"{name}: {literal(node.right) or 'initial'}"
            line = self.first_line - 1 + node.loc.start.line
            self.problems += [Problem(line, rule, message) for _, rule, message in check_declarations(text)]
            self.visit(node.left.object, scope, known)
            return
        if self.is_window(getattr(node.left, "object", None), scope) and member_name(node.left) in self.own:
            self.visit(node.right, scope, known)
            return
        self.visit(node.left, scope, known)
        self.set(node.left, node.right, scope, known)

    def visitObjectExpression(self, node, scope, known, tested):
        seen = set()
        for property in node.properties:
            if property.type == "Property" and not property.computed and property.kind == "init":
                key = property.key.name if property.key.type == "Identifier" else str(property.key.value)
                if key in seen:
                    self.refuse(property, "duplicate key", f"strict ES5 refuses a second {key!r}")
                seen.add(key)
            self.visit(property, scope, known)

    def visitProperty(self, node, scope, known, tested):
        if node.computed:
            self.refuse(node, "computed key", "a computed key is no ES5")
            self.visit(node.key, scope, known)
        if node.method:
            self.refuse(node, "shorthand method", "a method without : function is no ES5")
        elif node.shorthand:
            self.refuse(node, "shorthand property", "a property without a value is no ES5")
        self.visit(node.value, scope, known)

    def visitLiteral(self, node, scope, known, tested):
        if node.regex:
            self.pattern(node, node.regex.pattern, node.regex.flags)
        elif isinstance(node.value, str):
            if re.search(r"(?<!\\)(\\\\)*\\u\{", node.raw):
                self.refuse(node, "string escape", r"\u{…} is no ES5")
        elif re.match(r"0[bBoO0-9]", node.raw):
            self.refuse(node, "number literal", f"{node.raw} is no ES5")

    def pattern(self, node, pattern, flags):
        wrong = sorted(set(flags) - set("gim"))
        if wrong:
            self.refuse(node, "regular expression", f"the flag {wrong[0]} is no ES5")
        bare = re.sub(r"\[(\\.|[^\]\\])*\]", "", re.sub(r"\\[^pPk]", "", pattern))
        if re.search(r"\(\?<|\\[pP]\{|\\k<", bare):
            self.refuse(node, "regular expression", "lookbehind, named groups and \\p{…} are no ES5")

    def visitIdentifier(self, node, scope, known, tested):
        """A bare name that is missing throws wherever it stands, but after typeof."""
        missing = self.missing(node, scope, known)
        if missing:
            self.refuse(node, *missing)

    def visitMemberExpression(self, node, scope, known, tested, called=None):
        if node.computed:
            self.visit(node.property, scope, known)
        self.visit(node.object, scope, known)
        self.used(node.object, scope, known)
        missing = None if tested else self.missing(node, scope, known, called)
        if missing:
            self.refuse(node, *missing)

    def used(self, node, scope, known):
        """A name that was set to what may be missing, where it is called or a member of it taken."""
        if node.type == "Identifier" and isinstance(scope.kind(node.name), tuple) and local(node) not in known:
            self.refuse(node, *scope.kind(node.name))

    def is_style(self, node):
        return node.type == "MemberExpression" and member_name(node.object) == "style"

    def missing(self, node, scope, known, called=None):
        """The rule and the message, if this name or chain is past the baseline and not guarded. `called` holds the arguments of a call."""
        if node.type == "Identifier":
            return None if scope.owner(node.name) else self.missing_global(node.name, known)
        name = member_name(node)
        if name is None or name in known:
            return None
        if self.is_window(node.object, scope):
            return self.missing_global(name, known)
        base = self.global_name(node.object, scope)
        if base in STATICS:
            return None if name in STATICS[base] else (f"{base}.{name}", f"not in Chromium {BASELINE}, or not everywhere, or not in ES5")
        if self.is_style(node):
            is_there = name in STYLE_MEMBERS or css_name(name) in PROPERTIES
            return None if is_there else ("property", f"style.{name} is no property of the baseline")
        if name in NEWER_PROPERTIES:
            return newer(name, NEWER_PROPERTIES[name])
        if name in NEWER_METHODS and (called is not None or member_name(node.object) == "prototype"):
            is_canvas = name == "fill" and called is not None and not called
            return None if is_canvas else newer(name, NEWER_METHODS[name])
        return None

    def missing_global(self, name, known):
        if name in GLOBALS or name in known or name in self.own:
            return None
        if name in NEWER_GLOBALS or name in ABSENT_OR_PARTIAL:
            return newer(name, NEWER_GLOBALS.get(name))
        return "global", f"{name} is no global of the baseline, nor the page's own"

    def visitCallExpression(self, node, scope, known, tested):
        callee, values = node.callee, node.arguments
        if callee.type == "MemberExpression":
            name = member_name(callee)
            if name in ("call", "apply", "bind") and callee.object.type == "MemberExpression":
                self.visitMemberExpression(callee.object, scope, known, False, called=values)
            else:
                self.visitMemberExpression(callee, scope, known, False, called=values)
            if name not in known:
                self.call(node, name, callee.object, values, scope)
        else:
            self.visit(callee, scope, known)
            self.used(callee, scope, known)
            if callee.type == "Identifier":
                self.call(node, callee.name, None, values, scope)
        for value in values:
            self.visit(value, scope, known)

    def visitNewExpression(self, node, scope, known, tested):
        self.visit(node.callee, scope, known)
        self.used(node.callee, scope, known)
        if last_name(node.callee) == "RegExp":
            self.regexp(node, node.arguments)
        for value in node.arguments:
            self.visit(value, scope, known)

    def regexp(self, node, values):
        self.pattern(node, literal(values[0]) if values and literal(values[0]) else "", literal(values[1]) or "" if len(values) > 1 else "")

    def call(self, node, name, object, values, scope):
        """Methods that are there, but not for these arguments or on this object."""
        kind = self.kind(object, scope) if object else None
        if name == "RegExp":
            self.regexp(node, values)
        elif name == "forEach" and kind == "list":
            self.refuse(node, "NodeList.forEach", "lists of nodes have forEach since Chromium 51")
        elif name in ("addEventListener", "removeEventListener") and kind == "query":
            self.refuse(node, "media query", "a media query has addListener alone")
        elif name in ("addEventListener", "removeEventListener") and len(values) > 2 and values[2].type == "ObjectExpression":
            self.refuse(node, "listener options", "an object as the third argument counts as true; options came with Chromium 49")
        elif name in ("scrollTo", "scrollBy", "scroll", "scrollIntoView") and values and values[0].type == "ObjectExpression":
            self.refuse(node, "scroll options", "scrolling takes an object since Chromium 61")
        elif name in ("toLocaleString", "toLocaleDateString", "toLocaleTimeString") and values:
            self.refuse(node, name, "the locale and its options depend on the build's Intl")
        elif name == "localeCompare" and len(values) > 1:
            self.refuse(node, name, "the locale and its options depend on the build's Intl")
        elif object and member_name(object) == "classList" and (name == "replace" or name == "toggle" and len(values) > 1):
            self.refuse(node, "classList", f"classList.{name} with {len(values)} arguments; add and remove are safe")
        elif object and member_name(object) == "style" and name == "setProperty" and values and literal(values[0]):
            if literal(values[0]) not in PROPERTIES:
                self.refuse(node, "property", f"{literal(values[0])} is no property of the baseline")


def css_name(name):
    """-webkit-box-flex of webkitBoxFlex."""
    name = "float" if name == "cssFloat" else re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name)
    return "-" + name if name.startswith("webkit-") else name


def check_script(source, first_line=1, own=()):
    return Script(source, first_line, own).check().problems


# Style: what there is

SIDES = ("top", "right", "bottom", "left")
PREFIXED = words("""
    animation animation-delay animation-direction animation-duration animation-fill-mode animation-iteration-count animation-name
    animation-play-state animation-timing-function backface-visibility perspective perspective-origin transform transform-origin
    transform-style transition transition-delay transition-duration transition-property transition-timing-function
""")
PROPERTIES = (
    PREFIXED
    | {f"-webkit-{name}" for name in PREFIXED}
    | {f"{name}-{side}" for name in ("margin", "padding", "border") for side in SIDES}
    | {f"border-{side}-{part}" for side in SIDES for part in ("color", "style", "width")}
    | words("""
    align-content align-items align-self background background-attachment background-blend-mode background-clip background-color
    background-image background-origin background-position background-repeat background-size border border-bottom-left-radius
    border-bottom-right-radius border-collapse border-color border-image border-image-outset border-image-repeat border-image-slice
    border-image-source border-image-width border-radius border-spacing border-style border-top-left-radius border-top-right-radius
    border-width bottom box-shadow box-sizing caption-side clear clip color content counter-increment counter-reset cursor direction display
    empty-cells fill fill-opacity fill-rule flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family
    font-size font-style font-variant font-weight height image-rendering justify-content left letter-spacing line-height list-style
    list-style-image list-style-position list-style-type margin max-height max-width min-height min-width object-fit object-position opacity
    order orphans outline outline-color outline-offset outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding
    page-break-after page-break-before page-break-inside pointer-events position quotes resize right size stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-opacity stroke-width tab-size table-layout text-align text-anchor
    text-decoration text-indent text-overflow text-rendering text-shadow text-transform top touch-action unicode-bidi vertical-align
    visibility white-space widows width will-change word-break word-spacing word-wrap z-index
    -webkit-appearance -webkit-background-clip -webkit-box-align -webkit-box-decoration-break -webkit-box-direction -webkit-box-flex
    -webkit-box-orient -webkit-box-pack -webkit-box-reflect -webkit-clip-path -webkit-column-count -webkit-column-gap -webkit-column-rule
    -webkit-column-width -webkit-columns -webkit-filter -webkit-font-feature-settings -webkit-font-smoothing -webkit-line-break
    -webkit-line-clamp -webkit-mask -webkit-mask-image -webkit-mask-position -webkit-mask-repeat -webkit-mask-size
    -webkit-overflow-scrolling -webkit-print-color-adjust -webkit-tap-highlight-color -webkit-text-emphasis -webkit-text-emphasis-color
    -webkit-text-emphasis-position -webkit-text-emphasis-style -webkit-text-fill-color -webkit-text-size-adjust -webkit-text-stroke
    -webkit-text-stroke-color -webkit-text-stroke-width -webkit-user-select -webkit-writing-mode
    """)
)
FONT_FACE = words("font-family font-style font-weight src unicode-range")
FLEX_LINES = words("flex-start flex-end center stretch baseline auto space-between space-around")
# Properties whose keywords are checked; inherit and initial are allowed everywhere.
KEYWORDS = {
    "align-content": FLEX_LINES, "align-items": FLEX_LINES, "align-self": FLEX_LINES, "justify-content": FLEX_LINES,
    "display": words("""block flex inline inline-block inline-flex inline-table list-item none table table-caption table-cell table-column
        table-column-group table-footer-group table-header-group table-row table-row-group -webkit-box -webkit-inline-box"""),
    "font-variant": words("normal small-caps"),
    "image-rendering": words("auto -webkit-optimize-contrast"),
    "object-fit": words("contain cover fill none scale-down"),
    "overflow": words("auto hidden scroll visible"), "overflow-x": words("auto hidden scroll visible"),
    "overflow-y": words("auto hidden scroll visible"), "overflow-wrap": words("normal break-word"),
    "position": words("absolute fixed relative static"),
    "text-align": words("center end justify left right start -webkit-center -webkit-left -webkit-right"),
    "text-decoration": words("line-through none overline underline"),
    "touch-action": words("auto none pan-x pan-y manipulation"),
    "white-space": words("normal nowrap pre pre-line pre-wrap"),
    "word-break": words("break-all break-word normal"),
}
SINGLE = {f"{name}-{side}" for name in ("margin", "padding") for side in SIDES} | words("""
    background-color bottom box-sizing clear color display flex-basis flex-direction flex-grow flex-shrink flex-wrap float font-size height
    left letter-spacing line-height max-height max-width min-height min-width opacity order overflow overflow-x overflow-y position right
    text-align text-overflow text-transform top vertical-align visibility white-space width word-break word-spacing z-index
""")
NEWER_KEYWORDS = words("unset revert revert-layer min-content max-content fit-content")
COLOURS = {"rgb": 3, "rgba": 4, "hsl": 3, "hsla": 4}
GRADIENTS = words("linear-gradient radial-gradient repeating-linear-gradient repeating-radial-gradient")
DIRECTION = words("to at circle ellipse closest-corner closest-side farthest-corner farthest-side")
FUNCTIONS = GRADIENTS | words("""
    rgb rgba hsl hsla url calc attr counter counters format local rect cubic-bezier steps matrix matrix3d perspective rotate rotate3d
    rotatex rotatey rotatez scale scale3d scalex scaley scalez skew skewx skewy translate translate3d translatex translatey translatez
    -webkit-linear-gradient -webkit-radial-gradient
""")
OWN_FUNCTIONS = {
    "-webkit-filter": words("blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia"),
    "-webkit-clip-path": words("circle ellipse inset polygon"),
}
UNITS = words("px em rem ex ch % vw vh vmin vmax pt pc cm mm in deg rad grad turn s ms dpi dpcm dppx")
PSEUDO = words("""
    active checked disabled empty enabled first-child first-of-type focus hover invalid last-child last-of-type link only-child
    only-of-type optional required root target valid visited
    after before first-letter first-line selection backdrop -webkit-scrollbar -webkit-scrollbar-thumb -webkit-scrollbar-track
    -webkit-input-placeholder -webkit-full-screen
""")
PSEUDO_FUNCTIONS = words("lang not nth-child nth-last-child nth-last-of-type nth-of-type")
MEDIA = words("""
    all and not only print screen
    width min-width max-width height min-height max-height orientation portrait landscape aspect-ratio min-aspect-ratio max-aspect-ratio
    device-width min-device-width max-device-width device-height min-device-height max-device-height resolution min-resolution
    max-resolution color monochrome -webkit-min-device-pixel-ratio -webkit-max-device-pixel-ratio
    prefers-reduced-motion prefers-color-scheme reduce no-preference dark light
""")
TIMING = words("ease linear ease-in ease-out ease-in-out step-start step-end")
ANIMATED = words("opacity transform -webkit-transform")
KEYFRAME = ANIMATED | words("animation-timing-function -webkit-animation-timing-function")


def commas(tokens):
    """The parts between commas, without spaces."""
    parts = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        elif token.type not in ("whitespace", "comment"):
            parts[-1].append(token)
    return parts


class Style:
    def __init__(self, first_line=1):
        self.first_line = first_line
        self.problems = []

    def refuse(self, node, rule, message):
        self.problems.append(Problem(self.first_line - 1 + node.source_line, rule, message))

    def rules(self, nodes, guarded=frozenset()):
        for node in nodes:
            if node.type == "qualified-rule":
                self.selectors(node.prelude)
                self.block(node.content, guarded)
            elif node.type == "at-rule":
                self.at_rule(node, guarded)
            elif node.type == "error":
                self.refuse(node, "css syntax", node.message)

    def block(self, content, guarded=frozenset(), properties=PROPERTIES):
        for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
            if node.type == "declaration":
                self.declaration(node, guarded, properties)
            elif node.type == "error":
                self.refuse(node, "css syntax", node.message)
            else:
                self.refuse(node, "nesting", "a rule within a rule came with Chromium 112")

    def at_rule(self, node, guarded):
        name = node.lower_at_keyword
        rules = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True) if node.content is not None else []
        if name == "media":
            self.media(node.prelude)
            self.rules(rules, guarded)
        elif name == "supports":
            self.rules(rules, guarded | self.supported(node.prelude))
        elif name in ("keyframes", "-webkit-keyframes"):
            for rule in rules:
                if rule.type == "qualified-rule":
                    self.block(rule.content, guarded, KEYFRAME)
                else:
                    self.refuse(rule, "css syntax", "keyframes hold steps alone")
        elif name == "font-face":
            self.block(node.content, guarded, FONT_FACE)
        elif name == "page":
            self.block(node.content, guarded)
        else:
            self.refuse(node, f"@{name}", f"@{name} is not in the baseline")

    def media(self, tokens):
        for token in tokens:
            if token.type == "() block":
                self.media(token.content)
            elif token.type == "ident" and token.lower_value not in MEDIA:
                self.refuse(token, "@media", f"{token.value} is not in the baseline")
            elif token.type == "literal" and token.value in "<>=":
                self.refuse(token, "@media", "ranges came with Chromium 104; use min- and max-")
            elif token.type == "function":
                self.refuse(token, "@media", f"{token.name}() is not in the baseline")

    def supported(self, tokens):
        names, last = set(), None
        for token in tokens:
            if token.type == "() block":
                names |= self.supported(token.content)
            elif token.type == "function":
                self.refuse(token, "@supports", f"{token.name}() is not in the baseline")
            elif token.type == "literal" and token.value == ":" and last:
                names.add(last)
            last = token.lower_value if token.type == "ident" else last if token.type == "whitespace" else None
        return names

    # Selectors

    def selectors(self, tokens):
        colons = 0
        for token in tokens:
            if token.type == "literal" and token.value == ":":
                colons += 1
                continue
            if colons and token.type == "ident" and token.lower_value not in PSEUDO:
                self.refuse(token, "selector", f"{':' * colons}{token.value} is not in the baseline; the whole rule would be dropped")
            elif token.type == "function":
                self.pseudo_function(token)
            elif token.type == "[] block" and re.search(r"""["'\w]\s+[iIsS]\s*$""", tinycss2.serialize(token.content)):
                self.refuse(token, "selector", "[attribute=value i] came with Chromium 49")
            elif token.type == "literal" and token.value in "&|":
                self.refuse(token, "selector", f"{token.value} is not in the baseline")
            colons = 0

    def pseudo_function(self, token):
        name = token.lower_name
        inside = tinycss2.serialize(token.arguments).strip()
        if name not in PSEUDO_FUNCTIONS:
            self.refuse(token, "selector", f":{name}() is not in the baseline; the whole rule would be dropped")
        elif name == "not":
            if not re.fullmatch(r"[.#:]?[-\w]+(\([^()]*\))?|\[[^\]]*\]|\*", inside):
                self.refuse(token, "selector", ":not() with more than one simple selector came with Chromium 88")
            self.selectors(token.arguments)
        elif re.search(r"\bof\b", inside):
            self.refuse(token, "selector", f":{name}(… of …) came with Chromium 111")

    # Declarations

    def declaration(self, node, guarded, properties=PROPERTIES):
        name = node.lower_name
        if properties is KEYFRAME and name not in KEYFRAME:
            self.refuse(node, "animation", f"keyframes change {name}; only opacity and transform may be animated")
            return
        if name in ("transition", "-webkit-transition", "transition-property", "-webkit-transition-property"):
            self.transition(node)
        if name in guarded or (properties is FONT_FACE and name == "unicode-range"):
            return
        if node.name.startswith("--"):
            self.refuse(node, "custom property", f"{node.name} came with Chromium 49")
            return
        if name not in properties:
            self.refuse(node, "property", f"{name} is not in the baseline")
            return
        value = [token for token in node.value if token.type not in ("whitespace", "comment")]
        self.value(name, node.value)
        self.keywords(name, node, value)
        if name == "opacity" and any(token.type == "percentage" for token in value):
            self.refuse(node, "value", "opacity in percent came with Chromium 78")
        if name == "font-weight" and any(token.type == "number" and token.value not in range(100, 1000, 100) for token in value):
            self.refuse(node, "value", "font-weight is a hundred; others came with Chromium 62")

    def keywords(self, name, node, value):
        allowed = KEYWORDS.get(name)
        for token in value:
            if token.type != "ident":
                continue
            word = token.lower_value
            if word in NEWER_KEYWORDS or (allowed is not None and word not in allowed and word not in ("inherit", "initial")):
                self.refuse(token, "value", f"{name}: {token.value} is not in the baseline")
        if name in SINGLE and len(value) > 1:
            self.refuse(node, "value", f"{name} takes one value in the baseline, here {tinycss2.serialize(node.value).strip()!r}")

    def transition(self, node):
        """Each part must name opacity or transform: a part without a name means all."""
        for part in commas(node.value):
            names = [token.lower_value for token in part if token.type == "ident" and token.lower_value not in TIMING]
            if names in (["none"], ["inherit"], ["initial"]):
                continue
            if len(names) != 1 or names[0] not in ANIMATED:
                what = ", ".join(names) or "all"
                self.refuse(node, "animation", f"a transition of {what}; only opacity and transform may be animated")

    def value(self, name, tokens, inside=None):
        for token in tokens:
            if token.type == "function":
                self.function(name, token, inside)
            elif token.type == "() block":
                self.value(name, token.content, inside)
            elif token.type == "hash" and not re.fullmatch(r"[0-9a-fA-F]{3}([0-9a-fA-F]{3})?", token.value):
                self.refuse(token, "colour", f"#{token.value}: colours have three or six digits; an alpha came with Chromium 62")
            elif token.type == "dimension" and token.lower_unit not in UNITS:
                self.refuse(token, "unit", f"{token.unit} is not in the baseline")
            elif token.type in ("{} block", "error"):
                self.refuse(token, "css syntax", f"the value of {name}")

    def function(self, name, token, inside):
        called = token.lower_name
        if called not in FUNCTIONS and called not in OWN_FUNCTIONS.get(name, ()):
            self.refuse(token, "function", f"{token.name}() is not in the baseline")
            return
        if called == "calc" and inside == "calc":
            self.refuse(token, "function", "calc() within calc() came with Chromium 51; parentheses do")
        parts = commas(token.arguments)
        if called in COLOURS:
            self.colour(token, parts)
        if called in GRADIENTS:
            self.gradient(token, parts)
        self.value(name, token.arguments, called)

    def colour(self, token, parts):
        alike = all(len(part) == 1 for part in parts) and len(parts) == COLOURS[token.lower_name]
        if not alike or (len(parts) == 4 and parts[3][0].type != "number"):
            self.refuse(token, "colour", f"{token.name}() takes {COLOURS[token.lower_name]} values between commas in the baseline")

    def gradient(self, token, parts):
        """Each stop is a colour with at most one place."""
        for number, part in enumerate(parts):
            places = [one for one in part if one.type in ("dimension", "percentage", "number")]
            coloured = any(one.type in ("hash", "ident", "function") for one in part)
            direction = number == 0 and (not coloured or any(getattr(one, "lower_value", None) in DIRECTION for one in part))
            if not direction and (len(places) > 1 or not coloured):
                self.refuse(token, "gradient", "a stop with two places came with Chromium 71, a place without a colour with 40")


def check_style(css, first_line=1):
    style = Style(first_line)
    style.rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    return style.problems


def check_declarations(css, first_line=1):
    """What stands in a style attribute."""
    style = Style(first_line)
    style.block(css)
    return style.problems


# Pages


class Parts(HTMLParser):
    """The scripts, styles and style attributes of a page, with their lines."""

    CLASSIC = words("text/javascript application/javascript text/ecmascript application/ecmascript")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.scripts, self.styles, self.attributes, self.problems = [], [], [], []
        self.into, self.begun = None, False

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        line = self.getpos()[0]
        self.into, self.begun = None, False
        kind = (attributes.get("type") or "").strip().lower()
        if tag == "script":
            if kind == "module":
                self.problems.append(Problem(line, "module", "modules came with Chromium 61"))
            elif kind in self.CLASSIC or not kind:
                self.into = self.scripts
                if "src" in attributes:
                    self.problems.append(Problem(line, "self-contained", f"a script from {attributes['src']}"))
        elif tag == "style":
            self.into = self.styles
        elif tag == "link" and "stylesheet" in (attributes.get("rel") or "").lower():
            self.problems.append(Problem(line, "self-contained", f"a style sheet from {attributes.get('href')}"))
        if attributes.get("style"):
            self.attributes.append((line, attributes["style"]))
        for name, value in pairs:
            if name.startswith("on") and value:
                self.scripts.append((line, f"(function (event) {{{value}\n}})"))

    def handle_endtag(self, tag):
        self.into = None

    def handle_data(self, data):
        if self.into is not None and self.begun:
            line, before = self.into.pop()
            self.into.append((line, before + data))
        elif self.into is not None:
            self.into.append((self.getpos()[0], data))
            self.begun = True


def check_page(html):
    """All that is refused in a page, by line. Scripts that are data (application/json) are not looked at."""
    parts = Parts()
    parts.feed(html)
    parts.close()
    problems = list(parts.problems)
    own = set()
    for line, source in parts.scripts:
        script = Script(source, line, own).check()
        own |= script.own
        problems += script.problems
    for line, css in parts.styles:
        problems += check_style(css, line)
    for line, css in parts.attributes:
        problems += check_declarations(css, line)
    return sorted(problems)


def main(paths):
    found = [f"{path}: {problem}" for path in paths for problem in check_page(Path(path).read_text(encoding="utf-8"))]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
