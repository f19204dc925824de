// Asks the kernel, with checks, and puts what it says into words.
import { printName } from './names.mjs';
import { isScalar, NIL } from './objects.mjs';
import { nameParts } from './syntax.mjs';

/** Tags of `Lean.Declaration`. */
export const Declaration = { axiom: 0, definition: 1, theorem: 2, opaque: 3, inductive: 6 };

// `Kernel.Exception`, by tag; those that name a constant have it in field 1.
const exceptions = ['unknown constant', 'already declared', 'the value has another type than the one declared',
  'it holds meta variables', 'it holds free variables', 'a function was expected', 'a type was expected',
  'a `let` has a value of another type', 'a term has another type than expected', 'an argument has the wrong type',
  'an invalid projection', 'the type of the theorem is no proposition', '', 'the time ran out', 'the memory ran out',
  'deep recursion', 'interrupted'];
const NAMING = new Set([0, 1, 3, 4, 11]);
const OTHER = 12; // the last that says something about the declaration

// The kernel recurses on terms. Its own guard reckons with the stack that the module was linked with and never
// fires on ours, so it is told anew. Beyond this depth a check would take minutes anyway, most of it in the scripts'
// garbage collector, which reads the whole stack each time.
const KERNEL_STACK_BYTES = 16 << 20;
const FOR_THREAD = 0, FOR_MAIN = 1;

/**
 * Consumes a kernel environment and a declaration. Gives the environment after it, or the reason why there is none;
 * `undecided` where the kernel gave up and said nothing about the declaration.
 */
export function addDeclaration(lean, environment, declaration) {
  const noHeartbeats = 0, notCancelled = NIL;
  const result = onGuardedStack(lean, () => // it borrows the last two
    lean.call('lean_add_decl', environment, noHeartbeats, declaration, notCancelled));
  lean.release(declaration);
  const isOk = lean.tag(result) === 1;
  const answer = isOk ? { environment: lean.retain(lean.field(result, 0)) } : objection(lean, lean.field(result, 0));
  lean.release(result);
  return answer;
}

/** Only around the kernel: there the exception is caught, while compiled Lean code lets it pass, which is a trap. */
function onGuardedStack(lean, action) {
  const setSize = lean.direct('lean_internal_set_thread_stack_size'), saveInfo = lean.direct('_ZN4lean15save_stack_infoEb');
  const ofThreads = lean.direct('_ZN4lean7lthread21get_thread_stack_sizeEv')();
  setSize(KERNEL_STACK_BYTES);
  saveInfo(FOR_THREAD);
  setSize(ofThreads);
  const result = action();
  saveInfo(FOR_MAIN);
  return result;
}

/** The constant of a name, borrowed from the environment; null where it has none. */
export function findConstant(lean, environment, name) {
  const found = lean.call('lean_environment_find', lean.retain(environment), lean.retain(name));
  if (isScalar(found)) return null;
  const info = lean.field(found, 0);
  lean.release(found); // the environment holds it still
  return info;
}

/** A `List`; consumes its items. */
export const list = (lean, items) => items.reduceRight((rest, item) => lean.construct(1, [item, rest]), NIL);

function objection(lean, exception) {
  const tag = lean.tag(exception);
  if (tag === OTHER) return { environment: null, reason: lean.string(lean.field(exception, 0)), undecided: false };
  const name = NAMING.has(tag) ? ` (${printName(nameParts(lean, lean.field(exception, 1)))})` : '';
  return { environment: null, reason: `${exceptions[tag] ?? 'an error of an unknown kind'}${name}`, undecided: tag > OTHER };
}
