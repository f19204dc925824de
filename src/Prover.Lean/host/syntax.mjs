// Reading Lean's syntax trees and names.
import { isScalar } from './objects.mjs';

export const Syntax = { missing: 0, node: 1, atom: 2, identifier: 3 };
const NUMERIC = 2; // tag of `Name.num`

/**
 * The components of a name, outermost first: strings, and numbers for numeric ones. What neither can hold
 * exactly comes as `{ number: text }` or `{ bytes: hex }`, so that different names never have equal components.
 */
export function nameParts(lean, name) {
  const parts = [];
  for (; !isScalar(name); name = lean.field(name, 0)) {
    const last = lean.field(name, 1);
    parts.push(lean.tag(name) === NUMERIC ? numericPart(lean, last) : textPart(lean, last));
  }
  return parts.reverse();
}

const numericPart = (lean, nat) => (isScalar(nat) ? lean.nat(nat) : { number: lean.natText(nat) });
const textPart = (lean, string) =>
  lean.exactString(string) ?? { bytes: Buffer.from(lean.stringBytes(string)).toString('hex') };

/** A name as text, components joined by dots and not quoted. */
export const nameText = (lean, name) => nameParts(lean, name).map((part) => part.number ?? part.bytes ?? part).join('.');

/** The kind of a syntax node as text; null for a leaf. */
export function syntaxKind(lean, syntax) {
  return lean.tag(syntax) === Syntax.node ? nameText(lean, lean.field(syntax, 1)) : null;
}

/** The children of a node, and none of a leaf. */
export function children(lean, syntax) {
  return lean.tag(syntax) === Syntax.node ? [...lean.arrayItems(lean.field(syntax, 2))] : [];
}

/** The byte positions at which a piece of syntax begins and ends; 0 where it has no place in the text. */
export function syntaxRange(lean, syntax) {
  const start = leafPosition(lean, syntax, (items) => items, 1, 0) ?? 0;
  const end = leafPosition(lean, syntax, (items) => items.reverse(), 3, 1) ?? start;
  return { start, end };
}

/** The position kept in the first leaf, in the given order, that has one. */
function leafPosition(lean, root, ordered, originalField, syntheticField) {
  const stack = [root];
  while (stack.length > 0) {
    const syntax = stack.pop();
    if (isScalar(syntax)) continue;
    const info = lean.field(syntax, 0);
    if (!isScalar(info)) return lean.nat(lean.field(info, lean.tag(info) === 0 ? originalField : syntheticField));
    stack.push(...ordered(children(lean, syntax)).reverse());
  }
  return undefined;
}
