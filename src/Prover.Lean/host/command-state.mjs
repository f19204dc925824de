// Lean's `Command.State`: what elaborating a text starts from and ends with.
import { NIL } from './objects.mjs';

// Field numbers, in the order of the structure's declaration.
export const Field = { environment: 0, messages: 1, scopes: 2, infoState: 8, traceState: 9, snapshotTasks: 10 };
const INFO_TREES = 2;

/** The state in which a text begins that has no environment to continue from. */
export function initialState(lean, environment) {
  return lean.call('l_Lean_Elab_Command_mkState', lean.retain(environment),
    lean.constant('l_Lean_MessageLog_empty'), lean.constant('l_Lean_Options_empty'));
}

/** The trees in an `InfoState`. */
export const infoTrees = (lean, infoState) => lean.persistentItems(lean.field(infoState, INFO_TREES));

/** An input context over a text. Line ends are `\n` by now, so that Lean need not copy it once more. */
export function inputContext(lean, text) {
  const source = lean.newString(text);
  const end = lean.stringBytes(source).length;
  return lean.call('l_Lean_Parser_mkInputContext___redArg', source, lean.newString('<input>'), NIL, end << 1 | 1);
}
