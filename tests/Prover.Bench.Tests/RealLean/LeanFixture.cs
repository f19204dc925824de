using Prover.Tests.RealLean;

[assembly: AssemblyFixture(typeof(Prover.Bench.Tests.RealLean.LeanFixture))]

namespace Prover.Bench.Tests.RealLean;

/// <summary>Real Lean for this assembly.</summary>
public sealed class LeanFixture : ComposedLean;
