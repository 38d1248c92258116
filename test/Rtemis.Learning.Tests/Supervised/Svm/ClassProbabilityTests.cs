using Rtemis.Learning.Supervised.Svm;

namespace Rtemis.Learning.Tests.Supervised.Svm;

public class ClassProbabilityTests
{
    [Fact]
    public void A_sigmoid_grows_towards_the_positive_group_and_stays_finite_where_groups_lie_apart()
    {
        var sigmoid = PlattSigmoid.Fit([3, 2, 1, -1, -2, -3], positives: 3);
        Assert.True(sigmoid.A < 0);
        Assert.Equal(0.5, sigmoid.Probability(0), 1e-6);
        // The targets are 4/5 and 1/5.
        Assert.InRange(sigmoid.Probability(3), 0.8, 0.99);
        Assert.Equal(1, sigmoid.Probability(3) + sigmoid.Probability(-3), 1e-6);
    }

    [Fact]
    public void A_sigmoid_does_not_overflow()
    {
        var sigmoid = new PlattSigmoid(-1, 0);
        Assert.Equal(1, sigmoid.Probability(1e6));
        Assert.Equal(0, sigmoid.Probability(-1e6));
    }

    [Fact]
    public void Pairs_that_agree_are_coupled_to_the_probabilities_behind_them()
    {
        double[] truth = [0.5, 0.3, 0.2];
        var pairs = new double[3, 3];
        for (var i = 0; i < 3; i++)
            for (var j = i + 1; j < 3; j++) pairs[i, j] = truth[i] / (truth[i] + truth[j]);
        var probabilities = new double[3];
        PairwiseCoupling.Couple(pairs, probabilities);
        Assert.Equal(1, probabilities.Sum(), 1e-12);
        // The iteration stops at a residual of 0.005 a class.
        Assert.All(truth.Zip(probabilities), p => Assert.Equal(p.First, p.Second, 0.01));
    }
}
