"""The browser files of the web map: where they are, and how they become one page.

The modules under ``web/js`` are plain ES modules, so a browser or a test runner can
import them one by one. A page made of one file cannot import, so `link_modules` does
what a bundler would, under three rules that keep it honest and short:

* every import names what it wants: ``import { a, b } from './other.js';``
* only declarations are exported: ``export function``, ``const`` or ``class``
* no two modules declare the same name at their top level.

The modules are then put one after the other, each after those it needs, into one
strict-mode function, without their ``import`` lines, ``export`` words and comments:
no line of a text in them may begin with ``//``.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from placemap.errors import OutputError

WEB = Path(__file__).parent
ENTRY = "main.js"

_IMPORT = re.compile(r"^import \{([\w,\s]+)\} from '\./([\w-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) )", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^ *//.*\n", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE
)
# Leaflet's style sheet points at images and its script at a source map: both would be
# requests, and neither is used here.
_CSS_URL = re.compile(r"url\([^)]*\)")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def read_asset(name: str) -> str:
    """Return the text of a file under ``web``, with plain line ends.

    Raises
    ------
    OutputError
        If the file is missing, which for ``vendor`` means an incomplete build.
    """
    path = WEB / name
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise OutputError(
            f"expected the browser file {path}, found none; build or install the "
            "package, which fetches the libraries of the web map"
        ) from error


def read_json(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return the parsed content of a JSON file under ``web``."""
    return json.loads(read_asset(name))


def languages() -> dict[str, dict[str, str]]:
    """Return the words of the interface by language, English among them."""
    codes = sorted(path.stem for path in (WEB / "lang").glob("*.json"))
    return {code: read_json(f"lang/{code}.json") for code in codes}


def checked_language(language: str) -> str:
    """Return `language` if there is an interface in it, or if it is ''.

    Raises
    ------
    OutputError
        If there is none; the message lists those there are.

    Examples
    --------
    >>> checked_language("fr")
    'fr'
    """
    known = languages()
    if language and language not in known:
        raise OutputError(
            f"expected a language of the interface out of {', '.join(known)}, found "
            f"{language!r}"
        )
    return language


def library_scripts() -> list[str]:
    """Return the scripts of Leaflet and Supercluster, in loading order."""
    names = ("leaflet/leaflet.js", "supercluster/supercluster.min.js")
    return [_SOURCE_MAP.sub("", read_asset(f"vendor/{name}")) for name in names]


def styles() -> list[str]:
    """Return Leaflet's style sheet and ours, in order of precedence."""
    ours = [read_asset(f"css/{p.name}") for p in sorted((WEB / "css").glob("*.css"))]
    return [_CSS_URL.sub("none", read_asset("vendor/leaflet/leaflet.css")), *ours]


def licences() -> list[tuple[str, str]]:
    """Return title and licence text of each bundled package, in name order."""
    packages = read_json("vendor/manifest.json")["packages"]
    return [
        (
            f"{name} {about['version']} ({about['license']})",
            read_asset(f"vendor/{name}/LICENSE").strip(),
        )
        for name, about in sorted(packages.items())
    ]


def app_script() -> str:
    """Return our own modules as one script that defines ``placemap``."""
    sources = {p.name: read_asset(f"js/{p.name}") for p in (WEB / "js").glob("*.js")}
    return link_modules(sources, ENTRY)


def link_modules(sources: dict[str, str], entry: str) -> str:
    r"""Return the modules that `entry` needs as one script.

    The script sets the global ``placemap`` to what `entry` exports as ``start``.

    Raises
    ------
    OutputError
        If a module breaks one of the rules above or imports in a circle.

    Examples
    --------
    >>> sources = {
    ...     "a.js": "import { two } from './b.js';\nexport const start = two;\n",
    ...     "b.js": "export const two = 2;\n",
    ... }
    >>> print(link_modules(sources, "a.js"))
    var placemap = (function () {
    'use strict';
    const two = 2;
    const start = two;
    return { start };
    })();
    """
    ordered = _in_order(sources, entry)
    _check_names({name: sources[name] for name in ordered})
    bodies = [_without_modules(name, sources[name]) for name in ordered]
    body = "".join(bodies)
    return (
        "var placemap = (function () {\n'use strict';\n"
        f"{body}return {{ start }};\n}})();"
    )


def _in_order(sources: dict[str, str], entry: str) -> list[str]:
    done: list[str] = []
    open_: list[str] = []

    def visit(name: str) -> None:
        if name in done:
            return
        if name in open_:
            raise OutputError(f"modules import in a circle: {' > '.join(open_)}")
        if name not in sources:
            raise OutputError(f"module {name} is imported but does not exist")
        open_.append(name)
        for match in _IMPORT.finditer(sources[name]):
            visit(match[2])
        done.append(open_.pop())

    visit(entry)
    return done


def _check_names(sources: dict[str, str]) -> None:
    home: dict[str, str] = {}
    for module, source in sources.items():
        for name in _DECLARED.findall(source):
            if name in home:
                raise OutputError(f"{name} is declared in {home[name]} and {module}")
            home[name] = module
        for match in _IMPORT.finditer(source):
            _check_import(match, sources[match[2]], module)


def _check_import(match: re.Match[str], target: str, module: str) -> None:
    exported = {
        name
        for line in target.splitlines()
        if line.startswith("export ")
        for name in _DECLARED.findall(line)
    }
    wanted = {name.strip() for name in match[1].split(",")} - {""}
    missing = wanted - exported
    if missing:
        raise OutputError(f"{module}: {match[2]} does not export {sorted(missing)}")


def _without_modules(name: str, source: str) -> str:
    plain = _EXPORT.sub("", _IMPORT.sub("", _COMMENT_LINE.sub("", source)))
    left = _LEFT_OVER.search(plain)
    if left:
        raise OutputError(f"{name}: cannot link {left.group()!r}")
    return plain
