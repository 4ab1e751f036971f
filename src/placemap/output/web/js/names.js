// What places are called: as the map was made, or under a label policy chosen since.

import { t } from './strings.js';

// The key of the policy the map was made with.
export function madeWith({ policies, labels }) {
  return (
    policies.find(({ kind, of }) => kind === labels.kind && of === labels.of)?.key ?? ''
  );
}

// What a place leads with under a policy. `made` is its name on the map as it was made.
export function nameUnder(places, id, key, made) {
  const place = places[id];
  if (!key || !place) return made;
  return Object.hasOwn(place.called, key) ? place.called[key] : place.name;
}

// What each side calls the place besides the name in use, which may be several with
// slashes between them.
export function sidesOf(name, place) {
  const inUse = name.toLowerCase().split(' / ');
  return (place?.sides ?? [])
    .filter(([other]) => !inUse.includes(other.toLowerCase()))
    .map(([other, who]) => t('card.side', { name: other, who }));
}

export function nameGroups(groups, sites) {
  for (const group of groups)
    group.name = [...new Set(group.sites.map((i) => sites[i].name))].join(' – ');
}

// Gives every place of the model its name under the policy `key`, which is '' for that the
// map was made with.
export function rename(model, key) {
  const named = [...model.sites, ...model.mentioned];
  for (const one of named) {
    one.made ??= one.name;
    one.name = nameUnder(model.places, one.place, key, one.made);
  }
  nameGroups(model.groups, model.sites);
  model.naming = key;
}

// Whether a view of whose a place is held on a day; where that is unknown, all are told.
function isValid({ start = '', end = '' }, day) {
  const [from, to] = [start, end].map((text) => text.replaceAll('.', ''));
  // ISO dates sort as text, and so do years and months cut to their length.
  return day.slice(0, from.length) >= from && day.slice(0, to.length) <= to;
}

export function statusesOn(place, day) {
  const { statuses = [] } = place ?? {};
  return day ? statuses.filter((status) => isValid(status, day)) : statuses;
}
