// Whether terms are what Lean's own constructors would have made.
//
// Each expression and each level carries facts about itself, such as the loose variables in it, which the kernel
// believes without looking. A meta-program can build objects with wrong ones. Each node is compared with its
// parts; when all nodes agree with their parts, all are right. Hashes are left out: a wrong one only makes the
// kernel miss that two terms are equal.
import { isScalar, Tag } from './objects.mjs';
import { Expr, subtermFields } from './terms.mjs';

const Level = { zero: 0, succ: 1, max: 2, imax: 3, param: 4, mvar: 5 };
const levelParts = { [Level.succ]: [0], [Level.max]: [0, 1], [Level.imax]: [0, 1], [Level.param]: [], [Level.mvar]: [] };
// The number of pointer fields, and which of them is an expression under a binder.
const shapes = {
  [Expr.bvar]: { size: 1 },
  [Expr.sort]: { size: 1 },
  [Expr.const]: { size: 2 },
  [Expr.app]: { size: 2 },
  [Expr.lambda]: { size: 3, bound: 2 },
  [Expr.pi]: { size: 3, bound: 2 },
  [Expr.let]: { size: 4, bound: 3 },
  [Expr.literal]: { size: 1 },
  [Expr.mdata]: { size: 2 },
  [Expr.proj]: { size: 3 },
};
// In the upper half of an expression's data: 8 bits of depth, the flags, and above them the loose variables.
const HAS_LEVEL_PARAMETER = 1 << 11, FLAGS = 0xf00, LOOSE = 12;
const LEVEL_FLAGS = 3, LEVEL_PARAMETER = 2; // in the upper half of a level's data

export class Genuine {
  #lean;
  #levels = new Set();

  constructor(lean) { this.#lean = lean; }

  /** Whether one node of a term agrees with its parts. A free or a meta variable does not. */
  expression(term) {
    const lean = this.#lean;
    const shape = isScalar(term) ? undefined : shapes[lean.tag(term)];
    if (shape === undefined || lean.fieldCount(term) !== shape.size) return false;
    let flags = 0, loose = 0;
    for (const at of subtermFields(lean.tag(term))) {
      const part = lean.field(term, at);
      if (isScalar(part)) return false;
      const data = this.#upper(part);
      flags |= data & FLAGS;
      loose = Math.max(loose, (data >>> LOOSE) - (at === shape.bound ? 1 : 0));
    }
    switch (lean.tag(term)) {
      case Expr.bvar: loose = lean.nat(lean.field(term, 0)) + 1; break;
      case Expr.sort: flags = this.#parameterIn([lean.field(term, 0)]); break;
      case Expr.const: flags = this.#parameterIn([...lean.listItems(lean.field(term, 1))]); break;
      case Expr.literal: if (!this.#isLiteral(lean.field(term, 0))) return false; break;
    }
    const data = this.#upper(term);
    return flags !== undefined && (data & FLAGS) === flags && data >>> LOOSE === loose;
  }

  /** The upper half of the data, which come first after the pointers. */
  #upper(object) { return this.#lean.field(object, this.#lean.fieldCount(object) + 1); }

  #isLiteral(literal) {
    const lean = this.#lean;
    if (isScalar(literal)) return false;
    const value = lean.field(literal, 0);
    if (lean.tag(literal) !== 0) return !isScalar(value) && lean.tag(value) === Tag.string && lean.exactString(value) !== null;
    return lean.isNatural(value);
  }

  /** The flag for parameters in levels; undefined if one is not genuine. */
  #parameterIn(levels) {
    const isRight = levels.every((level) => this.#level(level));
    if (!isRight) return undefined;
    return levels.some((level) => this.#levelFlags(level) !== 0) ? HAS_LEVEL_PARAMETER : 0;
  }

  #level(root) {
    const lean = this.#lean;
    const stack = [root];
    while (stack.length > 0) {
      const level = stack.pop();
      if (isScalar(level) || this.#levels.has(level)) continue;
      const parts = levelParts[lean.tag(level)]?.map((at) => lean.field(level, at));
      if (parts === undefined || lean.tag(level) === Level.mvar) return false;
      const flags = parts.reduce((all, part) => all | this.#levelFlags(part), lean.tag(level) === Level.param ? LEVEL_PARAMETER : 0);
      if (this.#levelFlags(level) !== flags) return false;
      this.#levels.add(level);
      stack.push(...parts);
    }
    return true;
  }

  #levelFlags(level) { return isScalar(level) ? 0 : this.#upper(level) & LEVEL_FLAGS; }
}
