using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Design columns brought to the scale that coefficients are penalized on, and the way back.</summary>
sealed class StandardColumns
{
    readonly double[] _means;
    readonly double[] _scales;
    readonly bool _intercept;

    /// <param name="columns">The columns as they are.</param>
    /// <param name="shares">Case weights that sum to 1.</param>
    /// <param name="options">Whether columns are scaled and, for an intercept, centred.</param>
    /// <param name="roots">The square roots of the shares where values are to be multiplied by them, else null.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">No column varies.</exception>
    public StandardColumns(ReadOnlyMemory<double>[] columns, double[] shares, GlmnetParameters options, double[]? roots, RunContext context)
    {
        var count = columns.Length;
        _intercept = options.Intercept;
        _means = new double[count];
        _scales = new double[count];
        Values = new double[count][];
        Curvatures = new double[count];
        context.Work.For(count, c => Values[c] = Bring(c, columns[c].Span, shares, options, roots));
        if (!Array.Exists(Values, v => v.Length > 0)) throw new LearningException("simpleError", "All used predictors have zero variance");
    }

    /// <summary>The columns; one that doesn't vary is empty and has no coefficient.</summary>
    public double[][] Values { get; }

    /// <summary>The weighted sums of squares.</summary>
    public double[] Curvatures { get; }

    /// <summary>Intercept and coefficients for the columns as they were.</summary>
    /// <param name="intercept">The intercept where each column is 0 on its new scale.</param>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="unit">What the outcome was divided by.</param>
    public (double Intercept, double[] Coefficients) Restore(double intercept, double[] coefficients, double unit = 1)
    {
        var own = new double[coefficients.Length];
        for (var c = 0; c < own.Length; c++)
            if (coefficients[c] != 0) own[c] = unit * coefficients[c] / _scales[c];
        return (_intercept ? intercept - TensorPrimitives.Dot<double>(own, _means) : 0, own);
    }

    double[] Bring(int c, ReadOnlySpan<double> column, double[] shares, GlmnetParameters options, double[]? roots)
    {
        if (column.IndexOfAnyExcept(column[0]) < 0) return [];
        var values = column.ToArray();
        _scales[c] = 1;
        var mean = TensorPrimitives.Dot<double>(shares, values);
        if (options.Intercept)
        {
            _means[c] = mean;
            TensorPrimitives.Subtract(values, mean, values);
        }
        var squares = Squares(values, shares);
        Curvatures[c] = squares;
        if (options.Standardize)
        {
            var variance = options.Intercept ? squares : squares - mean * mean;
            _scales[c] = Math.Sqrt(variance);
            Curvatures[c] = options.Intercept ? 1 : 1 + mean * mean / variance;
            TensorPrimitives.Divide(values, _scales[c], values);
        }
        if (roots is not null) TensorPrimitives.Multiply(values, roots, values);
        return values;
    }

    static double Squares(ReadOnlySpan<double> values, ReadOnlySpan<double> shares)
    {
        const int Block = 512;
        Span<double> buffer = stackalloc double[Block];
        var sum = 0.0;
        for (var start = 0; start < values.Length; start += Block)
        {
            var part = values.Slice(start, Math.Min(Block, values.Length - start));
            TensorPrimitives.Multiply(part, shares.Slice(start, part.Length), buffer);
            sum += TensorPrimitives.Dot(part, buffer[..part.Length]);
        }
        return sum;
    }
}
