// The declarations of a replay request: what each field must be, and what it stands for among rebuilt objects.
import { array, boolean, index, object, wrong } from './request-shape.mjs';

const MAX_DECLARATIONS = 1 << 20;
const MAX_LIST = 1 << 16;
const MAX_COUNT = 2 ** 30, MAX_HEIGHT = 2 ** 32;
const hintNames = ['opaque', 'abbrev'];

/**
 * Checks all declarations. In what it gives, names and terms are still their numbers; `hints` is a number, or the
 * word that the request has. No two of them declare the same name.
 */
export function readDeclarations(value, rebuilt) {
  const reader = new Reader(rebuilt);
  return array(value, MAX_DECLARATIONS, 'The field declarations').map((item, at) => reader.declaration(item, `declarations[${at}]`));
}

class Reader {
  #rebuilt;
  #declared = new Set();

  constructor(rebuilt) { this.#rebuilt = rebuilt; }

  declaration(item, what) {
    const { kind } = object(item, what);
    switch (kind) {
      case 'axiom': return { kind, ...this.#constant(item, what) };
      case 'definition': return { kind, ...this.#valued(item, what), hints: hints(item.hints, `The field hints of ${what}`) };
      case 'theorem': case 'opaque': return { kind, ...this.#valued(item, what) };
      case 'inductive': return { kind, ...this.#inductive(item, what) };
      default: return wrong(`The field kind of ${what} must be axiom, definition, theorem, opaque or inductive.`);
    }
  }

  #name(value, what) { return index(value, this.#rebuilt.names.length, what); }
  #term(value, what) { return index(value, this.#rebuilt.terms.length, what); }
  #names(value, what) { return array(value, MAX_LIST, what).map((name, at) => this.#name(name, `${what}[${at}]`)); }

  #constant(item, what) {
    const name = this.#name(item.name, `The field name of ${what}`);
    const identity = this.#rebuilt.identity(name);
    if (identity === 0) wrong(`${what} declares the anonymous name.`);
    if (this.#declared.has(identity)) wrong(`${what} declares a name that is declared before in the same request.`);
    this.#declared.add(identity);
    return { name, levelParams: this.#names(item.levelParams, `The field levelParams of ${what}`), type: this.#term(item.type, `The field type of ${what}`) };
  }

  #valued(item, what) {
    return {
      ...this.#constant(item, what),
      value: this.#term(item.value, `The field value of ${what}`),
      all: this.#names(item.all, `The field all of ${what}`),
    };
  }

  #inductive(item, what) {
    const levelParams = this.#names(item.levelParams, `The field levelParams of ${what}`);
    const numParams = count(item, 'numParams', what);
    const parts = (field, read) => array(item[field], MAX_LIST, `The field ${field} of ${what}`)
      .map((part, at) => read.call(this, object(part, `${what}.${field}[${at}]`), `${what}.${field}[${at}]`));
    const types = parts('types', (type, of) => this.#typeOf({ ...type, levelParams }, of));
    if (types.length === 0) wrong(`${what} has no types.`);
    const constructors = new Map(parts('constructors', this.#constructorOf).map((one) => [this.#rebuilt.identity(one.name), one]));
    const recursors = parts('recursors', this.#recursorOf);
    // Each type with its own constructors: none twice, none missing, none left over.
    const left = new Map(constructors);
    for (const type of types) {
      type.own = type.constructors.map((name) => {
        const identity = this.#rebuilt.identity(name), one = left.get(identity);
        if (!left.delete(identity)) wrong(`${what} lists a constructor twice, or one that is not among its constructors.`);
        return one;
      });
    }
    if (left.size > 0) wrong(`${what} has a constructor that none of its types lists.`);
    return { levelParams, numParams, types, constructors: [...constructors.values()], recursors };
  }

  #typeOf(type, what) {
    return {
      ...this.#constant(type, what),
      constructors: this.#names(type.constructors, `The field constructors of ${what}`),
      all: this.#names(type.all, `The field all of ${what}`),
      numIndices: count(type, 'numIndices', what),
      numNested: count(type, 'numNested', what),
      isRec: boolean(type.isRec, `The field isRec of ${what}`),
      isReflexive: boolean(type.isReflexive, `The field isReflexive of ${what}`),
    };
  }

  #constructorOf(one, what) {
    return {
      ...this.#constant(one, what),
      induct: this.#name(one.induct, `The field induct of ${what}`),
      cidx: count(one, 'cidx', what), numParams: count(one, 'numParams', what), numFields: count(one, 'numFields', what),
    };
  }

  #recursorOf(one, what) {
    return {
      ...this.#constant(one, what),
      all: this.#names(one.all, `The field all of ${what}`),
      numParams: count(one, 'numParams', what), numIndices: count(one, 'numIndices', what),
      numMotives: count(one, 'numMotives', what), numMinors: count(one, 'numMinors', what),
      rules: array(one.rules, MAX_LIST, `The field rules of ${what}`).map((rule, at) => this.#rule(rule, `${what}.rules[${at}]`)),
      k: boolean(one.k, `The field k of ${what}`),
    };
  }

  #rule(rule, what) {
    return {
      constructor: this.#name(object(rule, what).constructor, `The field constructor of ${what}`),
      numFields: count(rule, 'numFields', what),
      rhs: this.#term(rule.rhs, `The field rhs of ${what}`),
    };
  }
}

const count = (item, field, what) => index(item[field], MAX_COUNT, `The field ${field} of ${what}`);

function hints(value, what) {
  if (hintNames.includes(value)) return value;
  return typeof value === 'number' ? index(value, MAX_HEIGHT, what) : wrong(`${what} must be opaque, abbrev or a height.`);
}
