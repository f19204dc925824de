using System.Diagnostics;
using Prover.Lean.Olean;
using Prover.Lean.Terms;

namespace Prover.AuditBenchmark;

/// <summary>Decodes every constant of every file of the embedded Lean's library.</summary>
internal static class LibraryReading
{
    public static void Run(string library)
    {
        var clock = Stopwatch.StartNew();
        var kinds = new SortedDictionary<string, long>(StringComparer.Ordinal);
        long files = 0, bytes = 0, terms = 0;
        foreach (var path in Directory.EnumerateFiles(library, "*.olean", SearchOption.AllDirectories))
        {
            var table = new TermTable();
            using var module = OleanModule.Open([path], table);
            for (var i = 0; i < module.ConstantNames.Count; i++)
            {
                var kind = module.Constant(i).Kind;
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }

            files++;
            bytes += new FileInfo(path).Length;
            terms += table.Count;
        }

        Console.WriteLine($"{files:N0} files, {bytes / 1e6:N0} MB, {kinds.Values.Sum():N0} constants, {terms:N0} distinct terms (each file by itself)");
        Console.WriteLine(string.Join(", ", kinds.Select(k => $"{k.Value:N0} {k.Key}")));
        Console.WriteLine($"{clock.Elapsed.TotalSeconds:N1} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB resident   aim: 20 s, 1,000 MB");
    }
}
