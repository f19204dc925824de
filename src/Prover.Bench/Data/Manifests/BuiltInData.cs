namespace Prover.Bench.Data.Manifests;

/// <summary>The data that this program knows: the manifest of miniF2F, and a sample of its own. Not one problem of miniF2F is part of it.</summary>
public static class BuiltInData
{
    /// <summary>The name that means the sample.</summary>
    public const string SampleName = "sample";

    private static readonly Lazy<DataSetManifest> Manifest = new(() => ManifestJson.Read("The built-in manifest", Resource("manifest.json")));

    /// <summary>miniF2F in the version of DeepSeek-Prover-V1.5.</summary>
    public static DataSetManifest MiniF2F => Manifest.Value;

    /// <summary>The sample as a file's bytes.</summary>
    internal static byte[] Sample => Resource("sample.jsonl");

    /// <summary>Whether a split is one of miniF2F's, byte for byte.</summary>
    internal static bool IsMiniF2F(string split, SplitContent content) =>
        MiniF2F.Splits.TryGetValue(split, out var known) && known.Sha256 is not null && known == content;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(BuiltInData).Assembly.GetManifestResourceStream($"Prover.Bench.Data.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
