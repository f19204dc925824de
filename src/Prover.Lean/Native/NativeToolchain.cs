using Prover.Core.Lean;
using Prover.Lean.Library;
using Prover.Lean.Processes;

namespace Prover.Lean.Native;

/// <summary>A user's own Lean, usually with Mathlib: the community REPL inside a Lake project.</summary>
/// <remarks>Not a sandbox: a text can run programs with the rights of this process while it is elaborated. Where texts come from
/// others, run the whole service in a container or under another user.</remarks>
public sealed class NativeToolchain : ILeanToolchain, ILibrarySource, IDisposable
{
    private readonly NativeToolchainOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private PreparedLean? _prepared;

    /// <summary>Nothing is touched before <see cref="PrepareAsync"/>.</summary>
    public NativeToolchain(NativeToolchainOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new NativeToolchainOptions();
        _options.Validate();
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc />
    public async Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default) =>
        (await PrepareLeanAsync(progress, cancellationToken).ConfigureAwait(false)).Identity;

    /// <inheritdoc />
    public async Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(imports);
        var lean = await PrepareLeanAsync(null, cancellationToken).ConfigureAwait(false);
        return await NativeSession.StartAsync(lean, imports, _options, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<LeanLibrary> GetLibraryAsync(CancellationToken cancellationToken = default) =>
        throw new ToolchainException("A native Lean's library can't be audited yet.");

    /// <inheritdoc />
    public void Dispose() => _preparing.Dispose();

    private async Task<PreparedLean> PrepareLeanAsync(IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _prepared ??= await FindAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _preparing.Release();
        }
    }

    private async Task<PreparedLean> FindAsync(IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ToolchainProgress("Looking for a native Lean", 0));
        var found = NativeDiscovery.Look(_options);
        if (found is not { Project.Path: { } project, Lake.Path: { } lake, Repl.Path: { } repl })
        {
            var missing = found.Parts.Where(p => p.Path is null);
            throw new ToolchainException($"There is no complete native Lean. {string.Join(' ', missing)}");
        }

        progress?.Report(new ToolchainProgress("Asking Lean for its version", 0.5));
        var version = await AskVersionAsync(project, lake, cancellationToken).ConfigureAwait(false);
        var identity = await NativeIdentity.ReadAsync(version, project, repl, cancellationToken).ConfigureAwait(false);
        progress?.Report(new ToolchainProgress($"{identity} is ready", 1));
        return new PreparedLean(identity, project, lake, repl);
    }

    private async Task<string> AskVersionAsync(string project, string lake, CancellationToken cancellationToken)
    {
        // elan may download a toolchain at this moment, so the time limit is that of a start.
        using var timer = new CancellationTokenSource(_options.StartTimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var command = new LeanProcessOptions { Command = lake, Arguments = ["env", "lean", "--version"], WorkingDirectory = project };
        try
        {
            return await BoundedCommand.RunAsync(command, _time, both.Token).ConfigureAwait(false);
        }
        catch (LeanSessionException e)
        {
            throw new ToolchainException($"'lake env lean --version' failed in {project}. {e.Message} Does 'lake build' work there?", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolchainException($"'lake env lean --version' gave no answer in {_options.StartTimeLimit.TotalSeconds} s in {project}.", e);
        }
    }
}

/// <summary>A native Lean that answered.</summary>
internal sealed record PreparedLean(ToolchainIdentity Identity, string Project, string Lake, string Repl);
