// Facts about one constant of an environment.
import { axiomsOf } from './axioms.mjs';
import { Field } from './command-state.mjs';
import { Constants, Kind, kernelOf, kindNames, newestFirst } from './constants.mjs';
import { LeanIoError } from './errors.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cut } from './messages.mjs';
import { isGenerated, nameKey, parseName, printName, userName } from './names.mjs';
import { box } from './objects.mjs';
import { replay } from './replay.mjs';

const MAX_TYPE_BYTES = 64 << 10;

/**
 * Describes the constant `name`, or with null the last theorem that the user declared; null if there is none.
 * `imported` is the environment that the host itself had imported for the text. Without `wantsReplay` the kernel
 * is not asked again: cheaper, and good for dropping candidates only.
 */
export function describe(lean, { state, theorem, imported }, name, wantsReplay = true) {
  const environment = lean.field(state, Field.environment);
  // The caches of `Constants` go by address: what they have seen must live as long as they do.
  const owned = [];
  const own = (object) => { owned.push(object); return object; };
  try {
    const pristine = own(kernelOf(lean, imported));
    const submitted = new Constants(lean, own(kernelOf(lean, environment)), pristine);
    const found = name === null ? lastTheorem(lean, environment, submitted, theorem) : find(lean, own, submitted, parseName(name));
    if (found === null) return null;
    const replayed = wantsReplay ? replay(lean, submitted, found, pristine) : { environment: null, reason: 'it was not asked.' };
    let [constants, info] = [submitted, found];
    if (replayed.environment !== null && submitted.own(submitted.name(found)) !== null) {
      // From here on, nothing but what the kernel has just checked.
      constants = new Constants(lean, own(replayed.environment), pristine);
      info = constants.own(submitted.name(found));
    }
    const facts = { fingerprint: fingerprint(lean, constants, info), axioms: axiomsOf(lean, constants, info) };
    return { // printing the type may run code of the submission: last
      name: printName(userName(constants.parts(constants.name(info)))),
      kind: kindNames[constants.kind(info)],
      levelParams: constants.levelParameters(info).map(printName),
      ...facts,
      library: constants.own(constants.name(info)) === null,
      ...replayed.environment === null ? { replayed: false, reason: replayed.reason } : { replayed: true },
      type: prettyType(lean, environment, constants.type(info)),
    };
  } finally {
    for (const object of owned) lean.release(object);
  }
}

function find(lean, own, constants, parts) {
  if (parts === null) return null;
  const name = own(lean.newName(parts));
  const exact = constants.own(name) ?? constants.library(name);
  if (exact !== null) return exact;
  const wanted = nameKey(parts); // a private declaration, under a mangled name
  for (const info of constants.added()) {
    const full = constants.parts(constants.name(info));
    if (userName(full) !== full && nameKey(userName(full)) === wanted) return info;
  }
  return null;
}

/**
 * The newest theorem whose name ends as the last `theorem` of the text did (the namespace is not part of the
 * syntax); else, when a macro hid the syntax or the text has none, the newest that the elaborator did not add.
 */
function lastTheorem(lean, environment, constants, written) {
  let fallback = null;
  for (const name of newestFirst(lean, environment)) {
    const info = constants.own(name);
    if (info === null || constants.kind(info) !== Kind.theorem) continue;
    const parts = userName(constants.parts(name));
    if (written && nameKey(parts.slice(-written.length)) === nameKey(written)) return info;
    if (!isGenerated(parts)) fallback ??= info;
  }
  return fallback;
}

function prettyType(lean, environment, type) {
  try {
    const noMetavariables = lean.constant('l_Lean_instInhabitedMetavarContext');
    const format = lean.io('l_Lean_PrettyPrinter_ppExprLegacy', lean.retain(environment), noMetavariables,
      lean.constant('l_Lean_LocalContext_empty'), lean.constant('l_Lean_Options_empty'), lean.retain(type));
    const width = box(120);
    return cut(lean, lean.call('l_Std_Format_pretty', format, width, box(0), box(0)), { left: MAX_TYPE_BYTES });
  } catch (error) {
    if (!(error instanceof LeanIoError)) throw error;
    return `… [cannot be printed: ${error.message}]`;
  }
}
