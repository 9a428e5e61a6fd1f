"""What axe-core finds wrong with a page."""

from axe_playwright_python.sync_playwright import Axe


def violations(page, rules=None):
    """By rule's id, some of the elements that break it. What axe-core passes is not described, which takes it longer than to look; it is brought into a page
    once, being half a megabyte."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return {one["id"]: [node["html"][:120] for node in one["nodes"]][:3] for one in found}
