// Lean objects as seen from JavaScript: reading fields, building values, counting references.
//
// The convention in this folder: a function takes a *borrowed* object unless its name or comment says
// that it consumes it, and returns an *owned* one where it returns an object at all; fields read with
// `field` are borrowed from their parent. Compiled Lean functions are called through their `___boxed`
// variant, which consumes every argument and takes no unboxed one: one rule instead of one per function.
import { LeanIoError } from './errors.mjs';

export const Tag = { closure: 245, array: 246, scalarArray: 248, string: 249, bigNumber: 250, thunk: 251, task: 252, reference: 253 };
const HEADER = 8;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true }); // ignoring it means: it stays
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const box = (n) => (n << 1) | 1;
export const isScalar = (object) => (object & 1) === 1;
export const unbox = (object) => object >>> 1;
/** The scalar that stands for `()`, `none`, `[]`, `Name.anonymous`, an empty tree, and the world. */
export const NIL = box(0);

export class Objects {
  #exports;
  #memory;
  #functions = new Map();

  constructor(exports, memory) {
    this.#exports = exports;
    this.#memory = memory;
    this.refresh();
  }

  /** Makes the heap readable as far as it has grown. */
  refresh() {
    const { buffer } = this.#memory;
    if (this.u8?.buffer === buffer) return;
    this.u8 = new Uint8Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.u32 = new Uint32Array(buffer);
  }

  // ---- calls ----

  /** An exported C or Lean function by its compiled name. The result is as the function gives it. */
  call(name, ...consumed) {
    let target = this.#functions.get(name);
    if (!target) {
      target = this.#exports[`${name}___boxed`] ?? this.#exports[name];
      if (!target) throw new Error(`this build of Lean does not export ${name}`);
      this.#functions.set(name, target);
    }
    while (consumed.length < target.length) consumed.push(NIL); // the world of an IO action
    const result = target(...consumed);
    this.refresh();
    return result;
  }

  /** An exported function as it is, for loops: it takes unboxed arguments, and `refresh` is for the caller. */
  direct(name) {
    const target = this.#exports[name];
    if (!target) throw new Error(`this build of Lean does not export ${name}`);
    return target;
  }

  /** Calls an IO function and takes the value out of its result; an IO error becomes a LeanIoError. */
  io(name, ...consumed) {
    return this.unwrap(this.call(name, ...consumed));
  }

  /** Consumes the result of an IO action. */
  unwrap(result) {
    const failed = this.tag(result) !== 0;
    const value = this.retain(this.field(result, 0));
    this.release(result);
    if (!failed) return value;
    throw new LeanIoError(this.takeString(this.call('lean_io_error_to_string', value)));
  }

  /** The value of a closed constant. */
  constant(name) {
    const cell = this.#exports[name];
    if (!cell) throw new Error(`this build of Lean does not export ${name}`);
    return this.retain(this.u32[cell.value >> 2]);
  }

  // ---- reference counts ----

  retain(object) {
    if (isScalar(object)) return object;
    const count = this.i32[object >> 2];
    if (count > 0) this.i32[object >> 2] = count + 1;
    else if (count < 0) Atomics.sub(this.i32, object >> 2, 1); // shared between threads; 0 is for ever
    return object;
  }

  release(object) {
    if (isScalar(object)) return;
    const count = this.i32[object >> 2];
    if (count > 1) this.i32[object >> 2] = count - 1;
    else if (count !== 0) this.#exports.lean_dec_ref_cold(object);
  }

  // ---- reading ----

  tag(object) { return isScalar(object) ? unbox(object) : this.u8[object + 7]; }
  fieldCount(object) { return isScalar(object) ? 0 : this.u8[object + 6]; }
  field(object, index) { return this.u32[(object + HEADER >> 2) + index]; }
  /** The byte at an offset after the pointer fields of a constructor. */
  byte(object, offset) { return this.u8[object + HEADER + 4 * this.u8[object + 6] + offset]; }

  arrayLength(array) { return this.u32[array + 8 >> 2]; }
  arrayItem(array, index) { return this.u32[(array + 16 >> 2) + index]; }
  *arrayItems(array) { for (let i = 0; i < this.arrayLength(array); i++) yield this.arrayItem(array, i); }
  *listItems(list) { for (; !isScalar(list); list = this.field(list, 1)) yield this.field(list, 0); }

  /** The items of a `PersistentArray`, in order. */
  *persistentItems(array) {
    yield* this.#persistentNode(this.field(array, 0));
    yield* this.arrayItems(this.field(array, 1));
  }

