using CsCheck;
using Prover.Lean.Olean;
using Prover.Lean.Terms;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Olean;

/// <summary>Real files with random damages: an error with its place, or values that stand in the file. The benchmark does it 100,000 times.</summary>
public sealed class DamageTests(LeanFixture lean)
{
    private static readonly string[] Files = ["Init/Data/Nat/Dvd.olean", "Init/Classical.olean", "Std/Data/HashSet.olean", "Init/Data/Option/Coe.olean"];

    [Fact]
    public async Task A_damaged_file_is_an_error_or_says_what_stands_in_it()
    {
        var root = (await lean.Toolchain.InstallAsync(null, TestContext.Current.CancellationToken)).Root;
        var files = Files.Select(f => File.ReadAllBytes(Path.Combine(root, "lib", f))).ToArray();
        var damages = Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, int.MaxValue - 1], Gen.Byte[1, 255], Gen.Int[0, 2]);

        damages.Sample(
            damage =>
            {
                var (index, place, value, kind) = damage;
                var file = files[index].ToArray();
                var at = place % file.Length;
                file = kind switch
                {
                    0 => file[..at],
                    1 => [.. file[..at], (byte)(file[at] ^ value), .. file[(at + 1)..]],
                    _ => Redirected(file, at & ~3, place),
                };
                var table = new TermTable();
                var before = Read(files[index], table);
                try
                {
                    var after = Read(file, table);
                    Assert.Equal(before.Select(c => c.Name), after.Select(c => c.Name));

                    // Names and terms carry hashes; what does not is the pointer from a constant to its type: it may lead to another one.
                    var changed = before.Zip(after).Where(p => !ReferenceEquals(p.First.Type, p.Second.Type) || !p.First.Values.SequenceEqual(p.Second.Values)).ToList();
                    Assert.True(changed.Count <= 1, $"{changed.Count} constants changed.");
                    Assert.All(changed, pair => Assert.Equal(0, pair.Second.Type.LooseBoundVariables));
                }
                catch (OleanFormatException e)
                {
                    Assert.InRange(e.Offset, 0, files[index].Length);
                }
            },
            iter: 1_500,
            threads: 1);
    }

    private static byte[] Redirected(byte[] file, int at, int place)
    {
        BitConverter.TryWriteBytes(file.AsSpan(Math.Min(at, file.Length - 4)), BitConverter.ToUInt32(file, 80) + (uint)((place / 7 % file.Length) & ~3));
        return file;
    }

    private static List<ConstantInfo> Read(byte[] file, TermTable table)
    {
        using var module = OleanModule.Read(file, "damaged", table);
        return [.. Enumerable.Range(0, module.ConstantNames.Count).Select(module.Constant)];
    }
}
