// The axioms that a constant rests on, found by following types and values through the heap.
import { Kind } from './constants.mjs';
import { printName } from './names.mjs';
import { constantsIn, contents } from './terms.mjs';

// The library was shipped with most of its theorems and some definitions reduced to axioms without proof.
// The hash that pins the library vouches for those; these are the ones that were axioms from the beginning.
const libraryAxioms = new Set(['propext', 'Quot.sound', 'Classical.choice', 'sorryAx',
  'Lean.trustCompiler', 'Lean.ofReduceBool', 'Lean.ofReduceNat']);
const isLibraryAxiom = (parts) => libraryAxioms.has(parts.join('.')) || (parts.length === 1 && String(parts[0]).startsWith('lc'));

export function axiomsOf(lean, constants, root) {
  const found = new Set();
  const visited = new Set();
  const seenTerms = new Set();
  const queue = [constants.name(root)];
  while (queue.length > 0) {
    const name = queue.pop();
    const key = constants.key(name);
    if (visited.has(key)) continue;
    visited.add(key);
    const parts = constants.parts(name);
    const info = constants.own.get(key);
    if (info === undefined) {
      const library = isLibraryAxiom(parts) ? constants.library(parts) : null;
      if (library !== null && constants.kind(library) === Kind.axiom) found.add(printName(parts));
      continue;
    }
    if (constants.kind(info) === Kind.axiom) found.add(printName(parts));
    const { terms, names } = contents(lean, constants, info);
    queue.push(...names);
    for (const { term } of terms) for (const name of constantsIn(lean, term, seenTerms)) queue.push(name);
  }
  return [...found].sort();
}
