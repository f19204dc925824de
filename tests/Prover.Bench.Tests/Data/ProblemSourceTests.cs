using Prover.Bench.Data;

namespace Prover.Bench.Tests.Data;

public sealed class ProblemSourceTests
{
    [Theory]
    [InlineData("amc12a_2015_p10", "amc")]
    [InlineData("amc12_2001_p9", "amc")]
    [InlineData("aime_1984_p5", "aime")]
    [InlineData("aimeII_2020_p6", "aime")]
    [InlineData("imo_1964_p1_2", "imo")]
    [InlineData("imosl_2007_algebra_p6", "imo")]
    [InlineData("mathd_algebra_182", "mathd_algebra")]
    [InlineData("mathd_numbertheory_64", "mathd_numbertheory")]
    [InlineData("algebra_sqineq_at2malt1", "algebra")]
    [InlineData("numbertheory_x5neqy2p4", "numbertheory")]
    [InlineData("induction_sum2kp1npqsqm1", "induction")]
    [InlineData("my_own_lemma", "other")]
    public void The_source_of_a_problem_is_read_off_its_name(string name, string source) => Assert.Equal(source, ProblemSource.Of(name));
}
