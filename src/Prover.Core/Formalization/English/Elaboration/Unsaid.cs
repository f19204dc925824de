namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Thrown, within the reader only, where a sentence can be read but what it says cannot be told for sure, or not written in Lean.</summary>
internal sealed class UnsaidException(string message) : Exception(message);
