using System.Diagnostics;
using System.Globalization;

namespace Prover.Lean.StandIn;

/// <summary>Processes that do one thing, mostly a bad one.</summary>
internal static class Behaviours
{
    public static int Play(string behaviour, string[] args) => behaviour switch
    {
        "echo" => Echo(),
        "hang" => Requests.Hang(),
        "exit" => Exit(Number(args[0])),
        "crash" => Crash(),
        "flood" => Flood(Number(args[0])),
        "endless" => Endless(),
        "eat" => Eat(),
        "unasked" => Unasked(),
        "orphan" => Orphan(),
        _ => throw new ArgumentException($"Can't play '{behaviour}'."),
    };

    private static int Echo()
    {
        while (Requests.Next() is { } request)
        {
            Requests.Answer($"{{\n  \"length\": {request.Length},\n  \"request\": {request}\n}}");
        }

        return 0;
    }

    private static int Exit(int code)
    {
        Console.Error.WriteLine("no such project");
        return code;
    }

    private static int Crash()
    {
        Requests.Next();
        Console.Out.Write("{\"env\": 0,\n \"messages\": [");
        Console.Out.Flush();
        Console.Error.WriteLine("PANIC at Lean.Expr.bindingBody!");
        return 1;
    }

    private static int Flood(int megabytes)
    {
        var chunk = new string('x', 1 << 20);
        while (Requests.Next() is not null)
        {
            for (var i = 0; i < megabytes; i++)
            {
                Console.Error.Write(chunk);
            }

            Console.Error.Write("the end");
            Requests.Answer("{}");
        }

        return 0;
    }

    private static int Endless()
    {
        Requests.Next();
        var chunk = new string('x', 1 << 16);
        while (true)
        {
            Console.Out.Write(chunk);
        }
    }

    private static int Eat()
    {
        Requests.Next();
        var eaten = new List<byte[]>();
        for (var i = 0; i < 100; i++)
        {
            var bite = GC.AllocateUninitializedArray<byte>(10 << 20);
            bite.AsSpan().Fill(1);
            eaten.Add(bite);
        }

        GC.KeepAlive(eaten);
        return Requests.Hang();
    }

    private static int Unasked()
    {
        Requests.Next();
        Requests.Answer("{\"env\": 0}\n\n{\"env\": 1}");
        return Requests.Hang();
    }

    // The child inherits our pipes; at the second request we die and leave it behind.
    private static int Orphan()
    {
        Requests.Next();
        var child = Process.Start(new ProcessStartInfo("sh", ["-c", "trap '' HUP TERM; while true; do sleep 600; done"]))!;
        Requests.Answer($"{{\"child\": {child.Id}}}");
        Requests.Next();
        Environment.Exit(3);
        return 3;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
