using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

public sealed class WorkerShareTests
{
    [Theory]
    [InlineData(true, true, true, 4, 1, 1)]
    [InlineData(false, true, true, 1, 4, 1)]
    [InlineData(false, false, true, 1, 1, 4)]
    [InlineData(false, false, false, 1, 1, 1)]
    public void WorkersGoToTheLearnerThenToTheSearchThenToTheResamples(bool taken, bool tuned, bool resampled, int algorithm, int tuning, int outer) =>
        Assert.Equal(new WorkerShare(4, algorithm, tuning, outer), WorkerShare.Assign(4, taken, tuned, resampled));
}
