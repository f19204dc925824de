using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Lean.Embedded;
using Prover.Service.Composition;

namespace Prover.Cli.Diagnosis;

/// <summary>Looks at the machine, the toolchains, the store, and lets Lean prove something.</summary>
internal static class Examination
{
    private const long ComfortableMemoryBytes = 4L << 30;

    public static async IAsyncEnumerable<Finding> RunAsync(
        ProverOptions options, IProgress<ToolchainProgress> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Machine();
        await using var services = new ServiceCollection().AddProver(options).BuildServiceProvider();
        yield return await EmbeddedAsync(options.Embedded, progress, cancellationToken).ConfigureAwait(false);
        yield return await NativeExamination.RunAsync(options.Native, cancellationToken).ConfigureAwait(false);
        yield return await IsolationExamination.NativeAsync(options.Native, cancellationToken).ConfigureAwait(false);
        yield return IsolationExamination.Embedded();
        yield return await LeanAsync(services, cancellationToken).ConfigureAwait(false);
        yield return await StoreAsync(options.StorePath, services, cancellationToken).ConfigureAwait(false);
        yield return Models(services);
    }

    private static Finding Models(ServiceProvider services)
    {
        try
        {
            var models = services.GetRequiredService<ILanguageModels>().All;
            return new Finding("models", FindingState.Ok, models.Count == 0
                ? "none is configured, and none is needed; 'prover models --help' says how"
                : $"{string.Join(", ", models.Select(m => m.Name))}; 'prover models test' asks them");
        }
        catch (ModelException e)
        {
            return new Finding("models", FindingState.Error, e.Message, "Mend or remove the file; what needs no model works with --no-models.");
        }
    }

    private static Finding Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var found = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors, "
            + $"{memory / 1e9:0.0} GB of memory, .NET {Environment.Version}";
        if (OperatingSystem.IsWindows())
        {
            return new Finding("machine", FindingState.Warning, found, "The embedded Lean does not run on Windows; use WSL or a native Lean.");
        }

        if (!OperatingSystem.IsLinux())
        {
            return new Finding("machine", FindingState.Warning, found, "Only Linux is supported fully: memory limits of Lean processes are not watched here.");
        }

        return memory < ComfortableMemoryBytes
            ? new Finding("machine", FindingState.Warning, found, "Each Lean process takes up to 2.5 GB; work with --workers 1.")
            : new Finding("machine", FindingState.Ok, found);
    }

    private static async Task<Finding> EmbeddedAsync(EmbeddedOptions options, IProgress<ToolchainProgress> progress, CancellationToken cancellationToken)
    {
        var lean = new EmbeddedToolchain(options);
        try
        {
            var installation = await lean.InstallAsync(progress, cancellationToken).ConfigureAwait(false);
            return await lean.FindDamageAsync(cancellationToken).ConfigureAwait(false) is { } damage
                ? new Finding("embedded Lean", FindingState.Error, $"{installation.Root}: {damage}", "Delete that folder; the next call installs it again.")
                : new Finding("embedded Lean", FindingState.Ok, $"{installation.Root}, every file as installed; identity {installation.Hash[..12]}");
        }
        catch (ToolchainException e)
        {
            return new Finding("embedded Lean", FindingState.Error, e.Message);
        }
    }

    private static async Task<Finding> LeanAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var began = time.GetTimestamp();
        try
        {
            await services.GetRequiredService<ILeanChecker>().WarmUpAsync(string.Empty, cancellationToken).ConfigureAwait(false);
            var start = time.GetElapsedTime(began);
            var verdict = await services.GetRequiredService<IVerifier>().VerifyAsync(
                new VerifyRequest { Text = "theorem two_add_two : 2 + 2 = 4 := by decide\n", UseStore = false }, cancellationToken).ConfigureAwait(false);
            var identity = await services.GetRequiredService<ILeanChecker>().GetIdentityAsync(cancellationToken).ConfigureAwait(false);
            return verdict.Kind == VerdictKind.Proved
                ? new Finding("proving", FindingState.Ok, $"{identity}: ready after {start.TotalSeconds:0.0} s, 2 + 2 = 4 proved in {verdict.Elapsed.TotalMilliseconds:0} ms")
                : new Finding("proving", FindingState.Error, $"2 + 2 = 4 ended as {verdict.Kind}: {verdict.Reason}", "Please report this.");
        }
        catch (ToolchainException e)
        {
            return new Finding("proving", FindingState.Error, e.Message);
        }
    }

    private static async Task<Finding> StoreAsync(string path, ServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var (problems, attempts, verdicts, proofs) = await services.GetRequiredService<IProofStore>().GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
            return new Finding("store", FindingState.Ok, $"{path}: {proofs} proofs, {verdicts} verdicts, {problems} problems, {attempts} attempts");
        }
        catch (StoreException e)
        {
            return new Finding("store", FindingState.Error, e.Message);
        }
    }
}
