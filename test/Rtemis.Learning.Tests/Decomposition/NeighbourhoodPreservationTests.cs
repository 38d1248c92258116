namespace Rtemis.Learning.Tests.Decomposition;

public class NeighbourhoodPreservationTests
{
    static readonly double[] Line = [0, 1, 2.1, 3.3, 4.6, 6];

    [Fact]
    public void AMapThatKeepsAllNeighboursHasBothAtOne() =>
        Assert.Equal(new NeighbourhoodPreservation(1, 1), NeighbourhoodPreservation.Of([Line], [Line, new double[6]], 2));

    // By hand: with one neighbour the first two cases of the line are each other's; the map puts the last case in the middle of them.
    [Fact]
    public void AnIntruderCostsTrustAndALostNeighbourContinuity()
    {
        double[] map = [0, 1, 2.1, 3.3, 4.6, 0.4];
        var preservation = NeighbourhoodPreservation.Of([Line], [map], 1);
        // Intruders: case 6 is the nearest of case 1 (rank 5 in the line) and of case 2 (rank 5), case 1 of case 6 (rank 5); the largest sum is 6 * 8 / 2.
        Assert.Equal(1 - (4 + 4 + 4) / 24.0, preservation.Trustworthiness, 1e-12);
        // Lost: case 2 of case 1 (rank 2 in the map), case 1 of case 2 (rank 2), case 5 of case 6 (rank 5).
        Assert.Equal(1 - (1 + 1 + 4) / 24.0, preservation.Continuity, 1e-12);
    }
}
