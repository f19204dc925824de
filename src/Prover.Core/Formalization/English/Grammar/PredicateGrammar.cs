using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;
using Predicate = System.Func<System.Collections.Generic.IReadOnlyList<Prover.Core.Formalization.English.Syntax.Term>, Prover.Core.Formalization.English.Syntax.Formula>;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>What sentences say of their subjects: "is even", "are divisible by 2 and 3", "leaves remainder 1 when divided by 4".</summary>
internal sealed class PredicateGrammar
{
    private readonly EnglishGrammar _grammar;
    private readonly Combinators _c;

    public PredicateGrammar(EnglishGrammar grammar)
    {
        (_grammar, _c) = (grammar, grammar.Combinators);
        Predicate = _c.State.Rule("predicate", PredicateBody);
        Property = _c.State.Rule("property", PropertyBody);
    }

    /// <summary>With its verb, several joined by "and" or "or" included.</summary>
    public TokenListParser<EnglishToken, Predicate> Predicate { get; }

    /// <summary>Without a verb, after a noun or after "is": "divisible by 3", "greater than n".</summary>
    public TokenListParser<EnglishToken, Predicate> Property { get; }

    private PhraseGrammar Phrases => _grammar.Phrases;

    private TokenListParser<EnglishToken, Predicate> PredicateBody() =>
        from first in Verb()
        from rest in Many(
            from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
            from word in _c.Word("and", "or")
            from next in FirstOf(Verb(), Negatable(Property))
            select (word, next))
        from clear in _c.Unless(
            Parse.Return<EnglishToken, int>(rest.Select(r => r.word).Distinct().Count()), n => n > 1 ? "'and' and 'or' are mixed; say 'either … or' or 'both … and'" : null)
        select rest.Aggregate(first, (left, next) => Join(left, next.word, next.next));

    private static Predicate Join(Predicate left, string word, Predicate right) =>
        terms => word == "and" ? new Formula.And(left(terms), right(terms)) : new Formula.Or(left(terms), right(terms));

    private TokenListParser<EnglishToken, Predicate> Verb() => FirstOf(
        from copula in _c.Phrase("is|are|be|must be|has to be|have to be|is always|are always")
        from always in Maybe(_c.Word("always", "also", "both", "all", "each", "necessarily", "either", "itself"))
        from predicate in Negatable(FirstOf(Property, Listed(), Noun(), Equality()))
        select predicate,
        from copula in _c.Phrase("is never|are never|cannot be|can not be|can never be") from predicate in FirstOf(Property, Noun(), Equality()) select Negate(predicate),
        from not in _c.Phrase("does not|do not|cannot|never|doesn't") from predicate in Plain() select Negate(predicate),
        Plain());

    private TokenListParser<EnglishToken, Predicate> Plain() => FirstOf(
        from verb in _c.Word("divides", "divide")
        from both in Maybe(_c.Word("both"))
        from objects in Objects()
        select Each(subject => objects.Bind(objects.Terms, term => new Formula.Divides(subject, term))),
        from verb in _c.Word("equals", "equal")
        from phrase in Phrases.Phrase
        select Each(subject => phrase.Bind(Build.Equal(subject, phrase.Single), isObject: true)),
        from verb in _c.Word("exceeds", "exceed") from phrase in Phrases.Definite select Each(subject => new Formula.Compare(subject, Relation.Greater, phrase.Single)),
        from verb in _c.Word("satisfies", "satisfy")
        from formula in _grammar.Relations.Chain
        select (Predicate)(_ => formula),
        LeavesRemainder(),
        EndsInDigit(),
        from verb in _c.Word("have", "leave")
        from the in _c.Phrase("the same remainder")
        from divisor in Phrases.DividedBy
        select Several(terms => terms.Skip(1).Select((t, i) => new Formula.Congruent(terms[i], t, divisor))),
        from verb in _c.Phrase("have the same parity")
        select Several(terms => terms.Skip(1).Select((t, i) => new Formula.Congruent(terms[i], t, Build.Number(2)))),
        from written in _c.Phrase("can be written as|can be expressed as|can be written in the form|can be expressed in the form|is of the form|has the form|are of the form")
        from phrase in Phrases.Phrase
        from with in Maybe(from word in _c.Word("with", "for", "where") from some in Maybe(_c.Word("some")) from declaration in _grammar.Declarations.Declaration select declaration)
        select Each(subject =>
        {
            var equal = phrase.Bind(Build.Equal(subject, phrase.Single), isObject: true);
            return with is null ? equal : with.Bind(Quantifier.Exists, equal);
        }));

