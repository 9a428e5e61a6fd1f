"""What axe-core finds wrong with a page."""

from axe_playwright_python.sync_playwright import Axe

# What colours and sizes can spoil; all else is the same page in each view.
SEEN = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
# Leaves two of all that stand side by side and look alike: axe-core looks at each element for long, and the others are like them.
THIN_OUT = """() => document.querySelectorAll('main ol, main ul, main tbody, main dl, main section, main .listed, main').forEach(parent => {
  const seen = {}
  Array.from(parent.children).forEach(node => {
    const kind = node.tagName + node.className
    seen[kind] = (seen[kind] || 0) + 1
    if (seen[kind] > 2 && !/^H|^P$/.test(node.tagName)) node.remove()
  })
})"""


def violations(page, rules=None):
    """By rule's id, some of the elements that break it. What axe-core passes is not described, which takes it longer than to look."""
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = Axe().run(page, options=options).response["violations"]
    return {one["id"]: [node["html"][:120] for node in one["nodes"]][:3] for one in found}
