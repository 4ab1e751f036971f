// Making and finding elements. Text only ever arrives here as text nodes.

const SVG = 'http://www.w3.org/2000/svg';

export function byId(id) {
  return document.getElementById(id);
}

// Set what `props` names on `node`: on* as listeners, `data` as data attributes, `style`
// property by property (the policy forbids style attributes), the rest as attributes.
function assign(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'style') {
      for (const [key, part] of Object.entries(value)) node.style.setProperty(key, part);
    } else node.setAttribute(name, value === true ? '' : value);
  }
}

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  assign(node, props);
  node.append(...children.flat().filter((child) => child !== null && child !== ''));
  return node;
}

export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  assign(node, props);
  node.append(...children);
  return node;
}

// A group of controls or rows under its title, if it has any; the title may be left out.
export function fieldset(title, children) {
  if (!children.length) return null;
  return el('fieldset', {}, title ? el('legend', {}, title) : null, children);
}

export function icon(path) {
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    svg('path', { d: path }),
  );
}

// Text from a document or the gazetteer, kept from turning its surroundings round.
export function bdi(text, props = {}) {
  return el('bdi', props, text);
}

// A link, but to the web only: nothing else in an address is followed.
export function webLink(address, text) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!['http:', 'https:'].includes(url.protocol)) return null;
  return el('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank' }, text);
}

// Parts in a row with dots between them, each in its own writing direction.
export function dotted(parts) {
  return parts
    .filter(Boolean)
    .flatMap((part, i) => (i ? [' · ', el('bdi', {}, part)] : [el('bdi', {}, part)]));
}

export function prefersStill() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export function isPhone() {
  return matchMedia('(max-width: 760px)').matches;
}

export function isRtl() {
  return document.documentElement.dir === 'rtl';
}
