// Drawing what the page shows on a canvas: boxes, texts and SVG shapes, as they are styled.

const CLEAR = ['none', 'transparent', 'rgba(0, 0, 0, 0)'];

function lengths(text) {
  return text === 'none' ? [] : text.split(/[\s,]+/).map(parseFloat);
}

function outlineOf(node) {
  if (node.localName === 'use') return outlineOf(referred(node, 'href'));
  const number = (name) => parseFloat(node.getAttribute(name) ?? 0);
  const path = new Path2D(node.localName === 'path' ? node.getAttribute('d') : '');
  if (node.localName === 'circle')
    path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  if (node.localName === 'rect')
    path.rect(number('x'), number('y'), number('width'), number('height'));
  return path;
}

function referred(node, name) {
  const id = node?.getAttribute(name)?.match(/#([\w-]+)/)?.[1];
  return id ? document.getElementById(id) : null;
}

// The paths that a shape is clipped by, one after the other.
function limitsOf(node) {
  const limit = referred(node, 'clip-path')?.firstChild;
  if (!limit) return [];
  const own = limit.localName === 'use' ? referred(limit, 'href') : limit;
  return [outlineOf(own), ...limitsOf(own)];
}

// Paints with the top left corner of `origin`, in pixels of the window, at the canvas's own.
export function createPainter(ctx, { scale, halo }) {
  let origin = { left: 0, top: 0 };

  // A hatch is the only kind of pattern there is: lines of one colour, turned.
  function patternOf(reference) {
    const pattern = document.getElementById(reference.match(/#([\w-]+)/)?.[1]);
    const size = parseFloat(pattern.getAttribute('width'));
    const tile = document.createElement('canvas');
    tile.width = tile.height = Math.round(size * scale);
    const tileCtx = tile.getContext('2d');
    tileCtx.scale(tile.width / size, tile.width / size);
    tileCtx.fillStyle = getComputedStyle(pattern.firstChild).fill;
    tileCtx.fill(outlineOf(pattern.firstChild));
    const made = ctx.createPattern(tile, 'repeat');
    const turned = new DOMMatrix().rotate(45).scale(size / tile.width);
    made.setTransform(turned);
    return made;
  }

  function paintShape(node) {
    const style = getComputedStyle(node);
    const { a, b, c, d, e, f } = node.getScreenCTM();
    ctx.save();
    ctx.setTransform(
      scale * a, scale * b, scale * c, scale * d,
      scale * (e - origin.left), scale * (f - origin.top),
    ); // prettier-ignore
    const path = outlineOf(node);
    for (const limit of limitsOf(node)) ctx.clip(limit, 'evenodd');
    if (!CLEAR.includes(style.fill)) {
      ctx.globalAlpha = parseFloat(style.fillOpacity) * parseFloat(style.opacity);
      ctx.fillStyle = style.fill.startsWith('url') ? patternOf(style.fill) : style.fill;
      ctx.fill(path, 'evenodd');
    }
    const width = parseFloat(style.strokeWidth);
    if (!CLEAR.includes(style.stroke) && width > 0) {
      ctx.globalAlpha = parseFloat(style.strokeOpacity) * parseFloat(style.opacity);
      ctx.strokeStyle = style.stroke;
      ctx.lineWidth = width;
      ctx.lineJoin = style.strokeLinejoin;
      ctx.lineCap = style.strokeLinecap;
      ctx.setLineDash(lengths(style.strokeDasharray));
      ctx.lineDashOffset = parseFloat(style.strokeDashoffset);
      ctx.stroke(path);
    }
    ctx.restore();
  }

  function paintText(text, box, style, colour) {
    const words = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    ctx.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    ctx.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    ctx.direction = style.direction;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    const at = [
      (box.left + box.right) / 2 - origin.left,
      (box.top + box.bottom) / 2 - origin.top,
    ];
    if (style.textShadow !== 'none') {
      ctx.strokeStyle = halo;
      ctx.lineWidth = 3;
      ctx.lineJoin = 'round';
      ctx.strokeText(words, ...at);
    }
    ctx.fillStyle = colour;
    ctx.fillText(words, ...at);
  }

  // A line alone, as those that stand for boundaries in a key.
  function paintRule({ left, right, top }, style) {
    const width = parseFloat(style.borderTopWidth);
    const y = top - origin.top + width / 2;
    ctx.beginPath();
    ctx.moveTo(left - origin.left, y);
    ctx.lineTo(right - origin.left, y);
    strokeBorder(style, width);
  }

  function strokeBorder(style, width) {
    ctx.strokeStyle = style.borderTopColor;
    ctx.lineWidth = width;
    ctx.setLineDash(style.borderTopStyle === 'dashed' ? [3 * width, 2 * width] : []);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  // Open at the top, as the scale bar is.
  function paintTray({ left, right, top, bottom }, style) {
    const [x, y] = [left - origin.left, top - origin.top];
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x, y + bottom - top);
    ctx.lineTo(x + right - left, y + bottom - top);
    ctx.lineTo(x + right - left, y);
    ctx.strokeStyle = style.borderBottomColor;
    ctx.lineWidth = parseFloat(style.borderBottomWidth);
    ctx.stroke();
  }

  function paintBox(node, style) {
    const box = node.getBoundingClientRect();
    const border = parseFloat(style.borderTopWidth);
    const isOpen = !parseFloat(style.borderBottomWidth);
    if (!border && !isOpen) paintTray(box, style);
    if (border && isOpen) {
      paintRule(box, style);
      return;
    }
    const isFilled = !CLEAR.includes(style.backgroundColor);
    if (!isFilled && !border) return;
    const radius = style.borderTopLeftRadius.endsWith('%')
      ? box.width / 2
      : parseFloat(style.borderTopLeftRadius);
    ctx.beginPath();
    ctx.roundRect(
      box.left - origin.left + border / 2,
      box.top - origin.top + border / 2,
      box.width - border,
      box.height - border,
      Math.min(radius, box.width / 2, box.height / 2),
    );
    if (isFilled) {
      ctx.fillStyle = style.backgroundColor;
      ctx.fill();
    }
    if (border && !CLEAR.includes(style.borderTopColor)) strokeBorder(style, border);
  }

  function paintNode(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const style = getComputedStyle(node.parentNode);
      const box = range.getBoundingClientRect();
      if (node.data.trim()) paintText(node.data.trim(), box, style, style.color);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    if (node instanceof SVGTextElement) {
      paintText(node.textContent, node.getBoundingClientRect(), style, style.fill);
    } else if (node instanceof SVGGeometryElement || node instanceof SVGUseElement) {
      paintShape(node);
    } else if (!['defs', 'clipPath'].includes(node.localName)) {
      if (node instanceof HTMLElement) paintBox(node, style);
      node.childNodes.forEach(paintNode);
    }
  }

  return {
    paint(node, from) {
      origin = from;
      ctx.save();
      ctx.setTransform(scale, 0, 0, scale, 0, 0);
      paintNode(node);
      ctx.restore();
    },
  };
}
