// The headings under which the legend lists the types of events.

const FAMILIES = {
  cooperation: ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'],
  words: ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  pressure: ['PROTEST', 'SANCTION', 'MOBILIZE'],
  violence: ['COERCE', 'ASSAULT', 'CRIME'],
  harm: ['DISASTER', 'ACCIDENT', 'DISEASE'],
  other: [],
};

// [family, its items] for those that have any; what is unknown is under `other`.
export function inFamilies(items, codeOf) {
  const families = Object.entries(FAMILIES);
  const familyOf = (code) =>
    families.find(([, codes]) => codes.includes(code))?.[0] ?? 'other';
  return families
    .map(([family]) => [family, items.filter((item) => familyOf(codeOf(item)) === family)])
    .filter(([, own]) => own.length);
}
