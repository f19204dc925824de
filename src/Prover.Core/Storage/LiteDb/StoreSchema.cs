using LiteDB;
using LiteDB.Engine;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Collections and indexes of a store's file.</summary>
internal static class StoreSchema
{
    /// <summary>Version of what is written; kept in the file as LiteDB's user version. Fields that may be missing don't raise it:
    /// each version reads the other's documents.</summary>
    public const int Version = 1;

    public const string Problems = "problems";
    public const string Attempts = "attempts";
    public const string Verdicts = "verdicts";
    public const string Proofs = "proofs";

    // Came later: a file of an older version gets it, without its index, by the first document.
    public const string Formalizations = "formalizations";

    public static readonly IReadOnlyList<string> Collections = [Problems, Attempts, Verdicts, Proofs, Formalizations];

    /// <summary>Creates a complete store under <paramref name="path"/>, which is overwritten.</summary>
    /// <param name="path">The file.</param>
    /// <param name="documents">Sealed documents to begin with, by collection.</param>
    public static void Create(string path, IEnumerable<(string Collection, BsonDocument Document)> documents)
    {
        using var data = new PageFile(path, FileMode.Create);
        using var log = new MemoryStream();
        using var engine = OpenEngine(data, log);
        // The store decides when the log is carried over into the data: never in the middle of a commit.
        engine.Pragma("CHECKPOINT", 0);
        engine.EnsureIndex(Attempts, "problem", "$.problem", unique: false);
        engine.EnsureIndex(Proofs, "order", "$.order", unique: true);
        engine.EnsureIndex(Proofs, "problem", "$.problem", unique: false);
        engine.EnsureIndex(Formalizations, "problem", "$.problem", unique: false);
        foreach (var chunk in documents.Chunk(200))
        {
            foreach (var group in chunk.GroupBy(entry => entry.Collection, entry => entry.Document))
            {
                engine.Insert(group.Key, group, BsonAutoId.ObjectId);
            }

            engine.Checkpoint(); // or the log, which is in memory, would grow to many times the data
        }

        engine.Pragma("USER_VERSION", Version);
        engine.Checkpoint();
    }

    /// <summary>Strings are compared byte by byte: LiteDB's default would take <c>A</c> and <c>a</c> for one id.</summary>
    public static LiteEngine OpenEngine(Stream data, Stream log) =>
        new(new EngineSettings { DataStream = data, LogStream = log, Collation = Collation.Binary });
}
