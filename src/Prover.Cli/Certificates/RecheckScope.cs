using Prover.Core.Auditing;
using Prover.Core.Certificates;

namespace Prover.Cli.Certificates;

/// <summary>Says in words what a recheck has looked at, and what it has not.</summary>
/// <param name="Checked">What holds.</param>
/// <param name="NotChecked">What stays a claim.</param>
internal sealed record RecheckScope(IReadOnlyList<string> Checked, IReadOnlyList<string> NotChecked)
{
    public static RecheckScope Of(RecheckRequest request, AuditReport found)
    {
        List<string> seen =
        [
            "the compiled file is the certificate's, by its hash",
            $"every rule of the audit, and every constant that it adds by {string.Join("; ", found.Kernels)}",
            "theorem, printed statement, axioms, imports, constants, definitions, grade and Lean's version are those of the certificate",
        ];
        List<string> open = ["that the proof text in the certificate compiles to this file; the text was not run", "times, date and origin"];
        switch (request.Statement, request.Certificate.Statement.Asked)
        {
            case (not null, var asked):
                seen.Add("it states what your statement says");
                if (asked is not null)
                {
                    open.Add("the statement text in the certificate; yours stood in its place");
                }

                break;
            case (_, not null):
                seen.Add("it states what the certificate's statement text compiles to");
                open.Add("that the certificate's statement is what you would ask: read the printed one above, or give your own with --statement");
                break;
            default:
                open.Add("any statement, since none was asked for: read the printed one above, or give your own with --statement");
                break;
        }

        return new RecheckScope(seen, open);
    }
}
