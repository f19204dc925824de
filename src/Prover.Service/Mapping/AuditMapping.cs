using Google.Protobuf.WellKnownTypes;
using Prover.Core.Auditing;
using Prover.Core.Verification;

namespace Prover.Service.Mapping;

/// <summary>What audits found and refusals said, to the wire and back.</summary>
internal static class AuditMapping
{
    public static V1.Audit ToWire(this AuditReport report)
    {
        var wire = new V1.Audit
        {
            Grade = ((Grade?)report.Grade).ToWire(),
            Theorem = report.Theorem,
            Statement = report.Statement,
            CompiledSha256 = report.CompiledSha256,
            AuditTime = Duration.FromTimeSpan(report.AuditTime),
            ReplayTime = Duration.FromTimeSpan(report.ReplayTime),
        };
        wire.Axioms.AddRange(report.Axioms);
        wire.Imports.AddRange(report.Imports);
        wire.Constants.AddRange(report.Constants);
        wire.Definitions.AddRange(report.Definitions);
        wire.Kernels.AddRange(report.Kernels);
        return wire;
    }

    // A grade that is not known counts as the weakest.
    public static AuditReport ToDomain(this V1.Audit wire) => new()
    {
        Grade = wire.Grade.ToDomain() ?? Grade.Compiled,
        Theorem = wire.Theorem,
        Statement = wire.Statement,
        Axioms = [.. wire.Axioms],
        Imports = [.. wire.Imports],
        Constants = [.. wire.Constants],
        Definitions = [.. wire.Definitions],
        CompiledSha256 = wire.CompiledSha256,
        Kernels = [.. wire.Kernels],
        AuditTime = wire.AuditTime?.ToTimeSpan() ?? TimeSpan.Zero,
        ReplayTime = wire.ReplayTime?.ToTimeSpan() ?? TimeSpan.Zero,
    };

    public static V1.Refusal ToWire(this Refusal refusal)
    {
        var wire = new V1.Refusal
        {
            Rule = refusal.Rule.ToWire(),
            Message = refusal.Message,
            Constant = refusal.Constant ?? "",
            Expected = refusal.Expected ?? "",
            Found = refusal.Found ?? "",
        };
        wire.Chain.AddRange(refusal.Chain);
        return wire;
    }

    public static Refusal ToDomain(this V1.Refusal wire) => new(wire.Rule.ToDomain(), wire.Message)
    {
        Constant = wire.Constant.OrNull(),
        Chain = [.. wire.Chain],
        Expected = wire.Expected.OrNull(),
        Found = wire.Found.OrNull(),
    };

    private static V1.RefusalRule ToWire(this RefusalRule rule) => rule switch
    {
        RefusalRule.Error => V1.RefusalRule.Error,
        RefusalRule.Sorry => V1.RefusalRule.Sorry,
        RefusalRule.Missing => V1.RefusalRule.Missing,
        RefusalRule.Kind => V1.RefusalRule.Kind,
        RefusalRule.Name => V1.RefusalRule.Name,
        RefusalRule.Universes => V1.RefusalRule.Universes,
        RefusalRule.Statement => V1.RefusalRule.Statement,
        RefusalRule.Definition => V1.RefusalRule.Definition,
        RefusalRule.File => V1.RefusalRule.File,
        RefusalRule.Import => V1.RefusalRule.Import,
        RefusalRule.Redeclared => V1.RefusalRule.Redeclared,
        RefusalRule.Unsafe => V1.RefusalRule.Unsafe,
        RefusalRule.Axiom => V1.RefusalRule.Axiom,
        RefusalRule.Kernel => V1.RefusalRule.Kernel,
        RefusalRule.Inductive => V1.RefusalRule.Inductive,
        _ => V1.RefusalRule.Unspecified,
    };

    // A newer server may know more rules: its message tells them.
    private static RefusalRule ToDomain(this V1.RefusalRule wire) => wire switch
    {
        V1.RefusalRule.Error => RefusalRule.Error,
        V1.RefusalRule.Sorry => RefusalRule.Sorry,
        V1.RefusalRule.Missing => RefusalRule.Missing,
        V1.RefusalRule.Kind => RefusalRule.Kind,
        V1.RefusalRule.Name => RefusalRule.Name,
        V1.RefusalRule.Universes => RefusalRule.Universes,
        V1.RefusalRule.Statement => RefusalRule.Statement,
        V1.RefusalRule.Definition => RefusalRule.Definition,
        V1.RefusalRule.File => RefusalRule.File,
        V1.RefusalRule.Import => RefusalRule.Import,
        V1.RefusalRule.Redeclared => RefusalRule.Redeclared,
        V1.RefusalRule.Unsafe => RefusalRule.Unsafe,
        V1.RefusalRule.Axiom => RefusalRule.Axiom,
        V1.RefusalRule.Kernel => RefusalRule.Kernel,
        V1.RefusalRule.Inductive => RefusalRule.Inductive,
        _ => RefusalRule.Other,
    };
}
