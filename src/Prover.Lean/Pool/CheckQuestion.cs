using System.Text.RegularExpressions;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;

namespace Prover.Lean.Pool;

/// <summary>A request as a worker runs it: the text split into what is kept warm and the rest.</summary>
internal sealed partial record CheckQuestion
{
    public CheckQuestion(CheckRequest request, TimeSpan defaultLimit)
    {
        Request = request;
        Header = LeanHeader.Split(request.Text);
        TimeLimit = request.TimeLimit ?? defaultLimit;
        CanSplit = !ImportInBody().IsMatch(Header.Body);
        HeaderText = request.MaxHeartbeats is { } heartbeats
            ? $"{Header.Text.TrimEnd()}\nset_option maxHeartbeats {heartbeats}\n"
            : Header.Text;
    }

    public CheckRequest Request { get; }

    public TheoremQuestion AboutTheorem => new(Request.TheoremName, Request.Text, Request.AskKernelAgain);

    public LeanHeader Header { get; }

    /// <summary>The key of the warm environment: header and options.</summary>
    public string HeaderText { get; }

    public TimeSpan TimeLimit { get; }

    /// <summary>False when the body still seems to hold imports: then Lean gets the text as it is, in one piece.</summary>
    public bool CanSplit { get; }

    [GeneratedRegex(@"^\s*(import|module|prelude|public\s+import|meta\s+import)\b", RegexOptions.Multiline)]
    private static partial Regex ImportInBody();
}
