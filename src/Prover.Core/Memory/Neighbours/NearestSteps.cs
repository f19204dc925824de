namespace Prover.Core.Memory.Neighbours;

/// <summary>Neighbours of a goal, the nearest first, and how many steps all tactics together helped in.</summary>
internal sealed record Nearest(IReadOnlyList<Neighbour> Neighbours, int AllUses);

/// <summary>Keeps the nearest of the steps that it is offered.</summary>
internal sealed class NearestSteps(int most)
{
    // The worst on top: the least similar and, of equally similar ones, the newest.
    private readonly PriorityQueue<int, (double Similarity, int Age)> _kept = new();

    public void Offer(int number, double similarity)
    {
        if (similarity <= 0)
        {
            return;
        }

        if (_kept.Count < most)
        {
            _kept.Enqueue(number, (similarity, -number));
        }
        else if (_kept.TryPeek(out var worst, out var priority) && (similarity > priority.Similarity || (similarity >= priority.Similarity && number < worst)))
        {
            _kept.DequeueEnqueue(number, (similarity, -number));
        }
    }

    public void Clear() => _kept.Clear();

    public IEnumerable<(int Number, double Similarity)> InOrder() =>
        _kept.UnorderedItems.Select(k => (Number: k.Element, k.Priority.Similarity)).OrderByDescending(k => k.Similarity).ThenBy(k => k.Number);
}
