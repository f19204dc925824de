namespace Prover.Core.Formalization.English.Grammar;

/// <summary>The parts of the grammar over one reading; they name each other.</summary>
internal sealed class EnglishGrammar
{
    public EnglishGrammar(ReadState state)
    {
        Combinators = new Combinators(state);
        Terms = new TermGrammar(Combinators);
        Kinds = new KindGrammar(Combinators, Terms);
        Phrases = new PhraseGrammar(this);
        Relations = new RelationGrammar(this);
        Predicates = new PredicateGrammar(this);
        Declarations = new DeclarationGrammar(this);
        Formulas = new FormulaGrammar(this);
        Sentences = new SentenceGrammar(this);
    }

    public Combinators Combinators { get; }

    public TermGrammar Terms { get; }

    public KindGrammar Kinds { get; }

    public PhraseGrammar Phrases { get; }

    public RelationGrammar Relations { get; }

    public PredicateGrammar Predicates { get; }

    public DeclarationGrammar Declarations { get; }

    public FormulaGrammar Formulas { get; }

    public SentenceGrammar Sentences { get; }
}
