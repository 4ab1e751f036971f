// Places that are named without an event.

// The places as they are meant: not governments, peoples or parts of other names.
export function mentionedPlaces(model) {
  const eventful = new Set(model.events.flatMap((e) => e.places.map((p) => p.place)));
  const found = new Map();
  model.documents.forEach((document, doc) => {
    document.toponyms.forEach((toponym, k) => {
      const isNamed =
        toponym.role === 'literal' && !['demonym', 'adjective'].includes(toponym.form);
      if (
        !isNamed ||
        !('lon' in toponym) ||
        eventful.has(toponym.place) ||
        found.has(toponym.place)
      )
        return;
      const place = model.places[toponym.place];
      const [from, to] = toponym.at;
      found.set(toponym.place, {
        doc, k, place: toponym.place, lon: toponym.lon, lat: toponym.lat, isCountry: place?.isCountry === true,
        name: toponym.name ?? document.text.slice(from, to), code: place?.code,
      }); // prettier-ignore
    });
  });
  return [...found.values()];
}
