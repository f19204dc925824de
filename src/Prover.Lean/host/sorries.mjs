// Every `sorry` in a text, with its place and its goal, the way the community REPL reports them.
// They are found in Lean's info trees, so those that stand in comments or strings do not count.
import { LeanIoError } from './errors.mjs';
import { cut, position } from './messages.mjs';
import { isScalar, NIL, box } from './objects.mjs';
import { syntaxKind, syntaxRange } from './syntax.mjs';

const MAX_SORRIES = 1_000;
const Tree = { context: 0, node: 1 };
const Info = { tactic: 0, term: 1 };
const Context = { command: 0, parentDeclaration: 1, autoImplicits: 2 };
const CommandContext = { fileMap: 2, metavariables: 3 };

/** Walks info trees (borrowed); `maxBytes` limits the text of all goals together. */
export function findSorries(lean, trees, maxBytes) {
  const found = [];
  for (const tree of trees) {
    const { tactics, terms } = collect(lean, tree);
    found.push(...tactics.map((site) => tacticSorry(lean, site)), ...terms.map((site) => termSorry(lean, site)));
  }
  const room = { left: maxBytes };
  return found.slice(0, MAX_SORRIES).map((sorry) => render(lean, sorry, room));
}

/** The info nodes of `sorry` in one tree, in the order of the text. */
function collect(lean, root) {
  const tactics = [], terms = [];
  const stack = [{ tree: root, context: null, inSorryTactic: false }];
  while (stack.length > 0) {
    const { tree, context, inSorryTactic } = stack.pop();
    if (lean.tag(tree) === Tree.context) {
      stack.push({ tree: lean.field(tree, 1), context: enter(lean, lean.field(tree, 0), context), inSorryTactic });
    } else if (lean.tag(tree) === Tree.node) {
      const info = lean.field(tree, 0);
      const kind = lean.tag(info) <= Info.term ? syntaxKind(lean, syntaxOf(lean, info)) : null;
      const isTactic = lean.tag(info) === Info.tactic && kind === 'Lean.Parser.Tactic.tacticSorry';
      // The tactic expands to a term `sorry`, which must not be counted once more.
      const isTerm = lean.tag(info) === Info.term && kind === 'Lean.Parser.Term.sorry' && !inSorryTactic;
      const site = { info: lean.field(info, 0), syntax: isTactic || isTerm ? syntaxOf(lean, info) : null, context };
      if (context && isTactic && !isScalar(lean.field(site.info, 2))) tactics.push(site);
      if (context && isTerm && !isScalar(lean.field(site.info, 2))) terms.push(site);
      const children = [...lean.persistentItems(lean.field(tree, 1))].reverse();
      for (const child of children) stack.push({ tree: child, context, inSorryTactic: inSorryTactic || isTactic });
    }
  }
  return { tactics, terms };
}

const syntaxOf = (lean, info) => lean.field(lean.field(lean.field(info, 0), 0), 1);

/** The context inside a `PartialContextInfo`; null where there is no command around it. */
function enter(lean, partial, outer) {
  const value = lean.field(partial, 0);
  if (lean.tag(partial) === Context.command) return { parentDeclaration: NIL, autoImplicits: null, ...outer, command: value };
  if (!outer) return null;
  return lean.tag(partial) === Context.parentDeclaration
    ? { ...outer, parentDeclaration: value }
    : { ...outer, autoImplicits: value };
}

/** The first of the goals before the tactic. */
function tacticSorry(lean, { info, syntax, context }) {
  const [, before, goals] = [0, 1, 2].map((at) => lean.field(info, at));
  return { context, syntax, metavariables: lean.retain(before), goal: lean.retain(lean.field(goals, 0)) };
}

/** A term has no goal: one is declared, in a copy of the context, with the expected type. */
function termSorry(lean, { info, syntax, context }) {
  const [, localContext, expected] = [0, 1, 2].map((at) => lean.field(info, at));
  const goal = lean.newName(['_sorry', 0]);
  const naturalKind = box(0), scopeArguments = box(0);
  const metavariables = lean.call('l_Lean_MetavarContext_addExprMVarDecl',
    lean.retain(lean.field(context.command, CommandContext.metavariables)), lean.retain(goal), NIL,
    lean.retain(localContext), lean.array([]), lean.retain(lean.field(expected, 0)), naturalKind, scopeArguments);
  return { context, syntax, metavariables, goal };
}

function render(lean, { context, syntax, metavariables, goal }, room) {
  const map = lean.field(context.command, CommandContext.fileMap);
  const { start, end } = syntaxRange(lean, syntax);
  const result = { pos: place(lean, map, start), endPos: place(lean, map, end) };
  const command = lean.withFields(context.command, { [CommandContext.metavariables]: metavariables });
  const autoImplicits = context.autoImplicits === null ? lean.array([]) : lean.retain(context.autoImplicits);
  const parent = context.parentDeclaration === NIL ? NIL : lean.construct(1, [lean.retain(context.parentDeclaration)]);
  const full = lean.construct(0, [command, parent, autoImplicits]);
  try {
    const format = lean.io('l_Lean_Elab_ContextInfo_ppGoals', full, lean.construct(1, [goal, NIL]));
    const width = box(120), zero = box(0);
    result.goal = cut(lean, lean.call('l_Std_Format_pretty', format, width, zero, zero), room);
  } catch (error) {
    if (!(error instanceof LeanIoError)) throw error; // a goal that cannot be printed is left out
  }
  return result;
}

function place(lean, map, bytePosition) {
  const found = lean.call('l_Lean_FileMap_toPosition', lean.retain(map), bytePosition << 1 | 1);
  const json = position(lean, found);
  lean.release(found);
  return json;
}
