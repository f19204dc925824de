// Elaborates a text, one command after the other, on this thread.
//
// Lean's own `IO.processCommands` hands the text to a task, and so to a thread that has a small stack, dies of
// a deeply nested term, and for which every symbol must be looked up again. Its older sibling
// `Frontend.processCommand` loses messages of the parser in this version. So the loop is written out here.
import { Field } from './command-state.mjs';
import { box } from './objects.mjs';

/**
 * Arguments are borrowed: an input context, the parser's state, a command state. Gives the final command state,
 * all message logs and info states, and the syntax of the commands, in their order; each object is owned.
 */
export function elaborate(lean, input, parserState, commandState) {
  const logs = [], infoStates = [], commands = [];
  let parser = lean.retain(parserState), state = lean.retain(commandState);
  for (let ended = false; !ended;) {
    const parsed = parse(lean, input, parser, state);
    const command = lean.retain(lean.field(parsed, 0));
    const next = lean.retain(lean.field(lean.field(parsed, 1), 0));
    logs.push(lean.retain(lean.field(lean.field(parsed, 1), 1)));
    lean.release(parsed);
    commands.push(command);
    state = elaborateCommand(lean, input, parser, command, state);
    lean.release(parser);
    parser = next;
    logs.push(lean.retain(lean.field(state, Field.messages)), ...taskLogs(lean, state));
    infoStates.push(lean.retain(lean.field(state, Field.infoState)));
    ended = lean.call('l_Lean_Parser_isTerminalCommand', lean.retain(command)) !== box(0);
  }
  lean.release(parser);
  return { state, logs, infoStates, commands };
}

/** Parses the next command where the scope of the state says which notations are in force. */
function parse(lean, input, parser, state) {
  const scope = lean.field(lean.field(state, Field.scopes), 0);
  const [, options, namespace, openDeclarations] = [0, 1, 2, 3].map((at) => lean.field(scope, at));
  const context = [lean.field(state, Field.environment), options, namespace, openDeclarations];
  return lean.call('l_Lean_Parser_parseCommand', lean.retain(input),
    lean.construct(0, context.map((part) => lean.retain(part))), lean.retain(parser), lean.constant('l_Lean_MessageLog_empty'));
}

/** Consumes the state and gives the one after the command. */
function elaborateCommand(lean, input, parser, command, state) {
  const position = lean.retain(lean.field(parser, 0));
  const cell = lean.call('lean_st_mk_ref',
    lean.construct(0, [withoutReports(lean, state), lean.retain(parser), position, lean.array([])]));
  lean.release(lean.io('l_Lean_Elab_Frontend_elabCommandAtFrontend', lean.retain(command), lean.retain(input), lean.retain(cell)));
  const frontend = lean.call('lean_st_ref_get', cell);
  lean.release(cell);
  const after = lean.retain(lean.field(frontend, 0));
  lean.release(frontend);
  return after;
}

/**
 * Consumes a command state and gives it without what the last command reported: messages, traces, info trees.
 * Namespaces, scopes, options, notations and the generators of names go on.
 */
export function withoutReports(lean, state) {
  const fresh = lean.call('l_Lean_Elab_Command_mkState', lean.retain(lean.field(state, Field.environment)),
    lean.constant('l_Lean_MessageLog_empty'), lean.constant('l_Lean_Options_empty'));
  const changes = {};
  for (const at of [Field.messages, Field.infoState, Field.traceState, Field.snapshotTasks]) {
    changes[at] = lean.retain(lean.field(fresh, at));
  }
  lean.release(fresh);
  const result = lean.withFields(state, changes);
  lean.release(state);
  return result;
}

/** Waits for what the command started in tasks (`set_option Elab.async true`): its errors are in no other log. */
function taskLogs(lean, state) {
  const DIAGNOSTICS = 1;
  const logs = [];
  for (const task of lean.arrayItems(lean.field(state, Field.snapshotTasks))) {
    const tree = lean.call('lean_task_get', lean.field(task, lean.fieldCount(task) - 1)); // borrows, and lends
    const snapshots = lean.call('l_Lean_Language_SnapshotTree_getAll', lean.retain(tree));
    for (const snapshot of lean.arrayItems(snapshots)) {
      logs.push(lean.retain(lean.field(lean.field(snapshot, DIAGNOSTICS), 0)));
    }
    lean.release(snapshots);
  }
  return logs;
}
