namespace Prover.Core.Formalization.English.Lexing;

/// <summary>A token with what the grammar wants to know of its surroundings.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Words in lower case; letters as they are, their index after <c>_</c>; digits of numbers and superscripts.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters it takes there.</param>
/// <param name="Segment">Which stretch of LaTeX mathematics it stands in, counted from 1; 0 for none.</param>
/// <param name="AfterSpace">Whether white space stands before it.</param>
internal sealed record Lexeme(EnglishToken Kind, string Text, int Start, int Length, int Segment, bool AfterSpace);