    private TokenListParser<EnglishToken, Predicate> LeavesRemainder() =>
        from verb in _c.Word("leaves", "leave", "has", "have", "gives", "give")
        from article in Maybe(_c.Word("a", "the"))
        from noun in _c.Phrase("remainder|remainders")
        from of in Maybe(_c.Word("of"))
        from remainders in Objects()
        from divisor in Phrases.DividedBy
        select Each(subject => remainders.Bind(remainders.Terms, r => Build.Equal(new Term.Binary(Operator.Remainder, subject, divisor), r)));

    private TokenListParser<EnglishToken, Predicate> EndsInDigit() =>
        from verb in _c.Phrase("ends in|end in|ends with|end with")
        from the in Maybe(_c.Phrase("the digit|a|the"))
        from digit in _c.Where(l => l is { Kind: EnglishToken.Number, Text.Length: 1 }, "a digit")
        select Each(subject => Build.Equal(new Term.Binary(Operator.Remainder, subject, Build.Number(10)), Build.Number(digit.Text[0] - '0')));

    private TokenListParser<EnglishToken, Predicate> PropertyBody() => FirstOf(
        from word in _c.Word("even", "odd", "prime", "composite", "positive", "negative", "nonnegative", "non-negative", "nonzero", "non-zero", "zero")
        from noun in Not(_c.Word("integer", "integers", "number", "numbers", "natural", "and"))
        select Adjective(word),
        from word in _c.Word("even", "odd", "prime", "positive", "negative") from and in _c.Ahead(l => IsWord(l, "and")) select Adjective(word),
        from through in _c.Phrase("divisible by")
        from both in Maybe(_c.Word("both"))
        from objects in Objects()
        select Each(subject => objects.Bind(objects.Terms, term => new Formula.Divides(term, subject))),
        from phrase in _c.Phrase("congruent to|equivalent to")
        from either in Maybe(_c.Word("either"))
        from terms in FirstOf(_c.List(_grammar.Terms.Term, "or", Parse.Return<EnglishToken, bool>(true)), _grammar.Terms.Term.Select(t => (IReadOnlyList<Term>)[t]))
        from modulus in _grammar.Relations.Modulus
        select Each(subject => Build.Any(terms.Select(term => new Formula.Congruent(subject, term, modulus)))),
        Comparison(),
        from strictly in Maybe(_c.Word("strictly"))
        from between in _c.Word("between")
        from clear in _c.Unless(Parse.Return<EnglishToken, string?>(strictly), s => s is null ? "'between' may or may not include the ends; write the inequalities" : null)
        from low in _grammar.Terms.Term
        from and in _c.Word("and")
        from high in _grammar.Terms.Term
        select Each(subject => new Formula.And(new Formula.Compare(low, Relation.Less, subject), new Formula.Compare(subject, Relation.Less, high))));

    private TokenListParser<EnglishToken, Predicate> Comparison() =>
        from strictly in Maybe(_c.Word("strictly"))
        from relation in FirstOf(
            _c.Phrase("greater than or equal to|larger than or equal to|bigger than or equal to|more than or equal to|at least|no less than|not less than|not smaller than")
                .Select(_ => Relation.GreaterOrEqual),
            _c.Phrase("less than or equal to|smaller than or equal to|at most|no more than|no greater than|not more than|not greater than|not larger than")
                .Select(_ => Relation.LessOrEqual),
            _c.Phrase("greater than|larger than|more than|bigger than").Select(_ => Relation.Greater),
            _c.Phrase("less than|smaller than|fewer than").Select(_ => Relation.Less),
            _c.Phrase("equal to").Select(_ => Relation.Equal),
            _c.Phrase("different from|distinct from|not equal to").Select(_ => Relation.NotEqual))
        from phrase in Phrases.Definite
        select Each(subject => new Formula.Compare(subject, relation, phrase.Single));

    /// <summary>What is said of several numbers together.</summary>
    private TokenListParser<EnglishToken, Predicate> Listed() => FirstOf(
        _c.Phrase("relatively prime|coprime|relatively prime numbers|coprime integers").Select(_ => Several(terms =>
            terms.Count == 2 ? [Build.Equal(new Term.Binary(Operator.Gcd, terms[0], terms[1]), Build.Number(1))] : [])),
        _c.Phrase("distinct|different|pairwise distinct").Select(_ => Several(Build.Distinct)),
        _c.Phrase("congruent").IgnoreThen(_grammar.Relations.Modulus).Select(m => Several(terms => terms.Skip(1).Select((t, i) => new Formula.Congruent(terms[i], t, m)))));

