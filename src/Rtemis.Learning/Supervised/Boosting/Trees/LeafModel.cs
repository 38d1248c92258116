using MemoryPack;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Trees;

/// <summary>A linear model in the place of a leaf's value, for cases that miss none of its features.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Features">The features' places in the data, ascending.</param>
/// <param name="Slopes">One a feature.</param>
[MemoryPackable]
sealed partial record LeafModel(double Constant, int[] Features, double[] Slopes)
{
    /// <summary>The model times a factor.</summary>
    public LeafModel Scale(double factor) => new(Constant * factor, Features, Array.ConvertAll(Slopes, slope => slope * factor));

    /// <summary>The model with an amount more.</summary>
    public LeafModel Shift(double amount) => this with { Constant = Constant + amount };

    /// <summary>The value of a case.</summary>
    /// <param name="values">Its features' values.</param>
    /// <param name="otherwise">The value of a case that misses one.</param>
    public double ValueOf(ReadOnlySpan<double> values, double otherwise)
    {
        var sum = Constant;
        for (var i = 0; i < Features.Length; i++)
        {
            var value = values[Features[i]];
            if (double.IsNaN(value)) return otherwise;
            sum += Slopes[i] * value;
        }
        return sum;
    }

    /// <summary>The value of a training case.</summary>
    /// <param name="columns">The features.</param>
    /// <param name="row">The case.</param>
    /// <param name="otherwise">The value of a case that misses one.</param>
    public double ValueOf(SingleColumns columns, int row, double otherwise)
    {
        var sum = Constant;
        for (var i = 0; i < Features.Length; i++)
        {
            var value = columns[Features[i]][row];
            if (float.IsNaN(value)) return otherwise;
            sum += Slopes[i] * value;
        }
        return sum;
    }
}
