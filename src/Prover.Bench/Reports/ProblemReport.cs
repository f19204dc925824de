using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Core.Verification;

namespace Prover.Bench.Reports;

/// <summary>One problem of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Split">The part of the data set; empty when the data set does not say.</param>
/// <param name="Source">Where it comes from, read off its name.</param>
/// <param name="Statement">The statement as given, without its header.</param>
/// <param name="Hash">Hex SHA-256 of header and statement.</param>
public sealed record ProblemReport(string Name, string Split, string Source, string Statement, string Hash)
{
    /// <summary>What was found of the statement; null while it has not been examined.</summary>
    public StatementStatus? Status { get; init; }

    /// <summary>Whether it is left out of results "without faulty statements".</summary>
    public bool IsFaulty { get; init; }

    /// <summary>Samples on record.</summary>
    public int Samples { get; init; }

    /// <summary>Those that proved.</summary>
    public int Proved { get; init; }

    /// <summary>Those that refuted.</summary>
    public int Refuted { get; init; }

    /// <summary>Those that gave up.</summary>
    public int NotProved { get; init; }

    /// <summary>Those that timed out.</summary>
    public int TimedOut { get; init; }

    /// <summary>Those on which the machinery failed.</summary>
    public int Failed { get; init; }

    /// <summary>Whether a sample proved it.</summary>
    public bool IsSolved => Proved > 0;

    /// <summary>The proof of the lowest-numbered sample that proved it; null when none did.</summary>
    public FirstProof? FirstProof { get; init; }

    /// <summary>Wall-clock seconds of all its samples, one after the other.</summary>
    public double Seconds { get; init; }

    /// <summary>Gathers one problem's report.</summary>
    internal static ProblemReport Of(BenchProblem problem, CheckedStatement? check, IReadOnlyList<SampleRecord> samples)
    {
        int Count(SampleOutcome outcome) => samples.Count(s => s.Attempt.Outcome == outcome);
        var first = samples.Where(s => s.Attempt.Outcome == SampleOutcome.Proved).MinBy(s => s.Sample);
        return new ProblemReport(problem.Name, problem.Split, problem.Source, problem.Statement, problem.Hash)
        {
            Status = check?.Status,
            IsFaulty = check is { IsFaulty: true },
            Samples = samples.Count,
            Proved = Count(SampleOutcome.Proved),
            Refuted = Count(SampleOutcome.Refuted),
            NotProved = Count(SampleOutcome.NotProved),
            TimedOut = Count(SampleOutcome.TimedOut),
            Failed = Count(SampleOutcome.Infrastructure),
            Seconds = samples.Sum(s => s.Attempt.Seconds),
            FirstProof = first is { Attempt: var a }
                ? new FirstProof(first.Sample, first.Seed, a.Seconds, a.Proof ?? string.Empty) { Grade = a.Grade, Origin = a.Origin, Axioms = a.Axioms }
                : null,
        };
    }
}

/// <summary>The proof of the lowest-numbered sample that proved a problem.</summary>
/// <param name="Sample">The sample's number, from 0.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Seconds">Wall-clock seconds of the sample.</param>
/// <param name="Text">The whole Lean text that was verified.</param>
public sealed record FirstProof(int Sample, int Seed, double Seconds, string Text)
{
    /// <summary>How far it was checked.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Who proposed it.</summary>
    public string? Origin { get; init; }

    /// <summary>Its axioms.</summary>
    public IReadOnlyList<string> Axioms { get; init; } = [];
}
