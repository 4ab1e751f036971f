"""Every reason that the rules can give for a decision has words on the page."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

from placemap.output.web.assets import languages

# Arguments, variables and keys that hold a reason.
NAMES = {"why", "rule", "reason"}
KEYS = {"place", "type", "time", "status", "merged", "worth"}
# Functions that are handed a reason after their first argument.
TAKERS = {"link", "_in_town", "_placed"}
# As the page parts a rule's words from what it found.
ENDS = re.compile(r"$|[;:,)'( ]")
WORDS = [key[5:] for key in languages()["en"] if key.startswith("said.")]


def texts_of(node, constants):
    """Return how the texts begin that an expression may be."""
    if isinstance(node, ast.IfExp):
        return [
            *texts_of(node.body, constants),
            *texts_of(node.orelse, constants),
        ]
    if isinstance(node, ast.JoinedStr):
        node = node.values[0]
    if isinstance(node, ast.Name):
        return [constants.get(node.id, "")]
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return [node.value] if is_text else []


def targets_of(node):
    if isinstance(node, ast.Assign):
        return node.targets
    is_set = isinstance(node, ast.AnnAssign) and node.value
    return [node.target] if is_set else []


def expressions_in(tree):
    """Yield the expressions of a module that are reasons."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in NAMES:
            yield node.value
        if any(isinstance(t, ast.Name) and t.id in NAMES for t in targets_of(node)):
            yield node.value
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value in KEYS:
                    yield value
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            yield from node.args[1:] if name in TAKERS else ()


def returned_in(tree):
    """Yield what the functions of a module return that return a text."""
    for node in ast.walk(tree):
        returns = getattr(node, "returns", None)
        if returns is None or ast.unparse(returns) != "str":
            continue
        for inner in ast.walk(node):
            if isinstance(inner, ast.Return) and inner.value is not None:
                yield inner.value


def constants_of(tree):
    return {
        target.id: node.value.value
        for node in tree.body
        for target in targets_of(node)
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Constant)
        if isinstance(node.value.value, str)
    }


def reasons():
    found = set()
    for stage in ("events", "disambiguation"):
        for path in Path(str(files("placemap") / stage)).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            constants = constants_of(tree)
            # What tells a status returns why.
            told = returned_in(tree) if "claims" in path.parts else ()
            for node in (*expressions_in(tree), *told):
                found.update(texts_of(node, constants))
    # One word is a relation; a text that begins with what the rule found has no words.
    return sorted(text for text in found if re.match(r"[a-z']+,? \w", text))


REASONS = reasons()


def test_the_reasons_are_found():
    assert len(REASONS) > 80
    assert {"heads the paragraph", "no place is tied to it"} <= set(REASONS)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_a_rule_can_give_has_words(reason):
    assert any(
        reason.startswith(words) and ENDS.match(reason[len(words) :]) for words in WORDS
    )
