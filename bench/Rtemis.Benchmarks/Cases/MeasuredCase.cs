using Rtemis.Learning.Supervised;

namespace Rtemis.Benchmarks.Cases;

/// <summary>A learner on a table of a size, with a number or a class to predict.</summary>
public sealed class MeasuredCase
{
    MeasuredCase(MeasuredLearner learner, TableSize size, TaskType task) =>
        (Learner, Size, Task) = (learner, size with { Features = Math.Min(size.Features, learner.MostFeatures) }, task);

    internal MeasuredLearner Learner { get; }

    internal TableSize Size { get; }

    internal TaskType Task { get; }

    /// <summary>All cases of the learners that the engine has.</summary>
    public static IEnumerable<MeasuredCase> All =>
        from learner in MeasuredLearners.All
        where learner.IsRegistered
        from size in learner.Large ? [TableSize.Small, TableSize.Large] : (TableSize[])[TableSize.Small]
        from task in (TaskType[])[TaskType.Regression, TaskType.Classification]
        where learner.Takes(task)
        select new MeasuredCase(learner, size, task);

    /// <summary>The same on another table.</summary>
    internal MeasuredCase On(TableSize size) => new(Learner, size, Task);

    public override string ToString() => $"{Learner}, {Task}, {Size}";
}
