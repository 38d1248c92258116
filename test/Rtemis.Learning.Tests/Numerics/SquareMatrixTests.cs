using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Numerics;

public class SquareMatrixTests
{
    [Fact]
    public void TellsWhatIsMissingOfTheMemory() => Assert.Equal(
        "100000 cases need 80.0 GB for a number of each pair, of which 12.8 GB are free; take fewer",
        SquareMatrix.Problem(100_000, "take fewer", 16_000_000_000));

    [Fact]
    public void TakesWhatThereIsMemoryFor() => Assert.Null(SquareMatrix.Problem(10_000, "", 16_000_000_000));

    [Fact]
    public void JoinsEachPairOnce()
    {
        var context = new RunContext();
        var square = SquareMatrix.Fill(150, (i, row) =>
        {
            for (var j = 0; j < row.Length; j++) row[j] = i * 150 + j;
        }, context);
        square.Join((a, b) => a + b, context);
        for (var i = 0; i < 150; i++)
            for (var j = 0; j < 150; j++) Assert.Equal(i == j ? i * 151 : (i + j) * 151, square[i][j]);
    }
}
