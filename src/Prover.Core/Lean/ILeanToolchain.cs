namespace Prover.Core.Lean;

/// <summary>A Lean that can be asked: embedded or native.</summary>
/// <remarks>Thread-safe. Opening a session starts a process and can take seconds; a pool keeps sessions warm.</remarks>
public interface ILeanToolchain
{
    /// <summary>Makes the toolchain ready (installs the embedded one, finds the native one) and says which it is.
    /// Idempotent and cheap once done.</summary>
    /// <exception cref="ToolchainException">It cannot be made ready; the message names the remedy.</exception>
    Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a Lean process that has loaded <paramref name="imports"/>, ready to be asked.</summary>
    /// <exception cref="ToolchainException">The process could not be started or did not become ready.</exception>
    Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default);
}

/// <summary>A step of making a toolchain ready, for display.</summary>
/// <param name="Step">What is being done, a short phrase.</param>
/// <param name="Fraction">How far the whole is, from 0 to 1; null when unknown.</param>
public sealed record ToolchainProgress(string Step, double? Fraction = null);

/// <summary>The imports of a text, in order; they decide which process can serve it. None means Lean's own default, <c>Init</c>.</summary>
public sealed record LeanImports
{
    /// <summary>No import line: only Lean's prelude library.</summary>
    public static readonly LeanImports None = new([]);

    /// <summary>Takes the <c>import</c> lines' module names in order.</summary>
    public LeanImports(IEnumerable<string> modules)
    {
        Modules = [.. modules];
        Key = string.Join(',', Modules);
    }

    /// <summary>Module names in order.</summary>
    public IReadOnlyList<string> Modules { get; }

    /// <summary>The modules joined by commas.</summary>
    public string Key { get; }

    /// <inheritdoc />
    public bool Equals(LeanImports? other) => other is not null && Key == other.Key;

    /// <inheritdoc />
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Modules.Count == 0 ? "Init" : Key;
}

/// <summary>The machinery of a toolchain failed before any text was judged.</summary>
public sealed class ToolchainException(string message, Exception? innerException = null) : Exception(message, innerException);
