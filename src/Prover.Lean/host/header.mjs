// The header of a text: its imports, read by Lean's own parser.
import { box } from './objects.mjs';
import { LeanIoError } from './errors.mjs';
import { position } from './messages.mjs';
import { children } from './syntax.mjs';

/**
 * Reads the header and finds its environment. Gives the state of the parser after it, the messages (a `MessageLog`)
 * of parsing it, and the environment (borrowed); where there is none, either the parser said why or `problem` does.
 */
export function readHeader(lean, imports, input) {
  const parsed = lean.io('l_Lean_Parser_parseHeader', lean.retain(input));
  const rest = lean.field(parsed, 1);
  const syntax = lean.field(parsed, 0);
  const header = { parserState: lean.retain(lean.field(rest, 0)), log: lean.retain(lean.field(rest, 1)) };
  const start = lean.call('l_Lean_Elab_HeaderSyntax_startPos', lean.retain(syntax));
  try {
    if (lean.call('l_Lean_MessageLog_hasErrors', lean.retain(header.log)) !== box(0)) return header;
    if (lean.call('l_Lean_Elab_HeaderSyntax_isModule', lean.retain(syntax)) !== box(0)) {
      throw new LeanIoError('`module` headers are not supported here');
    }
    // Without Init a text may declare what the kernel and the axiom report know by name alone, such as `propext`.
    if (hasPrelude(lean, syntax)) throw new LeanIoError('`prelude` headers are not supported here');
    const includeInit = box(1);
    header.environment = imports.fromImports(lean.call('l_Lean_Elab_headerToImports', lean.retain(syntax), includeInit));
  } catch (error) {
    if (!(error instanceof LeanIoError)) throw error;
    header.problem = { severity: 'error', pos: place(lean, input, start), endPos: null, data: error.message };
  } finally {
    lean.release(parsed);
  }
  return header;
}

/** A header's children: `module`, `prelude`, the imports; each empty where the text has none. */
const hasPrelude = (lean, syntax) => children(lean, children(lean, syntax)[1]).length > 0;

function place(lean, input, bytePosition) {
  const INPUT_FILE_MAP = 2;
  const found = lean.call('l_Lean_FileMap_toPosition', lean.retain(lean.field(input, INPUT_FILE_MAP)), bytePosition);
  const json = position(lean, found);
  lean.release(found);
  return json;
}
