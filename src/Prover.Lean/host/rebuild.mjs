// Makes Lean's names, levels and terms from plain numbers and strings, by Lean's own constructors: what an object
// says about itself (hash, loose variables, flags) is then true, whoever sent the data.
//
// Every entry may refer to earlier ones only. So there are no cycles, and no recursion is needed.
import { NIL } from './objects.mjs';
import { buildTerms } from './rebuild-terms.mjs';
import { array, digits, index, text, wrong } from './request-shape.mjs';

const MAX_NAMES = 1 << 20, MAX_LEVELS = 1 << 18, MAX_LITERALS = 1 << 20;
const MAX_LEVEL_DEPTH = 1_000; // the kernel recurses on levels without a look at its stack
const MAX_NAME_DEPTH = 1_000;
const MAX_DIGITS = 50_000; // reading them takes the square of it
const MAX_SMALL = 2 ** 31;
const LevelTag = { succ: 1, max: 2, imax: 3, parameter: 4 };
const levelMakers = {
  [LevelTag.succ]: ['lean_level_mk_succ', 1], [LevelTag.max]: ['lean_level_mk_max', 2], [LevelTag.imax]: ['lean_level_mk_imax', 2],
};

export class Rebuilt {
  names = [NIL];
  levels = [];
  terms = [];
  #lean;
  #prefixes = [0];
  #components = [null];
  #identities = [0]; // of each name: the number of the first entry that equals it

  constructor(lean) { this.#lean = lean; }

  /** Reads the tables of a request. What was made before an error, `release` releases. */
  read({ names, levels, naturals, strings, terms }) {
    this.#readNames(array(names, MAX_NAMES, 'The field names'));
    this.#readLevels(array(levels, 3 * MAX_LEVELS, 'The field levels'));
    array(naturals, MAX_LITERALS, 'The field naturals').forEach((value, at) => digits(value, MAX_DIGITS, `naturals[${at}]`));
    array(strings, MAX_LITERALS, 'The field strings').forEach((value, at) => text(value, `strings[${at}]`));
    buildTerms(this.#lean, array(terms, Infinity, 'The field terms'), { ...this, naturals, strings });
  }

  release() {
    for (const objects of [this.terms, this.levels, this.names]) {
      for (const object of objects) this.#lean.release(object);
      objects.length = 0;
    }
  }

  /** The components of a name, as `printName` takes them. */
  parts(name) {
    const parts = [];
    for (; name !== 0; name = this.#prefixes[name]) parts.push(this.#components[name]);
    return parts.reverse();
  }

  /** A number that two names share only if they are equal. */
  identity(name) { return this.#identities[name]; }

  #readNames(entries) {
    const lean = this.#lean;
    const known = new Map(), depths = [0];
    entries.forEach((entry, at) => {
      const what = `names[${at}]`;
      if (array(entry, 2, what).length !== 2) wrong(`${what} must be a pair of a prefix and a component.`);
      const prefix = index(entry[0], this.names.length, `The prefix of ${what}`);
      const component = nameComponent(entry[1], `The component of ${what}`);
      if (depths.push(depths[prefix] + 1) && depths.at(-1) > MAX_NAME_DEPTH) wrong(`${what} has more than ${MAX_NAME_DEPTH} components.`);
      const key = `${this.#identities[prefix]} ${JSON.stringify(component)}`;
      if (!known.has(key)) known.set(key, this.names.length);
      this.#identities.push(known.get(key));
      this.#prefixes.push(prefix);
      this.#components.push(component);
      this.names.push(typeof component === 'string'
        ? lean.call('lean_name_mk_string', lean.retain(this.names[prefix]), lean.newString(component))
        : lean.call('lean_name_mk_numeral', lean.retain(this.names[prefix]), lean.newNatural(String(component.number ?? component))));
    });
  }

  #readLevels(flat) {
    const lean = this.#lean, { names, levels } = this;
    const depths = [0];
    levels.push(lean.call('lean_level_mk_zero', NIL));
    for (let at = 0; at < flat.length;) {
      const what = `level ${levels.length}`, tag = flat[at++];
      if (levels.length > MAX_LEVELS) wrong(`There may be ${MAX_LEVELS} levels at most.`);
      if (tag === LevelTag.parameter) {
        const name = index(flat[at++], names.length, `The parameter of ${what}`);
        levels.push(lean.call('lean_level_mk_param', lean.retain(names[name])));
        depths.push(0);
        continue;
      }
      const [make, count] = levelMakers[tag] ?? wrong(`The unknown tag ${JSON.stringify(tag)} stands before ${what}.`);
      const parts = Array.from({ length: count }, () => index(flat[at++], levels.length, `A part of ${what}`));
      depths.push(1 + Math.max(...parts.map((part) => depths[part])));
      if (depths.at(-1) > MAX_LEVEL_DEPTH) wrong(`The ${what} is more than ${MAX_LEVEL_DEPTH} deep.`);
      levels.push(lean.call(make, ...parts.map((part) => lean.retain(levels[part]))));
    }
  }
}

/** A component of a name as `nameParts` has it. */
function nameComponent(value, what) {
  if (typeof value === 'string') return text(value, what);
  if (typeof value === 'number') return index(value, MAX_SMALL, what);
  const number = digits(value?.nat, MAX_DIGITS, `${what}, unless a string or a number, must be an object whose field nat`);
  return BigInt(number) < MAX_SMALL ? wrong(`${what} is small: it must be a plain number.`) : { number };
}
