using Prover.Core.Auditing;
using Prover.Lean.Library;
using Prover.Lean.Olean;
using Prover.Lean.Replay;
using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>A text that was compiled on top of a library: its constants, and what their names mean.</summary>
internal sealed class CompiledText
{
    private static readonly Name Init = Name.Of("Init");

    private readonly Dictionary<Name, ConstantInfo> _own = [];

    private CompiledText(IReadOnlyList<OleanImport> imports, LibraryScope library, IReadOnlyList<ConstantInfo> constants)
    {
        (Imports, Library, Constants) = (imports, library, constants);
        foreach (var constant in constants)
        {
            if (!_own.TryAdd(constant.Name, constant))
            {
                throw Redeclared(constant, "is declared twice");
            }

            if (constant.LevelParameters.Distinct().Count() != constant.LevelParameters.Count)
            {
                throw Redeclared(constant, "takes a universe parameter twice");
            }

            if (constant.Name.Components() is [Declarations.CheckWord, ..])
            {
                throw Redeclared(constant, "bears a name that replays keep for themselves");
            }

            if (constant is QuotientInfo)
            {
                throw Redeclared(constant, "is of a kind that no text can declare");
            }

            if (library.Find(constant.Name) is not null)
            {
                throw Redeclared(constant, "bears the name of a constant of the library");
            }
        }
    }

    public IReadOnlyList<OleanImport> Imports { get; }

    public LibraryScope Library { get; }

    /// <summary>All constants that the text adds, in the file's order.</summary>
    public IReadOnlyList<ConstantInfo> Constants { get; }

    /// <summary>Decodes a compiled text.</summary>
    /// <exception cref="AuditException">It is not what this Lean writes, or breaks a rule that needs no more than one look.</exception>
    /// <exception cref="LibraryException">The library itself is damaged.</exception>
    public static CompiledText Read(CompiledModule compiled, string what, LeanLibrary library, TermTable table, CancellationToken cancellationToken)
    {
        // Whatever a file says, it is read as this Lean's library is.
        library.Scope([Init]);
        try
        {
            using var module = OleanModule.Read(compiled.Bytes, what, table, library.Options);
            var scope = ScopeOf(module, library);
            var constants = new ConstantInfo[module.ConstantNames.Count];
            for (var i = 0; i < constants.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                constants[i] = module.Constant(i);
            }

            return new CompiledText(module.Imports, scope, constants);
        }
        catch (OleanFormatException e)
        {
            throw new AuditException(new Refusal(RefusalRule.File, $"The compiled file is not what Lean writes: {e.Message}"));
        }
    }

    /// <summary>The text's own constant of a name; null where it has none.</summary>
    public ConstantInfo? Own(Name name) => _own.GetValueOrDefault(name);

    /// <summary>The constant that people know by a name: declared so, or private and known so.</summary>
    public ConstantInfo? Known(string userName)
    {
        var declared = Constants.FirstOrDefault(c => c.Name.ToString() == userName);
        return declared ?? Constants.FirstOrDefault(c => c.Name.User() is var user && !ReferenceEquals(user, c.Name) && user.ToString() == userName);
    }

    private static LibraryScope ScopeOf(OleanModule module, LeanLibrary library)
    {
        foreach (var import in module.Imports)
        {
            if (!library.Has(import.Module))
            {
                throw new AuditException(new Refusal(RefusalRule.Import, $"The text imports '{import.Module}', which is not in Lean's library.")
                {
                    Constant = import.Module.ToString(),
                });
            }
        }

        // The kernel knows numbers, strings and quotients by the names that Init declares; nobody else may.
        if (!module.Imports.Any(i => i.Module.Equals(Init)))
        {
            throw new AuditException(new Refusal(RefusalRule.Import, "The text does not import 'Init', so that it could put something of its own in its place."));
        }

        var scope = library.Scope(module.Imports.Select(i => i.Module));
        var (own, theirs) = (module.Header, scope.Header!);
        return own.LeanVersion == theirs.LeanVersion && own.Commit == theirs.Commit && own.PointerBytes == theirs.PointerBytes
            ? scope
            : throw new AuditException(new Refusal(
                RefusalRule.File, $"The file was written by Lean {own.LeanVersion} ({own.Commit}), the library by Lean {theirs.LeanVersion} ({theirs.Commit})."));
    }

    private static AuditException Redeclared(ConstantInfo constant, string how) =>
        new(new Refusal(RefusalRule.Redeclared, $"'{constant.Name}' {how}.") { Constant = constant.Name.ToString() });
}
