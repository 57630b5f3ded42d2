r"""Texts that try to be something else: markup, scripts, templates, other lines, other directions.

What runs sets `window.pwned` or opens a dialog, and what loads asks the host `outside.invalid`, which does not exist.
"""

import random

RUN = "window.pwned=top.pwned=1;alert(1)"

TAGS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title></style></textarea></svg><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'<svg onload="{RUN}"><animate onbegin="{RUN}" attributeName=x dur=1s /></svg>',
    f"<svg><script>{RUN}</script><foreignObject><iframe onload={RUN}></iframe></foreignObject></svg>",
    f'<iframe srcdoc="<script>parent.pwned=1</script>" onload="{RUN}"></iframe>',
    f"<details open ontoggle={RUN}><summary autofocus onfocus={RUN}>x",
    "<base href=//outside.invalid/><link rel=stylesheet href=//outside.invalid/a.css>",
    "<meta http-equiv=refresh content='0;url=https://outside.invalid/'>",
    "<b>bold</b> & <table><tr><td></div></main></body></html>",
    "<!-- --><!--",
    "-->",
    "]]>",
    "<![CDATA[",
    f"<?xml-stylesheet href='javascript:{RUN}'?>",
]
ATTRIBUTES = [
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    f"' onmouseover='{RUN}' autofocus onfocus='{RUN}' x='",
    f"x` onfocus={RUN} autofocus `",
    f'"><script>{RUN}</script>',
    f'"\u0301><script>{RUN}</script>',
    f'\'\u0338 "\u20e0><img src=x onerror={RUN}>',
    f'<\u0338script>{RUN}</script> &\u0301lt;',
]
ADDRESSES = [
    f"javascript:{RUN}",
    f" java\tscript:{RUN}//",
    f"data:text/html,<script>{RUN}</script>",
    "//outside.invalid/x.png",
    "https://outside.invalid/?q=<s>&amp;",
    "../../../../../../etc/passwd",
]
REFERENCES = ["&lt;script&gt; &amp;amp; &#60;b&#62; &#x3c;i&#x3e; &quot &nbsp;", f"&#106;avascript:{RUN}"]
STYLES = [
    "</style><style>*{background:url(//outside.invalid/b.png)}</style>",
    "x{} @import '//outside.invalid/c.css'; * { color: expression(alert(1)) }",
    "red;position:fixed;inset:0;background:url(javascript:alert(1))",
]
TEMPLATES = [
    "{{title}} {{{contentSecurityPolicy}}} {{#sections}}{{body}}{{/sections}} {{> partials/masthead}}",
    "{{{lede}}}{{&title}}{{=<% %>=}}<% title %> ${7*7} #{7*7} <%= 7*7 %>",
    "{{% CONTENT_TYPE:TEXT}}{{$opening}}{{/opening}}",
]
MARKDOWN = [
    f"[click](javascript:{RUN}) ![picture](javascript:{RUN}) <javascript:{RUN}>",
    f"[split](java\nscript:{RUN}) [reference][r]\n\n[r]: javascript:{RUN}",
    "![outside](https://outside.invalid/d.png) | a | b |\n|---|---|\n| <b> | `</code><script>alert(1)</script>` |",
]
LETTERS = [
    "\u202e<gnp.exe\u202c \u2066left\u2069 \u200b\ufeff",
    "a\u0000b <\u0000script>alert(1)</script>",
    "line\nbreak\r\nand\ttab \u2028\u2029\u0085",
    "\x1b[31mred\x1b[0m \x07\x08\x7f\x9b",
    "cafe\u0301 caf\u00e9 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U000e0041 \ufffe",
    "=cmd|' /C calc'!A0",
    "100%-%00-%2e%2e%2f",
    "\\\"\\'\\\\ \\u003cscript\\u003e",
    "CON",
]
LONE_SURROGATES = ["\ud800 <b>", "x\udfff\ud800y"]

CORPUS = TAGS + ATTRIBUTES + ADDRESSES + REFERENCES + STYLES + TEMPLATES + MARKDOWN + LETTERS
HUGE = "<b>\"'&{{" + "wide " * 200_000 + f"<img src=x onerror={RUN}>"


def mutated(generator, count):
    """Texts made of the corpus by splicing, repeating and cutting, each different from the others."""
    texts = {}
    while len(texts) < count:
        texts[mutation(generator)] = None
    return list(texts)


def mutation(generator):
    """One text made of two of the corpus."""
    first, second = generator.sample(CORPUS, 2)
    cut = generator.randrange(len(first) + 1)
    kind = generator.randrange(4)
    if kind == 0:
        return first[:cut] + second
    if kind == 1:
        return second + first[cut:]
    if kind == 2:
        return first[:cut] + second + first[cut:]
    return first[:cut][-40:] * generator.randint(1, 40) + second


def mutations(seed, count):
    """The mutated texts of a seed."""
    return mutated(random.Random(seed), count)
