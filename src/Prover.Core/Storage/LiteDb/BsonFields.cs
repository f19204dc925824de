using System.Globalization;
using LiteDB;
using Prover.Core.Lean;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Values as the store writes them: times as ticks (LiteDB cuts its own dates to milliseconds), enums by name.</summary>
internal static class BsonFields
{
    public static BsonValue From(string? text) => text is null ? BsonValue.Null : new BsonValue(text);

    public static BsonValue From(DateTimeOffset time) => new(time.UtcTicks);

    public static BsonValue From<T>(T value)
        where T : struct, Enum => new(value.ToString());

    public static BsonValue From(IEnumerable<string> texts) => new BsonArray(texts.Select(text => new BsonValue(text)));

    public static BsonValue From(ToolchainIdentity? toolchain) => toolchain is null
        ? BsonValue.Null
        : new BsonDocument
        {
            ["kind"] = toolchain.Kind,
            ["lean"] = toolchain.LeanVersion,
            ["hash"] = toolchain.Hash,
            ["mathlib"] = toolchain.HasMathlib,
        };

    public static string? ToText(BsonValue value) => value.IsNull ? null : value.AsString;

    public static DateTimeOffset ToTime(BsonValue value) => new(value.AsInt64, TimeSpan.Zero);

    /// <summary>A span in ticks; zero where there is none.</summary>
    public static TimeSpan ToSpan(BsonValue value) => value.IsNull ? TimeSpan.Zero : TimeSpan.FromTicks(value.AsInt64);

    public static T ToEnum<T>(BsonValue value)
        where T : struct, Enum => Enum.Parse<T>(value.AsString);

    public static IReadOnlyList<string> ToTexts(BsonValue value) => [.. value.AsArray.Select(text => text.AsString)];

    public static ToolchainIdentity? ToToolchain(BsonValue value) => value.IsNull
        ? null
        : new ToolchainIdentity(value["kind"].AsString, value["lean"].AsString, value["hash"].AsString, value["mathlib"].AsBoolean);

    /// <summary>A key that sorts by time, then by id; ticks have 18 or 19 digits.</summary>
    public static string OrderKey(DateTimeOffset time, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcTicks:D19} {id}");
}
