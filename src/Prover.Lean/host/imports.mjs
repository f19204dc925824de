// Imported environments: one for each set of imports, made when first asked for and kept for ever.
import { box } from './objects.mjs';

const PRIVATE = box(2); // the level at which `#print axioms` works

export class Imports {
  #lean;
  #environments = new Map();

  constructor(lean) { this.#lean = lean; }

  /** The environment for an `Array Import` (consumed); the result is borrowed and never freed. */
  fromImports(imports) {
    const lean = this.#lean;
    const key = [...new Set([...lean.arrayItems(imports)].map((item) => this.#key(item)))].join('\n');
    let environment = this.#environments.get(key);
    if (environment) {
      lean.release(imports);
      return environment;
    }
    const trustLevel = this.#uint32(0), plugins = lean.array([]), leakEnvironment = box(0), loadExtensions = box(1), emptyTree = box(1);
    environment = lean.io('l_Lean_importModules', imports, lean.constant('l_Lean_Options_empty'), trustLevel,
      plugins, leakEnvironment, loadExtensions, PRIVATE, emptyTree);
    lean.call('lean_mark_persistent', environment);
    this.#environments.set(key, environment);
    return environment;
  }

  /** The environment for the names of modules, with `Init` first, as a header that names them has it. */
  fromNames(names) {
    const lean = this.#lean;
    const all = [...new Set(['Init', ...names])];
    return this.fromImports(lean.array(all.map((name) => lean.construct(0, [lean.newName(name.split('.'))], [0, 1, 0]))));
  }

  #key(item) {
    const lean = this.#lean;
    const name = lean.takeString(lean.call('l_Lean_Name_toString', lean.retain(lean.field(item, 0)), box(1)));
    return `${name} ${lean.byte(item, 0)}${lean.byte(item, 1)}${lean.byte(item, 2)}`;
  }

  /** A boxed UInt32 is an object with the number in its scalar area on 32-bit. */
  #uint32(value) {
    return this.#lean.construct(0, [], [value & 255, value >> 8 & 255, value >> 16 & 255, value >>> 24]);
  }
}