    /// <summary>"an odd integer", "consecutive integers", "a divisor of 12", "multiples of 3".</summary>
    private TokenListParser<EnglishToken, Predicate> Noun() => FirstOf(
        from article in Maybe(_c.Word("a", "an"))
        from noun in _c.Word("divisor", "divisors", "factor", "factors")
        from of in _c.Word("of")
        from term in _grammar.Terms.Term
        select Each(subject => new Formula.Divides(subject, term)),
        from article in Maybe(_c.Word("a", "an"))
        from kind in _grammar.Kinds.Kind
        from end in Not(_c.Kind(EnglishToken.Letter, "an end of the noun"))
        from restrictions in Many(_grammar.Declarations.Restriction)
        select (Predicate)(terms => Build.All([
            .. terms.Select(t => new Formula.Belongs(t, kind.Domain!.Value)), .. kind.About(terms), .. restrictions.Select(r => r(terms))])));

    private TokenListParser<EnglishToken, Predicate> Equality() =>
        from phrase in FirstOf(Phrases.Definite, Phrases.Introduced)
        from one in _c.Ahead(_ => phrase.Terms.Count == 1)
        from or in Many(
            from w in _c.Word("or") from term in _grammar.Terms.Term from end in NoSentence select term)
        select Each(subject => phrase.Bind(Build.Any([Build.Equal(subject, phrase.Single), .. or.Select(t => Build.Equal(subject, t))]), isObject: true));

    private TokenListParser<EnglishToken, Predicate> Negatable(TokenListParser<EnglishToken, Predicate> parser) =>
        FirstOf(parser, from not in _c.Word("not") from predicate in parser select Negate(predicate));

    /// <summary>One object, or several: "2 and 3", "1 or 2".</summary>
    private TokenListParser<EnglishToken, Objects> Objects() => FirstOf(
        _c.List(Item(), "and", NoSentence).Select(items => new Objects(Phrase.Join(items), IsAny: false)),
        _c.List(Item(), "or", NoSentence).Select(items => new Objects(Phrase.Join(items), IsAny: true)),
        Phrases.Phrase.Select(p => new Objects(p, IsAny: false)));

    private TokenListParser<EnglishToken, Phrase> Item() => FirstOf(Phrases.Definite, Phrases.Phrase);

    /// <summary>Where a term ends that is not the subject of a sentence of its own.</summary>
    public TokenListParser<EnglishToken, bool> NoSentence => _c.Ahead(l => l is null || !(
        l.Kind is EnglishToken.Equal or EnglishToken.NotEqual or EnglishToken.Less or EnglishToken.LessOrEqual or EnglishToken.Greater or EnglishToken.GreaterOrEqual
            or EnglishToken.Divides or EnglishToken.NotDivides or EnglishToken.Bar or EnglishToken.Congruent or EnglishToken.In
        || IsWord(l, "is", "are", "divides", "divide", "leaves", "leave", "has", "have", "equals", "does", "do", "gives", "exceeds", "satisfies", "cannot", "can", "must", "ends")));

    private static Predicate Adjective(string word) => word switch
    {
        "even" or "odd" => Each(t => new Formula.Parity(t, word == "odd")),
        "prime" => Each(t => new Formula.Prime(t)),
        "composite" => Each(t => new Formula.And(new Formula.Compare(t, Relation.Greater, Build.Number(1)), new Formula.Not(new Formula.Prime(t)))),
        _ => Each(t => new Formula.Compare(
            t,
            word switch
            {
                "positive" => Relation.Greater,
                "negative" => Relation.Less,
                "zero" => Relation.Equal,
                "nonzero" or "non-zero" => Relation.NotEqual,
                _ => Relation.GreaterOrEqual,
            },
            Build.Zero)),
    };

    private static Predicate Each(Func<Term, Formula> one) => terms => Build.All(terms.Select(one));

    private static Predicate Several(Func<IReadOnlyList<Term>, IEnumerable<Formula>> all) => terms => Build.All(all(terms).DefaultIfEmpty(Nonsense));

    /// <summary>Stands for what is said of the wrong number of terms; the formula grammar refuses it.</summary>
    public static Formula Nonsense { get; } = new Formula.Compare(Build.Zero, Relation.Equal, new Term.Variable(string.Empty));

    /// <summary>Of several subjects, "are not" says it of each.</summary>
    private static Predicate Negate(Predicate predicate) => terms => Build.All(terms.Select(t => new Formula.Not(predicate([t]))));
}

/// <summary>What a verb speaks of last.</summary>
/// <param name="Phrase">The terms.</param>
/// <param name="IsAny">True where one of them is enough.</param>
internal sealed record Objects(Phrase Phrase, bool IsAny)
{
    public IReadOnlyList<Term> Terms => Phrase.Terms;

    /// <summary>A formula about all of them, or about one.</summary>
    public Formula Bind(IReadOnlyList<Term> terms, Func<Term, Formula> one) =>
        Phrase.Bind(IsAny ? Build.Any(terms.Select(one)) : Build.All(terms.Select(one)), isObject: true);
}
