"""Every text and symbol stands out from what is behind it (WCAG 2.2, 1.4.3, 1.4.11)."""

import pytest

from placemap.output.symbols import SYMBOLS

pytestmark = pytest.mark.browser

# [text, ratio, needed] for every text that is seen, by the nearest opaque ground.
TEXTS = """() => {
  const options = {willReadFrequently: true};
  const canvas = document.createElement('canvas').getContext('2d', options);
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => {
    const [hi, lo] = [light(a), light(b)].sort((x, y) => y - x);
    return (hi + 0.05) / (lo + 0.05);
  };
  const root = getComputedStyle(document.documentElement);
  const css = (name) => rgba(root.getPropertyValue(name));
  const grounds = (node) => {
    if (node.closest('.map-label')) return [css('--map-land'), css('--map-sea')];
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 200) return [colour];
    }
    return [[255, 255, 255]];
  };
  const found = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const isHidden = !node.checkVisibility() || node.closest('.hidden, script, style');
    if (!own || isHidden) continue;
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const colour = rgba(node.closest('svg') ? style.fill : style.color);
    const least = Math.min(...grounds(node).map((ground) => ratio(colour, ground)));
    found.push([node.textContent.trim().slice(0, 40), least, isLarge ? 3 : 4.5]);
  }
  for (const node of document.querySelectorAll('.symbol-body, .symbol-strike')) {
    const style = getComputedStyle(node);
    const halo = css('--halo');
    const inks = [style.fill, style.stroke].filter((c) => c !== 'none').map(rgba);
    const most = Math.max(...inks.map((ink) => ratio(ink, halo)));
    found.push([node.closest('svg').getAttribute('class'), most, 3]);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tab", ["Text", "Events", "Filters", "Not on map", "Names"])
def test_texts_and_symbols_can_be_seen(open_page, demo_html, scheme, tab):
    page = open_page(demo_html, color_scheme=scheme, address="#mentioned=1").page
    page.get_by_role("tab", name=tab).click()
    everything = page.evaluate(TEXTS)
    page.locator(".marker[title*='Yevlakh']").click()
    page.locator("#card").wait_for()
    everything += page.evaluate(TEXTS)
    assert len(everything) > 100
    assert [row for row in everything if row[1] < row[2]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_event_can_be_read(open_page, demo_html, scheme):
    page = open_page(demo_html, color_scheme=scheme).page
    page.locator("#pane-text a.trigger").first.click()
    page.locator("#card details summary").click()
    everything = page.evaluate(TEXTS)
    assert [row for row in everything if row[1] < row[2]] == []


# A symbol of each colour, drawn as the page draws them.
DRAW = """colours => {
  for (const colour of colours) {
    const node = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    node.setAttribute('class', `symbol is-asserted drawn ${colour}`);
    node.style.setProperty('--type', colour);
    node.innerHTML = '<path class="symbol-body" d="M0 0h9v9z"/>';
    document.body.append(node);
  }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colour_of_every_type_stands_out(open_page, demo_html, scheme):
    page = open_page(demo_html, color_scheme=scheme).page
    colours = sorted({symbol.colour for symbol in SYMBOLS.values()})
    page.evaluate(DRAW, colours)
    drawn = [row for row in page.evaluate(TEXTS) if " drawn " in row[0]]
    assert len(drawn) == len(colours) == 7
    assert [row for row in drawn if row[1] < row[2]] == []
