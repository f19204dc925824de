using System.Text;

namespace Prover.Datasets.Cards;

/// <summary>Cards as texts.</summary>
public static class CardText
{
    /// <summary>The content of <c>card.json</c>.</summary>
    public static string Json(DataCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Encoding.UTF8.GetString(CardJson.Write(card));
    }
}
