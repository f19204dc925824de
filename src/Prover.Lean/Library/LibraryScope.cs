using Prover.Lean.Olean;
using Prover.Lean.Terms;

namespace Prover.Lean.Library;

/// <summary>The part of a library that some imports bring in.</summary>
public sealed class LibraryScope
{
    private readonly LeanLibrary _library;
    private readonly HashSet<LibraryModule> _modules;

    internal LibraryScope(LeanLibrary library, HashSet<LibraryModule> modules, OleanHeader? header) =>
        (_library, _modules, Header) = (library, modules, header);

    /// <summary>The header of the library's files; null of an empty scope.</summary>
    public OleanHeader? Header { get; }

    /// <summary>Files of all modules.</summary>
    public IEnumerable<string> Files => _modules.Select(m => m.File);

    /// <summary>All constants of the modules whose name begins with a word, module by module.</summary>
    internal IEnumerable<LibraryConstant> ConstantsOf(string firstWord) => _modules
        .Where(m => m.Name.Components() is [string first, ..] && first == firstWord)
        .OrderBy(m => m.Name.ToString(), StringComparer.Ordinal)
        .SelectMany(m => m.Olean.ConstantNames)
        .Select(Find)
        .OfType<LibraryConstant>();

    /// <summary>The library's constant of a name; null where this scope has none.</summary>
    public LibraryConstant? Find(Name name) => _library.Find(name, _modules);

    /// <summary>The constants that one of them rests on directly, in types and in values.</summary>
    /// <remarks>A matter of the scope: modules that are never imported together may use one name for two things.</remarks>
    /// <exception cref="LibraryException">The file is damaged.</exception>
    internal IEnumerable<LibraryConstant> UsesOf(LibraryConstant constant) => _library.UsesOf(constant).Select(name => Find(name)
        ?? throw new LibraryException($"Lean's library is damaged: '{constant.Name}' uses '{name}', which is not there. Install it again."));
}

/// <summary>A module of a library.</summary>
internal sealed record LibraryModule(Name Name, string File, OleanModule Olean)
{
    public bool Equals(LibraryModule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A constant of a library.</summary>
public sealed class LibraryConstant
{
    private readonly LeanLibrary _library;
    private ConstantInfo? _info;

    internal LibraryConstant(LeanLibrary library, LibraryModule module, int index, LibraryConstant? next) =>
        (_library, Module, Index, Next) = (library, module, index, next);

    /// <summary>Its full name.</summary>
    public Name Name => Module.Olean.ConstantNames[Index];

    /// <summary>Lean's word for its kind; of a stub <c>axiom</c>.</summary>
    public string Kind => Info.Kind;

    /// <summary>All that is known of it, decoded at the first call.</summary>
    /// <exception cref="LibraryException">The file is damaged.</exception>
    public ConstantInfo Info => _info ??= _library.Read(this);

    /// <summary>True of a real axiom, false of a stub that stands for a library theorem whose proof was not shipped.</summary>
    public bool IsAxiom => _library.IsAxiom(this);

    internal LibraryModule Module { get; }

    internal int Index { get; }

    /// <summary>Another constant of the same name, in a module that is never imported together with this one's.</summary>
    internal LibraryConstant? Next { get; }

    internal IReadOnlyCollection<Name>? Uses { get; set; }
}