  *#persistentNode(node) {
    const inner = this.tag(node) === 0;
    for (const item of this.arrayItems(this.field(node, 0))) {
      if (inner) yield* this.#persistentNode(item); else yield item;
    }
  }

  /** A view of a string's bytes, valid until the next call into Lean. */
  stringBytes(string) {
    const length = this.u32[string + 8 >> 2] - 1;
    return this.u8.subarray(string + 20, string + 20 + length);
  }

  string(string) { return utf8.decode(this.stringBytes(string).slice()); }

  /** The text of a string, or null where its bytes are no UTF-8 and two strings could come out alike. */
  exactString(string) {
    try { return strictUtf8.decode(this.stringBytes(string).slice()); } catch { return null; }
  }

  takeString(string) { const text = this.string(string); this.release(string); return text; }

  /** A natural number; one too large for a JavaScript number comes back as Infinity. */
  nat(object) { return isScalar(object) ? unbox(object) : Infinity; }

  isNatural(object) { return isScalar(object) || (this.tag(object) === Tag.bigNumber && this.u8[object + 8] === 0); }

  /** A natural number as text, in hexadecimal beyond 31 bits. */
  natText(object) {
    if (isScalar(object)) return String(unbox(object));
    if (!this.isNatural(object)) throw new LeanIoError('An object is no natural number.');
    const [digits, at] = [12, 16].map((offset) => this.u32[object + offset >> 2]);
    const bytes = Buffer.from(this.u8.slice(at, at + 4 * digits)).reverse();
    return `0x${bytes.toString('hex').replace(/^0+/, '')}`;
  }

  // ---- building ----

  #allocate(size, tag, other) {
    const object = this.#exports.lean_alloc_object(size);
    this.refresh();
    this.i32[object >> 2] = 1;
    this.u8[object + 4] = this.u8[object + 5] = 0;
    this.u8[object + 6] = other;
    this.u8[object + 7] = tag;
    return object;
  }

  /** A constructor; consumes its fields. */
  construct(tag, fields, bytes = []) {
    const size = HEADER + 4 * fields.length + bytes.length + 7 & ~7;
    const object = this.#allocate(size, tag, fields.length);
    this.u8[object + 4] = size & 255; // Lean copies an object by this; only constructors have it
    this.u8[object + 5] = size >> 8;
    this.u32.set(fields, object + HEADER >> 2);
    this.u8.set(bytes, object + HEADER + 4 * fields.length);
    return object;
  }

  /** A copy of a structure, some pointer fields replaced: `changes` maps indices to consumed objects. */
  withFields(object, changes, scalarBytes = 0) {
    const fields = [];
    for (let i = 0; i < this.fieldCount(object); i++) fields.push(changes[i] ?? this.retain(this.field(object, i)));
    const bytes = [];
    for (let i = 0; i < scalarBytes; i++) bytes.push(this.byte(object, i));
    return this.construct(this.tag(object), fields, bytes);
  }

  /** An `Array`; consumes its items. */
  array(items) {
    const object = this.#allocate(16 + 4 * items.length, Tag.array, 0);
    this.u32[object + 8 >> 2] = items.length;
    this.u32[object + 12 >> 2] = items.length;
    this.u32.set(items, object + 16 >> 2);
    return object;
  }

  /** A `String`. Lone surrogates, which UTF-8 cannot hold, become U+FFFD. */
  newString(text) {
    const bytes = Buffer.from(text, 'utf8');
    let characters = 0;
    for (const byte of bytes) if ((byte & 0xc0) !== 0x80) characters++;
    return this.#withBytes(bytes, (buffer) => this.#exports.lean_mk_string_unchecked(buffer, bytes.length, characters));
  }

  /** A `Nat`, from its decimal digits. */
  newNatural(digits) {
    if (digits.length < 10) return box(Number(digits));
    return this.#withBytes(Buffer.from(`${digits}\0`, 'latin1'), (buffer) => this.#exports.lean_cstr_to_nat(buffer));
  }

  #withBytes(bytes, make) {
    const buffer = this.#exports.malloc(bytes.length + 1);
    if (!buffer) throw new Error('out of memory');
    this.refresh();
    this.u8.set(bytes, buffer);
    const object = make(buffer);
    this.refresh();
    this.#exports.free(buffer);
    return object;
  }

  newName(components) {
    let name = NIL;
    for (const part of components) {
      name = typeof part === 'number'
        ? this.call('lean_name_mk_numeral', name, box(part))
        : this.call('lean_name_mk_string', name, this.newString(part));
    }
    return name;
  }

  /** Space the program has asked for so far, out of at most 2 GiB. */
  heapBytes() { return this.#memory.buffer.byteLength; }
}
