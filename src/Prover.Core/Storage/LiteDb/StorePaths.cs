namespace Prover.Core.Storage.LiteDb;

/// <summary>Names of the files that stand beside a store's file.</summary>
internal sealed class StorePaths(string path)
{
    public string Data { get; } = Path.GetFullPath(path);

    public string Directory => Path.GetDirectoryName(Data)!;

    /// <summary>LiteDB's write-ahead log under LiteDB's own name for it, so that its tools can open the store.</summary>
    public string Log => LogOf(Data);

    /// <summary>Locked by the process that has the file open.</summary>
    public string Lock => Data + ".lock";

    /// <summary>Locked by the process that is next.</summary>
    public string Queue => Data + ".lock-next";

    /// <summary>Says who holds <see cref="Lock"/>; a file of its own since a locked file can't be read.</summary>
    public string Holder => Data + ".lock-holder";

    /// <summary>A new file until it is complete.</summary>
    public string Fresh => Data + ".new";

    /// <summary>A complete repaired file that has not taken the place of the damaged one yet.</summary>
    public string Repaired => Data + ".repaired";

    private static string LogOf(string data) =>
        Path.Combine(Path.GetDirectoryName(data)!, Path.GetFileNameWithoutExtension(data) + "-log" + Path.GetExtension(data));
}
