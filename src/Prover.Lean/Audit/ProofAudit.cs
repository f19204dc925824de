using Prover.Core.Auditing;
using Prover.Lean.Library;
using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Reads a compiled proof as data and holds it against the rules; see <see cref="Refusal"/> for what each says.</summary>
internal static class ProofAudit
{
    /// <summary>What an audit that found no fault leaves behind: the proof, ready to be replayed.</summary>
    /// <param name="Table">Where its terms were made.</param>
    /// <param name="Text">The decoded submission.</param>
    /// <param name="Theorem">Its theorem.</param>
    /// <param name="Axioms">What it rests on.</param>
    /// <param name="Definitions">Own constants that the statement rests on.</param>
    public sealed record Result(TermTable Table, CompiledText Text, ConstantInfo Theorem, IReadOnlyList<string> Axioms, IReadOnlyList<string> Definitions);

    /// <exception cref="AuditException">A rule is broken.</exception>
    /// <exception cref="LibraryException">The library itself is damaged.</exception>
    /// <exception cref="InvalidDataException">The trusted statement's own file is no good: a matter of our machinery.</exception>
    public static Result Run(AuditRequest request, LeanLibrary library, CancellationToken cancellationToken)
    {
        var table = new TermTable();
        var trusted = request.Statement is { } statement ? ReadTrusted(statement, request.Theorem, library, table, cancellationToken) : default;
        var submitted = CompiledText.Read(request.Submission, "the submission", library, table, cancellationToken);
        var theorem = submitted.Known(request.Theorem)
            ?? throw new AuditException(new Refusal(RefusalRule.Missing, $"The compiled file declares no '{request.Theorem}'.") { Constant = request.Theorem });
        if (theorem is not TheoremInfo)
        {
            throw new AuditException(new Refusal(RefusalRule.Kind, $"'{request.Theorem}' is no theorem but of kind {theorem.Kind}.") { Constant = request.Theorem });
        }

        var definitions = trusted is var (text, expected)
            ? StatementComparison.Compare(text, expected, submitted, theorem, cancellationToken)
            : OwnDefinitions(submitted, theorem);
        InductiveRules.Demand(submitted, table, cancellationToken);
        return new Result(table, submitted, theorem, Reach.AxiomsOf(submitted, theorem, cancellationToken), definitions);
    }

    private static (CompiledText Text, ConstantInfo Theorem)? ReadTrusted(
        CompiledModule compiled, string name, LeanLibrary library, TermTable table, CancellationToken cancellationToken)
    {
        try
        {
            var text = CompiledText.Read(compiled, "the statement", library, table, cancellationToken);
            return text.Known(name) is TheoremInfo theorem
                ? (text, theorem)
                : throw new InvalidDataException($"The compiled statement holds no theorem '{name}'.");
        }
        catch (AuditException e)
        {
            throw new InvalidDataException($"The trusted statement's compiled file can't be used: {e.Message}", e);
        }
    }

    /// <summary>Without a trusted statement the text says itself what it states, its own definitions included: at least they are named.</summary>
    private static List<string> OwnDefinitions(CompiledText text, ConstantInfo theorem)
    {
        var found = new HashSet<Name>();
        Mentions.Collect([theorem.Type], found);
        var seen = new HashSet<Name>();
        var open = new Queue<Name>(found);
        while (open.TryDequeue(out var name))
        {
            if (text.Own(name) is { } own && seen.Add(name))
            {
                foreach (var next in own.Mentioned())
                {
                    open.Enqueue(next);
                }
            }
        }

        return [.. seen.Select(n => n.User().ToString()).Order(StringComparer.Ordinal)];
    }
}
