"""A trap for scripts that a page should never have run, and for markup that broke out of its place."""

import re
from typing import Any

from playwright.async_api import Frame, Page

TRAP = """
window.hits = [];
window.hit = (...what) => window.hits.push(what);
document.addEventListener('securitypolicyviolation', (event) => window.hits.push([event.violatedDirective]));
"""
BROKEN_OUT = """() => {
  const ours = 'script[src^="/ui/"], script[src="/widget.js"], link[rel=icon], link[href^="/ui/"]';
  const runs = (each) => [...each.attributes].some(({ name, value }) => name.startsWith('on') || name === 'srcdoc'
    || (/^(href|src|action|formaction|data|xlink:href)$/.test(name) && !/^(https?:|mailto:|[/#]|$)/.test(value)));
  const foreign = 'script, object, embed, base, marquee, math, audio, video, meta[http-equiv], foreignObject';
  const odd = [...document.querySelectorAll('*')].filter((each) => !each.matches(ours)
    && (runs(each) || each.matches(foreign)));
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return { odd: odd.map((each) => each.outerHTML.slice(0, 200)), wide, hits: window.hits };
}"""


class Watch:
    """What pages did that they should not have done."""

    def __init__(self) -> None:
        self.found: list[Any] = []

    async def over(self, page: Page) -> None:
        """Set the traps; before anything is loaded."""
        await page.add_init_script(TRAP)
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self._asked(request.url))

    async def look(self, frame: Page | Frame, where: str) -> None:
        """Look for what came of the corpus in a page as it is now."""
        seen = await frame.evaluate(BROKEN_OUT)
        if seen["odd"] or seen["hits"] or seen["wide"] > 1:
            self.found.append((where, seen))

    async def _dialog(self, dialog: Any) -> None:
        self.found.append(("dialog", dialog.message))
        await dialog.dismiss()

    def _asked(self, url: str) -> None:
        if not re.match(r"(http://127\.0\.0\.1|data:,$|about:|blob:http://127)", url):
            self.found.append(("asked for", url))
