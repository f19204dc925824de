namespace Prover.Core.Storage.LiteDb;

/// <summary>The store's error messages: which file, what is wrong, the way out.</summary>
internal static class StoreErrors
{
    public static StoreException Damaged(string path, string what, Exception? inner = null) => new(
        $"The proof store {path} is damaged: {what}. 'prover store repair' keeps the damaged file aside and recovers what can be read; "
        + "or restore the file from a backup.",
        inner);

    public static StoreException Foreign(string path, string what) => new(
        $"{path} is not a proof store: {what}. Name another file, or, if it was a proof store once, run 'prover store repair'.");

    public static StoreException Newer(string path, int version, int known) => new(
        $"The proof store {path} has schema version {version}, this program knows versions up to {known}. "
        + "Use a newer version of Prover, or name another file.");

    public static StoreException Locked(string path, TimeSpan waited, string holder) => new(
        $"The proof store {path} has been in use by {holder} for all of the {waited.TotalSeconds:0.###} s allowed for waiting. "
        + "Wait for that process to finish or stop it, or name another file.");

    public static StoreException Disk(string path, Exception inner) => new(
        $"The proof store {path} can't be read or written: {inner.Message} "
        + "Free space on the disk, or make the file and its directory writable for this user, or name another file.",
        inner);

    public static StoreException TooLarge(string kind, int bytes, int limit) => new(
        $"A {kind} of {bytes:N0} bytes does not fit into the proof store, whose documents hold up to {limit:N0} bytes. "
        + "Submit a shorter text.");

    /// <summary>What an exception out of LiteDB means to a user.</summary>
    public static Exception Translate(string path, Exception exception) => exception switch
    {
        StoreException => exception,
        IOException or UnauthorizedAccessException => Disk(path, exception),
        // Arguments were checked before; a damaged page surfaces in LiteDB as whatever its bytes lead to: bad casts, bad indexes, failed assertions.
        _ => Damaged(path, exception.Message.TrimEnd('.'), exception),
    };
}
