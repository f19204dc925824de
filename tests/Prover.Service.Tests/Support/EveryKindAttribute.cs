using System.Reflection;
using Prover.Core.Verification;
using Xunit.Sdk;
using Xunit.v3;

namespace Prover.Service.Tests.Support;

/// <summary>Runs a theory once for every kind of verdict there is, also those added later.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryKindAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<VerdictKind>().Select(k => new TheoryDataRow<VerdictKind>(k))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
