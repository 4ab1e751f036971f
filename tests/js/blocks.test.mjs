import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';

import { readBlock, unpack } from '../../src/placemap/output/web/js/blocks.js';

const packed = (value) => deflateSync(JSON.stringify(value)).toString('base64');

function node(type, textContent) {
    return {
        type,
        textContent,
        isThere: true,
        remove() {
            this.isThere = false;
        },
    };
}

test('what was packed comes out as it was, in any script', async () => {
    const value = { a: ['Şuşa', '上海', '😀 </script>'], n: 1.5, none: null };
    assert.deepEqual(await unpack(packed(value)), value);
});

test('a short block is plain JSON, a long one packed, and neither stays', async () => {
    for (const block of [
        node('application/json', '{"a":1}'),
        node('text/plain', packed({ a: 1 })),
    ]) {
        assert.deepEqual(await readBlock(block), { a: 1 });
        assert.equal(block.isThere, false);
    }
});

test('what is damaged is an error, not a wait without end', async () => {
    await assert.rejects(unpack(packed({ a: 'x'.repeat(999) }).slice(0, 12)));
    await assert.rejects(unpack('%%%'));
});
