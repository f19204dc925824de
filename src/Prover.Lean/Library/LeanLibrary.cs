using Prover.Lean.Olean;
using Prover.Lean.Terms;

namespace Prover.Lean.Library;

/// <summary>The compiled library of a toolchain: what a submission may build on. Trusted, since it is pinned or the user's own.</summary>
/// <remarks>Thread-safe. Modules are mapped when first needed and stay; constants are decoded when first asked for.</remarks>
public sealed class LeanLibrary : IDisposable
{
    private const int MaxScopes = 64;

    private readonly IReadOnlyList<string> _folders;
    private readonly IReadOnlySet<string>? _axioms;
    private readonly string? _doubtful;
    private readonly Lock _gate = new();
    private readonly TermTable _table = new();
    private readonly Dictionary<Name, LibraryModule> _modules = [];
    private readonly Dictionary<Name, LibraryConstant> _constants = [];
    private readonly Dictionary<string, LibraryScope> _scopes = new(StringComparer.Ordinal);
    private OleanOptions? _options;

    /// <param name="folders">Where modules are looked for, in order: <c>A.B</c> is <c>A/B.olean</c> in one of them.</param>
    /// <param name="axioms">Names of those axioms that are real, where the library was shipped with most proofs left out and stubs in
    /// their place; null where every axiom is one.</param>
    /// <param name="doubtful">First word of the names of modules in which stubs and real axioms can't be told apart: there each counts as an axiom.</param>
    public LeanLibrary(IReadOnlyList<string> folders, IReadOnlySet<string>? axioms = null, string? doubtful = null) =>
        (_folders, _axioms, _doubtful) = (folders, axioms, doubtful);

    /// <summary>All that a list of imports brings in, by their own imports as well.</summary>
    /// <exception cref="LibraryException">A module is not there, or its file is damaged.</exception>
    public LibraryScope Scope(IEnumerable<Name> imports)
    {
        ArgumentNullException.ThrowIfNull(imports);
        var roots = imports.Distinct().ToList();
        var key = string.Join('\n', roots);
        lock (_gate)
        {
            if (!_scopes.TryGetValue(key, out var scope))
            {
                var modules = new HashSet<LibraryModule>();
                var open = new Stack<Name>(roots);
                while (open.TryPop(out var name))
                {
                    var module = Load(name);
                    if (modules.Add(module))
                    {
                        foreach (var import in module.Olean.Imports)
                        {
                            open.Push(import.Module);
                        }
                    }
                }

                // A hostile list of imports must not fill the memory; real ones are few.
                if (_scopes.Count >= MaxScopes)
                {
                    _scopes.Clear();
                }

                _scopes[key] = scope = new LibraryScope(this, modules, roots.Count == 0 ? null : Load(roots[0]).Olean.Header);
            }

            return scope;
        }
    }

    /// <summary>How files of this library, and those compiled on top of it, are read.</summary>
    public OleanOptions Options
    {
        get
        {
            lock (_gate)
            {
                return _options ?? throw new InvalidOperationException("Known once a module has been loaded.");
            }
        }
    }

    /// <summary>Whether a module of this name is there.</summary>
    public bool Has(Name module) => FindFile(module) is not null;

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var module in _modules.Values)
            {
                module.Olean.Dispose();
            }

            _modules.Clear();
        }
    }

    internal LibraryConstant? Find(Name name, IReadOnlySet<LibraryModule> scope)
    {
        lock (_gate)
        {
            var constant = _constants.GetValueOrDefault(name);
            while (constant is not null && !scope.Contains(constant.Module))
            {
                constant = constant.Next;
            }

            return constant;
        }
    }

    internal ConstantInfo Read(LibraryConstant constant)
    {
        lock (_gate)
        {
            try
            {
                return constant.Module.Olean.Constant(constant.Index);
            }
            catch (OleanFormatException e)
            {
                throw new LibraryException($"Lean's library is damaged: {e.Message} Install it again.", e);
            }
        }
    }

    /// <summary>Names of the constants that one of the library rests on directly.</summary>
    internal IReadOnlyCollection<Name> UsesOf(LibraryConstant constant)
    {
        lock (_gate)
        {
            return constant.Uses ??= Read(constant).Mentioned();
        }
    }

    internal bool IsAxiom(LibraryConstant constant) =>
        constant.Kind == "axiom"
        && (_axioms is null || _axioms.Contains(constant.Name.ToString()) || (_doubtful is not null && _doubtful.Equals(constant.Module.Name.Components()[0])));

    private LibraryModule Load(Name name)
    {
        if (_modules.TryGetValue(name, out var known))
        {
            return known;
        }

        var file = FindFile(name) ?? throw new LibraryException($"The module '{name}' is not in Lean's library ({string.Join(", ", _folders)}).");
        try
        {
            var olean = Open([.. new[] { file, $"{file}.server", $"{file}.private" }.Where(File.Exists)]);
            var module = _modules[name] = new LibraryModule(name, file, olean);
            for (var i = 0; i < olean.ConstantNames.Count; i++)
            {
                var constant = olean.ConstantNames[i];
                _constants[constant] = new LibraryConstant(this, module, i, _constants.GetValueOrDefault(constant));
            }

            return module;
        }
        catch (Exception e) when (e is OleanFormatException or IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"Lean's library is damaged: {e.Message} Install it again.", e);
        }
    }

    /// <summary>The first module tells whether this library was written with the hash codes that are known here.</summary>
    private OleanModule Open(IReadOnlyList<string> parts)
    {
        if (_options is not null)
        {
            return OleanModule.Open(parts, _table, _options);
        }

        OleanModule module;
        try
        {
            module = OleanModule.Open(parts, _table, _options = new OleanOptions());
        }
        catch (OleanFormatException)
        {
            module = OleanModule.Open(parts, _table, _options = new OleanOptions { CheckHashes = false });
        }

        return module;
    }

    private string? FindFile(Name module)
    {
        // What is no plain word is no part of a path.
        var words = module.Components();
        return words.Count > 0 && words.All(w => w is string { Length: > 0 } word && word.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '\''))
            ? _folders.Select(folder => Path.Combine([folder, .. words.Cast<string>()]) + ".olean").FirstOrDefault(File.Exists)
            : null;
    }
}

/// <summary>A toolchain's own library can't be read: a matter of the installation and no word about any proof.</summary>
public sealed class LibraryException(string message, Exception? innerException = null) : Exception(message, innerException);
