// Lean's messages as the REPL's JSON, within a limit on their number and their size.
import { isScalar } from './objects.mjs';

const MAX_MESSAGES = 1_000;
const severities = ['info', 'warning', 'error'];

/** Reads a `Position`. */
export function position(lean, object) {
  return { line: lean.nat(lean.field(object, 0)), column: lean.nat(lean.field(object, 1)) };
}

/** The messages of several `MessageLog`s (borrowed), and how many errors are among all that there are. */
export function readMessages(lean, logs, maxBytes) {
  const arrays = logs.map((log) => lean.call('l_Lean_MessageLog_toArray', lean.retain(log)));
  const all = arrays.flatMap((array) => [...lean.arrayItems(array)])
    .map((message) => ({ message, severity: severities[lean.byte(message, 1)] }));
  const isError = ({ severity }) => severity === 'error';
  const errors = all.filter(isError).length; // a silent one is an error nonetheless
  const visible = all.filter(({ message }) => lean.byte(message, 2) === 0); // the silent ones are meant for editors
  // Errors come first when there is not room for everything: their presence must never be hidden.
  const ranked = [...visible.filter(isError), ...visible.filter((entry) => !isError(entry))].slice(0, MAX_MESSAGES);
  const room = { left: maxBytes };
  for (const entry of ranked) entry.json = readMessage(lean, entry, room);
  const messages = visible.filter(({ json }) => json).map(({ json }) => json);
  if (messages.length < visible.length) {
    const data = `… [${visible.length - messages.length} more messages left out]`;
    messages.push({ severity: 'info', pos: messages.at(-1).pos, endPos: null, data });
  }
  for (const array of arrays) lean.release(array);
  return { messages, errors };
}

function readMessage(lean, { message, severity }, room) {
  const [, start, end, , data] = [0, 1, 2, 3, 4].map((at) => lean.field(message, at));
  const pos = position(lean, start);
  const endPos = isScalar(end) ? null : position(lean, lean.field(end, 0));
  return { severity, pos, endPos, data: cut(lean, lean.call('l_Lean_MessageData_toString', lean.retain(data)), room) };
}

/** Consumes a string and gives as much of its text as there is room for. */
export function cut(lean, string, room) {
  const bytes = lean.stringBytes(string);
  const total = bytes.length;
  if (total <= room.left) {
    room.left -= total;
    return lean.takeString(string).trim();
  }
  let kept = Math.max(0, room.left);
  while (kept > 0 && (bytes[kept] & 0xc0) === 0x80) kept--; // not in the middle of a character
  const text = Buffer.from(bytes.subarray(0, kept)).toString('utf8');
  lean.release(string);
  room.left = 0;
  return `${text}… [cut: ${total - kept} of ${total} bytes]`;
}
