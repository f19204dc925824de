// Which theorem a text declared last, judging by its syntax.
import { nameParts, children, syntaxKind } from './syntax.mjs';

const theoremKinds = new Set(['Lean.Parser.Command.theorem', 'lemma', 'Mathlib.Tactic.lemma']);
// Inside these, a command may stand; nowhere else need be looked.
const around = new Set(['null', 'Lean.Parser.Command.in', 'Lean.Parser.Command.mutual', 'Lean.Parser.Command.declaration']);

/** The name written after the last `theorem` (components), or null. `commands` are pieces of syntax in their order. */
export function lastTheoremName(lean, commands) {
  for (const command of commands.toReversed()) {
    const found = lastIn(lean, command);
    if (found) return found;
  }
  return null;
}

function lastIn(lean, root) {
  const stack = [root];
  while (stack.length > 0) { // last child first
    const syntax = stack.pop();
    const kind = syntaxKind(lean, syntax);
    if (theoremKinds.has(kind)) {
      const declarationId = children(lean, syntax).find((child) => syntaxKind(lean, child) === 'Lean.Parser.Command.declId');
      const identifier = declarationId && children(lean, declarationId)[0];
      const parts = identifier ? nameParts(lean, lean.field(identifier, 2)) : [];
      if (parts.length > 0) return parts[0] === '_root_' ? parts.slice(1) : parts;
    } else if (around.has(kind)) {
      stack.push(...children(lean, syntax));
    }
  }
  return null;
}
