namespace Prover.Lean.StandIn;

/// <summary>Reads requests as the REPL does: lines up to a blank one.</summary>
internal static class Requests
{
    /// <summary>The next request; null at the end of the input.</summary>
    public static string? Next()
    {
        var lines = new List<string>();
        while (Console.In.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                return string.Join('\n', lines);
            }
        }

        return null;
    }

    public static void Answer(string json)
    {
        Console.Out.Write($"{json}\n\n");
        Console.Out.Flush();
    }

    public static int Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
