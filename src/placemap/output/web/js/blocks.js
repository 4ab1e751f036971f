// The data that stands in the page: as JSON, or where it is much as deflated JSON in base64.

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// What a block holds. Nothing is asked of any server: a Response reads what it is given.
export async function unpack(base64) {
  const unpacking = new DecompressionStream('deflate');
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(unpacking);
  return new Response(stream).json();
}

// The text of a block is not needed again, and may be large.
export async function readBlock(node) {
  const text = node.textContent;
  node.remove();
  return node.type === 'application/json' ? JSON.parse(text) : unpack(text);
}
