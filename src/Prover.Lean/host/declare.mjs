// Turns the declarations of a replay request into Lean's own.
import { Declaration, list } from './kernel.mjs';
import { box } from './objects.mjs';

const SAFE = 0, DEFINITION_IS_SAFE = 1; // `isUnsafe` and `DefinitionSafety.safe`
const hintObjects = { opaque: box(0), abbrev: box(1) };

export class Declarer {
  #lean;
  #rebuilt;

  constructor(lean, rebuilt) {
    this.#lean = lean;
    this.#rebuilt = rebuilt;
  }

  /** A `Declaration` (owned). */
  declaration(item) {
    const lean = this.#lean;
    switch (item.kind) {
      case 'axiom': return this.#single(Declaration.axiom, lean.call('lean_mk_axiom_val', ...this.head(item), SAFE));
      case 'definition':
        return this.#single(Declaration.definition, lean.call('lean_mk_definition_val', ...this.head(item), this.term(item.value),
          this.#hints(item.hints), DEFINITION_IS_SAFE, this.names(item.all)));
      case 'theorem':
        return this.#single(Declaration.theorem, lean.call('lean_mk_theorem_val', ...this.head(item), this.term(item.value), this.names(item.all)));
      case 'opaque':
        return this.#single(Declaration.opaque, lean.call('lean_mk_opaque_val', ...this.head(item), this.term(item.value), SAFE, this.names(item.all)));
      default:
        return lean.call('lean_mk_inductive_decl', this.names(item.levelParams), box(item.numParams),
          this.list(item.types.map((type) => this.#type(type))), SAFE);
    }
  }

  #single(tag, value) { return this.#lean.construct(tag, [value]); }

  #type(type) {
    const constructors = type.own.map((one) => this.#lean.construct(0, [this.name(one.name), this.term(one.type)]));
    return this.#lean.construct(0, [this.name(type.name), this.term(type.type), this.list(constructors)]);
  }

  #hints(hints) { return hintObjects[hints] ?? this.#lean.call('lean_mk_reducibility_hints_regular', hints | 0); }

  // ---- parts, owned ----

  /** What every constant has: name, parameters of universe levels, type. */
  head({ name, levelParams, type }) { return [this.name(name), this.names(levelParams), this.term(type)]; }
  constant(item) { return this.#lean.construct(0, this.head(item)); }
  name(name) { return this.#lean.retain(this.#rebuilt.names[name]); }
  names(names) { return this.list(names.map((name) => this.name(name))); }
  term(term) { return this.#lean.retain(this.#rebuilt.terms[term]); }
  list(items) { return list(this.#lean, items); }

  // ---- names ----

  borrowedName(name) { return this.#rebuilt.names[name]; }

  /** Whether a Name object is a name of the request. */
  isName(object, name) {
    return this.#lean.direct('lean_name_eq')(object, this.#rebuilt.names[name]) !== 0;
  }
}
