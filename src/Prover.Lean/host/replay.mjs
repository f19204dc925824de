// Has the kernel check a constant again, with everything it rests on, on top of the host's own imports.
//
// What a submission's environment holds is no evidence: `set_option debug.skipKernelTC true`, or a meta-program
// that changes the environment by hand, puts declarations there that no kernel has seen. So each is turned back
// into a declaration, in the order of dependence, and given to the kernel, with checks, one after the other.
import { Kind } from './constants.mjs';
import { LeanIoError } from './errors.mjs';
import { Genuine } from './genuine.mjs';
import { addDeclaration, Declaration, findConstant, list } from './kernel.mjs';
import { printName } from './names.mjs';
import { NIL } from './objects.mjs';
import { nameParts } from './syntax.mjs';
import { constantsIn } from './terms.mjs';

const SAFE = 1; // `DefinitionSafety.safe`
const Inductive = { parameters: 1, all: 3, constructors: 4, isUnsafe: 1 }; // fields, and an offset among the bytes
const CONSTRUCTOR_INDUCTIVE = 1, RECURSOR_ALL = 1;
const sameValue = { [Kind.constructor]: 'l_Lean_instBEqConstructorVal_beq', [Kind.recursor]: 'l_Lean_instBEqRecursorVal_beq' };

class NotReplayed extends Error {
  /** `consumed`: whether the environment is gone. */
  constructor(message, consumed = false) {
    super(message);
    this.consumed = consumed;
  }
}

/**
 * Replays the constant `root` of `constants` onto the kernel environment `pristine` (borrowed). Gives the
 * resulting kernel environment (owned), or the reason why there is none.
 */
export function replay(lean, constants, root, pristine) {
  const genuine = new Genuine(lean);
  const look = (term) => {
    if (!genuine.expression(term)) throw new NotReplayed('A term holds a variable that it may not hold, or was not made by Lean.');
  };
  let environment = lean.retain(pristine);
  const derived = new Set(); // constructors and recursors that were mentioned: the kernel makes them itself
  try {
    for (const unit of inOrder(lean, constants, constants.name(root), derived, look)) {
      environment = add(lean, environment, unit, declarationOf(lean, constants, unit));
    }
    for (const info of derived) compare(lean, constants, environment, info);
    return { environment };
  } catch (error) {
    const isTrap = !(error instanceof NotReplayed || error instanceof LeanIoError);
    if (!isTrap && !error.consumed) lean.release(environment);
    if (!(error instanceof NotReplayed)) throw error;
    return { environment: null, reason: error.message };
  }
}

/** What is declared at once: one constant, or the types of a mutual block. `text` is its name. */
function unitOf(lean, constants, name, derived) {
  const info = constants.own(name);
  if (info === null) return null; // the library's; the kernel knows an unknown one when it sees it
  const value = constants.value(info), kind = constants.kind(info);
  if (kind === Kind.constructor || kind === Kind.recursor) {
    derived.add(info);
    const types = kind === Kind.constructor ? lean.field(value, CONSTRUCTOR_INDUCTIVE) : lean.field(lean.field(value, RECURSOR_ALL), 0);
    const owner = constants.own(types);
    if (owner === null || constants.kind(owner) !== Kind.inductive) throw notReplayable(constants, name, 'its type is none of the text');
    return unitOf(lean, constants, types, derived);
  }
  const members = kind === Kind.inductive ? [...lean.listItems(lean.field(value, Inductive.all))] : [name];
  return { key: constants.key(members[0]), members, infos: members.map((member) => memberOf(constants, member, kind)), kind };
}

function memberOf(constants, name, kind) {
  const info = constants.own(name);
  if (info === null || constants.kind(info) !== kind) throw notReplayable(constants, name, 'it belongs to no block of types');
  return info;
}

