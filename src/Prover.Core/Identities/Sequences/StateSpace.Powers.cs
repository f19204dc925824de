using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sequences;

/// <content>Powers, and how atoms go on.</content>
internal sealed partial class StateSpace
{
    private readonly Queue<(SequenceRule Rule, LinearForm Form, int Index)> _pending = new();
    private bool _isSettling;

    /// <summary>Works out how new atoms of sequences begin and go on; that may need further atoms.</summary>
    private void Settle()
    {
        if (_isSettling)
        {
            return;
        }

        _isSettling = true;
        while (_pending.TryDequeue(out var pending))
        {
            var (rule, form, index) = pending;
            var step = form[variable];
            if (step == 0)
            {
                continue;
            }

            var after = form.Plus(step);
            var start = form.Without(variable);
            if (Value(rule, after) is { } next && Value(rule, start) is { } first)
            {
                Atoms[index].Next = next.Value;
                Atoms[index].NextProof = Moved(form.ToLean(variable, $"({variable} + 1)"), after.ToLean(variable, variable), next.Proof);
                Atoms[index].Start = first.Value;
                Atoms[index].StartProof = Moved(form.ToLean(variable, "(0)"), start.ToLean(variable, "0"), first.Proof);
            }
            else
            {
                IsBroken = true;
            }
        }

        _isSettling = false;
    }

    /// <summary>A proof about a value at an index that is written in another way.</summary>
    private static string Moved(string given, string wanted, string proof) =>
        $"(by first | exact {proof} | (rw [show {given} = {wanted} from by omega]; exact {proof}) | (rw [show {given} = {wanted} from by omega]))";

    /// <summary>True when the course of some atom could not be worked out: then nothing may be said.</summary>
    public bool IsBroken { get; private set; }

    private int AtomOf(string key, Func<string, string> text)
    {
        if (!_indices.TryGetValue(key, out var index))
        {
            _indices[key] = index = Atoms.Count;
            Atoms.Add(new Atom(text));
        }

        return index;
    }

    private Polynomial? ReadPower(Expression.Binary power, bool isNat)
    {
        if (ExpressionText.Constant(power.Right) is { } exponent)
        {
            return exponent.Sign >= 0 && exponent <= MaxExponent && Read(power.Left, isNat) is { } small && small.Count * (int)exponent <= 400
                ? small.Power((int)exponent)
                : null;
        }

        var value = LinearForm.From(power.Right) is { } form ? ReadLinearPower(power, form, isNat) : ReadTower(power, isNat);
        if (value is not var (polynomial, proof))
        {
            return null;
        }

        _raws[power] = new RawTerm(power, isNat, polynomial, proof);
        return polynomial;
    }

    private (Polynomial, string)? ReadLinearPower(Expression.Binary power, LinearForm form, bool isNat)
    {
        if (form.Coefficients.Any(c => c.Value > MaxExponent) || form.Constant > MaxExponent)
        {
            return null;
        }

        var literal = ExpressionText.Constant(power.Left);
        var (root, rootPower) = literal is { } number ? Root(number) : (BigInteger.Zero, 1);
        var basePolynomial = literal is null ? Read(power.Left, isNat) : Polynomial.Constant(root);
        if (basePolynomial is null || basePolynomial.Monomials.Any(m => m.Exponents.Select((e, i) => (e, i)).Any(t => t.e > 0 && Atoms[t.i].Next is not null)))
        {
            return null;
        }

        var baseText = literal is null
            ? AsInt(ExpressionText.Of(power.Left), isNat)
            : $"({root.ToString(System.Globalization.CultureInfo.InvariantCulture)} : Int)";
        var value = basePolynomial.Power(form.Constant * rootPower);
        foreach (var (name, coefficient) in form.Coefficients)
        {
            var index = AtomOf($"{baseText} ^ {name}", name == variable ? at => $"{baseText} ^ ({at})" : _ => $"{baseText} ^ {name}");
            if (name == variable && Atoms[index].Next is null)
            {
                Atoms[index].Next = basePolynomial * Polynomial.Variable(index);
                Atoms[index].NextProof = "(by first | (rw [Int.pow_succ, Int.mul_comm]; done) | (rw [Int.pow_succ]; (try push_cast); grind))";
                Atoms[index].Start = Polynomial.One;
                Atoms[index].StartProof = "(Int.pow_zero _)";
            }

            value *= Polynomial.Variable(index).Power(coefficient * rootPower);
        }

        return (value, PowerProof(form, literal, root, rootPower, isNat));
    }

