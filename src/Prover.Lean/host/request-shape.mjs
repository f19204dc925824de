// Reads parts of a request that may be wrong in any way; what is wrong is named.
import { RequestError } from './errors.mjs';

export const wrong = (message) => { throw new RequestError(message); };
const quote = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

export const isIndex = (value, end) => (value >>> 0) === value && value < end;

/** A whole number from 0 up to, but not including, `end`. */
export function index(value, end, what) {
  return isIndex(value, end) ? value : wrong(`${what} must be a whole number below ${end}; found ${quote(value)}.`);
}

export function boolean(value, what) {
  return typeof value === 'boolean' ? value : wrong(`${what} must be true or false; found ${quote(value)}.`);
}

export function array(value, limit, what) {
  if (!Array.isArray(value)) wrong(`${what} must be an array; found ${quote(value)}.`);
  return value.length <= limit ? value : wrong(`${what} may have ${limit} entries at most; found ${value.length}.`);
}

export function object(value, what) {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? value : wrong(`${what} must be an object; found ${quote(value)}.`);
}

/** A string that UTF-8 can hold. */
export function text(value, what) {
  if (typeof value !== 'string') wrong(`${what} must be a string; found ${quote(value)}.`);
  return value.isWellFormed() ? value : wrong(`${what} holds half a character: ${quote(value)}.`);
}

/** A natural number in decimal digits, in its only way of writing. */
export function digits(value, limit, what) {
  if (typeof value !== 'string' || !/^(0|[1-9]\d*)$/.test(value)) {
    wrong(`${what} must be a string of decimal digits without zeros in front; found ${quote(value)}.`);
  }
  return value.length <= limit ? value : wrong(`${what} may have ${limit} digits at most; found ${value.length}.`);
}
