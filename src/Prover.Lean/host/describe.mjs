// Facts about one constant of an environment.
import { axiomsOf } from './axioms.mjs';
import { Field } from './command-state.mjs';
import { Constants, Kind, kindNames } from './constants.mjs';
import { LeanIoError } from './errors.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cut } from './messages.mjs';
import { isGenerated, nameKey, parseName, printName, userName } from './names.mjs';
import { box } from './objects.mjs';

const MAX_TYPE_BYTES = 64 << 10;

/** Describes the constant `name`, or with null the last theorem that the user declared; null if there is none. */
export function describe(lean, { state, theorem }, name) {
  const environment = lean.field(state, Field.environment);
  const constants = new Constants(lean, environment);
  try {
    const info = name === null ? lastTheorem(constants, theorem) : find(constants, parseName(name));
    if (info === null) return null;
    const own = constants.own.has(constants.key(constants.name(info)));
    return {
      name: printName(userName(constants.parts(constants.name(info)))),
      kind: kindNames[constants.kind(info)],
      levelParams: constants.levelParameters(info).map(printName),
      type: prettyType(lean, environment, constants.type(info)),
      fingerprint: fingerprint(lean, constants, info),
      axioms: axiomsOf(lean, constants, info),
      library: !own,
    };
  } finally {
    constants.dispose();
  }
}

function find(constants, parts) {
  if (parts === null) return null;
  const exact = constants.own.get(nameKey(parts)) ?? constants.library(parts);
  if (exact !== null) return exact;
  const wanted = nameKey(parts); // a private declaration, under a mangled name
  for (const info of constants.own.values()) {
    const full = constants.parts(constants.name(info));
    if (userName(full) !== full && nameKey(userName(full)) === wanted) return info;
  }
  return null;
}

/**
 * The newest theorem whose name ends as the last `theorem` of the text did (the namespace is not part of the
 * syntax); else, when a macro hid the syntax or the text has none, the newest that the elaborator did not add.
 */
function lastTheorem(constants, written) {
  let fallback = null;
  for (const name of constants.newestFirst()) {
    const info = constants.own.get(constants.key(name));
    if (info === undefined || constants.kind(info) !== Kind.theorem) continue;
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
