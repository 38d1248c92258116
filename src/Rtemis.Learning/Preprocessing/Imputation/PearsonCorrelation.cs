using System.Numerics.Tensors;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>Pearson's correlation.</summary>
static class PearsonCorrelation
{
    /// <summary>That of two lists of numbers; NaN where one doesn't vary. The lists are changed.</summary>
    public static double Of(double[] first, double[] second)
    {
        if (first.Length < 2) return double.NaN;
        var (a, b) = (Standardize(first), Standardize(second));
        return a > 0 && b > 0 ? TensorPrimitives.Dot<double>(first, second) : double.NaN;
    }

    /// <summary>Takes the mean off numbers and divides them by the root of their sum of squares, which is returned; where it is 0 they become 0.</summary>
    public static double Standardize(Span<double> values)
    {
        if (!values.ContainsAnyExcept(values[0]))
        {
            values.Clear();
            return 0;
        }
        TensorPrimitives.Subtract(values, TensorPrimitives.Sum<double>(values) / values.Length, values);
        var length = TensorPrimitives.Norm<double>(values);
        TensorPrimitives.Divide(values, length, values);
        return length;
    }
}
