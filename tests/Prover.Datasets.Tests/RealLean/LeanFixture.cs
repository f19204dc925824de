using Prover.Tests.RealLean;

[assembly: AssemblyFixture(typeof(Prover.Datasets.Tests.RealLean.LeanFixture))]

namespace Prover.Datasets.Tests.RealLean;

/// <summary>Real Lean for this assembly.</summary>
public sealed class LeanFixture : ComposedLean;
