using System.Text.RegularExpressions;

namespace Prover.Lean.Isolation;

/// <summary>Whether a text may run a program of its own while it is elaborated. Such a program can write into the memory of its process, and so
/// into what Lean says of every later text there: the process serves that text and no other.</summary>
/// <remarks>Words are looked for anywhere, in comments too: a process ended in vain costs seconds, one that goes on in error costs a wrong
/// answer. A keyword can't be spelled otherwise, except by a macro, which is a program itself. <c>notation</c> and its kin only ever
/// rewrite terms and are left alone. What decides a verdict at the higher grades does not rest on this.</remarks>
internal static partial class OwnPrograms
{
    public static bool MayRunIn(string text) => Word().IsMatch(text);

    [GeneratedRegex(
        @"#eval|@\[\s*(init|export|extern)|\b(macro|macro_rules|elab|elab_rules|run_\w+|by_elab|initialize|d?simproc\w*|native\w*|bv_decide|unsafe\w*"
        + @"|implemented_by|extern|csimp|builtin_\w+|\w+_elab|\w+_parser|\w*unexpander|\w*delab|parenthesizer|formatter|linter|ofReduce\w+|reduceBool|reduceNat)\b")]
    private static partial Regex Word();
}
