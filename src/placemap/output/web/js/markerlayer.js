// The markers that are on the map: made once, kept while they look the same, and pressed
// with the mouse or the keyboard.

import { groupsAt, standsFor } from './hints.js';

function isFocused(marker) {
  return marker.getElement() === document.activeElement;
}

export function createMarkerLayer(map) {
  const layer = L.layerGroup().addTo(map);
  const drawn = new Map();

  function add({ latLng, icon, label, groups, onPress }) {
    const marker = L.marker(latLng, {
      icon: icon(),
      riseOnHover: true,
      title: label,
      alt: label,
    });
    marker.on('click', onPress);
    marker.on('keypress', ({ originalEvent }) => {
      if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
      originalEvent.preventDefault();
      onPress();
    });
    layer.addLayer(marker);
    marker.getElement().setAttribute('aria-label', label);
    standsFor(marker.getElement(), groups);
    return marker;
  }

  // Gives the focus to the marker that stands for a group, alone if there is one; tells
  // whether any does.
  function focus(group) {
    const nodes = [...drawn.values()].map(({ marker }) => marker.getElement());
    const standing = nodes.filter((node) => groupsAt(node).includes(group));
    const node = standing.find((each) => groupsAt(each).length === 1) ?? standing[0];
    node?.focus({ preventScroll: true });
    return Boolean(node);
  }

  return {
    // Nothing is wanted any more until it is put again.
    begin() {
      for (const entry of drawn.values()) entry.isWanted = false;
    },
    // Keep a marker that has not changed: drawing it anew would take the focus from it.
    put(key, signature, wanted) {
      const known = drawn.get(key);
      if (known?.signature === signature) {
        known.isWanted = true;
        return;
      }
      const hadFocus = known && isFocused(known.marker);
      if (known) layer.removeLayer(known.marker);
      const marker = add(wanted);
      if (hadFocus) marker.getElement().focus({ preventScroll: true });
      drawn.set(key, { marker, signature, isWanted: true });
    },
    // Removes what is not wanted. The focus goes to what stands for the same place now.
    end() {
      const [orphan] = [...drawn.values()]
        .filter(({ marker, isWanted }) => !isWanted && isFocused(marker))
        .flatMap(({ marker }) => groupsAt(marker.getElement()));
      for (const [key, { marker, isWanted }] of drawn) {
        if (isWanted) continue;
        layer.removeLayer(marker);
        drawn.delete(key);
      }
      if (orphan !== undefined && !focus(orphan))
        map.getContainer().focus({ preventScroll: true });
    },
    focus,
  };
}
