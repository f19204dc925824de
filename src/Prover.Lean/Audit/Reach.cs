using Prover.Core.Auditing;
using Prover.Core.Verification;
using Prover.Lean.Library;
using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Everything that a theorem rests on, through types and values, opaque ones too, and on into the library.</summary>
/// <remarks>Breadth first, so that the chain that explains a refusal is a shortest one.</remarks>
internal sealed class Reach
{
    // The kernel evaluates these by running compiled code: whatever uses them rests on the compiler, declared or not.
    private static readonly HashSet<string> CompilerEvaluated = ["Lean.reduceBool", "Lean.reduceNat"];

    // Longer ones explain nothing any more.
    private const int MaxChain = 40;

    private readonly CompiledText _text;
    // By identity: a constant of a file is read once, and records would compare by content.
    private readonly Dictionary<object, object?> _from = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _open = new();
    private readonly SortedSet<string> _axioms = new(StringComparer.Ordinal);

    private Reach(CompiledText text) => _text = text;

    /// <summary>The axioms that a theorem rests on, sorted.</summary>
    /// <exception cref="AuditException">It reaches what it may not.</exception>
    /// <exception cref="LibraryException">The library itself is damaged.</exception>
    public static IReadOnlyList<string> AxiomsOf(CompiledText text, ConstantInfo theorem, CancellationToken cancellationToken)
    {
        var reach = new Reach(text);
        reach.Visit(theorem, null);
        while (reach._open.TryDequeue(out var at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (at is ConstantInfo own)
            {
                reach.Own(own);
            }
            else
            {
                reach.OfLibrary((LibraryConstant)at);
            }
        }

        return [.. reach._axioms];
    }

    private void Own(ConstantInfo constant)
    {
        if (constant.IsUnsafe)
        {
            throw Refuse(RefusalRule.Unsafe, constant, constant is DefinitionInfo { Safety: DefinitionSafety.Partial } ? "is partial" : "is unsafe");
        }

        if (constant is AxiomInfo)
        {
            throw Refuse(RefusalRule.Axiom, constant, "is an axiom that the text declares");
        }

        foreach (var name in constant.Mentioned())
        {
            if (_text.Own(name) is { } own)
            {
                Visit(own, constant);
            }
            else if (_text.Library.Find(name) is { } library)
            {
                Visit(library, constant);
            }
            else
            {
                throw Refuse(RefusalRule.Missing, constant, $"uses '{name}', which is nowhere declared");
            }
        }
    }

    private void OfLibrary(LibraryConstant constant)
    {
        // A stub does not say that what it stands for is partial; its name does.
        if (constant.Info.IsUnsafe || constant.Name.Text == "_unsafe_rec")
        {
            throw Refuse(RefusalRule.Unsafe, constant, "is unsafe");
        }

        var name = constant.Name.ToString();
        if (CompilerEvaluated.Contains(name))
        {
            throw Refuse(RefusalRule.Axiom, constant, "has the compiler evaluate what the kernel should (axiom Lean.trustCompiler)");
        }

        if (constant.IsAxiom)
        {
            _axioms.Add(name);
            if (!AllowedAxioms.Standard.Contains(name))
            {
                throw Refuse(RefusalRule.Axiom, constant, $"is an axiom that is not allowed (allowed are {string.Join(", ", AllowedAxioms.Standard)})");
            }
        }

        foreach (var used in _text.Library.UsesOf(constant))
        {
            Visit(used, constant);
        }
    }

    private void Visit(object constant, object? from)
    {
        if (_from.TryAdd(constant, from))
        {
            _open.Enqueue(constant);
        }
    }

    private AuditException Refuse(RefusalRule rule, object constant, string how)
    {
        var chain = new List<string>();
        for (object? at = constant; at is not null; at = _from[at])
        {
            chain.Add(NameOf(at));
        }

        chain.Reverse();
        if (chain.Count > MaxChain)
        {
            chain.RemoveRange(MaxChain / 2, chain.Count - MaxChain);
            chain[MaxChain / 2] = "…";
        }

        return new AuditException(new Refusal(rule, $"{InWords(chain)}: '{chain[^1]}' {how}.") { Constant = chain[^1], Chain = chain });
    }

    /// <summary>"'t' uses 'helper', which uses 'sorryAx'"</summary>
    private static string InWords(List<string> chain) => chain.Count == 1
        ? $"'{chain[0]}' itself"
        : $"'{chain[0]}' uses {string.Join(", which uses ", chain.Skip(1).Select(name => $"'{name}'"))}";

    private static string NameOf(object constant) => (constant is ConstantInfo own ? own.Name.User() : ((LibraryConstant)constant).Name).ToString();
}
