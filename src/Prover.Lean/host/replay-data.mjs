// Has the kernel check declarations that come as plain data, on top of the host's own imports.
//
// This process has never seen the text that they are from, nor any object that the text's process made: only
// numbers and strings, each of them checked. A program in the text has nothing to reach here.
import { kernelOf } from './constants.mjs';
import { readDeclarations } from './declarations.mjs';
import { Declarer } from './declare.mjs';
import { RequestError } from './errors.mjs';
import { findFalseClaim } from './inductive-claims.mjs';
import { addDeclaration, findConstant } from './kernel.mjs';
import { printName } from './names.mjs';
import { Rebuilt } from './rebuild.mjs';
import { array, object, wrong } from './request-shape.mjs';

const MAX_IMPORTS = 10_000;
const MODULE = /^[\p{L}_][\p{L}\p{N}_'!?]*(\.[\p{L}_][\p{L}\p{N}_'!?]*)*$/u;

/** The answer to the field `replay` of a request. */
export function replayData(lean, imports, request) {
  object(request, 'The field replay');
  const modules = array(request.imports, MAX_IMPORTS, 'The field imports');
  for (const name of modules) if (typeof name !== 'string' || !MODULE.test(name)) wrong(`The field imports names no module: ${JSON.stringify(name)}.`);
  const imported = imports.fromNames(modules);
  const rebuilt = new Rebuilt(lean);
  try {
    const began = performance.now();
    rebuilt.read(request);
    const declarations = readDeclarations(request.declarations, rebuilt);
    const built = performance.now();
    const outcome = declareAll(lean, rebuilt, declarations, imported);
    const ended = performance.now();
    rebuilt.release();
    return { ...outcome, build_ms: milliseconds(built - began), kernel_ms: milliseconds(ended - built) };
  } catch (error) {
    if (error instanceof RequestError) rebuilt.release(); // else it is a trap: Lean is beyond use
    throw error;
  }
}

const milliseconds = (time) => Math.round(time * 1000) / 1000;

function declareAll(lean, rebuilt, declarations, imported) {
  const make = new Declarer(lean, rebuilt);
  let environment = kernelOf(lean, imported);
  const refuse = (at, name, reason, isUndecided = false) => {
    if (environment !== null) lean.release(environment);
    return { ok: false, ...isUndecided ? { undecided: true } : {}, declaration: at, name: printName(rebuilt.parts(name)), reason };
  };
  for (const [at, item] of declarations.entries()) {
    const block = item.kind === 'inductive' ? item : null;
    const known = block && claimsOf(block).find(({ name }) => findConstant(lean, environment, make.borrowedName(name)) !== null);
    if (known) return refuse(at, known.name, 'already declared');
    const added = addDeclaration(lean, environment, make.declaration(item));
    environment = added.environment;
    if (environment === null) return refuse(at, (block?.types[0] ?? item).name, added.reason, added.undecided);
    const lie = block && findFalseClaim(lean, make, environment, block);
    if (lie) return refuse(at, lie.claim.name, lie.reason);
  }
  lean.release(environment);
  return { ok: true, added: declarations.length };
}

const claimsOf = ({ types, constructors, recursors }) => [...types, ...constructors, ...recursors];
