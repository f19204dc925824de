using LiteDB;
using Prover.Core.Auditing;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>What an audit found, inside the document of a verdict or a proof.</summary>
internal static class AuditFields
{
    public static BsonValue From(AuditReport? report) => report is null
        ? BsonValue.Null
        : new BsonDocument
        {
            ["grade"] = BsonFields.From(report.Grade),
            ["theorem"] = report.Theorem,
            ["statement"] = report.Statement,
            ["axioms"] = BsonFields.From(report.Axioms),
            ["imports"] = BsonFields.From(report.Imports),
            ["constants"] = BsonFields.From(report.Constants),
            ["definitions"] = BsonFields.From(report.Definitions),
            ["compiled"] = report.CompiledSha256,
            ["kernels"] = BsonFields.From(report.Kernels),
            ["auditTime"] = report.AuditTime.Ticks,
            ["replayTime"] = report.ReplayTime.Ticks,
        };

    public static AuditReport? ToReport(BsonValue value) => value.IsNull
        ? null
        : new AuditReport
        {
            Grade = BsonFields.ToEnum<Grade>(value["grade"]),
            Theorem = value["theorem"].AsString,
            Statement = value["statement"].AsString,
            Axioms = BsonFields.ToTexts(value["axioms"]),
            Imports = BsonFields.ToTexts(value["imports"]),
            Constants = BsonFields.ToTexts(value["constants"]),
            Definitions = BsonFields.ToTexts(value["definitions"]),
            CompiledSha256 = value["compiled"].AsString,
            Kernels = BsonFields.ToTexts(value["kernels"]),
            AuditTime = BsonFields.ToSpan(value["auditTime"]),
            ReplayTime = BsonFields.ToSpan(value["replayTime"]),
        };
}
