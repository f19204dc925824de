using CsCheck;
using Prover.Datasets.Splits;

namespace Prover.Datasets.Tests.Splits;

public sealed class CrowdSpecs
{
    [Fact]
    public void Each_bucket_gives_its_first_numbers_in_the_order_in_which_they_came() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1_000]).Array[0, 200].Sample(added =>
        {
            var crowds = new Crowds(16);
            foreach (var (bucket, number) in added)
            {
                crowds.Add((ulong)bucket, number);
            }

            return Enumerable.Range(0, 7).All(bucket =>
                crowds.Of((ulong)bucket).SequenceEqual(added.Where(a => a.Item1 == bucket).Select(a => a.Item2).Take(16)));
        });

    [Fact]
    public void The_similarity_is_the_part_of_positions_that_agree() =>
        Gen.UShort[0, 3].Array[MinHash.Size].Select(Gen.UShort[0, 3].Array[MinHash.Size]).Sample((one, other) =>
            MinHash.Similarity(one, other) == (double)one.Zip(other).Count(p => p.First == p.Second) / MinHash.Size);

    [Fact]
    public void An_element_given_twice_changes_no_signature() => Gen.ULong.Array[1, 50].Sample(set =>
    {
        var (once, twice) = (MinHash.Of(set), MinHash.Of([.. set, .. set]));
        return MinHash.Similarity(once, twice) == 1;
    });
}
