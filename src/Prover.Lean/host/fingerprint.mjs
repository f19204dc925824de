// A digest of what a constant states: equal for equal statements in any process over the same library,
// different for different ones.
//
// The statement is written out as a list of distinct nodes, each referring to earlier ones by number, and
// the list is hashed. Numbers are given in the order of the first visit, and equal nodes share one, so that
// neither the addresses nor the sharing of the objects shows. Constants of the library enter by name alone;
// any other that the type reaches is written out too, with its value unless that is a proof. It is referred to
// by its place in the order of first mention: its name depends on which declaration needed it first, as in
// `aux.match_1`. Parameters of universe levels are referred to by their place, as names don't matter there.
import { createHash } from 'node:crypto';
import { kindNames, Kind } from './constants.mjs';
import { LeanIoError } from './errors.mjs';
import { nameKey } from './names.mjs';
import { contents, Expr, subtermFields } from './terms.mjs';
import { isScalar } from './objects.mjs';

const Level = { zero: 0, succ: 1, max: 2, imax: 3, param: 4 };
const levelFields = { [Level.succ]: [0], [Level.max]: [0, 1], [Level.imax]: [0, 1] };
const VERSION = 2;

export function fingerprint(lean, constants, info) {
  return new Writer(lean, constants).statement(info);
}

class Writer {
  #lean;
  #constants;
  #hash = createHash('sha256');
  #numbers = new Map(); // text of a node → number
  #caches = new Map(); // list of level parameters → what holds under it: #parameters, #terms, #levels
  #parameters; // key of a level parameter's name → its place
  #terms; // Expr object → number
  #levels; // Level object → number
  #queue = []; // own constants, in the order of their first mention
  #places = new Map(); // key of an own constant's name → place in that order

  constructor(lean, constants) {
    this.#lean = lean;
    this.#constants = constants;
  }

  statement(info) {
    this.#enter(info);
    this.#line('statement', VERSION, this.#parameters.size, this.#term(this.#constants.type(info)));
    for (let at = 0; at < this.#queue.length; at++) this.#constant(this.#queue[at]);
    return this.#hash.digest('hex');
  }

  /** The same Expr means another node where its level parameters have other places. */
  #enter(info) {
    const keys = this.#constants.levelParameters(info).map(nameKey);
    const list = keys.join();
    let cache = this.#caches.get(list);
    if (!cache) {
      cache = { parameters: new Map(keys.map((key, place) => [key, place])), terms: new Map(), levels: new Map() };
      this.#caches.set(list, cache);
    }
    [this.#parameters, this.#terms, this.#levels] = [cache.parameters, cache.terms, cache.levels];
  }

  #line(...fields) { this.#hash.update(`${JSON.stringify(fields)}\n`); }

  #node(...fields) {
    const text = JSON.stringify(fields);
    let number = this.#numbers.get(text);
    if (number === undefined) {
      this.#numbers.set(text, number = this.#numbers.size);
      this.#hash.update(`${text}\n`);
    }
    return number;
  }

  /** How a constant is referred to: the components of a library name, or an own constant's place. */
  #mention(name) {
    const info = this.#constants.own(name);
    if (info === null) return this.#constants.parts(name);
    const key = this.#constants.key(name);
    let place = this.#places.get(key);
    if (place === undefined) {
      this.#places.set(key, place = this.#queue.length);
      this.#queue.push(info);
    }
    return place;
  }

  #constant(info) {
    const lean = this.#lean, constants = this.#constants;
    const value = constants.value(info), kind = constants.kind(info);
    const { terms, names } = contents(lean, constants, info);
    this.#enter(info);
    const numbers = terms.filter(({ proof }) => !proof).map(({ term }) => this.#term(term));
    this.#line('constant', kindNames[kind], this.#parameters.size, numbers,
      names.map((name) => this.#mention(name)), this.#numbersOf(kind, value));
  }

  /** The counts and flags that belong to a kind of constant. */
  #numbersOf(kind, value) {
    const lean = this.#lean;
    const nats = (...fields) => fields.map((field) => lean.natText(lean.field(value, field)));
    const bytes = (count) => Array.from({ length: count }, (_, at) => lean.byte(value, at));
    switch (kind) {
      case Kind.axiom: case Kind.definition: case Kind.opaque: case Kind.quot: return bytes(1);
      case Kind.inductive: return [...nats(1, 2, 5), ...bytes(3)];
      case Kind.constructor: return [...nats(2, 3, 4), ...bytes(1)];
      case Kind.recursor: return [...nats(2, 3, 4, 5), ...bytes(2),
        ...[...lean.listItems(lean.field(value, 6))].map((rule) => lean.natText(lean.field(rule, 1)))];
      default: return [];
    }
  }

  #term(root) {
    return this.#flatten(root, this.#terms, (tag) => subtermFields(tag), (term, tag, parts) => this.#expression(term, tag, parts));
  }

  #expression(term, tag, parts) {
    const lean = this.#lean;
    switch (tag) {
      case Expr.mdata: return parts[0];
      case Expr.bvar: return this.#node('b', lean.natText(lean.field(term, 0)));
      case Expr.sort: return this.#node('s', this.#level(lean.field(term, 0)));
      case Expr.const:
        return this.#node('c', this.#mention(lean.field(term, 0)),
          [...lean.listItems(lean.field(term, 1))].map((level) => this.#level(level)));
      case Expr.literal: return this.#literal(lean.field(term, 0));
      case Expr.proj: return this.#node('p', this.#mention(lean.field(term, 0)), lean.natText(lean.field(term, 1)), ...parts);
      case Expr.app: case Expr.lambda: case Expr.pi: case Expr.let: return this.#node(tag, ...parts);
      default: throw new LeanIoError('The constant is malformed: it holds a free or a meta variable.');
    }
  }

  #literal(literal) {
    const lean = this.#lean, value = lean.field(literal, 0);
    return lean.tag(literal) === 0
      ? this.#node('n', lean.natText(value))
      : this.#node('t', Buffer.from(lean.stringBytes(value)).toString('hex'));
  }

  #level(root) {
    const lean = this.#lean;
    return this.#flatten(root, this.#levels, (tag) => levelFields[tag] ?? [], (level, tag, parts) =>
      tag === Level.param ? this.#node('u', this.#parameter(lean.field(level, 0))) : this.#node('l', tag, ...parts));
  }

  #parameter(name) {
    const place = this.#parameters.get(this.#constants.key(name));
    if (place === undefined) throw new LeanIoError('The constant is malformed: it holds an undeclared universe level.');
    return place;
  }

  /** Numbers an object after its parts, those first, without recursion. */
  #flatten(root, numbers, fields, make) {
    const lean = this.#lean;
    const stack = [root];
    while (stack.length > 0) {
      const object = stack.at(-1);
      if (numbers.has(object)) { stack.pop(); continue; }
      const tag = lean.tag(object);
      const parts = isScalar(object) ? [] : fields(tag).map((field) => lean.field(object, field));
      const missing = parts.filter((part) => !numbers.has(part));
      if (missing.length > 0) { stack.push(...missing.reverse()); continue; }
      stack.pop();
      numbers.set(object, make(object, tag, parts.map((part) => numbers.get(part))));
    }
    return numbers.get(root);
  }
}