    /// <summary>That the power is the product of the powers of its exponent's parts.</summary>
    private string PowerProof(LinearForm form, BigInteger? literal, BigInteger root, int rootPower, bool isNat)
    {
        var names = form.Coefficients.Keys.ToList();
        if (rootPower == 1 && form.Constant == 0 && form.Coefficients.Values.All(c => c == 1) && names.Count == 1)
        {
            return isNat ? "(by first | rfl | (push_cast; rfl))" : "rfl";
        }

        var given = form.ToLean(variable, variable);
        var sorted = string.Join(" + ", form.Coefficients.Select(c => $"{c.Key} * {c.Value}").Append($"{form.Constant}"));
        var product = string.Join(" * ", form.Coefficients.Select(c => $"(b ^ {c.Key}) ^ {c.Value}").Append($"b ^ {form.Constant}"));
        var split = helpers.Add(
            ["(b : Int)", .. names.Select(n => $"({n} : Nat)")],
            $"b ^ ({given}) = {product}",
            $"exact (congrArg (b ^ ·) (show {given} = {sorted} from by omega)).trans (by simp only [Int.pow_add, Int.pow_mul])");
        var rooted = string.Empty;
        if (literal is { } number && rootPower > 1)
        {
            var numberText = $"({number} : Int)";
            var lemma = helpers.Add(
                ["(m : Nat)"], $"{numberText} ^ m = (({root} : Int) ^ m) ^ {rootPower}", "rw [← Int.pow_mul, Nat.mul_comm, Int.pow_mul]; rfl");
            rooted = $"simp only [{lemma}]; ";
        }

        var cast = isNat ? "push_cast; " : string.Empty;
        var align = $"(try rw [{split}]); {rooted}";
        return $"(by {cast}first | rfl | ({align}grind) | ({rooted}grind) | grind)";
    }

    /// <summary><c>b ^ (d * c ^ (n + j))</c>, whose value for n + 1 is its own c-th power.</summary>
    private (Polynomial, string)? ReadTower(Expression.Binary power, bool isNat)
    {
        var (factor, inner) = power.Right is Expression.Binary { Operator: '*' } product && ExpressionText.Constant(product.Left) is { } d
            ? ((int)BigInteger.Min(d, 1000), product.Right)
            : (1, power.Right);
        if (inner is not Expression.Binary { Operator: '^' } tower || ExpressionText.Constant(tower.Left) is not { } c || c < 2 || c > 13
            || LinearForm.From(tower.Right) is not { } form || form[variable] == 0 || form.Coefficients.Count != 1 || form.Constant > 4)
        {
            return null;
        }

        var literal = ExpressionText.Constant(power.Left);
        var @base = literal is { } number ? Polynomial.Constant(number) : Read(power.Left, isNat);
        var outer = factor * (int)BigInteger.Pow(c, form.Constant);
        var growth = (int)BigInteger.Pow(c, form[variable]);
        if (@base is null || outer > MaxExponent || growth > 32)
        {
            return null;
        }

        var baseText = literal is { } shown ? $"({shown} : Int)" : AsInt(ExpressionText.Of(power.Left), isNat);
        var multiple = form[variable] == 1 ? string.Empty : $"{form[variable]} * ";
        string Exponent(string at) => $"{outer} * {c} ^ ({multiple}{(at == variable ? at : $"({at})")})";
        var index = AtomOf($"{baseText} ^ {Exponent(variable)}", at => $"{baseText} ^ ({Exponent(at)})");
        if (Atoms[index].Next is null)
        {
            var exponentStep = form[variable] == 1 ? "Nat.pow_succ" : $"Nat.mul_add, Nat.pow_add, show {c} ^ ({form[variable]} * 1) = {growth} from rfl";
            Atoms[index].Next = Polynomial.Variable(index).Power(growth);
            Atoms[index].NextProof = $"(by rw [{exponentStep}, ← Nat.mul_assoc, Int.pow_mul])";
            Atoms[index].Start = @base.Power(outer);
            Atoms[index].StartProof = $"(by rw [show {Exponent("0")} = {outer} from rfl]; first | rfl | grind)";
        }

        var given = ExpressionText.Of(power.Right);
        var same = $"show {given} = {Exponent(variable)} from by (first | rfl | omega | (simp only [Nat.pow_add]; omega) | grind)";
        return (Polynomial.Variable(index), $"(by {(isNat ? "push_cast; " : string.Empty)}first | rfl | rw [{same}])");
    }

    /// <summary>The number as the highest power it is.</summary>
    internal static (BigInteger Root, int Power) Root(BigInteger number)
    {
        if (number < 4 || number > 1_000_000)
        {
            return (number, 1);
        }

        for (var root = 2; root * root <= number; root++)
        {
            var (value, power) = (new BigInteger(root), 1);
            while (value < number)
            {
                (value, power) = (value * root, power + 1);
            }

            if (value == number)
            {
                return (root, power);
            }
        }

        return (number, 1);
    }
}
