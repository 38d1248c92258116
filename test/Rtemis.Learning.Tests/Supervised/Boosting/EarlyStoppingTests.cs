using Rtemis.Learning.Supervised.Boosting.Rounds;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

/// <summary>The rule of LightGBM's R package.</summary>
public sealed class EarlyStoppingTests
{
    [Fact]
    public void RoundsEndWhenALossHasNotFallenForAWhile()
    {
        var (ended, best) = Run(2, [5, 4, 3, 3, 3, 2]);
        Assert.Equal((5, 3), (ended, best));
    }

    [Fact]
    public void TheLastRoundNamesTheBestOfTheTrainingCases()
    {
        Assert.Equal((4, 4), Run(10, [5, 4, 3, 2]));
        Assert.Equal((4, 4), Run(10, [5, 4, 3, 2], [1, 2, 3, 4]));
    }

    [Fact]
    public void EitherSetEndsThem() => Assert.Equal((3, 1), Run(2, [5, 4, 3, 2], [1, 2, 3, 4]));

    [Fact]
    public void OfTwoSetsThatEndThemTheValidationCasesNameTheBest() => Assert.Equal((4, 2), Run(2, [5, 4, 4, 4], [4, 3, 3, 3]));

    [Fact]
    public void AFallMustBeAsLargeAsAskedFor() => Assert.Equal((3, 1), Run(2, [5, 4.95, 4.92], leastFall: 0.1));

    [Fact]
    public void WithoutPatienceNothingIsAskedFor() => Assert.False(new EarlyStopping(0, 0, 1).IsOn);

    static (int Ended, int? Best) Run(int patience, double[] training, double[]? validation = null, double leastFall = 0)
    {
        var stopping = new EarlyStopping(patience, leastFall, validation is null ? 1 : 2);
        for (var round = 1; round <= training.Length; round++)
        {
            double[] losses = validation is null ? [training[round - 1]] : [training[round - 1], validation[round - 1]];
            if (stopping.Look(round, round == training.Length, losses)) return (round, stopping.BestRound);
        }
        return (training.Length, stopping.BestRound);
    }
}
