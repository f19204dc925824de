// Makes Lean's terms from one flat array: for each term a tag and what belongs to it. Made for speed: a proof may
// have millions.
import { box, NIL } from './objects.mjs';
import { index, isIndex, wrong } from './request-shape.mjs';
import { Expr } from './terms.mjs';

const MAX_TERMS = 5_000_000;
const MAX_BOUND_INDEX = 2 ** 20 - 2; // Lean's constructor panics beyond
const MAX_FIELD = 2 ** 31;
const BINDER_INFOS = 4;
// Tags are those of Lean's own `Expr`, but there are no annotations, and text has a tag of its own.
const NATURAL = Expr.literal, TEXT = 10;
const LITERAL_NATURAL = 0, LITERAL_TEXT = 1;
const kinds = ['bvar', 'sort', 'const', 'app', 'lambda', 'forall', 'let', 'lit', 'proj'];

/** Appends a term (owned) to `terms` for each entry of the flat array. */
export function buildTerms(lean, flat, { names, levels, terms, naturals, strings }) {
  const [bvar, sort, constant, app, lambda, pi, let_, literal, proj] = kinds.map((kind) => lean.direct(`lean_expr_mk_${kind}`));
  const own = (object) => lean.retain(object);
  let at = 0;
  // This throws: what a constructor is to consume may be made only when all numbers of the entry have been read.
  const number = (end, what) => {
    const value = flat[at++];
    return isIndex(value, end) ? value : index(value, end, `${what} of term ${terms.length}`);
  };
  const name = () => names[number(names.length, 'A name')];
  const level = () => levels[number(levels.length, 'A level')];
  const term = () => terms[number(terms.length, 'A part')];

  const binder = (make) => {
    const variable = name(), info = number(BINDER_INFOS, 'The binder info'), type = term(), body = term();
    return make(own(variable), own(type), own(body), info);
  };
  const makeConstant = () => {
    const of = name(), count = number(flat.length, 'The number of levels');
    const given = [];
    for (let i = 0; i < count; i++) given.push(level());
    return constant(own(of), given.reduceRight((rest, one) => lean.construct(1, [own(one), rest]), NIL));
  };
  const makeLet = () => {
    const variable = name(), isNonDependent = number(2, 'The flag'), type = term(), value = term(), body = term();
    return let_(own(variable), own(type), own(value), own(body), isNonDependent);
  };
  const makeProjection = () => {
    const of = name(), field = number(MAX_FIELD, 'The field'), value = term();
    return proj(own(of), box(field), own(value));
  };
  const make = (tag) => {
    switch (tag) {
      case Expr.app: { const f = term(), a = term(); return app(own(f), own(a)); }
      case Expr.bvar: return bvar(box(number(MAX_BOUND_INDEX + 1, 'The index')));
      case Expr.const: return makeConstant();
      case Expr.lambda: return binder(lambda);
      case Expr.pi: return binder(pi);
      case Expr.sort: return sort(own(level()));
      case Expr.let: return makeLet();
      case NATURAL: return literal(lean.construct(LITERAL_NATURAL, [lean.newNatural(naturals[number(naturals.length, 'The literal')])]));
      case TEXT: return literal(lean.construct(LITERAL_TEXT, [lean.newString(strings[number(strings.length, 'The literal')])]));
      case Expr.proj: return makeProjection();
      default: return wrong(`Term ${terms.length} has the unknown tag ${JSON.stringify(tag)}.`);
    }
  };
  while (at < flat.length) {
    if (terms.length === MAX_TERMS) wrong(`There may be ${MAX_TERMS} terms at most.`);
    terms.push(make(flat[at++]));
    lean.refresh();
  }
}
