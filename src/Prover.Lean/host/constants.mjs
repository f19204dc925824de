// The constants of one environment, read from the kernel's own table on the heap.
// Nothing here elaborates text, so nothing that a submission declares can change what is read.
import { isScalar } from './objects.mjs';
import { LeanIoError } from './errors.mjs';
import { nameKey, printName } from './names.mjs';
import { nameParts } from './syntax.mjs';

export const Kind = { axiom: 0, definition: 1, theorem: 2, opaque: 3, quot: 4, inductive: 5, constructor: 6, recursor: 7 };
export const kindNames = ['axiom', 'definition', 'theorem', 'opaque', 'quot', 'inductive', 'constructor', 'recursor'];

const ASYNC_CONSTANTS = 3; // field of `Lean.Environment`
const NodeTag = { entries: 0, collision: 1 };
const EntryTag = { entry: 0, reference: 1 };

export class Constants {
  #lean;
  #environment;
  #kernel;
  #parts = new Map(); // Name object → components
  #keys = new Map(); // Name object → key
  /** The constants that this environment adds to its imports, by the key of their name. */
  own = new Map();

  /** Waits for the kernel to have checked everything. The object is valid until `dispose`. */
  constructor(lean, environment) {
    this.#lean = lean;
    this.#environment = environment;
    this.#kernel = lean.call('lean_elab_environment_to_kernel_env', lean.retain(environment));
    const [table] = [lean.field(this.#kernel, 0)];
    for (const [name, info] of this.#entries(lean.field(table, 1))) {
      const key = this.key(name);
      if (this.own.has(key)) throw new LeanIoError(`Two constants bear the name ${printName(this.parts(name))}.`);
      this.own.set(key, info);
    }
  }

  dispose() { this.#lean.release(this.#kernel); }

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

  /** A constant of the imported library (for ever in memory), or null. */
  library(parts) {
    const lean = this.#lean;
    if (this.own.has(nameKey(parts))) return null;
    const found = lean.call('lean_environment_find', lean.retain(this.#kernel), lean.newName(parts));
    if (isScalar(found)) return null;
    const info = lean.field(found, 0);
    lean.release(found);
    return info;
  }

  /** The names of own constants, newest first, leaving out those realized on demand such as `f.eq_1`. */
  *newestFirst() {
    const lean = this.#lean;
    const constants = lean.field(lean.field(this.#environment, ASYNC_CONSTANTS), 0);
    for (const constant of lean.listItems(lean.field(constants, 1))) {
      const isRealized = lean.byte(constant, 0) !== 0;
      if (!isRealized) yield lean.field(lean.field(constant, 0), 0);
    }
  }

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
