namespace Prover.Lean.StandIn;

/// <summary>The <c>lean</c> of a toolchain: says its version and "compiles" a file by copying it, by making the attempts that stand in it, or to what
/// <see cref="Prepared"/> has for it. Given the program that replays declarations, it says what was prepared.</summary>
internal static class StandInLean
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["--version"]:
                Console.WriteLine("Lean (version 4.22.0, x86_64-unknown-linux-gnu, commit ba2cbbf09d4978f416e0ebd1fceeebc2c4138c05, Release)");
                return 0;
            case ["-o", var output, var input]:
                var text = File.ReadAllText(input);
                if (text.Contains("#hang", StringComparison.Ordinal))
                {
                    return Requests.Hang();
                }

                if (text.Contains("error", StringComparison.Ordinal))
                {
                    Console.WriteLine($"{input}:1:0: error: unexpected token");
                    return 1;
                }

                if (text.Contains("#link ", StringComparison.Ordinal))
                {
                    File.CreateSymbolicLink(output, text.Split("#link ", 2)[1]);
                    return 0;
                }

                if (Prepared.For(text) is { } bytes)
                {
                    File.WriteAllBytes(output, bytes);
                    return 0;
                }

                File.WriteAllText(output, $"olean\n{Attempts.Make(text) ?? text}");
                return 0;
            case ["--run", var program, var request]:
                return Prepared.Replay(program, request);
            default:
                Console.Error.WriteLine($"lean: unknown arguments {string.Join(' ', args)}");
                return 1;
        }
    }
}
