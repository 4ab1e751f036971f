import re

import pytest

from placemap.errors import OutputError
from placemap.output.web import assets as web_assets
from placemap.output.web.assets import link_modules
from placemap.output.web.page import content_security_policy, render_page, to_json_block


def test_modules_come_after_what_they_need():
    sources = {
        "main.js": "import { a } from './a.js';\nexport const start = a;\n",
        "a.js": "import { b } from './b.js';\nexport function a() { return b; }\n",
        "b.js": "export const b = 1;\n",
    }
    linked = link_modules(sources, "main.js")
    assert (
        linked.index("const b") < linked.index("function a") < linked.index("start =")
    )
    assert "import" not in linked
    assert "export" not in linked


def test_an_import_may_run_over_lines():
    sources = {
        "main.js": "import {\n  a,\n  b,\n} from './a.js';\nexport const start = a;\n",
        "a.js": "export const a = 1;\nexport const b = 2;\n",
    }
    assert "const start = a" in link_modules(sources, "main.js")


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"main.js": "import { a } from './gone.js';\n"}, "does not exist"),
        (
            {
                "main.js": "import { a } from './a.js';\n",
                "a.js": "import { b } from './main.js';\nexport const a = b;\n",
            },
            "in a circle",
        ),
        (
            {
                "main.js": "import { a } from './a.js';\nconst twice = 1;\n",
                "a.js": "export const a = 1;\nconst twice = 2;\n",
            },
            "twice is declared in a.js and main.js",
        ),
        (
            {
                "main.js": "import { b } from './a.js';\n",
                "a.js": "export const a = 1;\nconst b = 2;\n",
            },
            r"a.js does not export \['b'\]",
        ),
        ({"main.js": "import a from './a.js';\n"}, "cannot link .import a"),
        ({"main.js": "export default 1;\n"}, "cannot link .export default"),
    ],
)
def test_a_broken_rule_is_told(sources, message):
    with pytest.raises(OutputError, match=message):
        link_modules(sources, "main.js")


def test_every_module_is_in_the_page_without_its_comments():
    script = web_assets.app_script()
    assert not re.search(r"^ *//", script, re.MULTILINE)
    for module in (web_assets.WEB / "js").glob("*.js"):
        source = module.read_text(encoding="utf-8")
        assert source.startswith("// "), f"{module.name} does not say what it is"
        exported = re.search(r"^export (.*)", source, re.MULTILINE)[1]
        assert exported in script, f"{module.name} is not linked"


def test_our_modules_never_set_html():
    for module in (web_assets.WEB / "js").glob("*.js"):
        source = module.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
            assert word not in source, f"{module.name} uses {word}"
        assert "eval(" not in source


def test_every_string_used_is_in_the_language_file():
    strings = web_assets.read_json("lang/en.json")
    used = set()
    for module in (web_assets.WEB / "js").glob("*.js"):
        source = module.read_text(encoding="utf-8")
        used |= set(web_assets.re.findall(r"\bt\('([\w.-]+)'", source))
        plural = web_assets.re.findall(r"\btn\(\s*'([\w.-]+)'", source)
        used |= {f"{key}.other" for key in plural}
    assert not used - set(strings)


def test_a_missing_browser_file_says_what_to_do(monkeypatch):
    web_assets.read_asset.cache_clear()
    with pytest.raises(OutputError, match="build or install the package"):
        web_assets.read_asset("vendor/leaflet/gone.js")


def test_json_blocks_cannot_end_their_element():
    text = "</script><!-- <script> & \u2028 \u2029 \ud800"
    block = to_json_block([text])
    assert not set("<>&\u2028\u2029\ud800") & set(block)
    assert web_assets.json.loads(block) == [text]


def test_the_policy_names_each_script_by_its_hash():
    policy = content_security_policy(["alert(1)"], [])
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy


def test_a_script_that_would_end_its_element_is_refused():
    payload = {"title": "", "language": "", "run": {"version": "1"}}
    with pytest.raises(OutputError, match="expected a script"):
        render_page(payload, {}, map_html="", map_script="x = '</script>'")
