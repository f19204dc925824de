using System.Diagnostics;
using Prover.Lean.Olean;
using Prover.Lean.Terms;

namespace Prover.AuditBenchmark;

/// <summary>Real files with random damages, read whole: each must give an error with an offset, or the values that stand there.</summary>
internal static class DamagedFiles
{
    private const int MaxFileBytes = 60_000;

    public static int Run(string library, int count)
    {
        var random = new Random(20_261_124);
        var files = Directory.EnumerateFiles(library, "*.olean", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => new FileInfo(f).Length <= MaxFileBytes).Select(File.ReadAllBytes).ToList();
        var (errors, same, other) = (0, 0, 0);
        var slowest = TimeSpan.Zero;
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var file = files[random.Next(files.Count)];
            var damaged = Damage(file, random);
            var table = new TermTable();
            var before = Read(file, table);
            var watch = Stopwatch.GetTimestamp();
            try
            {
                var after = Read(damaged, table);
                var isSame = before.Count == after.Count && before.Zip(after).All(p => p.First.Name.Equals(p.Second.Name)
                    && ReferenceEquals(p.First.Type, p.Second.Type) && p.First.Values.SequenceEqual(p.Second.Values));
                (same, other) = isSame ? (same + 1, other) : (same, other + 1);
            }
            catch (OleanFormatException)
            {
                errors++;
            }

            var elapsed = Stopwatch.GetElapsedTime(watch);
            slowest = elapsed > slowest ? elapsed : slowest;
        }

        Console.WriteLine($"{count:N0} damages of {files.Count} files: {errors:N0} errors with offset, {same:N0} read as before (damage beside names and terms), "
            + $"{other:N0} read otherwise (what is well-formed there now), 0 crashes");
        Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s in all, slowest {slowest.TotalMilliseconds:N0} ms");
        return 0;
    }

    private static List<ConstantInfo> Read(byte[] file, TermTable table)
    {
        using var module = OleanModule.Read(file, "damaged", table);
        return [.. Enumerable.Range(0, module.ConstantNames.Count).Select(module.Constant)];
    }

    /// <summary>A bit, a byte, a pointer, a cut, a piece copied elsewhere, or noise.</summary>
    private static byte[] Damage(byte[] file, Random random)
    {
        var copy = file.ToArray();
        switch (random.Next(6))
        {
            case 0:
                copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                copy[random.Next(copy.Length)] = (byte)random.Next(256);
                break;
            case 2:
                // Some word becomes a pointer to somewhere else.
                var at = random.Next(copy.Length / 4) * 4;
                BitConverter.TryWriteBytes(copy.AsSpan(at), BitConverter.ToUInt32(copy, 80) + (uint)(random.Next(copy.Length / 4) * 4));
                break;
            case 3:
                return copy[..random.Next(copy.Length)];
            case 4:
                var length = random.Next(1, Math.Min(200, copy.Length / 2));
                copy.AsSpan(random.Next(copy.Length - length), length).CopyTo(copy.AsSpan(random.Next(copy.Length - length)));
                break;
            default:
                random.NextBytes(copy.AsSpan(random.Next(copy.Length - 8), 8));
                break;
        }

        return copy;
    }
}
