// The one home of the page's state.

/** Keeps a state that changes only by `reduce(state, action)`; listeners hear of every change. */
export function createStore(initial, reduce) {
  let state = initial;
  const listeners = [];
  return {
    get: () => state,
    listen: (listener) => listeners.push(listener),
    send(action) {
      const before = state;
      state = reduce(before, action);
      if (state !== before) for (const listener of listeners) listener(state, before, action);
    },
  };
}
