using LiteDB;
using Prover.Core.Formalization;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A formalization; each one that is saved for a problem is a document of its own.</summary>
internal static class FormalizationDocument
{
    public const string Problem = "problem";

    public static BsonDocument From(FormalizedProblem problem) => SealedDocument.Seal(StoreSchema.Formalizations, new BsonDocument
    {
        ["_id"] = $"{problem.Id} {BsonFields.OrderKey(problem.CreatedAt, Guid.CreateVersion7(problem.CreatedAt).ToString("N"))}",
        [Problem] = problem.Id,
        ["text"] = problem.Text,
        ["chosen"] = From(new ExaminedStatement(problem.Statement, problem.Level, problem.Evidence)),
        ["others"] = new BsonArray(problem.Others.Select(From)),
        ["pinned"] = problem.IsPinned,
        ["at"] = BsonFields.From(problem.CreatedAt),
    });

    public static FormalizedProblem ToProblem(BsonDocument document)
    {
        var chosen = ToExamined(document["chosen"]);
        return new FormalizedProblem
        {
            Id = document[Problem].AsString,
            Text = document["text"].AsString,
            Statement = chosen.Statement,
            Level = chosen.Level,
            Evidence = chosen.Evidence,
            Others = [.. document["others"].AsArray.Select(ToExamined)],
            IsPinned = document["pinned"].AsBoolean,
            CreatedAt = BsonFields.ToTime(document["at"]),
        };
    }

    private static BsonDocument From(ExaminedStatement examined) => new()
    {
        ["lean"] = examined.Statement.Text,
        ["author"] = examined.Statement.Author,
        ["level"] = BsonFields.From(examined.Level),
        ["evidence"] = new BsonArray(examined.Evidence.Select(From)),
    };

    private static ExaminedStatement ToExamined(BsonValue value) => new(
        new FormalStatement(value["lean"].AsString, value["author"].AsString),
        BsonFields.ToEnum<FaithfulnessLevel>(value["level"]),
        [.. value["evidence"].AsArray.Select(ToEvidence)]);

    private static BsonDocument From(Evidence evidence) => new()
    {
        ["kind"] = BsonFields.From(evidence.Kind),
        ["finding"] = BsonFields.From(evidence.Finding),
        ["message"] = evidence.Message,
        ["detail"] = evidence.Detail,
        ["elapsed"] = evidence.Elapsed.Ticks,
    };

    private static Evidence ToEvidence(BsonValue value) => new(
        BsonFields.ToEnum<EvidenceKind>(value["kind"]), BsonFields.ToEnum<Finding>(value["finding"]), value["message"].AsString)
    {
        Detail = value["detail"].AsString,
        Elapsed = BsonFields.ToSpan(value["elapsed"]),
    };
}
