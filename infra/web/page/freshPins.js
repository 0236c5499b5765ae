// Pins that were saved in this visit. The list of a board is a view of the index, which follows within seconds: until then they are remembered here.

const fresh = new Map();

/** Remembers a pin that was just saved: {id, imageId, boardId}. */
export function rememberPin(pin) {
  fresh.set(pin.id, pin);
}

/** A pin that is gone again. */
export function forgetPin(id) {
  fresh.delete(id);
}

/** The first page of a board's list, with what it does not know yet; what it knows needs no remembering any more. */
export function withFreshPins(board, pins) {
  pins.forEach((pin) => fresh.delete(pin.id));
  return [...[...fresh.values()].filter((pin) => pin.boardId === board).reverse(), ...pins];
}