/** The units that `root` rests on, each after those that it rests on itself. A cycle shows when the kernel meets it. */
function* inOrder(lean, constants, root, derived, look) {
  const entered = new Set();
  const stack = [];
  const enter = (name) => {
    const unit = unitOf(lean, constants, name, derived);
    if (unit === null || entered.has(unit.key)) return;
    entered.add(unit.key);
    stack.push({ unit, names: mentioned(lean, constants, unit, look) });
  };
  enter(root);
  while (stack.length > 0) {
    const { unit, names } = stack.at(-1);
    const { value: name, done } = names.next();
    if (!done) { enter(name); continue; }
    stack.pop();
    yield unit;
  }
}

function* mentioned(lean, constants, { infos, kind }, look) {
  const seen = new Set(), known = new Set();
  for (const info of infos) {
    const value = constants.value(info);
    const terms = [constants.type(info)];
    if (kind === Kind.definition || kind === Kind.theorem || kind === Kind.opaque) terms.push(lean.field(value, 1));
    if (kind === Kind.inductive) {
      for (const name of lean.listItems(lean.field(value, Inductive.constructors))) {
        terms.push(constants.type(memberOf(constants, name, Kind.constructor)));
      }
    }
    for (const term of terms) {
      for (const name of constantsIn(lean, term, seen, look)) {
        if (known.has(name)) continue;
        known.add(name);
        yield name;
      }
    }
  }
}

/** A `Declaration` (owned). */
function declarationOf(lean, constants, { members, infos, kind }) {
  const value = constants.value(infos[0]);
  const single = (tag, isSafe) => {
    if (!isSafe) throw notReplayable(constants, members[0], 'it is unsafe or partial');
    return lean.construct(tag, [lean.retain(value)]);
  };
  switch (kind) {
    case Kind.axiom: return single(Declaration.axiom, lean.byte(value, 0) === 0);
    case Kind.definition: return single(Declaration.definition, lean.byte(value, 0) === SAFE);
    case Kind.theorem: return single(Declaration.theorem, true);
    case Kind.opaque: return single(Declaration.opaque, lean.byte(value, 0) === 0);
    case Kind.inductive:
      if (lean.byte(value, Inductive.isUnsafe) !== 0) throw notReplayable(constants, members[0], 'it is unsafe');
      return lean.construct(Declaration.inductive, [
        lean.retain(lean.field(lean.field(value, 0), 1)), lean.retain(lean.field(value, Inductive.parameters)),
        list(lean, infos.map((info) => inductiveType(lean, constants, info)))], [0]);
    default: throw notReplayable(constants, members[0], 'a text cannot declare such a constant');
  }
}

function inductiveType(lean, constants, info) {
  const nameAndType = (of) => [lean.retain(constants.name(of)), lean.retain(constants.type(of))];
  const constructors = [...lean.listItems(lean.field(constants.value(info), Inductive.constructors))]
    .map((name) => lean.construct(0, nameAndType(memberOf(constants, name, Kind.constructor))));
  return lean.construct(0, [...nameAndType(info), list(lean, constructors)]);
}

/** Consumes the environment and the declaration, and gives the environment after it. */
function add(lean, environment, { members }, declaration) {
  const { environment: after, reason, undecided } = addDeclaration(lean, environment, declaration);
  if (after !== null) return after;
  const name = printName(nameParts(lean, members[0]));
  // It says nothing about the theorem: no answer is better than a wrong one.
  if (undecided) throw Object.assign(new LeanIoError(`The kernel gave up on ${name}: ${reason}.`), { consumed: true });
  throw new NotReplayed(`The kernel rejects ${name}: ${reason}.`, true);
}

/** What the submission calls a constructor or a recursor must be what the kernel made of the same types. */
function compare(lean, constants, environment, info) {
  const name = constants.name(info), kind = constants.kind(info);
  const made = findConstant(lean, environment, name);
  const isSame = made !== null && constants.kind(made) === kind && lean.call(sameValue[kind],
    lean.retain(constants.value(info)), lean.retain(constants.value(made))) !== NIL;
  if (!isSame) throw notReplayable(constants, name, 'the kernel makes another constant of that name');
}

const notReplayable = (constants, name, why) => new NotReplayed(`${printName(constants.parts(name))} cannot be checked again: ${why}.`);
