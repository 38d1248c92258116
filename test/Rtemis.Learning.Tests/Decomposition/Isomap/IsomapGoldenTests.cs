using Rtemis.Learning.Decomposition.Isomap;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Isomap;

/// <summary>
/// A rolled-up sheet with two equal cases and ties among its distances, as vegan 2.6-4 unrolls it. Its signs change there with the last bit of the
/// distances, so they are not compared.
/// </summary>
public class IsomapGoldenTests
{
    const double Tolerance = 1e-8;

    public static TheoryData<IsomapDistance, int, IsomapPath> Runs => new MatrixTheoryData<IsomapDistance, int, IsomapPath>(
        [IsomapDistance.Euclidean, IsomapDistance.Manhattan], [0, 6, 10], [IsomapPath.Shortest, IsomapPath.Extended]);

    [Theory]
    [MemberData(nameof(Runs))]
    public void AgreesWithVeganUpToSigns(IsomapDistance distance, int nsd, IsomapPath path)
    {
        var name = distance == IsomapDistance.Manhattan ? "manhattan" : "euclidean";
        var way = path == IsomapPath.Extended ? "extended" : "shortest";
        var expected = GoldenColumns.Read($"Manifolds/isomap-{name}-{nsd}-{way}");
        var scores = new IsomapDecomposer(new IsomapParameters(3, distance, nsd, path)).Fit(GoldenColumns.Frame("Manifolds/isomap-roll"), new RunContext()).Scores;
        Assert.Equal(expected.Length, scores.Columns);
        for (var c = 0; c < expected.Length; c++)
        {
            var sign = Math.Sign(expected[c][0] * scores[0, c]);
            for (var i = 0; i < expected[c].Length; i++) Assert.Equal(expected[c][i], sign * scores[i, c], Tolerance * (1 + Math.Abs(expected[c][i])));
        }
    }
}
