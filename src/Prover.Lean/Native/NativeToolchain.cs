using Prover.Core.Lean;
using Prover.Lean.Isolation;
using Prover.Lean.Library;
using Prover.Lean.Processes;

namespace Prover.Lean.Native;

/// <summary>A user's own Lean, usually with Mathlib: the community REPL inside a Lake project.</summary>
/// <remarks>A text can run programs while it is elaborated. They are kept in a sandbox; where there is none (see
/// <see cref="Protection"/>) sessions are refused unless <see cref="NativeToolchainOptions.AllowUnprotected"/>.</remarks>
public sealed class NativeToolchain : ILeanToolchain, ILibrarySource, IDisposable
{
    private readonly NativeToolchainOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private PreparedLean? _prepared;
    private LeanLibrary? _library;

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
        var protection = _options.Protection ?? await Protection.FindAsync(cancellationToken).ConfigureAwait(false);
        UntrustedText.Admit(protection, _options.AllowUnprotected);
        return await NativeSession.StartAsync(lean, imports, protection, _options, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<LeanLibrary> GetLibraryAsync(CancellationToken cancellationToken = default)
    {
        var lean = await PrepareLeanAsync(null, cancellationToken).ConfigureAwait(false);

        // Here every axiom is one: proofs that a compiled file leaves out are in the private part beside it.
        var library = new LeanLibrary(lean.LibraryFolders);
        return Interlocked.CompareExchange(ref _library, library, null) ?? library;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _preparing.Dispose();
        _library?.Dispose();
    }

    /// <summary>As <see cref="PrepareAsync"/>, with all that was found.</summary>
    internal async Task<PreparedLean> PrepareLeanAsync(IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
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

        // Both run what belongs to the user and no text of anybody else's. Lake is asked once: later it would have to be let at
        // its own files, and elan at the home folder, beside text that nobody vouches for.
        progress?.Report(new ToolchainProgress("Asking Lake where Lean is", 0.3));
        var environment = LakeEnvironment.Parse(await AskAsync(project, lake, ["env"], cancellationToken).ConfigureAwait(false), project);
        var lean = environment.FindLean();
        progress?.Report(new ToolchainProgress("Asking Lean for its version", 0.6));
        var version = await AskAsync(project, lean, ["--version"], cancellationToken).ConfigureAwait(false);
        var identity = await NativeIdentity.ReadAsync(version, project, repl, cancellationToken).ConfigureAwait(false);
        progress?.Report(new ToolchainProgress($"{identity} is ready", 1));
        return new PreparedLean(identity, RealPath.Of(project), lean, RealPath.Of(repl), environment);
    }

    private async Task<string> AskAsync(string project, string program, string[] arguments, CancellationToken cancellationToken)
    {
        // elan may download a toolchain at this moment, so the time limit is that of a start.
        using var timer = new CancellationTokenSource(_options.StartTimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var command = new LeanProcessOptions { Command = program, Arguments = arguments, WorkingDirectory = project, MaxStandardErrorBytes = 1 << 20 };
        var asked = $"'{Path.GetFileName(program)} {string.Join(' ', arguments)}'";
        try
        {
            return await BoundedCommand.RunAsync(command, _time, both.Token).ConfigureAwait(false);
        }
        catch (LeanSessionException e)
        {
            throw new ToolchainException($"{asked} failed in {project}. {e.Message} Does 'lake build' work there?", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolchainException($"{asked} gave no answer in {_options.StartTimeLimit.TotalSeconds} s in {project}.", e);
        }
    }
}
