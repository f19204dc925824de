using System.Numerics;

namespace Prover.Core.Refutation.Functions;

/// <summary>A function that stands for a variable function: as a calculation and as Lean writes it.</summary>
/// <param name="Text">As Lean writes it, closed, without brackets around it.</param>
/// <param name="Value">Its values; null where they are not known.</param>
internal sealed record ConcreteFunction(string Text, Func<BigInteger, BigInteger?> Value);
