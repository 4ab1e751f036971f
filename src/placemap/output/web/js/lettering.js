// How much of a name there is room for on the map, and how wide it is.

const LONGEST = 28;
const MOST_NAMES = 4;
let pen = null;

export function textWidth(text, font) {
  pen ??= document.createElement('canvas').getContext('2d');
  pen.font = font;
  return pen.measureText(text).width;
}

function cut(text, longest) {
  const letters = [...text.replace(/(\p{M}{3})\p{M}+/gu, '$1')];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}

// Names as they fit on a map: not too long, nor piled high with marks. Rival names with a
// slash between them get the same room, and some more, so that none is cut for another.
export function shortened(text, longest = LONGEST) {
  const names = text.split(' / ');
  if (names.length > MOST_NAMES) return cut(text, longest);
  const most = longest + 8 * (names.length - 1);
  if ([...text].length <= most) return cut(text, most);
  const room = Math.floor((most + 3) / names.length) - 3;
  return names.map((name) => cut(name, room)).join(' / ');
}
