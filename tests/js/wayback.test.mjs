import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createWaysBack } from '../../src/placemap/output/web/js/wayback.js';

// A map that knows where it is, and tells when it is moved.
function fakeMap() {
    const handlers = { movestart: [], dragstart: [] };
    let view = { centre: 'home', zoom: 5 };
    return {
        on: (name, handler) => handlers[name].push(handler),
        tell: (name) => handlers[name].forEach((handler) => handler()),
        getCenter: () => view.centre,
        getZoom: () => view.zoom,
        setView(centre, zoom) {
            this.tell('movestart');
            view = { centre, zoom };
        },
    };
}

function start() {
    const map = fakeMap();
    let fitted = 'main';
    const fit = {
        name: () => fitted,
        mark: (name) => {
            fitted = name;
        },
    };
    map.on('movestart', () => fit.mark(''));
    return { map, fit, ways: createWaysBack(map, fit) };
}

test('what the page moved away from is seen again, and fits as before', () => {
    const { map, fit, ways } = start();
    ways.leave('card', () => map.setView('place', 9));
    ways.leave('card', () => map.setView('other place', 9));
    assert.equal(fit.name(), '');
    ways.comeBack('card');
    assert.deepEqual([map.getCenter(), map.getZoom(), fit.name()], ['home', 5, 'main']);
});

test('there is no way back once somebody has moved the map', () => {
    for (const name of ['setView', 'dragstart']) {
        const { map, ways } = start();
        ways.leave('card', () => map.setView('place', 9));
        if (name === 'setView') map.setView('elsewhere', 7);
        else map.tell(name);
        const there = map.getCenter();
        ways.comeBack('card');
        assert.equal(map.getCenter(), there);
    }
});

test('a flight that begins later is still the page moving the map', () => {
    const { map, ways } = start();
    ways.leave('card', () => {});
    map.setView('place', 9);
    ways.comeBack('card');
    assert.equal(map.getCenter(), 'home');
});

test('each purpose has its own way back', () => {
    const { map, ways } = start();
    ways.leave('search', () => map.setView('found', 8));
    ways.leave('card', () => map.setView('place', 9));
    ways.comeBack('card');
    assert.equal(map.getCenter(), 'found');
    ways.comeBack('search');
    assert.equal(map.getCenter(), 'home');
    ways.comeBack('search');
    assert.equal(map.getCenter(), 'home');
});
