// Terms of the kernel, laid out flat: what the fingerprint and the axiom walk have in common.
// A term can be deeper than any stack and, written out as a tree, larger than any memory. So: an explicit
// stack, and every object visited once.
import { Kind } from './constants.mjs';

export const Expr = { bvar: 0, fvar: 1, mvar: 2, sort: 3, const: 4, app: 5, lambda: 6, pi: 7, let: 8, literal: 9, mdata: 10, proj: 11 };
// For each kind of expression, the fields that are expressions themselves. Binder names and annotations
// are no part of the meaning; `mdata` stands for what it wraps.
const subterms = {
  [Expr.app]: [0, 1], [Expr.lambda]: [1, 2], [Expr.pi]: [1, 2], [Expr.let]: [1, 2, 3], [Expr.mdata]: [1], [Expr.proj]: [2],
};
const NONE = [];

export const subtermFields = (tag) => subterms[tag] ?? NONE;

/**
 * The names (Name objects) of the constants that occur in a term. `seen` carries over from term to term;
 * `look` is given every node before its parts.
 */
export function* constantsIn(lean, root, seen, look) {
  const stack = [root];
  while (stack.length > 0) {
    const term = stack.pop();
    if (seen.has(term)) continue;
    seen.add(term);
    look?.(term);
    const tag = lean.tag(term);
    if (tag === Expr.const || tag === Expr.proj) yield lean.field(term, 0);
    for (const field of subtermFields(tag)) stack.push(lean.field(term, field));
  }
}

/** What a constant is made of: terms (`proof` tells those that prove a theorem), and names of other constants. */
export function contents(lean, constants, info) {
  const value = constants.value(info);
  const terms = [{ term: constants.type(info) }];
  let names = [];
  switch (constants.kind(info)) {
    case Kind.definition:
    case Kind.opaque:
      terms.push({ term: lean.field(value, 1) });
      break;
    case Kind.theorem:
      terms.push({ term: lean.field(value, 1), proof: true });
      break;
    case Kind.inductive: // the other types of a mutual block, and all constructors
      names = [...lean.listItems(lean.field(value, 3)), ...lean.listItems(lean.field(value, 4))];
      break;
    case Kind.constructor:
      names = [lean.field(value, 1)];
      break;
    case Kind.recursor: // each rule: constructor, number of fields, right-hand side
      names = [...lean.listItems(lean.field(value, 1))];
      for (const rule of lean.listItems(lean.field(value, 6))) {
        names.push(lean.field(rule, 0));
        terms.push({ term: lean.field(rule, 2) });
      }
      break;
  }
  return { terms, names };
}
