// Runs a text on a command state, and reads off what Lean had to say about it.
import { infoTrees, initialState, inputContext } from './command-state.mjs';
import { elaborate, withoutReports } from './elaborate.mjs';
import { readHeader } from './header.mjs';
import { lastTheoremName } from './last-theorem.mjs';
import { readMessages } from './messages.mjs';
import { findSorries } from './sorries.mjs';

/**
 * Elaborates `text` after `base` (a command state, borrowed), or as a file of its own when there is none.
 * Gives the answer's fields and, unless the header failed, the state to continue from (owned), the name of
 * the last theorem that the text declared, and the imported environment below (borrowed; `imported` is that of `base`).
 */
export function check(lean, imports, { text, base, imported, maxOutput }) {
  // What this check makes is released at its end. After a trap it is not, but then the process ends anyway.
  const owned = [];
  const own = (object) => { owned.push(object); return object; };
  try {
    const input = own(inputContext(lean, text.replaceAll('\r\n', '\n')));
    const header = base === undefined ? readHeader(lean, imports, input) : null;
    if (header) owned.push(header.parserState, header.log);
    if (header && header.environment === undefined) {
      const { messages, errors } = readMessages(lean, [header.log], maxOutput);
      if (header.problem) messages.push(header.problem);
      return { answer: { messages, errors: errors + (header.problem ? 1 : 0), elapsed_ms: 0 } };
    }
    const start = own(header ? initialState(lean, header.environment) : lean.retain(base));
    const parserState = header?.parserState ?? own(lean.constant('l_Lean_Parser_instInhabitedModuleParserState'));

    const began = performance.now();
    const { state, logs, infoStates, commands } = elaborate(lean, input, parserState, start);
    const elapsed_ms = Math.round((performance.now() - began) * 1000) / 1000;
    owned.push(...logs, ...infoStates, ...commands);

    const { messages, errors } = readMessages(lean, header ? [header.log, ...logs] : logs, maxOutput);
    const sorries = mentionsSorry(text, messages)
      ? findSorries(lean, infoStates.flatMap((infoState) => [...infoTrees(lean, infoState)]), maxOutput)
      : [];
    const theorem = lastTheoremName(lean, commands);
    return { answer: { messages, sorries, errors, elapsed_ms }, state: withoutReports(lean, state), theorem, imported: header?.environment ?? imported };
  } finally {
    for (const object of owned) lean.release(object);
  }
}

/** Whether there can be a `sorry`: one that a macro of an earlier text brings in shows in a warning only. */
function mentionsSorry(text, messages) {
  return text.includes('sorry') || messages.some(({ severity, data }) => severity === 'warning' && data.includes('sorry'));
}
