// The two host folders Lean can see: the library, which it may only read, and a scratch folder, which is shut
// but for the moments in which the host itself has Lean write a file there.
// Emscripten's NODEFS passes every operation on to the host and knows no such restrictions, so they are made
// here, on the operations themselves, whatever the permissions of the files.

const errno = { EPERM: 63, EROFS: 69 };
const writeFlags = 1 | 2 | 64 | 512 | 1024; // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND

export const LIBRARY = '/lean/lib/lean';
export const SCRATCH = '/scratch';

/** Mounts the folders; gives a function that runs an action while the scratch folder is open. */
export function mountFolders(glue, library, scratch) {
  glue.FS.mkdirTree(LIBRARY);
  glue.FS.mount(readOnly(glue), { root: library }, LIBRARY);
  const gate = { open: false, writers: 0 };
  if (scratch) {
    glue.FS.mkdirTree(SCRATCH);
    glue.FS.mount(gated(glue, gate), { root: scratch }, SCRATCH);
  }
  return (action) => {
    Object.assign(gate, { open: true, writers: 0 });
    try { return action(); } finally { gate.open = false; }
  };
}

/** A file system type like NODEFS, with the given operations for its nodes and streams. */
function restricted({ NODEFS }, node_ops, stream_ops) {
  const restrict = (node) => Object.assign(node, { node_ops, stream_ops });
  const { lookup, mknod } = node_ops; // nodes are made in these places only
  node_ops.lookup = (...all) => restrict(lookup(...all));
  node_ops.mknod = (...all) => restrict(mknod(...all));
  return { ...NODEFS, node_ops, stream_ops, mount: (mount) => restrict(NODEFS.mount(mount)) };
}

function readOnly(glue) {
  const { NODEFS } = glue;
  const refuse = () => { throw new glue.FS.ErrnoError(errno.EROFS); };
  const open = (stream) => (stream.flags & writeFlags ? refuse() : NODEFS.stream_ops.open(stream));
  return restricted(glue,
    { ...NODEFS.node_ops, setattr: refuse, mknod: refuse, rename: refuse, unlink: refuse, rmdir: refuse, symlink: refuse },
    { ...NODEFS.stream_ops, open, setattr: refuse, write: refuse, msync: refuse, allocate: refuse });
}

/**
 * Submitted code runs in threads too, and may try to put a file of its own in place of what the host writes.
 * So there is one file opened for writing each time, and no way in, not even to read, at any other time.
 * Symbolic links are refused always: the host would follow one to places outside the folder.
 */
function gated(glue, gate) {
  const { NODEFS } = glue;
  const refuse = () => { throw new glue.FS.ErrnoError(errno.EPERM); };
  const whenOpen = (operation) => (...all) => (gate.open ? operation(...all) : refuse());
  const guarded = (operations) => Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, whenOpen(operation)]));
  const open = whenOpen((stream) => {
    if (stream.flags & writeFlags && ++gate.writers > 1) refuse();
    return NODEFS.stream_ops.open(stream);
  });
  return restricted(glue,
    { ...guarded(NODEFS.node_ops), symlink: refuse, readlink: refuse },
    { ...guarded(NODEFS.stream_ops), open, close: NODEFS.stream_ops.close });
}
