// The constants of one environment, read from the kernel's own table on the heap.
// Nothing here elaborates text, so nothing that a submission declares can change what is read.
import { isScalar } from './objects.mjs';
import { LeanIoError } from './errors.mjs';
import { findConstant } from './kernel.mjs';
import { nameKey, printName } from './names.mjs';
import { nameParts } from './syntax.mjs';

export const Kind = { axiom: 0, definition: 1, theorem: 2, opaque: 3, quot: 4, inductive: 5, constructor: 6, recursor: 7 };
export const kindNames = ['axiom', 'definition', 'theorem', 'opaque', 'quot', 'inductive', 'constructor', 'recursor'];

const ASYNC_CONSTANTS = 3; // field of `Lean.Environment`
const NodeTag = { entries: 0, collision: 1 };
const EntryTag = { entry: 0, reference: 1 };

/** What the kernel has checked of a `Lean.Environment`, once it is done: an owned kernel environment. */
export const kernelOf = (lean, environment) => lean.call('lean_elab_environment_to_kernel_env', lean.retain(environment));

/** The names of the constants that an environment adds, newest first, leaving out those realized on demand such as `f.eq_1`. */
export function* newestFirst(lean, environment) {
  const constants = lean.field(lean.field(environment, ASYNC_CONSTANTS), 0);
  for (const constant of lean.listItems(lean.field(constants, 1))) {
    const isRealized = lean.byte(constant, 0) !== 0;
    if (!isRealized) yield lean.field(lean.field(constant, 0), 0);
  }
}

export class Constants {
  #lean;
  #kernel;
  #pristine;
  #parts = new Map(); // Name object → components
  #keys = new Map(); // Name object → key
  #own = new Map(); // key of a name → constant; null where it is the library's

  /**
   * Kernel environments, borrowed for as long as the object is in use: one to read, and the one that the host
   * itself imported. Only the very objects of the latter are the library: what else is in the former's table of
   * imports, a submission may have put there.
   */
  constructor(lean, kernel, pristine) {
    this.#lean = lean;
    this.#kernel = kernel;
    this.#pristine = pristine;
    const table = lean.field(kernel, 0);
    for (const [name, info] of this.#entries(lean.field(table, 1))) {
      const key = this.key(name);
      if (this.#own.has(key)) throw new LeanIoError(`Two constants bear the name ${printName(this.parts(name))}.`);
      this.#own.set(key, info);
    }
  }

  parts(name) {
    let parts = this.#parts.get(name);
    if (!parts) this.#parts.set(name, parts = nameParts(this.#lean, name));
    return parts;
  }

  key(name) {
    let key = this.#keys.get(name);
    if (!key) this.#keys.set(name, key = nameKey(this.parts(name)));
    return key;
  }

  /** The constant of a name when the library has no such one, or null. */
  own(name) {
    const key = this.key(name);
    let info = this.#own.get(key);
    if (info === undefined) {
      info = findConstant(this.#lean, this.#kernel, name);
      if (info !== null && info === findConstant(this.#lean, this.#pristine, name)) info = null;
      this.#own.set(key, info);
    }
    return info;
  }

  /** The library's constant of a name (for ever in memory), or null where there is none or an own one hides it. */
  library(name) { return this.own(name) === null ? findConstant(this.#lean, this.#pristine, name) : null; }

  /** The constants added after the imports. */
  *added() { for (const info of this.#own.values()) if (info !== null) yield info; }

  /** The entries of a `PersistentHashMap`. */
  *#entries(node) {
    const lean = this.#lean;
    if (lean.tag(node) === NodeTag.collision) {
      const [names, values] = [lean.field(node, 0), lean.field(node, 1)];
      for (let i = 0; i < lean.arrayLength(names); i++) yield [lean.arrayItem(names, i), lean.arrayItem(values, i)];
      return;
    }
    for (const entry of lean.arrayItems(lean.field(node, 0))) {
      if (isScalar(entry)) continue;
      if (lean.tag(entry) === EntryTag.entry) yield [lean.field(entry, 0), lean.field(entry, 1)];
      else yield* this.#entries(lean.field(entry, 0));
    }
  }

  // ---- one ConstantInfo ----

  kind(info) { return this.#lean.tag(info); }
  value(info) { return this.#lean.field(info, 0); } // the AxiomVal, DefinitionVal …
  #common(info) { return this.#lean.field(this.value(info), 0); }
  name(info) { return this.#lean.field(this.#common(info), 0); }
  levelParameters(info) { return [...this.#lean.listItems(this.#lean.field(this.#common(info), 1))].map((name) => this.parts(name)); }
  type(info) { return this.#lean.field(this.#common(info), 2); }
}
