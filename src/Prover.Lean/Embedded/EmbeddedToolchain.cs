using Prover.Core.Lean;
using Prover.Lean.Library;

namespace Prover.Lean.Embedded;

/// <summary>The Lean that Prover brings along: a WebAssembly build of Lean 4 from npm, run by a pinned Node; no Mathlib.</summary>
/// <remarks>It can reach no process, no network and no folder but its own library (read-only) and a private scratch folder.</remarks>
public sealed class EmbeddedToolchain : ILeanToolchain, ILibrarySource, IDisposable
{
    private readonly EmbeddedOptions _options;
    private readonly TimeProvider _time;
    private readonly EmbeddedInstaller _installer;
    private EmbeddedInstallation? _installation;
    private LeanLibrary? _library;

    /// <summary>Nothing is touched before <see cref="PrepareAsync"/>.</summary>
    public EmbeddedToolchain(EmbeddedOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new EmbeddedOptions();
        _time = time ?? TimeProvider.System;
        _installer = new EmbeddedInstaller(_options, _time);
    }

    /// <inheritdoc />
    public async Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var installation = await InstallAsync(progress, cancellationToken).ConfigureAwait(false);
        return new ToolchainIdentity("embedded", PinnedPackages.LeanVersion, installation.Hash, HasMathlib: false);
    }

    /// <summary>The installation, made first if need be.</summary>
    /// <exception cref="ToolchainException">It can't be made; the message names the remedy.</exception>
    public async Task<EmbeddedInstallation> InstallAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Callers at the same time wait for each other in the installer, as processes do.
        return _installation ??= await _installer.EnsureAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<LeanLibrary> GetLibraryAsync(CancellationToken cancellationToken = default)
    {
        var installation = await InstallAsync(null, cancellationToken).ConfigureAwait(false);
        var library = new LeanLibrary([Path.Combine(installation.Root, "lib")], EmbeddedAxioms.Names, EmbeddedAxioms.Doubtful);
        return Interlocked.CompareExchange(ref _library, library, null) ?? library;
    }

    /// <inheritdoc />
    public void Dispose() => _library?.Dispose();

    /// <summary>What is wrong with the installed files, judged by their content; null when nothing is.</summary>
    public Task<string?> FindDamageAsync(CancellationToken cancellationToken = default) =>
        InstallationManifest.FindDamageByContentAsync(_installer.Root, cancellationToken);

    /// <inheritdoc />
    public async Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(imports);
        if (OperatingSystem.IsWindows())
        {
            throw new ToolchainException(
                "The embedded Lean needs a POSIX shell and a stack of 1 GB, which Windows does not give. Run Prover under WSL, or configure a native Lean.");
        }

        var installation = await InstallAsync(null, cancellationToken).ConfigureAwait(false);
        return await EmbeddedSession.StartAsync(installation, LoadedAtStart(installation, imports), _options, _time, cancellationToken).ConfigureAwait(false);
    }

    // Modules that the library lacks are left for Lean to complain about, with a position in the text.
    private static IReadOnlyList<string> LoadedAtStart(EmbeddedInstallation installation, LeanImports imports)
    {
        var known = imports.Modules.All(m => File.Exists(Path.Combine(installation.Root, "lib", $"{m.Replace('.', '/')}.olean")));
        return imports.Modules.Count > 0 && known ? imports.Modules : ["Init"];
    }
}
