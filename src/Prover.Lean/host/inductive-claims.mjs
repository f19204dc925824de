// Whether the kernel made of a block of inductive types what the sender says that it makes.
import { Kind } from './constants.mjs';
import { findConstant } from './kernel.mjs';
import { box, NIL } from './objects.mjs';

// Pointer fields of an `InductiveVal`, and its flags among the bytes.
const Inductive = { parameters: 1, indices: 2, all: 3, constructors: 4, nested: 5, isRecursive: 0, isUnsafe: 1, isReflexive: 2 };
const SAFE = 0;

/**
 * Compares each claim with the constant of that name in the environment. Gives the first claim that differs with
 * what is wrong about it, or null. `make` builds the objects of the request.
 */
export function findFalseClaim(lean, make, environment, { types, constructors, recursors, numParams }) {
  for (const type of types) if (!typeIs(lean, make, environment, type, numParams)) return { claim: type, reason: 'the kernel makes another type of it' };
  for (const one of constructors) {
    if (!valueIs(lean, make, environment, Kind.constructor, one, constructorValue(lean, make, one))) {
      return { claim: one, reason: 'the kernel makes another constructor of it' };
    }
  }
  for (const one of recursors) {
    if (!valueIs(lean, make, environment, Kind.recursor, one, recursorValue(lean, make, one))) {
      return { claim: one, reason: 'the kernel makes no such recursor' };
    }
  }
  // Each recursor was new and is there: if the number is right, none is missing.
  const wanted = types.length + types[0].numNested;
  if (recursors.length !== wanted) return { claim: types[0], reason: `the kernel makes ${wanted} recursors of it, and ${recursors.length} were listed` };
  return null;
}

function typeIs(lean, make, environment, type, numParams) {
  const value = valueOf(lean, make, environment, Kind.inductive, type);
  if (value === null) return false;
  const isCount = (field, number) => lean.field(value, field) === box(number) >>> 0;
  const areNames = (field, names) => {
    const made = [...lean.listItems(lean.field(value, field))];
    return made.length === names.length && names.every((name, at) => make.isName(made[at], name));
  };
  const flags = [Inductive.isRecursive, Inductive.isUnsafe, Inductive.isReflexive].map((at) => lean.byte(value, at) !== 0);
  return isCount(Inductive.parameters, numParams) && isCount(Inductive.indices, type.numIndices) && isCount(Inductive.nested, type.numNested)
    && areNames(Inductive.all, type.all) && areNames(Inductive.constructors, type.constructors)
    && flags[0] === type.isRec && flags[1] === false && flags[2] === type.isReflexive
    && isEqual(lean, 'l_Lean_instBEqConstantVal_beq', make.constant(type), lean.retain(lean.field(value, 0)));
}

/** The `InductiveVal`, `ConstructorVal` or `RecursorVal` of a claim's name, if there is one. */
function valueOf(lean, make, environment, kind, { name }) {
  const info = findConstant(lean, environment, make.borrowedName(name));
  return info !== null && lean.tag(info) === kind ? lean.field(info, 0) : null;
}

const sameValue = { [Kind.constructor]: 'l_Lean_instBEqConstructorVal_beq', [Kind.recursor]: 'l_Lean_instBEqRecursorVal_beq' };

/** Consumes `claimed`. */
function valueIs(lean, make, environment, kind, claim, claimed) {
  const value = valueOf(lean, make, environment, kind, claim);
  if (value !== null) return isEqual(lean, sameValue[kind], claimed, lean.retain(value));
  lean.release(claimed);
  return false;
}

const isEqual = (lean, beq, left, right) => lean.call(beq, left, right) !== NIL;

const constructorValue = (lean, make, one) => lean.call('lean_mk_constructor_val', ...make.head(one), make.name(one.induct),
  box(one.cidx), box(one.numParams), box(one.numFields), SAFE);

const recursorValue = (lean, make, one) => lean.call('lean_mk_recursor_val', ...make.head(one), make.names(one.all),
  box(one.numParams), box(one.numIndices), box(one.numMotives), box(one.numMinors),
  make.list(one.rules.map((rule) => lean.construct(0, [make.name(rule.constructor), box(rule.numFields), make.term(rule.rhs)]))),
  one.k ? 1 : 0, SAFE);
