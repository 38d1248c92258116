using System.Numerics.Tensors;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Centres and scales numbers as R's <c>scale()</c> does; missing values are passed over and stay missing.</summary>
/// <param name="Centers">What is taken off each column, or null.</param>
/// <param name="Coefficients">What each column is divided by, or null.</param>
sealed record ColumnScaling(IReadOnlyList<KeyValuePair<string, double>>? Centers, IReadOnlyList<KeyValuePair<string, double>>? Coefficients)
{
    /// <summary>What is given, and where nothing is, what the columns have.</summary>
    /// <exception cref="LearningException">What is given belongs to other columns.</exception>
    public static ColumnScaling Of(IReadOnlyList<Column> columns, bool center, bool scale, PreprocessorValues given, RunContext context)
    {
        List<string> names = [.. columns.Select(c => c.Name)];
        Match(given.ScaleCoefficients, names, "scale_coefficients");
        Match(given.ScaleCenters, names, "scale_centers");
        var centers = given.ScaleCenters ?? (center ? Each((values, _) => CompensatedSum.Mean(values)) : null);
        var coefficients = given.ScaleCoefficients ?? (scale ? Each((values, i) => ColumnSpread.Of(values, centers?[i].Value)) : null);
        return new ColumnScaling(centers, coefficients);

        List<KeyValuePair<string, double>> Each(Func<double[], int, double> figure)
        {
            var figures = new double[columns.Count];
            context.Work.For(figures.Length, i => figures[i] = figure([.. NumericColumn.Numbers(columns[i]).ToArray().Where(v => !double.IsNaN(v))], i));
            return [.. names.Zip(figures, KeyValuePair.Create)];
        }
    }

    /// <summary>The column at a position, scaled.</summary>
    public DoubleColumn Apply(Column column, int position)
    {
        var scaled = NumericColumn.Numbers(column).ToArray();
        if (Centers is not null) TensorPrimitives.Subtract(scaled, Centers[position].Value, scaled);
        if (Coefficients is not null) TensorPrimitives.Divide(scaled, Coefficients[position].Value, scaled);
        return new DoubleColumn(column.Name, scaled);
    }

    static void Match(IReadOnlyList<KeyValuePair<string, double>>? given, List<string> names, string option)
    {
        if (given is not null && !given.Select(g => g.Key).SequenceEqual(names))
            throw new LearningException("simpleError", $"identical(names(config@{option}), numeric_names) is not TRUE");
    }
}
