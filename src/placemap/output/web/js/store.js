// The state of the page, and who wants to know when it changes.

export function createStore(initial) {
  let state = initial;
  const listeners = [];
  return {
    get: () => state,
    subscribe: (listener) => listeners.push(listener),
    set(changes) {
      const before = state;
      state = { ...state, ...changes };
      for (const listener of listeners) listener(state, before);
    },
  };
}
