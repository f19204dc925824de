using System.CommandLine;
using System.Security.Cryptography;
using Prover.Bench.Provers;
using Prover.Cli.Input;
using Prover.Core.Memory;

namespace Prover.Cli.Benchmarks;

/// <summary>The memory that a run is asked with: as it is when the run begins. A run teaches it nothing, and several runs may use it at once.</summary>
internal sealed class RunMemory : IAsyncDisposable
{
    public static readonly Option<string?> File = new("--memory")
    {
        Description = "File of a memory, e.g. one that rounds have made ('rounds/NNN/output/memory/tactics' of a campaign), for a prover that has one.",
        HelpName = "FILE",
    };

    private readonly string _copy;

    private RunMemory(string copy, TacticMemory tactics, string id) => (_copy, Tactics, Id) = (copy, tactics, id);

    public TacticMemory Tactics { get; }

    /// <summary>Hash of what it knows.</summary>
    public string Id { get; }

    /// <summary>Opens the memory that was asked for, if one was.</summary>
    /// <exception cref="UsageException">There is no such file, or the prover has no memory.</exception>
    /// <exception cref="MemoryException">It is no memory, or damaged.</exception>
    public static async Task<RunMemory?> OpenAsync(ParseResult parsed, ProverRequest request, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(File) is not { } path)
        {
            return null;
        }

        if (!ProverFactory.HasMemory(request.Name))
        {
            throw new UsageException($"The prover '{request.Name}' has no memory. Leave --memory out, or choose one that has.");
        }

        if (!System.IO.File.Exists(path))
        {
            throw new UsageException($"There is no memory '{path}'. 'prover rounds start' makes one in its folder, 'prover prove --memory FILE' another.");
        }

        // Of a copy: a memory that is open belongs to one process.
        var copy = Directory.CreateTempSubdirectory("prover-memory-").FullName;
        try
        {
            var file = Path.Combine(copy, "tactics");
            System.IO.File.Copy(path, file);
            var id = Convert.ToHexStringLower(SHA256.HashData(await System.IO.File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false)));
            return new RunMemory(copy, await TacticMemory.OpenAsync(file, cancellationToken).ConfigureAwait(false), id);
        }
        catch
        {
            Directory.Delete(copy, recursive: true);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Tactics.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_copy, recursive: true);
    }
}
