// Where numbers lie in a picture: from values to 0..1, and the values that an axis names.

/** Maps values of `low..high` to 0..1; on a logarithmic axis both are above zero. A span of nothing maps to the middle. */
export function scale(low, high, logarithmic = false) {
  const place = logarithmic ? Math.log10 : Number;
  const start = place(low);
  const span = place(high) - start;
  return (value) => (span === 0 ? 0.5 : (place(value) - start) / span);
}

/** Round values within `low..high`: about `count` of them, or the powers of ten. */
export function ticks(low, high, logarithmic = false, count = 4) {
  if (logarithmic) {
    return range(Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)).map((power) => 10 ** power);
  }
  const step = roundStep((high - low) / count);
  return step === 0 ? [low] : range(Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)).map((number) => Number((number * step).toPrecision(12)));
}

/** The smallest of 1, 2, 5, 10, 20 ... that is at least `step`; 0 for nothing. */
function roundStep(step) {
  if (!(step > 0)) {
    return 0;
  }
  const power = 10 ** Math.floor(Math.log10(step));
  return [1, 2, 5, 10].find((factor) => factor * power >= step * (1 - 1e-9)) * power;
}

function range(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** A number in few characters: counts whole and grouped, shares with three digits. */
export function shown(number) {
  const digits = Math.abs(number) >= 1000 ? 0 : 3;
  return Number.isInteger(number) ? number.toLocaleString('en') : number.toLocaleString('en', { maximumFractionDigits: digits });
}
