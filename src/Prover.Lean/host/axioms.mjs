// The axioms that a constant rests on, found by following types and values through the heap.
import { Kind } from './constants.mjs';
import { printName } from './names.mjs';
import { constantsIn, contents } from './terms.mjs';

// The library was shipped with most of its theorems and some definitions reduced to axioms without proof.
// The hash that pins the library vouches for those; these are the ones that were axioms from the beginning.
const libraryAxioms = new Set(['propext', 'Quot.sound', 'Classical.choice', 'sorryAx',
  'Lean.trustCompiler', 'Lean.ofReduceBool', 'Lean.ofReduceNat']);
const isLibraryAxiom = (text) => libraryAxioms.has(text) || /^lc[^.]*$/.test(text);
// The kernel computes these by running compiled code, which says nothing about axioms.
const compilerEvaluated = new Set(['Lean.reduceBool', 'Lean.reduceNat']);
const COMPILER_AXIOM = 'Lean.trustCompiler';

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
    const info = constants.own(name);
    if (info === null) {
      const text = printName(parts);
      if (compilerEvaluated.has(text)) found.add(COMPILER_AXIOM);
      const library = isLibraryAxiom(text) ? constants.library(name) : null;
      if (library !== null && constants.kind(library) === Kind.axiom) found.add(text);
      continue;
    }
    if (constants.kind(info) === Kind.axiom) found.add(`${printName(parts)} (declared by the text)`);
    const { terms, names } = contents(lean, constants, info);
    queue.push(...names);
    for (const { term } of terms) for (const name of constantsIn(lean, term, seenTerms)) queue.push(name);
  }
  return [...found].sort();
}
