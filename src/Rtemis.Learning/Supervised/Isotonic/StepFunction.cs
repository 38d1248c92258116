using MemoryPack;

namespace Rtemis.Learning.Supervised.Isotonic;

/// <summary>A non-decreasing step function, closed on the right: at a number it has the value of the first knot that is not below.</summary>
[MemoryPackable]
sealed partial class StepFunction
{
    [MemoryPackConstructor]
    StepFunction(double[] knots, double[] values) => (Knots, Values) = (knots, values);

    /// <summary>Where the steps end, ascending.</summary>
    public double[] Knots { get; }

    /// <summary>The function's value up to each knot.</summary>
    public double[] Values { get; }

    /// <summary>The non-decreasing function with the least squared error.</summary>
    public static StepFunction Fit(double[] numbers, double[] outcome)
    {
        var (x, y) = Ordered(numbers, outcome);
        // Blocks of neighbours that share a value: where the last two decrease, they become one.
        var (ends, sums, starts) = (new List<int>(), new List<double>(), new List<int>());
        for (var i = 0; i < x.Length; i++)
        {
            var (start, sum) = (i, y[i]);
            while (ends.Count > 0 && sums[^1] / (ends[^1] - starts[^1] + 1) >= sum / (i - start + 1))
            {
                (start, sum) = (starts[^1], sum + sums[^1]);
                starts.RemoveAt(starts.Count - 1);
                sums.RemoveAt(sums.Count - 1);
                ends.RemoveAt(ends.Count - 1);
            }
            starts.Add(start);
            sums.Add(sum);
            ends.Add(i);
        }
        return new([.. ends.Select(e => x[e])], [.. ends.Select((e, b) => sums[b] / (e - starts[b] + 1))]);
    }

    /// <summary>The value at a number; beyond the last knot, that of the last.</summary>
    public double At(double number)
    {
        var at = Array.BinarySearch(Knots, number);
        return Values[Math.Min(at < 0 ? ~at : at, Values.Length - 1)];
    }

    // By number; among equal ones the largest outcome first, so that they are pooled.
    static (double[] X, double[] Y) Ordered(double[] numbers, double[] outcome)
    {
        var order = Enumerable.Range(0, numbers.Length).OrderBy(i => numbers[i]).ThenByDescending(i => outcome[i]).ToArray();
        return ([.. order.Select(i => numbers[i])], [.. order.Select(i => outcome[i])]);
    }
}
