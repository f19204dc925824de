// Names as JavaScript sees them: arrays of components, as `nameParts` reads them off.

const PRIVATE_PREFIX = '_private';

const isNumeric = (part) => typeof part === 'number' || part.number !== undefined;

/** Parses a name as Lean prints it, with «…» around components that are no identifiers. */
export function parseName(text) {
  const parts = [];
  const component = /«([^»]*)»|([^.«»]+)/y;
  for (let at = 0; at <= text.length; at = component.lastIndex + 1) {
    component.lastIndex = at;
    const found = component.exec(text);
    if (!found) return null;
    const [, quoted, plain] = found;
    parts.push(quoted ?? (/^\d{1,9}$/.test(plain) ? Number(plain) : plain));
    if (component.lastIndex < text.length && text[component.lastIndex] !== '.') return null;
  }
  return parts;
}

/** The name a user wrote for a private declaration; other names unchanged. */
export function userName(parts) {
  if (parts[0] !== PRIVATE_PREFIX) return parts;
  const number = parts.findIndex(isNumeric);
  return number < 0 ? parts : parts.slice(number + 1);
}

/** A key that two names share only if they are equal. */
export const nameKey = (parts) => JSON.stringify(parts);

/** A name as Lean would print it. */
export function printName(parts) {
  const identifier = /^[\p{L}_][\p{L}\p{M}\p{N}_'!?₀-₉]*$/u;
  return parts.map((part) => {
    if (typeof part === 'string') return identifier.test(part) ? part : `«${part}»`;
    return part.bytes === undefined ? part.number ?? part : `«bytes ${part.bytes}»`;
  }).join('.');
}

/** Whether the elaborator made the name, as in `t._proof_1`, `f.eq_1` or `S.mk.injEq`. */
export function isGenerated(parts) {
  if (parts.some((part) => typeof part !== 'string' || part.startsWith('_'))) return true;
  return /^(eq_\d+|eq_def|eq_unfold|match_\d+.*|proof_\d+|inj|injEq|sizeOf_spec|congr_simp|hcongr_\d+|induct|fun_cases|noConfusion.*)$/.test(parts.at(-1));
}
