using LiteDB;
using Prover.Core.Auditing;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A refusal inside a verdict's document.</summary>
internal static class RefusalFields
{
    public static BsonValue From(Refusal? refusal) => refusal is null
        ? BsonValue.Null
        : new BsonDocument
        {
            ["rule"] = BsonFields.From(refusal.Rule),
            ["message"] = refusal.Message,
            ["constant"] = BsonFields.From(refusal.Constant),
            ["chain"] = BsonFields.From(refusal.Chain),
            ["expected"] = BsonFields.From(refusal.Expected),
            ["found"] = BsonFields.From(refusal.Found),
        };

    public static Refusal? ToRefusal(BsonValue value) => value.IsNull
        ? null
        : new Refusal(ToRule(value["rule"].AsString), value["message"].AsString)
        {
            Constant = BsonFields.ToText(value["constant"]),
            Chain = BsonFields.ToTexts(value["chain"]),
            Expected = BsonFields.ToText(value["expected"]),
            Found = BsonFields.ToText(value["found"]),
        };

    // A newer version may know more rules; its verdict stands all the same.
    private static RefusalRule ToRule(string name) =>
        Enum.TryParse<RefusalRule>(name, out var rule) && Enum.IsDefined(rule) ? rule : RefusalRule.Other;
}
