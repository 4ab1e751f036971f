"""The page around the map: one HTML file that runs nothing but our own scripts.

Text from documents enters it in two ways only: as JSON in a block that no browser
runs, from which our scripts fill the page through ``textContent``; and as the title,
escaped by the template. Every script and style stands in the policy by its hash, so
anything that got in nevertheless would not run, and nothing can be requested but the
images of map tiles, and those only where whoever made the map opted in.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.errors import OutputError
from placemap.output.web import assets as web_assets

if TYPE_CHECKING:
    from collections.abc import Sequence

# Within a script element these could end it, open a comment, or end a line.
_UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
# An inline script or style must not hold what the HTML parser would act upon.
_ENDS_ELEMENT = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)
# Shorter blocks are left as they are: there is little to win, and they can be read.
_WORTH_PACKING = 400_000
_LEVEL = 6


class Block(NamedTuple):
    """Data in the page: the id of its element, its text, and whether it is packed."""

    id: str
    text: str
    is_packed: bool


def to_json_block(value: Any) -> str:  # noqa: ANN401 - any JSON value
    r"""Return `value` as JSON that is safe inside a script element.

    Examples
    --------
    >>> to_json_block({"text": "</script><!--"})
    '{"text":"\\u003c/script\\u003e\\u003c!--"}'
    """
    plain = json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    return _UNSAFE_IN_SCRIPT.sub(lambda m: f"\\u{ord(m[0]):04x}", plain)


def make_block(
    block_id: str,
    value: Any,  # noqa: ANN401 - any JSON value
    *,
    is_packed: bool = False,
) -> Block:
    """Return `value` as JSON, deflated and in base64 where it is long or asked for.

    Examples
    --------
    >>> make_block("data", {"n": 1})
    Block(id='data', text='{"n":1}', is_packed=False)
    >>> len(make_block("data", ["again"] * 100_000).text) < 5_000
    True
    """
    text = to_json_block(value)
    if len(text) < _WORTH_PACKING and not is_packed:
        return Block(block_id, text, is_packed=False)
    packed = base64.b64encode(zlib.compress(text.encode(), _LEVEL))
    return Block(block_id, packed.decode("ascii"), is_packed=True)


def content_hash(code: str) -> str:
    """Return the source expression that allows exactly `code` in a policy."""
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_security_policy(
    scripts: list[str], styles: list[str], images: Sequence[str] = ()
) -> str:
    """Return a policy that allows these inline scripts and styles and no request.

    `images` are the servers that may be asked for images nevertheless.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(content_hash, scripts))}",
            f"style-src {' '.join(map(content_hash, styles))}",
            " ".join(("img-src data: blob:", *images)),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def render_page(
    payload: dict[str, Any], basemap: dict[str, Any], *, map_html: str, map_script: str
) -> str:
    """Return the whole page.

    Parameters
    ----------
    payload, basemap
        What `make_payload` and `make_basemap` return.
    map_html, map_script
        The element of the Leaflet map and the script that makes it, both free of
        text from documents.

    Raises
    ------
    OutputError
        If a script or style holds what would end its element early.
    """
    from jinja2 import Environment, StrictUndefined

    tiles = payload.get("tiles") or {}
    languages = web_assets.languages()
    strings = languages[payload["language"] or "en"]
    others = {k: v for k, v in languages.items() if v is not strings}
    scripts = [*web_assets.library_scripts(), web_assets.app_script(), map_script]
    styles = web_assets.styles()
    for code in (*scripts, *styles):
        if _ENDS_ELEMENT.search(code):
            raise OutputError("expected a script or style without '</script' or '<!--'")
    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(web_assets.read_asset("page.html"))
    title = _presentable(payload["title"])
    page = template.render(
        t=strings,
        title=title or strings["untitled"],
        is_titled=bool(title),
        version=_presentable(payload["run"].get("version", "")),
        attribution=[_presentable(a) for a in payload["run"].get("attribution", ())],
        licences=web_assets.licences(),
        policy=content_security_policy(scripts, styles, tiles.get("origins", ())),
        styles=styles,
        scripts=scripts,
        map_html=map_html,
        blocks=[
            make_block("placemap-strings", strings),
            make_block("placemap-languages", others, is_packed=True),
            make_block("placemap-data", payload),
            make_block("placemap-basemap", basemap, is_packed=True),
        ],
    )
    return page if page.endswith("\n") else f"{page}\n"


def _presentable(text: str) -> str:
    """Return `text` on one line and fit for UTF-8."""
    return " ".join(_LONE_SURROGATES.sub("\ufffd", text).replace("\0", " ").split())
