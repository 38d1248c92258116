using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Data;

/// <summary>An outcome as numbers, for methods that know nothing of classes.</summary>
static class OutcomeNumbers
{
    /// <summary>The outcome's numbers; of two classes 1 for the second (positive) and 0 for the first.</summary>
    public static double[] Of(SupervisedData data) => data.Task == TaskType.Regression
        ? data.Numbers.ToArray()
        : Array.ConvertAll(data.ClassCodes.ToArray(), code => code == 1 ? 1.0 : 0);
}
